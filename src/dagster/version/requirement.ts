/**
 * Requirements as Python's packaging writes them (PEP 508) and as poetry and conda do, as far as a version is concerned:
 * which release of Dagster a specifier pins. Environment markers and extras are read over.
 */
import { compareReleases, type Release } from "./release.ts";

export interface Requirement {
  /** Normalised: lower case, runs of `-_.` as one `-`. */
  readonly name: string;
  /** `==1.9.3`, `>=1.8,<1.10`, `^1.9`; empty when there is none. */
  readonly specifier: string;
}

/** Reads `dagster[extra]>=1.8,<1.10 ; python_version > "3.8"`. `undefined` for what is no requirement (`-r other.txt`, a URL). */
export function parseRequirement(text: string): Requirement | undefined {
  const match =
    /^\s*([A-Za-z0-9][A-Za-z0-9._-]*)\s*(?:\[[^\]]*\])?\s*\(?\s*((?:[~=!<>^]=?=?\s*[^\s,;)#]+\s*,?\s*)*)\)?\s*(?:$|[;#@\s])/.exec(text);
  if (!match?.[1]) return undefined;
  return { name: normalizeName(match[1]), specifier: (match[2] ?? "").replaceAll(/\s/g, "") };
}

export function normalizeName(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, "-");
}

/**
 * The release that a specifier pins: that of `==`, `===`, conda's `=`, a bare version; without a patch release that of `~=1.9.3`,
 * poetry's `~1.9.3`, `==1.9.*`; else the newest that an upper bound leaves (`<1.10` is 1.9, `<1.9.5` is 1.9.4), because that is what an installer takes.
 * `undefined` when every later minor release is allowed (`>=1.5`, `^1.5`, `<2`).
 */
export function pinnedRelease(specifier: string): Release | undefined {
  let newest: Release | undefined;
  for (const clause of specifier.split(",")) {
    const match = /^(===?|~=?|=|<=?|>=?|!=|\^)?v?(\d+)(?:\.(\d+|\*))?(?:\.(\d+|\*))?/.exec(clause.trim());
    if (!match?.[2]) continue;
    const [, operator = "", major, minor, patch] = match;
    const bound = upperRelease(operator, { major: Number(major), minor, patch });
    if (bound && (!newest || compareReleases(bound, newest) < 0)) newest = bound;
  }
  return newest;
}

interface Written {
  readonly major: number;
  readonly minor: string | undefined;
  readonly patch: string | undefined;
}

function upperRelease(operator: string, { major, minor, patch }: Written): Release | undefined {
  if (minor === undefined || minor === "*") return undefined;
  const newest: Release = { major, minor: Number(minor) };
  const exact: Release = patch === undefined || patch === "*" ? newest : { ...newest, patch: Number(patch) };
  switch (operator) {
    case "":
    case "=":
    case "==":
    case "===":
    case "<=":
      return exact;
    case "~":
      return newest;
    case "~=":
      return patch === undefined ? undefined : newest;
    case "<":
      return exact.patch ? { ...newest, patch: exact.patch - 1 } : previous(newest);
    case "^":
      return major === 0 ? newest : undefined;
    default:
      return undefined;
  }
}

function previous({ major, minor }: Release): Release | undefined {
  return minor === 0 ? undefined : { major, minor: minor - 1 };
}
