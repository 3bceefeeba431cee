/** How much of a graph is known, in one or two sentences. */
import type { GraphSummary } from "../../types/graph-document.ts";
import { count } from "./phrase.ts";

/** `44 assets, 42 of them (95.5 %) fully known; 2 with unknown fields. 3 places could not be read.` */
export function summaryWords({
  assets,
  known,
  withUnknownFields,
  conditional,
  unresolvedPlaces,
  unsupportedPlaces,
  open,
}: GraphSummary): string {
  const parts = [
    withUnknownFields > 0 ? `${withUnknownFields} with unknown fields` : "",
    conditional > 0 ? `${conditional} only under a condition that nobody can decide` : "",
  ].filter((part) => part !== "");
  const rest = parts.length === 0 ? "" : `; ${parts.join(", ")}`;
  const found = `${count(assets, "asset")}${open ? " found" : ""}`;
  // "All" would say of an open graph that it is the whole.
  const all = open ? `${found} and fully known` : `${found}, all fully known`;
  const head = known === assets ? all : `${found}, ${known} of them (${percent(known, assets)}) fully known${rest}`;
  return [head, placesWords(unresolvedPlaces, unsupportedPlaces), open ? "more definitions may exist" : ""]
    .filter((part) => part !== "")
    .join("; ");
}

function placesWords(places: number, unsupported: number): string {
  if (places === 0) return "";
  const own = unsupported === 0 ? "" : `, ${unsupported} of them a gap of Dagsight's own`;
  return `${count(places, "place")} could not be read${own}`;
}

/** Never 100 % of what is not all. */
function percent(part: number, whole: number): string {
  return `${(Math.floor((1000 * part) / whole) / 10).toFixed(1)} %`;
}
