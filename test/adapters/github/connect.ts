/** Our adapter, connected to the test GitHub (or to any address), with a clock that does not wait and a cache in memory. */
import { createGitHubApp, type GitHubSurroundings } from "../../../src/adapters/github/github-app.ts";
import type { Cache } from "../../../src/ports/cache.ts";
import type { Clock } from "../../../src/ports/clock.ts";
import type { CodeHost } from "../../../src/ports/code-host.ts";
import type { Log } from "../../../src/ports/log.ts";
import type { TestGitHub } from "../../support/github-server/start-github.ts";

export interface PatientClock extends Clock {
  /** Milliseconds that were slept, each time. */
  readonly slept: readonly number[];
}

/** Sleeps in no time; its hands go on by what was slept. */
export function createPatientClock(start = Date.now()): PatientClock {
  const slept: number[] = [];
  let now = start;
  return {
    slept,
    now: () => now,
    async sleep(milliseconds) {
      slept.push(milliseconds);
      now += milliseconds;
    },
  };
}

export function createMemoryCache(): Cache & { readonly keys: () => readonly string[] } {
  const values = new Map<string, Uint8Array>();
  return {
    keys: () => [...values.keys()],
    get: async (key) => values.get(key),
    getMany: async (keys) => new Map(keys.flatMap((key) => (values.has(key) ? [[key, values.get(key) as Uint8Array]] : []))),
    put: async (key, value) => void values.set(key, value),
  };
}

export interface LoggedLine {
  readonly level: string;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export function createRecordingLog(): Log & { readonly lines: readonly LoggedLine[] } {
  const lines: LoggedLine[] = [];
  const write =
    (level: string) =>
    (message: string, fields: Readonly<Record<string, unknown>> = {}) =>
      void lines.push({ level, message, fields });
  return { lines, debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") };
}

export interface Connection {
  readonly host: CodeHost;
  readonly clock: PatientClock;
  readonly cache: ReturnType<typeof createMemoryCache>;
  readonly log: ReturnType<typeof createRecordingLog>;
}

/** A worker of its own: another connection shares nothing with it. */
export function connect(github: TestGitHub, options: Partial<GitHubSurroundings> = {}): Connection {
  const [clock, cache, log] = [createPatientClock(), createMemoryCache(), createRecordingLog()];
  const credentials = { appId: github.app.id, privateKey: github.app.privateKey };
  const app = createGitHubApp(credentials, { baseUrl: github.url, clock, cache, log, retrySecond: 1, ...options });
  return { host: app.installation(github.installationId), clock, cache, log };
}
