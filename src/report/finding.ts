/** A diagnostic with people's positions: offsets become 1-based lines and columns here, once for every output. */
import { createLineIndex, type LineIndex } from "../base/line-index.ts";
import type { Location } from "../base/span.ts";
import type { Diagnostic, Fix } from "../diagnostics/diagnostic.ts";
import type { Finding, FindingFix } from "../types/review-report.ts";

/** The text of a file; undefined when it cannot be had (its findings then stand at 1:1). */
export type TextOf = (path: string) => string | undefined;

/** In the given order. Each file is indexed once. */
export function findingsOf(diagnostics: readonly Diagnostic[], textOf: TextOf): readonly Finding[] {
  const indexes = new Map<string, LineIndex>();
  const indexOf = (path: string): LineIndex => {
    const index = indexes.get(path) ?? createLineIndex(textOf(path) ?? "");
    indexes.set(path, index);
    return index;
  };
  return diagnostics.map((diagnostic) => findingOf(diagnostic, indexOf));
}

function findingOf(diagnostic: Diagnostic, indexOf: (path: string) => LineIndex): Finding {
  const { line, column, endLine, endColumn } = rangeOf(diagnostic.location, indexOf(diagnostic.location.path));
  return {
    rule: diagnostic.rule,
    tier: diagnostic.tier,
    severity: diagnostic.severity,
    message: diagnostic.message,
    why: diagnostic.why ?? null,
    help: diagnostic.help ?? null,
    file: diagnostic.location.path,
    line,
    column,
    endLine,
    endColumn,
    subject: diagnostic.subject ?? null,
    related: diagnostic.related.map(({ location, message }) => ({
      file: location.path,
      ...rangeOf(location, indexOf(location.path)),
      message,
    })),
    fix: diagnostic.fix === undefined ? null : fixOf(diagnostic.fix, indexOf),
  };
}

function fixOf(fix: Fix, indexOf: (path: string) => LineIndex): FindingFix {
  const edits = fix.edits.map((edit) => ({ file: edit.path, ...rangeOf(edit, indexOf(edit.path)), text: edit.text }));
  return { title: fix.title, applicability: fix.applicability, edits };
}

function rangeOf(location: Location, index: LineIndex): Pick<Finding, "line" | "column" | "endLine" | "endColumn"> {
  const start = index.positionAt(location.start);
  const end = index.positionAt(location.end);
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
