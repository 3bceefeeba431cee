/** What happened to one object, in a few words: `depends on + raw/orders`, `every day at 00:00 → every hour`. */
import { cronInWords } from "../../base/time/cron-words.ts";
import type { Change, FieldChange, FieldName } from "../../types/review-report.ts";
import { describeObject } from "./object-words.ts";
import { code, join, list, message, type Part, type Phrase, phrase, plain, value } from "./phrase.ts";

const MEMBERS = 5;

/** Fields whose members are names of other things and that read better as a sentence. */
const VERBS: Partial<Readonly<Record<FieldName, string>>> = {
  dependencies: "depends on",
  assets: "runs",
  ops: "runs ops",
  monitors: "watches",
};

/** `orders` as a link to the line that defines it. */
export function subjectLink(change: Change): Part {
  const side =
    change.type === "removed" || (change.type === "unresolved" && change.uncertainty?.side === "head" && !hasFields(change))
      ? "base"
      : "head";
  return { kind: "link", text: code(change.subject.name).text, file: change.source.file, line: change.source.line, side };
}

/** Mere moves last: they say least, and a renamed folder brings many. */
export function inReadingOrder(changes: readonly Change[]): readonly Change[] {
  return [...changes.filter((change) => change.type !== "moved"), ...changes.filter((change) => change.type === "moved")];
}

function hasFields(change: Change): boolean {
  return (change.uncertainty?.fields.length ?? 0) > 0;
}

export function describeChange(change: Change): Phrase {
  switch (change.type) {
    case "added":
      return join([describeObject(change.object, change.subject.kind), ...change.fields.map(describeUpstream)], " · ");
    case "removed":
      return plain("removed");
    case "renamed":
      return join([phrase`was ${code(change.previousName ?? "")}`, ...change.fields.map(describeField), ...doubt(change)], "; ");
    case "moved":
      return phrase`moved from ${code(change.previousSource?.file ?? "")}`;
    case "changed": {
      const moved = change.previousSource === null ? [] : [phrase`moved from ${code(change.previousSource.file)}`];
      return join([...change.fields.map(describeField), ...moved, ...doubt(change)], "; ");
    }
    default:
      return join(doubt(change), "; ");
  }
}

function describeField(field: FieldChange): Phrase {
  if (field.field === "code") {
    return plain("code");
  }
  if (field.field === "cron") {
    return describeCron(field);
  }
  if (field.added.length + field.removed.length > 0) {
    const added = field.added.length === 0 ? [] : phrase`+ ${list(field.added.map(value), MEMBERS)}`;
    const removed = field.removed.length === 0 ? [] : phrase`− ${list(field.removed.map(value), MEMBERS)}`;
    return phrase`${VERBS[field.field] ?? field.field} ${join([added, removed], " ")}`;
  }
  if (field.field === "description" && field.before !== null && field.after !== null) {
    return plain("description");
  }
  return phrase`${field.field} ${scalar(field.before)} → ${scalar(field.after)}`;
}

/** Of a new asset: all of its dependencies are new, so none needs a sign. */
function describeUpstream(field: FieldChange): Phrase {
  return phrase`depends on ${list(field.added.map(value), MEMBERS)}`;
}

function describeCron(field: FieldChange): Phrase {
  const before = field.before ?? "";
  const after = field.after ?? "";
  return phrase`${cronWords(before)} → ${cronWords(after)} (${value(before)} → ${value(after)})`;
}

function cronWords(cron: string): string {
  return cronInWords(cron) ?? "another time";
}

function scalar(text: string | null): Phrase {
  return text === null ? plain("none") : [value(text)];
}

function doubt(change: Change): readonly Phrase[] {
  const uncertainty = change.uncertainty;
  if (uncertainty === null) {
    return [];
  }
  const what =
    uncertainty.fields.length > 0
      ? `cannot tell whether ${uncertainty.fields.join(", ")} changed`
      : `cannot tell whether it ${uncertainty.side === "head" ? "is still there" : "is new"}`;
  return [phrase`${what}: ${message(uncertainty.message)} (${code(`${uncertainty.file}:${uncertainty.line}`)})`];
}
