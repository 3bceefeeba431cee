/**
 * Whether `from dagster import NAME` works in a release. Recorded are the first and the last release of each minor one: between two of them a name may
 * have come or gone at any, and nothing is claimed there, nor of releases before 1.0 or after the last that is recorded.
 */
import { PUBLIC_NAMES } from "../library/signatures.generated.ts";
import { RECORDED_NAMES } from "./public-names.generated.ts";
import { compareReleases, parseRelease, type Release } from "./release.ts";

const RELEASES: readonly Release[] = RECORDED_NAMES.map(([release]) => parseRelease(release));
const LAST = RELEASES.length - 1;

/** Ranks of the recorded releases between which a name was there, the second exclusive; a name may have come back. */
const LIFETIMES: ReadonlyMap<string, readonly (readonly [from: number, until: number])[]> = lifetimes();

function lifetimes() {
  const result = new Map<string, [from: number, until: number][]>();
  for (const [rank, [, came, went]] of RECORDED_NAMES.entries()) {
    for (const name of words(came)) result.set(name, [...(result.get(name) ?? []), [rank, LAST + 1]]);
    for (const name of words(went)) result.get(name)?.at(-1)?.splice(1, 1, rank);
  }
  return result;
}

function words(text: string): readonly string[] {
  return text.split(" ").filter((word) => word !== "");
}

/** `undefined` is the newest release. */
export function hasPublicName(name: string, release: Release | undefined): "yes" | "no" | "unknown" {
  if (release === undefined) return PUBLIC_NAMES.has(name) || isThere(name, LAST) ? "yes" : "no";
  const after = RELEASES.findLastIndex((recorded) => compareReleases(recorded, release) <= 0);
  const until = RELEASES.findIndex((recorded) => compareReleases(recorded, release) >= 0);
  // The newest of its minor release may be newer than what was recorded of it.
  const before = until >= 0 && RELEASES[until]?.minor === release.minor ? until : after;
  if (after < 0 || (after === LAST && RELEASES[LAST]?.minor !== release.minor)) return "unknown";
  if (isThere(name, after) && isThere(name, before)) return "yes";
  return isThere(name, after) || isThere(name, before) ? "unknown" : "no";
}

function isThere(name: string, rank: number): boolean {
  return LIFETIMES.get(name)?.some(([from, until]) => from <= rank && rank < until) ?? false;
}

/**
 * The minor release with which a name came that `release` does not have yet, or the last that had one that it does not have any more.
 * `undefined` for what was never a name.
 */
export function lifetimeOf(name: string, release: Release | undefined): { readonly came: string } | { readonly last: string } | undefined {
  const spans = LIFETIMES.get(name) ?? [];
  const next = release && spans.find(([from]) => compareReleases(RELEASES[from] ?? release, release) > 0);
  if (next) return { came: minorOf(next[0]) };
  const last = spans.at(-1);
  return last && last[1] <= LAST ? { last: minorOf(last[1] - 1) } : undefined;
}

function minorOf(rank: number): string {
  const release = RELEASES[rank];
  return release ? `${release.major}.${release.minor}` : "";
}
