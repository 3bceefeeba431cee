/**
 * Sorts the findings of two sides into new, fixed and existing. A multiset by fingerprint: of three equal findings that become
 * four, one is new, the last in order. A file that was renamed keeps its findings.
 */
import { groupBy } from "../base/group-by.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { fingerprint } from "./fingerprint.ts";
import { orderDiagnostics } from "./order.ts";

export interface MatchedDiagnostics {
  /** Only at the head. */
  readonly new: readonly Diagnostic[];
  /** Only at the base, with the base's positions. */
  readonly fixed: readonly Diagnostic[];
  /** On both sides, with the head's positions. */
  readonly existing: readonly Diagnostic[];
}

/** `renames` maps a path of the base to its path at the head. Every list is in the one order of findings. */
export function matchDiagnostics(
  base: readonly Diagnostic[],
  head: readonly Diagnostic[],
  renames: ReadonlyMap<string, string>,
): MatchedDiagnostics {
  const unmatched = groupBy(orderDiagnostics(base), (diagnostic) => {
    const { path } = diagnostic.location;
    return fingerprintAt(diagnostic, renames.get(path) ?? path);
  });
  const added: Diagnostic[] = [];
  const existing: Diagnostic[] = [];
  for (const diagnostic of orderDiagnostics(head)) {
    const partners = unmatched.get(fingerprintAt(diagnostic, diagnostic.location.path));
    if (partners?.shift() === undefined) {
      added.push(diagnostic);
    } else {
      existing.push(diagnostic);
    }
  }
  return { new: added, fixed: orderDiagnostics([...unmatched.values()].flat()), existing };
}

function fingerprintAt(diagnostic: Diagnostic, path: string): string {
  return fingerprint({ rule: diagnostic.rule, path, subject: diagnostic.subject ?? null, message: diagnostic.message });
}
