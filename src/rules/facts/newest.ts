/** Whether what is known of Dagster holds for a project: signatures and names are those of the newest release; a project that pins an older one may differ. */
import type { LoadedLocation } from "../../dagster/analysis.ts";
import { compareReleases, parseRelease } from "../../dagster/version/release.ts";

/** The release that Dagsight's tables are recorded from. */
const RECORDED = { major: 1, minor: 13 } as const;

/** A project without a pin is taken to run the newest. */
export function isOnNewestDagster({ release = RECORDED }: LoadedLocation): boolean {
  return release.major === RECORDED.major && release.minor === RECORDED.minor;
}

/** The project pins a release before this one: `1.12.7`. A pin of a minor release alone is its newest. */
export function isBefore(release: string, location: LoadedLocation): boolean {
  return location.release !== undefined && compareReleases(location.release, parseRelease(release)) < 0;
}
