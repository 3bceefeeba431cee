/**
 * Which removed object became which added one: they share an identity (the same body, the same function, the same content), and
 * of all candidates the pair that agrees in most fields wins. Deterministic: ties go to the alphabet.
 */
import { groupBy } from "../base/group-by.ts";
import { compareKeys } from "../base/order.ts";
import type { ComparedObject, Entry, ObjectKind, Renamed } from "./entry.ts";

export interface RenamedPair<T extends ComparedObject> {
  readonly base: Entry<T>;
  readonly head: Entry<T>;
}

interface Candidate<T extends ComparedObject> extends RenamedPair<T> {
  readonly score: number;
}

/** Above this many pairs for one identity (a factory renamed throughout), only objects with the same last name part are paired. */
const MAX_PAIRS_PER_IDENTITY = 2_500;

const NOTHING_RENAMED: Renamed = { assets: new Map(), jobs: new Map() };

/** Every entry occurs in at most one pair; sorted by the new name. */
export function pairRenamed<T extends ComparedObject>(
  kind: ObjectKind<T>,
  removed: readonly Entry<T>[],
  added: readonly Entry<T>[],
): readonly RenamedPair<T>[] {
  const candidates = findCandidates(kind, removed, added).sort(compareCandidates);
  const taken = new Set<Entry<T>>();
  const pairs: RenamedPair<T>[] = [];
  for (const { base, head } of candidates) {
    if (!taken.has(base) && !taken.has(head)) {
      taken.add(base).add(head);
      pairs.push({ base, head });
    }
  }
  return pairs.sort((left, right) => compareKeys(left.head.name, right.head.name));
}

function findCandidates<T extends ComparedObject>(
  kind: ObjectKind<T>,
  removed: readonly Entry<T>[],
  added: readonly Entry<T>[],
): Candidate<T>[] {
  const removedBy = groupByIdentity(kind, removed);
  const candidates: Candidate<T>[] = [];
  for (const [identity, heads] of groupByIdentity(kind, added)) {
    const bases = removedBy.get(identity) ?? [];
    const crowded = bases.length * heads.length > MAX_PAIRS_PER_IDENTITY;
    const basesByName = crowded ? groupBy(bases, ({ name }) => lastPart(name)) : null;
    for (const head of heads) {
      for (const base of basesByName === null ? bases : (basesByName.get(lastPart(head.name)) ?? [])) {
        const agreement = agreementOf(kind, base, head);
        if (agreement >= 0.5) {
          candidates.push({ base, head, score: agreement + nameLikeness(base.name, head.name) / 10 });
        }
      }
    }
  }
  return candidates;
}

function groupByIdentity<T extends ComparedObject>(kind: ObjectKind<T>, entries: readonly Entry<T>[]): Map<string, Entry<T>[]> {
  const groups = new Map<string, Entry<T>[]>();
  for (const entry of entries) {
    for (const identity of kind.identities(entry)) {
      const group = groups.get(identity);
      if (group === undefined) {
        groups.set(identity, [entry]);
      } else {
        group.push(entry);
      }
    }
  }
  return groups;
}

/** Share of the fields that are equal, 0 to 1. */
function agreementOf<T extends ComparedObject>(kind: ObjectKind<T>, base: Entry<T>, head: Entry<T>): number {
  const equal = kind.fields.filter((field) => field.compare(base, head, NOTHING_RENAMED) === null).length;
  return equal / kind.fields.length;
}

/** Share of the longer name that both begin and end with alike, 0 to 1: tells the members of a factory apart. */
function nameLikeness(left: string, right: string): number {
  const shorter = Math.min(left.length, right.length);
  let prefix = 0;
  while (prefix < shorter && left[prefix] === right[prefix]) {
    prefix += 1;
  }
  let suffix = 0;
  while (suffix < shorter - prefix && left.at(-1 - suffix) === right.at(-1 - suffix)) {
    suffix += 1;
  }
  return (prefix + suffix) / Math.max(left.length, right.length, 1);
}

function compareCandidates<T extends ComparedObject>(left: Candidate<T>, right: Candidate<T>): number {
  if (left.score !== right.score) {
    return right.score - left.score;
  }
  return compareKeys(left.base.name, right.base.name) || compareKeys(left.head.name, right.head.name);
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}
