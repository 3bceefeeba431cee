/**
 * `dagsight edit`: changes the Python so that the graph becomes another one; in place, or as a patch, or only asked whether it can be done. With
 * `--format json` what is (or would be) changed is printed as data.
 */
import { writeChanges } from "../../../adapters/files/write-changes.ts";
import { analysisOptions } from "../../../app/analysis/analysis-options.ts";
import { planEdit } from "../../../app/plan-edit.ts";
import type { ChangeSet, Refusal } from "../../../edit/change-set.ts";
import type { EditRequest } from "../../../edit/edit-request.ts";
import { unifiedDiff } from "../../../edit/unified-diff.ts";
import { renderJson } from "../../../render/json/stable-document.ts";
import { printable } from "../../../render/printable.ts";
import { diffText } from "../../../render/terminal/diff-text.ts";
import { findingText } from "../../../render/terminal/findings-text.ts";
import { paintWith } from "../../../render/terminal/palette.ts";
import { changeDocument } from "../../../report/change-document.ts";
import { findingsOf, type TextOf } from "../../../report/finding.ts";
import { type OpenedProject, openProject } from "../input/open-project.ts";
import { readConfiguration } from "../input/read-configuration.ts";
import type { CliIo, ExitCode } from "../io.ts";
import type { EntryOptions, ListFormat, SharedOptions } from "../options.ts";
import { writeDocument } from "../output/document.ts";
import { textOptions, usesColour } from "../output/text-options.ts";
import { withSession } from "../session.ts";

export interface EditOptions extends EntryOptions, SharedOptions<ListFormat> {
  readonly diff?: true;
  readonly check?: true;
}

export function runEdit(request: EditRequest, path: string, options: EditOptions, io: CliIo): Promise<ExitCode> {
  return withSession<OpenedProject, ExitCode>(options, io, {
    open: () => openProject(path, options, io),
    async work(project, { engine, progress }) {
      progress.step(`reading ${project.tree.paths().length} files`);
      const { configuration } = await readConfiguration(project.tree, { env: options.env }, progress);
      const { outcome, locations } = await planEdit(project.tree, analysisOptions(project, configuration), request, engine);
      if (locations === 0) progress.note(`No Dagster code location found in ${project.folder || project.root}.`);
      const textOf = textsOf(project);
      if (outcome.kind === "change-set" && !options.diff && !options.check) await writeChanges(project.root, outcome);
      if (options.format === "json") await writeDocument(renderJson(changeDocument(outcome, textOf)), options.output, io);
      if (outcome.kind === "refusal") return options.format === "json" ? 1 : sayRefusal(outcome, textOf, options, io);
      if (options.diff && options.format === "text") await writeDiff(outcome, options, io);
      progress.note(summary(outcome, options));
      return 0;
    },
  });
}

function summary({ title, files }: ChangeSet, { diff, check }: EditOptions): string {
  if (files.length === 0) return `${title}: nothing to change.`;
  const names = files.map((file) => printable(file.path)).join(", ");
  return `${title}: ${diff || check ? "would change" : "changed"} ${files.length} file${files.length === 1 ? "" : "s"} (${names}).`;
}

/** An empty change set is an empty patch. */
async function writeDiff(changes: ChangeSet, options: EditOptions, io: CliIo): Promise<void> {
  const diff = diffText(unifiedDiff(changes), paintWith(usesColour(options, io)));
  if (diff !== "") await writeDocument(diff, options.output, io);
}

/** As they were read: positions are those of the files before the edit. */
function textsOf({ tree }: OpenedProject): TextOf {
  return (path) => {
    const content = tree.read(path);
    return typeof content === "string" ? undefined : new TextDecoder().decode(content);
  };
}

function sayRefusal({ diagnostics }: Refusal, textOf: TextOf, options: EditOptions, io: CliIo): ExitCode {
  const { colour, sourceLine } = textOptions(options, io, textOf);
  const paint = paintWith(colour);
  for (const finding of findingsOf(diagnostics, textOf)) {
    if (finding.file === "") io.stderr(`${finding.rule}: ${finding.message}.${finding.help === null ? "" : ` ${finding.help}`}\n`);
    else io.stderr(`${findingText(finding, paint, { sourceLine })}\n`);
  }
  return 1;
}
