/** The one order of findings, total and free of locale: path, start, rule, then whatever still tells two apart. */
import type { Diagnostic } from "./diagnostic.ts";

/** For `sort`: negative when `left` comes first. */
export function compareDiagnostics(left: Diagnostic, right: Diagnostic): number {
  return (
    compareText(left.location.path, right.location.path) ||
    left.location.start - right.location.start ||
    compareText(left.rule, right.rule) ||
    compareText(left.message, right.message) ||
    left.location.end - right.location.end ||
    compareText(left.subject ?? "", right.subject ?? "")
  );
}

/** A new array in the one order. */
export function orderDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort(compareDiagnostics);
}

/** By UTF-16 code unit, so that every machine sorts alike. */
function compareText(left: string, right: string): number {
  if (left === right) {
    return 0;
  }
  return left < right ? -1 : 1;
}
