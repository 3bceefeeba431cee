/** Whether what is known of Dagster holds for a project: signatures and names are those of the newest release; a project that pins an older one may differ. */
import type { LoadedLocation } from "../../dagster/analysis.ts";

/** The release that Dagsight's tables are recorded from. */
const RECORDED = { major: 1, minor: 13 } as const;

/** A project without a pin is taken to run the newest. */
export function isOnNewestDagster(location: LoadedLocation): boolean {
  const [major, minor] = releaseOf(location);
  return major === RECORDED.major && minor === RECORDED.minor;
}

/** The project pins a release before 1.`minor`. */
export function isBefore(minor: number, location: LoadedLocation): boolean {
  const [major, own] = releaseOf(location);
  return major < 1 || (major === 1 && own < minor);
}

function releaseOf({ document }: LoadedLocation): readonly [major: number, minor: number] {
  const [major = 0, minor = 0] = (document.dagsterVersion ?? `${RECORDED.major}.${RECORDED.minor}`).split(".").map(Number);
  return [major, minor];
}
