/**
 * What an operation answers with: a change set over one or more files, or a refusal that says why and what to do. Both are plain data: nothing
 * here reads or writes a file. A change set is applied as a whole or not at all.
 */

import { compareKeys } from "../base/order.ts";
import type { Location } from "../base/span.ts";
import { applyEdits, type TextEdit } from "../base/text-edit.ts";
import type { Diagnostic, FileEdit } from "../diagnostics/diagnostic.ts";
import { NOWHERE } from "../python/make-value.ts";

/** One file's part. `before` is null for a new file. */
export interface FileChange {
  readonly path: string;
  readonly before: string | null;
  readonly after: string;
  /** Offsets are into `before`; in order, without overlap. A new file has none. */
  readonly edits: readonly TextEdit[];
}

export interface ChangeSet {
  readonly kind: "change-set";
  /** In the imperative: "Rename asset `orders` to `purchases`". */
  readonly title: string;
  /** By path. Empty: the project is already as it is wished to be. */
  readonly files: readonly FileChange[];
}

/** Why an operation is not done; at least one diagnostic. */
export interface Refusal {
  readonly kind: "refusal";
  readonly diagnostics: readonly Diagnostic[];
}

export type EditOutcome = ChangeSet | Refusal;

/** The kinds of refusal; each is the `rule` of its diagnostic. */
export type RefusalReason =
  | "unknown-subject"
  | "invalid-name"
  | "name-taken"
  | "computed-value"
  | "syntax-error"
  | "not-editable"
  | "invalid-value"
  | "graph-would-differ";

/** A refusal with one diagnostic. `message` has no full stop, `help` is a sentence. */
export function refuse(
  reason: RefusalReason,
  message: string,
  { at = NOWHERE, help, subject }: { readonly at?: Location | undefined; readonly help?: string; readonly subject?: string } = {},
): Refusal {
  const diagnostic: Diagnostic = {
    rule: reason,
    tier: "practice",
    severity: "error",
    message,
    location: at,
    related: [],
    ...(help !== undefined && { help }),
    ...(subject !== undefined && { subject }),
  };
  return { kind: "refusal", diagnostics: [diagnostic] };
}

/** The refusal with what it is about: `asset:KEY`. */
export function about(subject: string, { kind, diagnostics }: Refusal): Refusal {
  return { kind, diagnostics: diagnostics.map((diagnostic) => ({ ...diagnostic, subject })) };
}

export function inFile(path: string, edits: readonly TextEdit[]): readonly FileEdit[] {
  return edits.map((edit) => ({ path, ...edit }));
}

/** Edits by file, the same edit asked for twice taken once, ordered. */
export function editsByFile(edits: readonly FileEdit[]): ReadonlyMap<string, readonly TextEdit[]> {
  const files = new Map<string, Map<string, TextEdit>>();
  for (const { path, start, end, text } of edits) {
    const own = files.get(path) ?? new Map<string, TextEdit>();
    own.set(`${start}:${end}:${text}`, { start, end, text });
    files.set(path, own);
  }
  return new Map(
    [...files]
      .sort(([left], [right]) => compareKeys(left, right))
      .map(([path, own]) => [path, [...own.values()].sort((left, right) => left.start - right.start || left.end - right.end)] as const),
  );
}

/** The change of one file; `undefined` when its text stays. */
export function fileChange(path: string, before: string, edits: readonly TextEdit[]): FileChange | undefined {
  const after = applyEdits(before, edits);
  return after === before ? undefined : { path, before, after, edits };
}
