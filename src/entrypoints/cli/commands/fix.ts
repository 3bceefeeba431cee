/** What `dagsight check` does with fixes: makes them in the files, all or none, or prints them as a patch. */
import { writeChanges } from "../../../adapters/files/write-changes.ts";
import type { CheckedProject } from "../../../app/check/check-project.ts";
import { type FixedProject, fixProject } from "../../../app/check/fix-project.ts";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { ChangeSet } from "../../../edit/change-set.ts";
import { unifiedDiff } from "../../../edit/unified-diff.ts";
import { printable } from "../../../render/printable.ts";
import { type CliIo, type ExitCode, UsageError } from "../io.ts";
import { writeDocument } from "../output/document.ts";
import { reaches } from "../output/findings-exit.ts";
import type { Session } from "../session.ts";
import type { CheckOptions, CheckTarget } from "./check.ts";

export interface FixedProjects {
  readonly changeSets: readonly ChangeSet[];
  readonly remaining: readonly CheckedProject[];
  /** How many findings were mended. */
  readonly fixed: number;
}

/** Throws `file-unwritable` when a file has changed since it was read; then no file of its repository has been changed. */
export async function fixProjects(
  targets: readonly CheckTarget[],
  options: CheckOptions,
  { engine, progress }: Session,
): Promise<FixedProjects> {
  requireOneEach(targets);
  const applicable = options.unsafeFixes ? (["safe", "unsafe"] as const) : (["safe"] as const);
  const isWanted = ({ severity }: Diagnostic) => reaches(severity, options.severity ?? "info");
  const results: FixedProject[] = [];
  for (const { request } of targets) results.push(await fixProject({ ...request, applicable, isWanted }, engine));
  for (const { diagnostic, objection } of results.flatMap(({ leftOut }) => leftOut))
    progress.note(`A fix of \`${diagnostic.rule}\` in ${printable(diagnostic.location.path)} was left out: ${objection}.`);
  if (!options.diff)
    for (const [index, { project }] of targets.entries()) await writeChanges(project.root, results[index]?.changeSet ?? NOTHING);
  return {
    changeSets: results.map(({ changeSet }) => changeSet),
    remaining: results.map(({ remaining }) => remaining),
    fixed: results.reduce((total, { fixed }) => total + fixed.length, 0),
  };
}

const NOTHING: ChangeSet = { kind: "change-set", title: "", files: [] };

/** Two folders of one repository may import the same file, and then each would fix it without knowing of the other. */
function requireOneEach(targets: readonly CheckTarget[]): void {
  const roots = targets.map(({ project }) => project.root);
  const twice = roots.find((root, index) => roots.indexOf(root) !== index);
  if (twice !== undefined) throw new UsageError("`--fix` takes one folder of a repository at a time. Name the one that holds them.");
}

/** As `ruff check --diff`: 1 when there is something to change. The patch is relative to the repository, as `git apply` wants it. */
export async function showFixes({ changeSets }: FixedProjects, options: CheckOptions, io: CliIo): Promise<ExitCode> {
  const patch = changeSets.map(unifiedDiff).join("");
  if (patch !== "") await writeDocument(patch, options.output, io);
  return patch === "" || options.exitZero ? 0 : 1;
}
