/**
 * Findings that a repository has accepted: a multiset of what makes a finding the same one (see `fingerprint.ts`), without positions and counts,
 * so that it survives moved lines. What it looks like in a file is in `configuration/baseline-file.ts`.
 */
import { compareKeys } from "../base/order.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { fingerprint, withoutNumbers } from "./fingerprint.ts";

export interface BaselineEntry {
  readonly rule: string;
  /** Relative to the repository root. */
  readonly file: string;
  readonly subject: string | null;
  /** Numbers outside of names are `#`. */
  readonly message: string;
}

export interface JudgedByBaseline {
  /** In the given order. */
  readonly fresh: readonly Diagnostic[];
  readonly known: readonly Diagnostic[];
  /** What nothing was found for. */
  readonly stale: readonly BaselineEntry[];
}

/** `pathOf` gives the path under which the baseline knows a finding's file: another one where the file was renamed since. */
export function applyBaseline(
  diagnostics: readonly Diagnostic[],
  entries: readonly BaselineEntry[],
  pathOf: (path: string) => string = (path) => path,
): JudgedByBaseline {
  if (entries.length === 0) return { fresh: diagnostics, known: [], stale: [] };
  const open = new Map<string, BaselineEntry[]>();
  for (const entry of entries) {
    const print = fingerprint({ ...entry, path: entry.file });
    const same = open.get(print);
    if (same) same.push(entry);
    else open.set(print, [entry]);
  }
  const fresh: Diagnostic[] = [];
  const known: Diagnostic[] = [];
  for (const diagnostic of diagnostics) {
    const { rule, subject = null, message, location } = diagnostic;
    const partner = open.get(fingerprint({ rule, subject, message, path: pathOf(location.path) }))?.pop();
    (partner === undefined ? fresh : known).push(diagnostic);
  }
  return { fresh, known, stale: sorted([...open.values()].flat()) };
}

/** Sorted. */
export function baselineOf(diagnostics: readonly Diagnostic[]): readonly BaselineEntry[] {
  return sorted(
    diagnostics.map(({ rule, subject = null, message, location }) => ({
      rule,
      file: location.path,
      subject,
      message: withoutNumbers(message),
    })),
  );
}

export interface Rewriting {
  readonly before: readonly BaselineEntry[];
  readonly found: readonly Diagnostic[];
  /** False for entries that this run could not have found again: they stay. */
  readonly isJudged: (entry: BaselineEntry) => boolean;
  /** Only takes out what is stale. */
  readonly pruneOnly: boolean;
}

/** Sorted. */
export function rewriteBaseline({ before, found, isJudged, pruneOnly }: Rewriting): readonly BaselineEntry[] {
  const kept = before.filter((entry) => !isJudged(entry));
  const { known, fresh } = applyBaseline(found, before.filter(isJudged));
  return sorted([...kept, ...baselineOf(pruneOnly ? known : [...known, ...fresh])]);
}

function sorted(entries: readonly BaselineEntry[]): readonly BaselineEntry[] {
  return [...entries].sort(
    (left, right) =>
      compareKeys(left.file, right.file) ||
      compareKeys(left.rule, right.rule) ||
      compareKeys(left.subject ?? "", right.subject ?? "") ||
      compareKeys(left.message, right.message),
  );
}
