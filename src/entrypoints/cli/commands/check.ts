/** `dagsight check`: the findings about what is on the disk, and their fixes. */
import { analysisOptions } from "../../../app/analysis/analysis-options.ts";
import { type CheckedProject, type CheckRequest, checkProject } from "../../../app/check/check-project.ts";
import type { Severity } from "../../../diagnostics/diagnostic.ts";
import { mergeCheckReports, narrowReport } from "../../../report/check-report.ts";
import type { TextOf } from "../../../report/finding.ts";
import type { OpenedProject } from "../input/open-project.ts";
import { openProjects } from "../input/open-projects.ts";
import { type BaselineOptions, readBaseline } from "../input/read-baseline.ts";
import { readConfiguration } from "../input/read-configuration.ts";
import { requireRuleNames } from "../input/rule-names.ts";
import { type CliIo, type ExitCode, UsageError } from "../io.ts";
import type { CheckFormat, EntryOptions, SharedOptions } from "../options.ts";
import { writeDocument } from "../output/document.ts";
import { type FailOn, findingsExit, reaches } from "../output/findings-exit.ts";
import { renderCheck } from "../output/render-check.ts";
import { textOptions } from "../output/text-options.ts";
import { type Session, withSession } from "../session.ts";
import { fixProjects, showFixes } from "./fix.ts";

export interface CheckOptions extends EntryOptions, BaselineOptions, SharedOptions<CheckFormat> {
  readonly select: readonly string[];
  readonly ignore: readonly string[];
  readonly fix?: true;
  readonly unsafeFixes?: true;
  readonly diff?: true;
  readonly statistics?: true;
  /** Findings below it are not reported. */
  readonly severity?: Severity;
  readonly failOn: FailOn;
  readonly exitZero?: true;
  readonly watch?: true;
}

export async function runCheck(paths: readonly string[], options: CheckOptions, io: CliIo): Promise<ExitCode> {
  requireRuleNames([...options.select, ...options.ignore]);
  requireSense(options);
  if (!options.watch) return checkOnce(paths, options, io);
  const { watchAndCheck } = await import("./watch.ts");
  return watchAndCheck({ paths, output: options.output, io }, () => checkOnce(paths, options, io));
}

function requireSense({ statistics, format, watch, fix, diff }: CheckOptions): void {
  if (statistics && format !== "text" && format !== "concise") throw new UsageError("`--statistics` are text: they have no other format.");
  if (watch && (fix || diff)) throw new UsageError("`--watch` looks on and changes nothing: leave out `--fix` and `--diff`.");
}

function checkOnce(paths: readonly string[], options: CheckOptions, io: CliIo): Promise<ExitCode> {
  return withSession(options, io, {
    open: () => openProjects(paths, options, io),
    async work({ projects }, session) {
      const targets: CheckTarget[] = [];
      for (const project of projects) targets.push({ project, request: await requestOf(project, options, session, io) });
      if (options.fix || options.diff) {
        const fixed = await fixProjects(targets, options, session);
        if (options.diff) return showFixes(fixed, options, io);
        return report(fixed.remaining, { ...options, fixed: fixed.fixed }, session, io);
      }
      const checked: CheckedProject[] = [];
      for (const { project, request } of targets) checked.push(sayWhatIsOdd(await checkProject(request, session.engine), project, session));
      return report(checked, options, session, io);
    },
  });
}

export interface CheckTarget {
  readonly project: OpenedProject;
  readonly request: CheckRequest;
}

export async function requestOf(
  project: OpenedProject,
  options: EntryOptions & BaselineOptions & Partial<Pick<CheckOptions, "select" | "ignore" | "quiet">>,
  { progress }: Session,
  io: CliIo,
): Promise<CheckRequest> {
  progress.step(`reading ${project.tree.paths().length} files`);
  const { configuration } = await readConfiguration(project.tree, options, progress);
  const baseline = await readBaseline(project.tree, configuration, options, io);
  return { tree: project.tree, options: analysisOptions(project, configuration), configuration, baseline };
}

/** What the report does not say, on standard error. */
function sayWhatIsOdd(checked: CheckedProject, { folder, root }: OpenedProject, { progress }: Session): CheckedProject {
  if (checked.locations.length === 0) progress.note(`No Dagster code location found in ${folder || root}.`);
  const { length } = checked.stale;
  if (length > 0)
    progress.note(
      `${length} accepted finding${length === 1 ? " is" : "s are"} gone: \`dagsight baseline --prune\` takes ${length === 1 ? "it" : "them"} out of the baseline.`,
    );
  return checked;
}

/** Notes are advice: on a project that was never checked there are hundreds, and a reader would not see the rest for them. */
function leastShown({ severity, failOn, format, statistics }: CheckOptions): Severity {
  if (severity) return severity;
  const isToRead = (format === "text" || format === "concise") && !statistics;
  return isToRead && failOn !== "info" ? "warning" : "info";
}

interface ReportOptions extends CheckOptions {
  /** How many findings were mended. */
  readonly fixed?: number;
}

async function report(
  checked: readonly CheckedProject[],
  { fixed, ...options }: ReportOptions,
  { progress }: Session,
  io: CliIo,
): Promise<ExitCode> {
  const whole = mergeCheckReports(checked.map((one) => one.report));
  const least = leastShown(options);
  const shown = narrowReport(whole, ({ severity }) => reaches(severity, least));
  const textOf: TextOf = (path) => checked.map((one) => one.textOf(path)).find((text) => text !== undefined);
  await writeDocument(
    await renderCheck(shown, options, {
      ...textOptions(options, io, textOf),
      ...(fixed === undefined ? {} : { fixed }),
      locations: checked.flatMap(({ locations }) => locations),
    }),
    options.output,
    io,
  );
  const hidden = whole.findings.length - shown.findings.length;
  if (hidden > 0 && !options.severity)
    progress.note(`${hidden} note${hidden === 1 ? " is" : "s are"} not listed: \`--severity info\` lists ${hidden === 1 ? "it" : "them"}.`);
  return findingsExit(whole.findings, options.exitZero ? "never" : options.failOn);
}
