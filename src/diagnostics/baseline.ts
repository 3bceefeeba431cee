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

export interface PathsOfBaseline {
  /** The path under which the baseline knows a finding's file: another one where the file was renamed since. */
  readonly pathOf?: (path: string) => string;
  /** No such file is there any more: what was found in it may have moved, and is looked for under other paths. */
  readonly isGone?: (path: string) => boolean;
}

export function applyBaseline(
  diagnostics: readonly Diagnostic[],
  entries: readonly BaselineEntry[],
  { pathOf = (path) => path, isGone = () => false }: PathsOfBaseline = {},
): JudgedByBaseline {
  if (entries.length === 0) return { fresh: diagnostics, known: [], stale: [] };
  const open = entriesBy(entries, ({ file }) => file);
  const accepted = diagnostics.map((diagnostic) => take(open, diagnostic, pathOf(diagnostic.location.path)));
  const left = [...open.values()].flat();
  const moved = entriesBy(
    left.filter(({ file }) => isGone(file)),
    () => "",
  );
  const known = accepted.map((isKnown, index) => {
    const diagnostic = diagnostics[index];
    return isKnown || (moved.size > 0 && diagnostic !== undefined && take(moved, diagnostic, ""));
  });
  return {
    fresh: diagnostics.filter((_, index) => !known[index]),
    known: diagnostics.filter((_, index) => known[index]),
    stale: sorted([...left.filter(({ file }) => !isGone(file)), ...[...moved.values()].flat()]),
  };
}

type Entries = ReadonlyMap<string, BaselineEntry[]>;

function entriesBy(entries: readonly BaselineEntry[], pathOf: (entry: BaselineEntry) => string): Entries {
  const open = new Map<string, BaselineEntry[]>();
  for (const entry of entries) {
    const print = fingerprint({ ...entry, path: pathOf(entry) });
    const same = open.get(print);
    if (same) same.push(entry);
    else open.set(print, [entry]);
  }
  return open;
}

/** True when there was an entry for it, which stands for one finding only. */
function take(open: Entries, diagnostic: Diagnostic, path: string): boolean {
  const { rule, subject = null, message } = diagnostic;
  return open.get(fingerprint({ rule, subject, message, path }))?.pop() !== undefined;
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
  readonly isGone?: (path: string) => boolean;
}

/** Sorted. */
export function rewriteBaseline({ before, found, isJudged, pruneOnly, isGone = () => false }: Rewriting): readonly BaselineEntry[] {
  const kept = before.filter((entry) => !isJudged(entry));
  const { known, fresh } = applyBaseline(found, before.filter(isJudged), { isGone });
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
