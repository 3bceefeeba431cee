/**
 * Which code location of the base is which of the head: by name, then by entry point, then by folder when only one is left there, and
 * in the end by what they hold: a location that changed name and folder at once still defines most of its assets.
 */
import type { ComparedLocation } from "./compared-location.ts";

export interface LocationPair {
  readonly base: ComparedLocation | null;
  readonly head: ComparedLocation | null;
}

/** Every location of either side occurs exactly once; in the order of the head's (or a lost base's) name. */
export function pairLocations(base: readonly ComparedLocation[], head: readonly ComparedLocation[]): readonly LocationPair[] {
  const pairs: LocationPair[] = [];
  let unpairedBase = [...base];
  let unpairedHead = [...head];
  for (const identity of [nameOf, entryOf, rootOf]) {
    for (const candidate of unpairedHead) {
      const partners = unpairedBase.filter((other) => identity(other) === identity(candidate));
      const rivals = unpairedHead.filter((other) => identity(other) === identity(candidate));
      const [partner] = partners;
      if (partner !== undefined && (identity !== rootOf || (partners.length === 1 && rivals.length === 1))) {
        pairs.push({ base: partner, head: candidate });
        unpairedBase = unpairedBase.filter((other) => other !== partner);
        unpairedHead = unpairedHead.filter((other) => other !== candidate);
      }
    }
  }
  for (const candidate of unpairedHead) {
    const partner = unpairedBase.find((other) => holdMostlyTheSame(other, candidate));
    if (partner !== undefined) {
      pairs.push({ base: partner, head: candidate });
      unpairedBase = unpairedBase.filter((other) => other !== partner);
      unpairedHead = unpairedHead.filter((other) => other !== candidate);
    }
  }
  const [lastBase, lastHead] = [unpairedBase[0], unpairedHead[0]];
  if (
    lastBase !== undefined &&
    lastHead !== undefined &&
    unpairedBase.length === 1 &&
    unpairedHead.length === 1 &&
    mayBeOne(lastBase, lastHead)
  ) {
    pairs.push({ base: lastBase, head: lastHead });
    unpairedBase = [];
    unpairedHead = [];
  }
  pairs.push(...unpairedHead.map((lone) => ({ base: null, head: lone })), ...unpairedBase.map((lone) => ({ base: lone, head: null })));
  return pairs.sort((left, right) => (sortKey(left) < sortKey(right) ? -1 : 1));
}

/** At least half of the smaller one's keys. */
function holdMostlyTheSame(left: ComparedLocation, right: ComparedLocation): boolean {
  const keys = new Set(left.document.nodes.map((node) => node.key));
  const shared = right.document.nodes.filter((node) => keys.has(node.key)).length;
  return shared > 0 && shared * 2 >= Math.min(keys.size, right.document.nodes.length);
}

/** One of them could not be read whole, so nobody can say that they are two. */
function mayBeOne(left: ComparedLocation, right: ComparedLocation): boolean {
  return [left, right].some(({ document }) => document.unresolved.some((entry) => entry.field === null || entry.subject === "location"));
}

function nameOf(location: ComparedLocation): string {
  return location.document.name;
}

function entryOf(location: ComparedLocation): string {
  return JSON.stringify([location.document.root, location.document.entry]);
}

function rootOf(location: ComparedLocation): string {
  return location.document.root;
}

function sortKey(pair: LocationPair): string {
  const document = (pair.head ?? pair.base)?.document;
  return JSON.stringify([document?.name, document?.root, document?.entry]);
}
