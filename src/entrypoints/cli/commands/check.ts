/** `dagsight check`: the findings about what is on the disk. */
import { analysisOptions } from "../../../app/analysis-options.ts";
import { checkProject, mergeCheckReports } from "../../../app/check-project.ts";
import { loadConfiguration } from "../../../app/load-configuration.ts";
import { renderCheckJson } from "../../../render/json/check-json.ts";
import { renderFindings } from "../../../render/terminal/findings.ts";
import type { CheckReport } from "../../../types/review-report.ts";
import { writeDocument } from "../document.ts";
import type { CliIo, ExitCode } from "../io.ts";
import { openProject } from "../open-project.ts";
import { type EntryOptions, type SharedOptions, usesColor } from "../options.ts";
import { type Session, withSession } from "../session.ts";

export const CHECK_FORMATS = ["text", "json"] as const;

export interface CheckOptions extends EntryOptions, SharedOptions<(typeof CHECK_FORMATS)[number]> {
  readonly select: readonly string[];
  readonly ignore: readonly string[];
}

export async function runCheck(paths: readonly string[], options: CheckOptions, io: CliIo): Promise<ExitCode> {
  const reports = await withSession(options, io, async (session) => {
    const checked: CheckReport[] = [];
    for (const path of paths.length === 0 ? ["."] : paths) checked.push(await check(path, options, io, session));
    return checked;
  });
  const report = mergeCheckReports(reports);
  await writeDocument(
    options.format === "json" ? renderCheckJson(report) : renderFindings(report, usesColor(options, io)),
    options.output,
    io,
  );
  return report.summary.errors + report.summary.warnings > 0 ? 1 : 0;
}

async function check(path: string, options: CheckOptions, io: CliIo, { engine, progress }: Session): Promise<CheckReport> {
  const project = await openProject(path, options, io);
  try {
    progress.step(`reading ${project.tree.paths().length} files`);
    const { configuration } = await loadConfiguration(project.tree, engine);
    const rules = { ...configuration, ...narrowed(options) };
    const { report, locations } = await checkProject(project.tree, analysisOptions(project, configuration, options.env), rules, engine);
    if (locations === 0) progress.note(`No Dagster code location found in ${project.folder || project.root}.`);
    return report;
  } finally {
    await project.close();
  }
}

/** The command line wins over the file where it says anything. */
function narrowed({ select, ignore }: CheckOptions): { readonly select?: readonly string[]; readonly ignore?: readonly string[] } {
  return { ...(select.length > 0 ? { select } : {}), ...(ignore.length > 0 ? { ignore } : {}) };
}
