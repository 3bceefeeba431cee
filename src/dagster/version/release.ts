/**
 * A release of Dagster by its numbers, as far as a project's pins tell it. Where they tell no patch release, the newest of the minor release is meant:
 * it is what an installer takes.
 */
export interface Release {
  readonly major: number;
  readonly minor: number;
  /** Absent: the newest of the minor release. */
  readonly patch?: number;
}

/** Negative: `left` is older. One without a patch release is newer than all with one. */
export function compareReleases(left: Release, right: Release): number {
  const patch = (left.patch ?? Number.POSITIVE_INFINITY) - (right.patch ?? Number.POSITIVE_INFINITY);
  return left.major - right.major || left.minor - right.minor || (Number.isNaN(patch) ? 0 : patch);
}

/** `1.13.9` or `1.13`. */
export function parseRelease(text: string): Release {
  const [major = 0, minor = 0, patch] = text.split(".").map(Number);
  return { major, minor, ...(patch !== undefined && { patch }) };
}

/** `1.13.9`, or `1.13` where the patch release is not known. */
export function formatRelease({ major, minor, patch }: Release): string {
  return patch === undefined ? `${major}.${minor}` : `${major}.${minor}.${patch}`;
}
