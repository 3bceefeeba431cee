/** `dagsight edit`: changes the Python so that the graph becomes another one; in place, or as a patch, or only asked whether it can be done. */
import { writeChanges } from "../../../adapters/files/write-changes.ts";
import { analysisOptions } from "../../../app/analysis-options.ts";
import { planEdit } from "../../../app/plan-edit.ts";
import type { ChangeSet, Refusal } from "../../../edit/change-set.ts";
import type { EditRequest } from "../../../edit/edit-request.ts";
import { unifiedDiff } from "../../../edit/unified-diff.ts";
import { printable } from "../../../render/printable.ts";
import { findingText } from "../../../render/terminal/findings-text.ts";
import { paintWith } from "../../../render/terminal/palette.ts";
import { findingsOf } from "../../../report/finding.ts";
import { type OpenedProject, openProject } from "../input/open-project.ts";
import { readConfiguration } from "../input/read-configuration.ts";
import type { CliIo, ExitCode } from "../io.ts";
import type { EntryOptions, SharedOptions } from "../options.ts";
import { writeDocument } from "../output/document.ts";
import { textOptions } from "../output/text-options.ts";
import { withSession } from "../session.ts";

export interface EditOptions extends EntryOptions, SharedOptions<string> {
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
      if (outcome.kind === "refusal") return sayRefusal(outcome, project, options, io);
      if (options.diff) await writeDocument(unifiedDiff(outcome), options.output, io);
      else if (!options.check) await writeChanges(project.root, outcome);
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

function sayRefusal({ diagnostics }: Refusal, { tree }: OpenedProject, options: EditOptions, io: CliIo): ExitCode {
  const textOf = (path: string) => {
    const content = tree.read(path);
    return typeof content === "string" ? undefined : new TextDecoder().decode(content);
  };
  const { colour, sourceLine } = textOptions(options, io, textOf);
  const paint = paintWith(colour);
  for (const finding of findingsOf(diagnostics, textOf)) {
    if (finding.file === "") io.stderr(`${finding.rule}: ${finding.message}.${finding.help === null ? "" : ` ${finding.help}`}\n`);
    else io.stderr(`${findingText(finding, paint, sourceLine)}\n`);
  }
  return 1;
}
