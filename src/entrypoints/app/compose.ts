/** Makes the App's use cases out of this machine's parts, whatever brings the jobs: a server's queue or Lambda's. */
import { createFolderCache } from "../../adapters/cache/folder-cache.ts";
import { NO_CACHE } from "../../adapters/cache/no-cache.ts";
import { loweringVersion, packageVersion, readParserBinaries, readTemplates } from "../../adapters/files/package-files.ts";
import { createGitHubApp } from "../../adapters/github/github-app.ts";
import { createEngine } from "../../app/analysis/engine.ts";
import type { Job } from "../../app/jobs/job.ts";
import { runJob } from "../../app/jobs/run-job.ts";
import type { Cache } from "../../ports/cache.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Log } from "../../ports/log.ts";
import type { JobSender, Worker } from "../../ports/queue.ts";
import { createCommentRenderer } from "../../render/markdown/render-comment.ts";
import { createPythonParser } from "../../syntax/python-parser.ts";
import type { AppSettings } from "./settings.ts";

export interface AppParts {
  readonly jobs: JobSender<Job>;
  readonly clock: Clock;
  readonly log: Log;
  /** See the GitHub adapter's own. */
  readonly retrySecond?: number;
}

const CACHE_LIMIT = 512 * 1024 * 1024;

/** Throws `code-host-unauthorized` when the private key cannot be read. */
export async function createJobWorker(settings: AppSettings, { jobs, ...parts }: AppParts): Promise<Worker<Job>> {
  const { clock, log } = parts;
  const parser = await createPythonParser(await readParserBinaries());
  const renderComment = createCommentRenderer(await readTemplates());
  const folder =
    settings.cacheFolder === undefined ? undefined : createFolderCache(settings.cacheFolder, { clock, limitBytes: CACHE_LIMIT });
  const cache: Cache = folder ?? NO_CACHE;
  const { appId, privateKey, baseUrl } = settings;
  const gitHub = createGitHubApp({ appId, privateKey }, { ...parts, cache, ...(baseUrl === undefined ? {} : { baseUrl }) });
  // While the code that makes compact trees may change from run to run, none is kept.
  const treeCache = loweringVersion() === undefined ? NO_CACHE : cache;
  const ports = {
    openCodeHost: (installation: number) => gitHub.installation(installation),
    openEngine: () => createEngine({ version: packageVersion(), parser, cache: treeCache, loweringVersion: loweringVersion() ?? "", log }),
    renderComment,
    jobs,
    clock,
    log,
  };
  return async (job, turn) => {
    await runJob(job, turn, ports);
    await folder?.prune();
  };
}
