/**
 * Compares one kind of object on both sides. Knows no kind: what an object's name, fields and identities are, its `ObjectKind` says.
 * Breaking reasons are added later, by those who see more than one kind.
 */
import { groupBy } from "../base/group-by.ts";
import { compareKeys } from "../base/order.ts";
import type { CodeLocation } from "../types/graph-document.ts";
import type { Change, ChangeType, FieldChange, Uncertainty } from "../types/review-report.ts";
import type { ComparedLocation } from "./compared-location.ts";
import { type ComparedObject, type Entry, type ObjectKind, type Renamed, unreadParts } from "./entry.ts";
import { pairRenamed } from "./rename.ts";
import { doubtOfAbsence, doubtOfCondition, doubtOfFields, type OpenEnds } from "./uncertainty.ts";

export interface Sides {
  readonly base: ComparedLocation | null;
  readonly head: ComparedLocation | null;
  readonly ends: OpenEnds;
}

/** Every entry of both sides once, matched where it has a partner. */
interface Matching<T extends ComparedObject> {
  readonly kept: readonly { readonly base: Entry<T>; readonly head: Entry<T> }[];
  readonly removed: readonly Entry<T>[];
  readonly added: readonly Entry<T>[];
}

/** Sorted by name. `renamed` holds what kinds compared earlier have renamed. */
export function diffObjects<T extends ComparedObject>(kind: ObjectKind<T>, sides: Sides, renamed: Renamed): readonly Change[] {
  const matching = matchByName(kind, sides, renamed);
  const certainlyRemoved = matching.removed.filter((entry) => doubtOfAbsence(kind.kind, entry.object, "head", sides.ends) === null);
  const certainlyAdded = matching.added.filter((entry) => doubtOfAbsence(kind.kind, entry.object, "base", sides.ends) === null);
  const renamedPairs = pairRenamed(kind, certainlyRemoved, certainlyAdded);
  const paired = new Set(renamedPairs.flatMap((pair) => [pair.base, pair.head]));
  const changes = [
    ...matching.kept.map((pair) => compareKept(kind, pair, sides, renamed)),
    ...renamedPairs.map((pair) => compareRenamed(kind, pair, sides, renamed)),
    ...matching.removed.filter((entry) => !paired.has(entry)).map((entry) => loneChange(kind, entry, "removed", sides)),
    ...matching.added.filter((entry) => !paired.has(entry)).map((entry) => loneChange(kind, entry, "added", sides)),
  ];
  return changes.filter((change) => change !== null).sort(compareChanges);
}

/** New names by old name, of a kind's changes. */
export function renamesOf(changes: readonly Change[]): ReadonlyMap<string, string> {
  return new Map(changes.flatMap((change) => (change.previousName === null ? [] : [[change.previousName, change.subject.name]])));
}

function matchByName<T extends ComparedObject>(kind: ObjectKind<T>, sides: Sides, renamed: Renamed): Matching<T> {
  const before = sides.base === null ? [] : kind.entries(sides.base);
  const unmatched = groupBy(before, (entry) => identityByName(kind.nameAtHead(entry, renamed), entry));
  const kept: { base: Entry<T>; head: Entry<T> }[] = [];
  const added: Entry<T>[] = [];
  for (const head of sides.head === null ? [] : kind.entries(sides.head)) {
    const base = unmatched.get(identityByName(head.name, head))?.shift();
    if (base === undefined) {
      added.push(head);
    } else {
      kept.push({ base, head });
    }
  }
  return { kept, added, removed: [...unmatched.values()].flat() };
}

/** Two repositories of one location may each have a job of the same name. */
function identityByName<T extends ComparedObject>(name: string, entry: Entry<T>): string {
  return JSON.stringify([name, entry.object.repository ?? null]);
}

function compareKept<T extends ComparedObject>(
  kind: ObjectKind<T>,
  pair: { readonly base: Entry<T>; readonly head: Entry<T> },
  sides: Sides,
  renamed: Renamed,
): Change | null {
  const fields = changedFields(kind, pair, renamed);
  const moved = pair.base.object.source.file !== pair.head.object.source.file;
  const condition = doubtOfCondition(
    pair.base.object,
    pair.head.object,
    fields.map((field) => field.field),
  );
  const conditionChanged = (pair.base.object.conditional === null) !== (pair.head.object.conditional === null);
  if (condition !== null) {
    return fields.length > 0 || conditionChanged ? change(kind, "unresolved", pair, { fields: [], uncertainty: condition }) : null;
  }
  const uncertainty = fieldDoubt(kind, pair, sides);
  if (fields.length > 0) {
    return change(kind, "changed", pair, { fields, uncertainty });
  }
  if (uncertainty !== null) {
    return change(kind, "unresolved", pair, { fields, uncertainty });
  }
  return moved ? change(kind, "moved", pair, { fields, uncertainty }) : null;
}

function compareRenamed<T extends ComparedObject>(
  kind: ObjectKind<T>,
  pair: { readonly base: Entry<T>; readonly head: Entry<T> },
  sides: Sides,
  renamed: Renamed,
): Change {
  const fields = changedFields(kind, pair, renamed);
  return { ...change(kind, "renamed", pair, { fields, uncertainty: fieldDoubt(kind, pair, sides) }), previousName: pair.base.name };
}

function changedFields<T extends ComparedObject>(
  kind: ObjectKind<T>,
  pair: { readonly base: Entry<T>; readonly head: Entry<T> },
  renamed: Renamed,
): readonly FieldChange[] {
  return kind.fields
    .filter(({ property }) => isComparable(property, unreadParts(pair.base.object, property), unreadParts(pair.head.object, property)))
    .map((field) => field.compare(pair.base, pair.head, renamed))
    .filter((field) => field !== null);
}

/** Read on both sides, or but for the same parts. */
function isComparable(property: string, base: readonly string[], head: readonly string[]): boolean {
  return base.join() === head.join() && !base.includes(property);
}

function fieldDoubt<T extends ComparedObject>(
  kind: ObjectKind<T>,
  pair: { readonly base: Entry<T>; readonly head: Entry<T> },
  sides: Sides,
): Uncertainty | null {
  const documents: { base: CodeLocation | undefined; head: CodeLocation | undefined } = {
    base: sides.base?.document,
    head: sides.head?.document,
  };
  return documents.base === undefined || documents.head === undefined
    ? null
    : doubtOfFields(`${kind.kind}:${pair.head.name}`, kind.fields, pair, { base: documents.base, head: documents.head });
}

function change<T extends ComparedObject>(
  kind: ObjectKind<T>,
  type: ChangeType,
  pair: { readonly base: Entry<T>; readonly head: Entry<T> },
  content: Pick<Change, "fields" | "uncertainty">,
): Change {
  const moved = pair.base.object.source.file !== pair.head.object.source.file;
  return {
    subject: { kind: kind.kind, name: pair.head.name },
    type,
    previousName: null,
    breaking: [],
    source: pair.head.object.source,
    previousSource: moved ? pair.base.object.source : null,
    object: pair.head.object,
    ...content,
  };
}

function loneChange<T extends ComparedObject>(kind: ObjectKind<T>, entry: Entry<T>, type: "added" | "removed", sides: Sides): Change {
  const uncertainty = doubtOfAbsence(kind.kind, entry.object, type === "added" ? "base" : "head", sides.ends);
  return {
    subject: { kind: kind.kind, name: entry.name },
    type: uncertainty === null ? type : "unresolved",
    previousName: null,
    fields: type === "added" && uncertainty === null ? dependenciesOf(entry) : [],
    breaking: [],
    source: entry.object.source,
    previousSource: null,
    uncertainty,
    object: entry.object,
  };
}

/** The one thing about a new asset that the asset itself does not hold. */
function dependenciesOf<T extends ComparedObject>(entry: Entry<T>): readonly FieldChange[] {
  const added = [...entry.dependencies.keys()].sort(compareKeys);
  return added.length === 0 ? [] : [{ field: "dependencies", before: null, after: null, added, removed: [] }];
}

function compareChanges(left: Change, right: Change): number {
  return compareKeys(left.subject.name, right.subject.name) || compareKeys(left.type, right.type);
}
