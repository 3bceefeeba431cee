/**
 * The App as people run it, in front of the test GitHub: Probot's server on loopback, connected by signed webhooks. Waiting takes no
 * time; everything else is real.
 */

import { type RunningApp, startApp } from "../../../src/entrypoints/app/server.ts";
import { readSettings } from "../../../src/entrypoints/app/settings.ts";
import type { Clock } from "../../../src/ports/clock.ts";
import { type EventLike, startGitHub, type TestGitHub } from "../github-server/start-github.ts";
import type { SendOptions } from "../github-server/webhooks.ts";
import type { Delivery } from "../github-server/world.ts";
import { createRecordingLog, type RecordingLog } from "./recording-log.ts";

export interface AppStage {
  readonly github: TestGitHub;
  readonly app: RunningApp;
  readonly log: RecordingLog;
  /** Delivers a webhook, and waits until the App has nothing left to do. */
  deliver(event: EventLike, options?: SendOptions): Promise<Delivery>;
  /** What the App wrote to GitHub since the last time it was asked: `checks/create`, `issues/create-comment`. */
  takeWrites(): readonly string[];
  stop(): Promise<void>;
}

/** `env`: over the variables that the App needs. */
export async function startAppStage(env: Readonly<Record<string, string>> = {}, given?: TestGitHub): Promise<AppStage> {
  const github = given ?? (await startGitHub());
  const log = createRecordingLog();
  const settings = readSettings({ ...appEnvironment(github), ...env });
  const app = await startApp(settings, { host: "127.0.0.1", port: 0, clock: EAGER_CLOCK, log, retrySecond: 1 });
  github.connect(app.webhookUrl);
  return {
    github,
    app,
    log,
    async deliver(event, options) {
      const delivery = await github.deliver(event, options);
      await app.idle();
      return delivery;
    },
    takeWrites() {
      const writes = github.requests().filter(({ method, operation }) => method !== "GET" && !READING.has(operation));
      github.forgetRequests();
      return writes.map(({ operation }) => operation);
    },
    async stop() {
      await app.stop();
      await github.stop();
    },
  };
}

/** Asked with POST, and no change for all that. */
const READING: ReadonlySet<string> = new Set(["apps/create-installation-access-token", "graphql"]);

/** What `.env` of a registered App holds. */
export function appEnvironment(github: TestGitHub): Readonly<Record<string, string>> {
  return {
    APP_ID: String(github.app.id),
    PRIVATE_KEY: github.app.privateKey,
    WEBHOOK_SECRET: github.app.webhookSecret,
    GITHUB_API_URL: github.url,
    LOG_LEVEL: "fatal",
  };
}

/** Real time, in which nobody waits. */
export const EAGER_CLOCK: Clock = { now: () => Date.now(), sleep: async () => undefined };
