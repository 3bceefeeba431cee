/** What a use case works with: made once a process by the entry point, handed to every use case. */
import type { Cache } from "../../ports/cache.ts";
import type { Log } from "../../ports/log.ts";
import type { Lowering } from "../../ports/lowering.ts";
import type { PythonParser } from "../../syntax/python-parser.ts";
import { createStoredLoweredFiles, type StoredLoweredFiles } from "./stored-lowered-files.ts";

export interface Engine {
  /** Of Dagsight. */
  readonly version: string;
  readonly parser: PythonParser;
  /** Shared by all trees that are read, as most of their files are the same. */
  readonly lowered: StoredLoweredFiles;
  readonly log: Log;
  /** Where there are threads to spare. */
  readonly lowering?: Lowering;
}

export interface EngineParts {
  readonly version: string;
  readonly parser: PythonParser;
  readonly cache: Cache;
  /** See `createStoredLoweredFiles`. */
  readonly loweringVersion: string;
  readonly log: Log;
  readonly lowering?: Lowering;
}

export function createEngine({ cache, loweringVersion, ...parts }: EngineParts): Engine {
  return { ...parts, lowered: createStoredLoweredFiles(cache, loweringVersion) };
}
