/** What one place in the code keeps from being known: a single call may hide definitions, and from there fields of a dozen objects. */
import { groupBy } from "../../base/group-by.ts";
import type { Unresolved } from "../../types/graph-document.ts";
import { code, list, message, type Phrase, phrase } from "./phrase.ts";

const NAMED = 8;

/** `entries` share file and line, and are at least one: what hides whole definitions speaks for the rest. */
export function unresolvedPlace(entries: readonly Unresolved[]): Phrase {
  const [first, ...others] = [...entries].sort((left, right) => weight(left) - weight(right));
  if (first === undefined) return [];
  const where = { kind: "link", text: `${first.file}:${first.line}`, file: first.file, line: first.line, side: "head" } as const;
  const head = phrase`${where} — ${first.subject === "location" ? [] : phrase`${affected(first.subject, [first])}: `}${message(first.message)}`;
  const subjects = [...groupBy(others, ({ subject }) => subject)].map(([subject, own]) => affected(subject, own));
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
