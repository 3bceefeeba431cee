/**
 * Which fixes can be made at once: whole ones, in the order of their findings, none of which touches what another one writes. What has to wait is
 * for the next pass. It knows findings and edits, and nothing of what they mean.
 */
import type { Applicability, Diagnostic, FileEdit, Fix } from "../diagnostics/diagnostic.ts";

/** A finding that can be mended. */
export interface Fixable {
  readonly diagnostic: Diagnostic;
  readonly fix: Fix;
}

/** `mayApply` is asked for every fix that could be made. */
export function chooseFixes(
  diagnostics: readonly Diagnostic[],
  applicable: readonly Applicability[],
  mayApply: (fixable: Fixable) => boolean,
): readonly Fixable[] {
  const taken = new Map<string, FileEdit[]>();
  const chosen: Fixable[] = [];
  for (const diagnostic of diagnostics) {
    const { fix } = diagnostic;
    if (fix === undefined || fix.edits.length === 0 || !applicable.includes(fix.applicability)) continue;
    const collides = fix.edits.some((edit) => taken.get(edit.path)?.some((other) => touch(edit, other) && !isSame(edit, other)));
    if (collides || !mayApply({ diagnostic, fix })) continue;
    for (const edit of fix.edits) taken.set(edit.path, [...(taken.get(edit.path) ?? []), edit]);
    chosen.push({ diagnostic, fix });
  }
  return chosen;
}

/** Neighbours collide as well: which of two insertions at one place comes first is nobody's to say. */
function touch(left: FileEdit, right: FileEdit): boolean {
  return left.start <= right.end && right.start <= left.end;
}

/** Two fixes that need the same import write it once. */
function isSame(left: FileEdit, right: FileEdit): boolean {
  return left.start === right.start && left.end === right.end && left.text === right.text;
}
