/** What one run of a command works with: the engine, wired to this machine, made when something has to be read. */
import { createFolderCache } from "../../adapters/cache/folder-cache.ts";
import { createSystemClock } from "../../adapters/clock.ts";
import { loweringVersion, packageVersion, readParserBinaries } from "../../adapters/files/package-files.ts";
import { createLineLog } from "../../adapters/log.ts";
import { createEngine, type Engine } from "../../app/engine.ts";
import type { Cache } from "../../ports/cache.ts";
import { createPythonParser } from "../../syntax/python-parser.ts";
import { cacheFolder } from "./cache-folder.ts";
import type { CliIo } from "./io.ts";
import type { SharedOptions } from "./options.ts";
import { createProgress, type Progress } from "./progress.ts";

export interface Session {
  readonly engine: Engine;
  readonly progress: Progress;
}

const CACHE_LIMIT = 512 * 1024 * 1024;

/** Runs `work` with a session, and tidies the cache after it. */
export async function withSession<Result>(
  options: Pick<SharedOptions<string>, "quiet" | "verbose">,
  io: CliIo,
  work: (session: Session) => Promise<Result>,
): Promise<Result> {
  const clock = createSystemClock();
  const progress = createProgress(options, io, clock);
  const folder = loweringVersion() === undefined ? undefined : cacheFolder(io.env);
  const cache = folder === undefined ? undefined : createFolderCache(folder, { clock, limitBytes: CACHE_LIMIT });
  const engine = createEngine({
    version: packageVersion(),
    parser: await createPythonParser(await readParserBinaries()),
    cache: cache ?? FORGETFUL,
    loweringVersion: loweringVersion() ?? "",
    log: createLineLog(options.verbose ? "debug" : "warn", options.quiet ? () => undefined : io.stderr),
  });
  const result = await work({ engine, progress });
  await cache?.prune();
  return result;
}

/** While the code that makes the entries may change from run to run, none is kept. */
const FORGETFUL: Cache = { get: async () => undefined, getMany: async () => new Map(), put: async () => undefined };
