/** What one run of a command works with: the engine, wired to this machine, made when something has to be read. */
import { createFolderCache, type FolderCache } from "../../adapters/cache/folder-cache.ts";
import { NO_CACHE } from "../../adapters/cache/no-cache.ts";
import { createSystemClock } from "../../adapters/clock.ts";
import { loweringVersion, packageVersion, readParserBinaries } from "../../adapters/files/package-files.ts";
import { createLineLog } from "../../adapters/log.ts";
import { createWorkerLowering } from "../../adapters/lowering/worker-lowering.ts";
import { createEngine, type Engine } from "../../app/analysis/engine.ts";
import { createPythonParser } from "../../syntax/python-parser.ts";
import { cacheFolder } from "./cache-folder.ts";
import type { CliIo } from "./io.ts";
import type { SharedOptions } from "./options.ts";
import { createProgress, type Progress } from "./output/progress.ts";

export interface Session {
  readonly engine: Engine;
  readonly progress: Progress;
}

const CACHE_LIMIT = 512 * 1024 * 1024;

/**
 * Opens what is to be read while the engine starts, runs `work` with both, closes it and tidies the cache. An error of `open` is the one
 * that is thrown.
 */
export async function withSession<Opened extends Closable, Result>(
  options: Pick<SharedOptions<string>, "quiet" | "verbose">,
  io: CliIo,
  { open, work }: { open(): Promise<Opened>; work(opened: Opened, session: Session): Promise<Result> },
): Promise<Result> {
  const starting = startSession(options, io);
  // Awaited below; without this, its failure while `open` is still running would end the process.
  starting.catch(() => undefined);
  const opened = await open();
  try {
    const { session, cache } = await starting;
    const result = await work(opened, session);
    await cache?.prune();
    return result;
  } finally {
    await opened.close();
  }
}

interface Closable {
  close(): Promise<void>;
}

interface StartedSession {
  readonly session: Session;
  readonly cache: FolderCache | undefined;
}

async function startSession(options: Pick<SharedOptions<string>, "quiet" | "verbose">, io: CliIo): Promise<StartedSession> {
  const clock = createSystemClock();
  const progress = createProgress(options, io, clock);
  const folder = loweringVersion() === undefined ? undefined : cacheFolder(io.env);
  const cache = folder === undefined ? undefined : createFolderCache(folder, { clock, limitBytes: CACHE_LIMIT });
  // While the code that makes compact trees may change from run to run, none is kept.
  const log = createLineLog(options.verbose ? "debug" : "warn", options.quiet ? () => undefined : io.stderr);
  const engine = createEngine({
    version: packageVersion(),
    parser: await createPythonParser(await readParserBinaries()),
    cache: cache ?? NO_CACHE,
    loweringVersion: loweringVersion() ?? "",
    log,
    // Only the built command has the worker's bundle beside it.
    ...(loweringVersion() === undefined ? {} : { lowering: createWorkerLowering(new URL("./lowering-worker.js", import.meta.url), log) }),
  });
  return { session: { engine, progress }, cache };
}
