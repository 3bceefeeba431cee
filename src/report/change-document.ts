/** The outcome of an edit with people's positions, as it is printed for machines. */
import { createLineIndex } from "../base/line-index.ts";
import type { EditOutcome, FileChange } from "../edit/change-set.ts";
import type { ChangeDocument, ChangedFile } from "../types/change-document.ts";
import { findingsOf, type TextOf } from "./finding.ts";

export function changeDocument(outcome: EditOutcome, textOf: TextOf): ChangeDocument {
  const isRefused = outcome.kind === "refusal";
  return {
    schemaVersion: 1,
    outcome: isRefused ? "refused" : "change",
    title: isRefused ? null : outcome.title,
    files: isRefused ? [] : outcome.files.map(changedFile),
    findings: isRefused ? findingsOf(outcome.diagnostics, textOf) : [],
  };
}

function changedFile({ path, before, after, edits }: FileChange): ChangedFile {
  if (before === null) return { file: path, status: "new", edits: [{ line: 1, column: 1, endLine: 1, endColumn: 1, text: after }] };
  const index = createLineIndex(before);
  return {
    file: path,
    status: "changed",
    edits: edits.map(({ start, end, text }) => {
      const [from, to] = [index.positionAt(start), index.positionAt(end)];
      return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column, text };
    }),
  };
}
