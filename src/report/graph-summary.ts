/** How much of a graph is known, in numbers that every output repeats. */
import type { CodeLocation, GraphSummary } from "../types/graph-document.ts";

export function summarizeGraph(locations: readonly CodeLocation[]): GraphSummary {
  const assets = locations.flatMap(({ nodes }) => nodes).filter(({ kind }) => kind !== "stub");
  const conditional = assets.filter((asset) => asset.conditional !== null).length;
  const partial = assets.filter((asset) => asset.conditional === null && asset.unresolved.length > 0).length;
  const unresolved = locations.flatMap((location) => location.unresolved);
  const places = new Set(unresolved.map(placeOf));
  return {
    assets: assets.length,
    known: assets.length - conditional - partial,
    withUnknownFields: partial,
    conditional,
    unresolvedPlaces: places.size,
    unsupportedPlaces: new Set(unresolved.filter(({ reason }) => reason === "unsupported").map(placeOf)).size,
    open: unresolved.some(({ subject, field }) => subject === "location" && field === null),
  };
}

function placeOf({ file, line }: CodeLocation["unresolved"][number]): string {
  return `${file}:${line}`;
}
