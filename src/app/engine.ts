/** What a use case works with: made once a process by the entry point, handed to every use case. */
import type { Cache } from "../ports/cache.ts";
import type { Log } from "../ports/log.ts";
import type { PythonParser } from "../syntax/python-parser.ts";
import { createStoredLoweredFiles, type StoredLoweredFiles } from "./stored-lowered-files.ts";

export interface Engine {
  /** Of Dagsight. */
  readonly version: string;
  readonly parser: PythonParser;
  /** Shared by all trees that are read, as most of their files are the same. */
  readonly lowered: StoredLoweredFiles;
  readonly log: Log;
}

export interface EngineParts {
  readonly version: string;
  readonly parser: PythonParser;
  readonly cache: Cache;
  /** See `createStoredLoweredFiles`. */
  readonly loweringVersion: string;
  readonly log: Log;
}

export function createEngine({ version, parser, cache, loweringVersion, log }: EngineParts): Engine {
  return { version, parser, lowered: createStoredLoweredFiles(cache, loweringVersion), log };
}
