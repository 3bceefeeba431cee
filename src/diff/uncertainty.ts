/**
 * The second law in the diff: what could not be read on one side is neither added nor removed nor changed, it is unresolved.
 * A gap that stands on both sides, unchanged, explains no difference; one that only one side has may explain any.
 */
import type { CodeLocation, SourceRange, Unresolved } from "../types/graph-document.ts";
import type { FieldName, SubjectKind, Uncertainty } from "../types/review-report.ts";
import { type ComparedField, type ComparedObject, type Entry, unreadParts } from "./entry.ts";

/** What keeps each side open that the other does not have. */
export interface OpenEnds {
  readonly base: readonly Unresolved[];
  readonly head: readonly Unresolved[];
}

export function openEnds(base: CodeLocation | null, head: CodeLocation | null): OpenEnds {
  const baseGaps = base?.unresolved.filter(isGap) ?? [];
  const headGaps = head?.unresolved.filter(isGap) ?? [];
  const known = { base: new Set(baseGaps.map(identityOfGap)), head: new Set(headGaps.map(identityOfGap)) };
  return {
    base: baseGaps.filter((gap) => !known.head.has(identityOfGap(gap))),
    head: headGaps.filter((gap) => !known.base.has(identityOfGap(gap))),
  };
}

/** Why the absence of an object from `side` is no claim; null when it is one. */
export function doubtOfAbsence(kind: SubjectKind, present: ComparedObject, side: "base" | "head", ends: OpenEnds): Uncertainty | null {
  const own = present.conditional;
  if (own !== null) {
    return { side: side === "head" ? "base" : "head", fields: [], message: own.reason, file: own.file, line: own.line };
  }
  const gaps = ends[side].filter((gap) => gap.subject === "location" || gap.subject.startsWith(`${kind}:`));
  const nearest = gaps.find((gap) => gap.file === present.source.file) ?? gaps[0];
  return nearest === undefined ? null : { side, fields: [], message: nearest.message, file: nearest.file, line: nearest.line };
}

/** Fields that one side could read and the other could not; null when there is none. */
export function doubtOfFields<T extends ComparedObject>(
  subject: string,
  fields: readonly ComparedField<T>[],
  pair: { readonly base: Entry<T>; readonly head: Entry<T> },
  documents: { readonly base: CodeLocation; readonly head: CodeLocation },
): Uncertainty | null {
  const lost = readOnlyIn(pair.base, pair.head, fields);
  const gained = readOnlyIn(pair.head, pair.base, fields);
  const side = lost.length > 0 ? "head" : "base";
  const doubtful = lost.length > 0 ? lost : gained;
  const [first] = doubtful;
  if (first === undefined) {
    return null;
  }
  const reason = documents[side].unresolved.find((entry) => entry.subject === subject && isOfField(entry, first.property));
  return uncertainty(
    side,
    doubtful.map((field) => field.field),
    reason,
    pair[side].object.source,
  );
}

/** Where either side exists only under a condition, whatever differs is no claim. */
export function doubtOfCondition(base: ComparedObject, head: ComparedObject, fields: readonly FieldName[]): Uncertainty | null {
  const side = head.conditional === null ? "base" : "head";
  const condition = head.conditional ?? base.conditional;
  return condition === null ? null : { side, fields, message: condition.reason, file: condition.file, line: condition.line };
}

function uncertainty(
  side: "base" | "head",
  fields: readonly FieldName[],
  reason: Unresolved | undefined,
  source: SourceRange,
): Uncertainty {
  return {
    side,
    fields,
    message: reason?.message ?? "it could not be read",
    file: reason?.file ?? source.file,
    line: reason?.line ?? source.line,
  };
}

/** Fields of which `other` lacks a part that `entry` has. */
function readOnlyIn<T extends ComparedObject>(
  entry: Entry<T>,
  other: Entry<T>,
  fields: readonly ComparedField<T>[],
): readonly ComparedField<T>[] {
  return fields.filter(({ property }) => unreadParts(other.object, property).some((part) => !entry.object.unresolved.includes(part)));
}

function isOfField({ field }: Unresolved, property: string): boolean {
  return field === property || field?.startsWith(`${property}.`) === true;
}

/** Whole objects may be missing. */
function isGap(entry: Unresolved): boolean {
  return entry.field === null || entry.subject === "location";
}

function identityOfGap(gap: Unresolved): string {
  return JSON.stringify([gap.subject, gap.reason, gap.file, gap.message]);
}
