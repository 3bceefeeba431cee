/** The one order of findings, total and free of locale: path, start, rule, then whatever still tells two apart. */
import { groupBy } from "../base/group-by.ts";
import { compareKeys } from "../base/order.ts";
import type { Diagnostic } from "./diagnostic.ts";

/** In the one order; the same array when it is so already. Files are told apart first: most comparisons are then of two numbers. */
export function orderDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (areInOrder(diagnostics)) return diagnostics;
  const ordered: Diagnostic[] = [];
  for (const ofFile of byFile(diagnostics)) for (const one of ofFile.sort(compareInFile)) ordered.push(one);
  return ordered;
}

function areInOrder(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.every((one, index) => {
    const next = diagnostics[index + 1];
    return !next || (compareKeys(one.location.path, next.location.path) || compareInFile(one, next)) <= 0;
  });
}

/** The same, where what is said twice of one place (two code locations find it both where they share files) is said once: as the last says it. */
export function distinctDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const distinct: Diagnostic[] = [];
  for (const ofFile of byFile(diagnostics)) {
    ofFile.sort(compareStatements);
    ofFile.forEach((one, index) => {
      const next = ofFile[index + 1];
      if (!next || compareStatements(one, next) !== 0) distinct.push(one);
    });
  }
  return distinct;
}

function byFile(diagnostics: readonly Diagnostic[]): readonly Diagnostic[][] {
  const files = groupBy(diagnostics, ({ location }) => location.path);
  return [...files.keys()].sort(compareKeys).map((path) => files.get(path) ?? []);
}

function compareInFile(left: Diagnostic, right: Diagnostic): number {
  return compareStatements(left, right) || compareKeys(left.subject ?? "", right.subject ?? "");
}

/** By what makes two findings in a file the same statement. */
function compareStatements(left: Diagnostic, right: Diagnostic): number {
  return (
    left.location.start - right.location.start ||
    compareKeys(left.rule, right.rule) ||
    compareKeys(left.message, right.message) ||
    left.location.end - right.location.end
  );
}
