/**
 * How a definition of a code location came to be: where it is defined and by which calls, what changed it on its way to Dagster, who holds it, and for
 * each field who said its value, or why it is not known.
 */

import type { Location } from "../../../base/span.ts";
import type { Explanation, FieldExplanation, Mention } from "../../../types/explanation.ts";
import type { CodeLocation, SourceRange } from "../../../types/graph-document.ts";
import type { LoadedLocation } from "../../analysis.ts";
import { payloadOf } from "../../model/payload.ts";
import { assetChanges } from "./asset-changes.ts";
import { type CallNames, callLabel, createCallNames } from "./call-label.ts";
import { explainFields } from "./explain-fields.ts";
import { type FoundSubject, isCalled, subjectsOf } from "./find-subjects.ts";
import { createHistoryLog, type HistoryLog } from "./history.ts";

/** What every explanation of one location needs. */
export interface ExplainContext {
  readonly location: LoadedLocation;
  readonly names: CallNames;
  readonly log: HistoryLog;
}

/** Every definition of the name, and with `field` only that field of each. */
export function explain(location: LoadedLocation, name: string, field?: string): readonly Explanation[] {
  const found = subjectsOf(location).filter((subject) => isCalled(subject, name));
  if (found.length === 0) return [];
  const context: ExplainContext = { location, names: createCallNames(location), log: createHistoryLog(location) };
  return found.map((subject) => explainSubject(subject, field, context));
}

function explainSubject(subject: FoundSubject, field: string | undefined, context: ExplainContext): Explanation {
  const { location, names, log } = context;
  const { document, doubts } = location;
  const { rangeOf } = doubts.places;
  const { object, asset, condition } = subject;
  const entry = documentEntry(subject, document);
  const history = object && log.historyOf(object);
  const origin = history?.origin ?? object;
  const index = asset?.claim?.index ?? 0;
  const steps = (history?.steps ?? []).map(({ by, before, after }) => ({
    by: callLabel(by.name),
    place: rangeOf(by.at),
    changes: assetChanges(before, after, index),
  }));
  const definedAt = rangeOf(origin?.at.path ? origin.at : subject.at);
  const writtenAt = writtenElsewhere(entry, definedAt);
  const fields = explainFields({ subject, entry, history, writtenAt }, context);
  const holders = (history?.holders ?? []).map((by) => ({ by: callLabel(by.name), place: rangeOf(by.at) }));
  const silent = steps.filter(({ changes }) => changes.length === 0).map(({ by, place }) => ({ by, place }));
  const changed = new Set(steps.flatMap(({ changes }) => changes.map((change) => change.field)));
  return {
    location: document.name,
    entry: document.entry,
    subject: subject.kind,
    name: subject.name,
    kind: kindOf(subject, entry),
    definition:
      origin || !asset
        ? {
            by: definedBy(subject, entry, names),
            function: subject.function?.qualifiedName ?? null,
            place: definedAt,
          }
        : null,
    writtenAt,
    // A module is loaded by a call that no code stands behind.
    calls: (origin?.trace ?? []).filter(({ end }) => end > 0).map(rangeOf),
    steps: steps.filter(({ changes }) => changes.length > 0),
    heldBy: [...silent, ...holders, ...broughtBy(subject, context)],
    mentions: asset ? mentionsOf(subject, rangeOf) : [],
    component: typeof entry?.["component"] === "string" ? entry["component"] : null,
    fields: fields.filter((each) => (field === undefined ? isWorthSaying(each, changed) : each.field === field)),
    conditional: condition ? conditionOf(entry, rangeOf(condition.at)) : null,
    assumes: entry?.assumes ?? [],
  };
}

/** A schedule or sensor that names a job or asset adds it to what Dagster loads; then come those that hold the schedule. */
function broughtBy({ broughtBy: instigator }: FoundSubject, { location, names, log }: ExplainContext): Explanation["heldBy"] {
  if (!instigator) return [];
  const { rangeOf } = location.doubts.places;
  const called = names.nameOf(instigator);
  const label = called === undefined ? instigator.type : callLabel(called, names.isDecorator(instigator));
  const own = instigator.fields.get("name");
  const name = own?.kind === "str" ? ` ${own.value}` : "";
  const holders = log.historyOf(instigator).holders.map((by) => ({ by: callLabel(by.name), place: rangeOf(by.at) }));
  return [{ by: `${label}${name}`, place: rangeOf(instigator.at) }, ...holders];
}

/** The object of the graph document. */
export type DocumentEntry = Readonly<Record<string, unknown>> & {
  readonly assumes: readonly string[];
  readonly unresolved: readonly string[];
};

/** What the document says of its place, when that is a data file. */
function writtenElsewhere(entry: DocumentEntry | undefined, { file }: SourceRange): SourceRange | null {
  const source = entry?.["source"] as SourceRange | undefined;
  return source && source.file !== file && !source.file.endsWith(".py") ? source : null;
}

function documentEntry({ kind, name }: FoundSubject, document: CodeLocation): DocumentEntry | undefined {
  const named = <T>(items: readonly T[], nameOf: (item: T) => string): T | undefined => items.find((item) => nameOf(item) === name);
  const found = {
    asset: () => named(document.nodes, ({ key }) => key),
    check: () => named(document.checks, (check) => `${check.asset}:${check.name}`),
    job: () => named(document.jobs, (job) => job.name),
    schedule: () => named(document.schedules, (schedule) => schedule.name),
    sensor: () => named(document.sensors, (sensor) => sensor.name),
    resource: () => named(document.resources, ({ key }) => key),
  }[kind]();
  return found as unknown as DocumentEntry | undefined;
}

function kindOf({ kind }: FoundSubject, entry: DocumentEntry | undefined): string | null {
  const value = kind === "sensor" ? entry?.["type"] : kind === "asset" || kind === "job" ? entry?.["kind"] : null;
  return typeof value === "string" ? value : null;
}

function definedBy({ object, value }: FoundSubject, entry: DocumentEntry | undefined, names: CallNames): string {
  const name = object && names.nameOf(object);
  if (object && name !== undefined) return callLabel(name, names.isDecorator(object));
  const definition = entry?.["definition"] as { readonly kind: string } | null | undefined;
  if (definition) return definition.kind;
  const type = entry?.["type"];
  if (typeof type === "string") return type;
  const made = object && (payloadOf(object, "assets")?.definition ?? object.type);
  return made ?? (value?.kind === "unknown" ? "something that is not known" : (value?.kind ?? ""));
}

function mentionsOf({ asset }: FoundSubject, rangeOf: (at: Location) => Mention["place"]): readonly Mention[] {
  if (!asset) return [];
  const again = asset.claims
    .filter((claim) => claim !== asset.claim)
    .map(({ at }): Mention => ({ how: "defined-again", place: rangeOf(at) }));
  if (asset.claim) return again;
  // One line may stand for several assets that it is loaded as.
  const named = asset.namedAt.map((at): Mention => ({ how: "named", place: rangeOf(at) }));
  return [...new Map(named.map((mention) => [JSON.stringify(mention.place), mention])).values()];
}

function conditionOf(entry: DocumentEntry | undefined, place: Mention["place"]): NonNullable<Explanation["conditional"]> {
  const conditional = entry?.["conditional"] as
    | { readonly reason: string; readonly file: string; readonly line: number }
    | null
    | undefined;
  if (!conditional) return { reason: "", place };
  const { file, line } = conditional;
  const isSame = place.file === file && place.line === line;
  return { reason: conditional.reason, place: isSame ? place : { file, line, column: 1, endLine: line, endColumn: 1 } };
}

function isWorthSaying({ value, unknown, field, origin }: FieldExplanation, changed: ReadonlySet<string>): boolean {
  if (unknown.length > 0 || changed.has(field) || field === "key") return true;
  if (field === "kind") return false;
  const isEmpty =
    value === null ||
    value === undefined ||
    (Array.isArray(value) && value.length === 0) ||
    (typeof value === "object" && Object.keys(value).length === 0);
  return !isEmpty && (origin?.how !== "default" || (field !== "ioManager" && field !== "status"));
}
