/** `dagsight baseline`: accepts the present findings, so that from now on only new ones count. */
import { existsSync } from "node:fs";
import { relative, resolve } from "node:path";
import { acceptFindings } from "../../../app/check/accept-findings.ts";
import { renderBaseline } from "../../../configuration/baseline-file.ts";
import { DEFAULT_CONFIGURATION } from "../../../configuration/default-configuration.ts";
import { type OpenedProject, openProject } from "../input/open-project.ts";
import type { BaselineOptions } from "../input/read-baseline.ts";
import type { CliIo, ExitCode } from "../io.ts";
import type { EntryOptions, SharedOptions } from "../options.ts";
import { writeDocument } from "../output/document.ts";
import { withSession } from "../session.ts";
import { requestOf } from "./check.ts";

export interface BaselineCommandOptions extends EntryOptions, BaselineOptions, Omit<SharedOptions<string>, "format"> {
  readonly prune?: true;
}

export function runBaseline(path: string, options: BaselineCommandOptions, io: CliIo): Promise<ExitCode> {
  return withSession<OpenedProject, ExitCode>(options, io, {
    open: () => openProject(path, options, io),
    async work(project, session) {
      const named = typeof options.baseline === "string" ? resolve(io.cwd, options.baseline) : undefined;
      const present = named === undefined || existsSync(named) ? options : { ...options, baseline: false };
      const { configuration, ...request } = await requestOf(project, present, session, io);
      const pruneOnly = options.prune === true;
      const entries = await acceptFindings({ ...request, configuration, pruneOnly }, session.engine);
      const file = named ?? resolve(project.root, configuration.baseline ?? DEFAULT_CONFIGURATION.baseline ?? "");
      await writeDocument(renderBaseline(entries), options.output ?? file, io);
      session.progress.note(summary(request.baseline.length, entries.length, relative(io.cwd, file)));
      return 0;
    },
  });
}

function summary(before: number, after: number, file: string): string {
  const change =
    after === before ? "as before" : after > before ? `${after - before} more than before` : `${before - after} fewer than before`;
  return `${file}: ${after} accepted finding${after === 1 ? "" : "s"}${before === 0 ? "" : `, ${change}`}.`;
}
