/** The one order of findings, total and free of locale: path, start, rule, then whatever still tells two apart. */
import { compareKeys } from "../base/order.ts";
import type { Diagnostic } from "./diagnostic.ts";

/** For `sort`: negative when `left` comes first. */
export function compareDiagnostics(left: Diagnostic, right: Diagnostic): number {
  return (
    compareKeys(left.location.path, right.location.path) ||
    left.location.start - right.location.start ||
    compareKeys(left.rule, right.rule) ||
    compareKeys(left.message, right.message) ||
    left.location.end - right.location.end ||
    compareKeys(left.subject ?? "", right.subject ?? "")
  );
}

/** A new array in the one order. */
export function orderDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort(compareDiagnostics);
}
