/** Who defines a key and who consumes it, over all code locations, looked up in constant time. */
import type { CodeLocation } from "../../types/graph-document.ts";
import type { LocationDiff } from "../diff-location.ts";

export interface DefinitionIndex {
  /** Names of the locations that define a key as an asset, once for each definition. */
  readonly definers: { readonly base: ReadonlyMap<string, readonly string[]>; readonly head: ReadonlyMap<string, readonly string[]> };
  /** Keys that consumed a key at the base (under their names of the head) or do so at the head, and that the head defines. */
  readonly consumers: ReadonlyMap<LocationDiff, ReadonlyMap<string, readonly string[]>>;
}

export function indexDefinitions(all: readonly LocationDiff[]): DefinitionIndex {
  return {
    definers: { base: definersOf(all.map((diff) => diff.base)), head: definersOf(all.map((diff) => diff.head)) },
    consumers: new Map(all.map((diff) => [diff, consumersOf(diff)])),
  };
}

function definersOf(locations: readonly (CodeLocation | null)[]): ReadonlyMap<string, readonly string[]> {
  const definers = new Map<string, string[]>();
  for (const location of locations) {
    for (const node of location?.nodes ?? []) {
      if (node.kind === "asset" && node.conditional === null) {
        append(definers, node.key, location?.name ?? "");
      }
    }
  }
  return definers;
}

function consumersOf(diff: LocationDiff): ReadonlyMap<string, readonly string[]> {
  const defined = new Set(diff.head?.nodes.filter((node) => node.kind !== "stub").map((node) => node.key));
  const consumers = new Map<string, string[]>();
  for (const edge of [...(diff.base?.edges ?? []), ...(diff.head?.edges ?? [])]) {
    const consumer = diff.renamed.assets.get(edge.to) ?? edge.to;
    const known = consumers.get(edge.from) ?? [];
    if (edge.conditional === null && defined.has(consumer) && consumer !== edge.from && !known.includes(consumer)) {
      append(consumers, edge.from, consumer);
    }
  }
  return consumers;
}

function append(map: Map<string, string[]>, key: string, value: string): void {
  const values = map.get(key);
  if (values === undefined) {
    map.set(key, [value]);
  } else {
    values.push(value);
  }
}
