/** What one place in the code keeps from being known: a single call may hide definitions, and from there fields of a dozen objects. */
import { groupBy } from "../../base/group-by.ts";
import type { Unresolved, UnresolvedReason } from "../../types/graph-document.ts";
import { code, list, message, type Phrase, phrase } from "./phrase.ts";

const NAMED = 8;

/** `entries` share place and cause, and are at least one: what hides whole definitions speaks for the rest. */
export function unresolvedPlace(entries: readonly Unresolved[]): Phrase {
  const [first, ...others] = [...entries].sort((left, right) => weight(left) - weight(right));
  if (first === undefined) return [];
  const where = { kind: "link", text: `${first.file}:${first.line}`, file: first.file, line: first.line, side: "head" } as const;
  const head = phrase`${where} — ${message(first.message)}`;
  // The message names its own subject and field.
  const more = first.subject === "location" ? others.filter(({ subject }) => subject !== "location") : others;
  const subjects = [...groupBy(more, ({ subject }) => subject)].map(([subject, own]) => affected(subject, own));
  return subjects.length === 0 ? head : phrase`${head}. For the same reason: ${list(subjects, NAMED)}`;
}

function weight({ subject }: Unresolved): number {
  return subject === "location" ? 0 : 1;
}

/** `job:daily` (assets, checks). */
function affected(subject: string, entries: readonly Unresolved[]): Phrase {
  const name = subject === "location" ? phrase`more definitions` : [code(subject)];
  const fields = entries.flatMap(({ field }) => field ?? []);
  return fields.length === 0 ? name : phrase`${name} (${fields.join(", ")})`;
}

/** In the order in which they are shown; what only we can change is last. */
const REASONS: readonly (readonly [UnresolvedReason, string])[] = [
  ["runtime-input", "Known at run time only"],
  ["unresolved-import", "Not in the repository"],
  ["external-library", "Made by a library that Dagsight does not know"],
  ["mutation", "Changed by code that is not evaluated"],
  ["cycle", "Depends on itself"],
  ["limit", "Beyond what is evaluated of any repository"],
  ["unsupported", "Not read by Dagsight yet: a gap of its own"],
];

export interface UnresolvedGroup {
  readonly reason: UnresolvedReason;
  readonly title: string;
  /** Entries by place and cause, as {@link unresolvedPlace} takes them. */
  readonly places: readonly (readonly Unresolved[])[];
}

/** Entries that share place and cause, as {@link unresolvedPlace} takes them. */
export function unresolvedByPlace(entries: readonly Unresolved[]): readonly (readonly Unresolved[])[] {
  return [...groupBy(entries, causeOf).values()];
}

/** Two calls on one line are two causes: what a message says after its subject. */
function causeOf({ file, line, message: text }: Unresolved): string {
  return `${file}:${line}:${text.slice(text.indexOf(": "))}`;
}

export function unresolvedByReason(entries: readonly Unresolved[]): readonly UnresolvedGroup[] {
  return REASONS.flatMap(([reason, title]) => {
    const own = entries.filter((entry) => entry.reason === reason);
    if (own.length === 0) return [];
    return [{ reason, title, places: unresolvedByPlace(own) }];
  });
}
