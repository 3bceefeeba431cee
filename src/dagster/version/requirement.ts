/**
 * Requirements as Python's packaging writes them (PEP 508) and as poetry and conda do, as far as a version is concerned:
 * which minor release of Dagster a specifier pins. Environment markers and extras are read over.
 */

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

/** A release by its first two numbers. */
export interface Minor {
  readonly major: number;
  readonly minor: number;
}

/**
 * The minor release that a specifier pins: that of `==`, `===`, `~=1.9.3`, poetry's `~1.9`, conda's `=1.9`, `==1.9.*`, a bare version;
 * else the newest that an upper bound leaves (`<1.10` is 1.9, `<=1.9.5` is 1.9), because that is what an installer takes.
 * `undefined` when every later minor release is allowed (`>=1.5`, `^1.5`, `<2`).
 */
export function pinnedMinor(specifier: string): Minor | undefined {
  let newest: Minor | undefined;
  for (const clause of specifier.split(",")) {
    const match = /^(===?|~=?|=|<=?|>=?|!=|\^)?v?(\d+)(?:\.(\d+|\*))?(?:\.(\d+|\*))?/.exec(clause.trim());
    if (!match?.[2]) continue;
    const [, operator = "", major, minor, patch] = match;
    const bound = upperMinor(operator, { major: Number(major), minor, patch });
    if (bound && (!newest || compareMinor(bound, newest) < 0)) newest = bound;
  }
  return newest;
}

interface Written {
  readonly major: number;
  readonly minor: string | undefined;
  readonly patch: string | undefined;
}

function upperMinor(operator: string, { major, minor, patch }: Written): Minor | undefined {
  if (minor === undefined || minor === "*") return undefined;
  const at = { major, minor: Number(minor) };
  switch (operator) {
    case "":
    case "=":
    case "==":
    case "===":
    case "~":
    case "<=":
      return at;
    case "~=":
      return patch === undefined ? undefined : at;
    case "<":
      return patch === undefined || /^0*$/.test(patch) ? previous(at) : at;
    case "^":
      return major === 0 ? at : undefined;
    default:
      return undefined;
  }
}

function previous({ major, minor }: Minor): Minor | undefined {
  return minor === 0 ? undefined : { major, minor: minor - 1 };
}

function compareMinor(left: Minor, right: Minor): number {
  return left.major - right.major || left.minor - right.minor;
}
