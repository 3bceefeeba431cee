/**
 * Where a finding about an asset stands that a data file names: what is said of the call that makes it is said at the file's line, since that is the
 * line that a change touches. What is said of the function behind stays with the function.
 */
import type { Location } from "../base/span.ts";
import type { LoadedLocation } from "../dagster/analysis.ts";
import { isDataFile, placeOfClaim } from "../dagster/loading/document/asset-document.ts";
import type { AssetClaim, GraphAsset } from "../dagster/loading/graph/asset-graph.ts";
import { toUserString } from "../dagster/model/asset-key.ts";
import { remember } from "./facts/remember.ts";
import type { Reported } from "./rule.ts";

/** The finding, moved; a finding with a fix stays where the fix is. */
export function atDataFile(finding: Reported, location: LoadedLocation | undefined): Reported {
  const { subject, fix, location: place } = finding;
  const claims = location && dataFileClaims(location);
  if (!claims || claims.size === 0 || fix || !subject?.startsWith("asset:") || !place.path.endsWith(".py")) return finding;
  const claim = claims.get(subject.slice("asset:".length));
  if (!claim || !contains(claim.object.at, place)) return finding;
  const related = [...(finding.related ?? []), { location: place, message: "made here" }];
  return { ...finding, location: placeOfClaim(claim), related };
}

function isInDataFile({ claim }: GraphAsset): boolean {
  return claim !== undefined && isDataFile(placeOfClaim(claim));
}

function contains(outer: Location, inner: Location): boolean {
  return outer.path === inner.path && outer.start <= inner.start && inner.end <= outer.end;
}

/** By the user string of the key. Most projects have none. */
const dataFileClaims: (location: LoadedLocation) => ReadonlyMap<string, AssetClaim> = remember(({ graphs }) => {
  const claims = new Map<string, AssetClaim>();
  for (const { assets } of graphs) {
    for (const asset of [...assets.values()].filter(isInDataFile)) if (asset.claim) claims.set(toUserString(asset.path), asset.claim);
  }
  return claims;
});
