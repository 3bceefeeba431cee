/** `dagsight check`: the findings about what is on the disk. */
import { analysisOptions } from "../../../app/analysis-options.ts";
import { type CheckedProject, checkProject, mergeCheckReports } from "../../../app/check-project.ts";
import { renderJson } from "../../../render/json/stable-document.ts";
import { renderCheckText } from "../../../render/terminal/findings-text.ts";
import { type OpenedProject, openProject } from "../input/open-project.ts";
import { readConfiguration } from "../input/read-configuration.ts";
import { requireRuleNames } from "../input/rule-names.ts";
import type { CliIo, ExitCode } from "../io.ts";
import type { EntryOptions, ListFormat, SharedOptions } from "../options.ts";
import { writeDocument } from "../output/document.ts";
import { findingsExit } from "../output/findings-exit.ts";
import { textOptions } from "../output/text-options.ts";
import { type Session, withSession } from "../session.ts";

export interface CheckOptions extends EntryOptions, SharedOptions<ListFormat> {
  readonly select: readonly string[];
  readonly ignore: readonly string[];
}

export async function runCheck(paths: readonly string[], options: CheckOptions, io: CliIo): Promise<ExitCode> {
  requireRuleNames([...options.select, ...options.ignore]);
  return withSession(options, io, {
    open: () => openProjects(paths.length === 0 ? ["."] : paths, options, io),
    async work({ projects }, session) {
      const checked: CheckedProject[] = [];
      for (const project of projects) checked.push(await check(project, options, session));
      const report = mergeCheckReports(checked.map((one) => one.report));
      const textOf = (path: string) => checked.map((one) => one.textOf(path)).find((text) => text !== undefined);
      const document = options.format === "json" ? renderJson(report) : renderCheckText(report, textOptions(options, io, textOf));
      await writeDocument(document, options.output, io);
      return findingsExit(report.findings);
    },
  });
}

interface OpenedProjects {
  readonly projects: readonly OpenedProject[];
  close(): Promise<void>;
}

async function openProjects(paths: readonly string[], options: CheckOptions, io: CliIo): Promise<OpenedProjects> {
  const projects: OpenedProject[] = [];
  const close = async () => {
    for (const project of projects) await project.close();
  };
  try {
    for (const path of paths) projects.push(await openProject(path, options, io));
    return { projects, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function check(project: OpenedProject, options: CheckOptions, { engine, progress }: Session): Promise<CheckedProject> {
  progress.step(`reading ${project.tree.paths().length} files`);
  const { configuration } = await readConfiguration(project.tree, options, progress);
  const checked = await checkProject(project.tree, analysisOptions(project, configuration), configuration, engine);
  if (checked.locations === 0) progress.note(`No Dagster code location found in ${project.folder || project.root}.`);
  return checked;
}
