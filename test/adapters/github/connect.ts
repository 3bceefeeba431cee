/** Our adapter, connected to the test GitHub (or to any address), with a clock that does not wait and a cache in memory. */
import { createGitHubApp, type GitHubSurroundings } from "../../../src/adapters/github/github-app.ts";
import type { Clock } from "../../../src/ports/clock.ts";
import type { CodeHost } from "../../../src/ports/code-host.ts";
import type { Log } from "../../../src/ports/log.ts";
import type { TestGitHub } from "../../support/github-server/start-github.ts";
import { createMemoryCache } from "../../support/memory-cache.ts";

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
