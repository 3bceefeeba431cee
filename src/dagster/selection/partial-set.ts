/**
 * A set of which not everything is known: `certain` members, `possible` ones (disjoint from the certain), and, when `open`, others that
 * nobody has seen. The operations keep the promise: a certain member is in the set under every reading of what is unknown.
 */
export interface PartialSet {
  readonly certain: ReadonlySet<string>;
  readonly possible: ReadonlySet<string>;
  readonly open: boolean;
}

export const EMPTY_SET: PartialSet = { certain: new Set(), possible: new Set(), open: false };

export function unionOf(left: PartialSet, right: PartialSet): PartialSet {
  const certain = new Set([...left.certain, ...right.certain]);
  return { certain, possible: without([...left.possible, ...right.possible], certain), open: left.open || right.open };
}

export function intersectionOf(left: PartialSet, right: PartialSet): PartialSet {
  const certain = new Set([...left.certain].filter((id) => right.certain.has(id)));
  const candidates = [...left.certain, ...left.possible].filter((id) => right.certain.has(id) || right.possible.has(id));
  return { certain, possible: without(candidates, certain), open: left.open && right.open };
}

export function differenceOf(left: PartialSet, right: PartialSet): PartialSet {
  const certain = new Set([...left.certain].filter((id) => !right.certain.has(id) && !right.possible.has(id)));
  const candidates = [...left.certain, ...left.possible].filter((id) => !right.certain.has(id));
  return { certain, possible: without(candidates, certain), open: left.open };
}

/** Nothing of it is sure any more. */
export function doubted(set: PartialSet): PartialSet {
  return { certain: new Set(), possible: new Set([...set.certain, ...set.possible]), open: set.open };
}

/** Keeps members by a test that may not be decidable. */
export function filterSet(set: PartialSet, test: (id: string) => boolean | undefined): PartialSet {
  const certain = new Set([...set.certain].filter((id) => test(id) === true));
  const candidates = [...set.certain, ...set.possible].filter((id) => test(id) !== false);
  return { certain, possible: without(candidates, certain), open: set.open };
}

export function isExact(set: PartialSet): boolean {
  return set.possible.size === 0 && !set.open;
}

function without(ids: readonly string[], excluded: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(ids.filter((id) => !excluded.has(id)));
}
