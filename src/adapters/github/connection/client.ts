/**
 * An octokit that waits as GitHub wishes. The retry plugin repeats what GitHub failed at, the throttling plugin spaces what we ask; what
 * neither does is here: waiting out a limit when it is short, for all requests at once, and giving up with the time to come back when it
 * is long.
 */
import { retry } from "@octokit/plugin-retry";
import { throttling } from "@octokit/plugin-throttling";
import { Octokit } from "@octokit/rest";
import type { Clock } from "../../../ports/clock.ts";
import type { Log } from "../../../ports/log.ts";
import { limitWait } from "./failure.ts";
import { createPace } from "./pace.ts";

export type GitHubClient = Octokit;

/** Where the `authorization` header comes from. `renew` is told that the last one was not taken; false when there is no other. */
export interface Credentials {
  header(): Promise<string>;
  renew(): boolean;
}

export interface ClientSettings {
  /** `https://api.github.com`, or `https://github.example.com/api/v3` of a GitHub Enterprise Server. */
  readonly baseUrl: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Milliseconds that the retry plugin waits for each second that it means to. */
  readonly retrySecond: number;
  /** Seconds that a request may be held back by a limit; what must wait longer fails with `code-host-rate-limited`. */
  readonly longestWait: number;
}

const REQUEST_TIMEOUT = 60_000;
const RETRIES = 3;
/** Not repeated by the retry plugin: answers that stay the same, and limits, which are ours. */
const FINAL_ANSWERS = [400, 401, 403, 404, 409, 410, 422, 429, 451];
const MOST_WAITS = 3;

// The first is innermost: what it throws, the retry plugin sees.
const PacedOctokit = Octokit.plugin(refuseHalfAnswers, retry, throttling);

/** What the clients of all installations share: GitHub counts by App, address and account. */
export interface Paces {
  readonly global: ReturnType<typeof createPace>;
  readonly auth: ReturnType<typeof createPace>;
  readonly search: ReturnType<typeof createPace>;
  readonly write: ReturnType<typeof createPace>;
  readonly notifications: ReturnType<typeof createPace>;
}

export function createPaces(clock: Clock): Paces {
  return {
    global: createPace(clock, { concurrent: 10, apart: 0 }),
    auth: createPace(clock, { concurrent: 1, apart: 0 }),
    search: createPace(clock, { concurrent: 1, apart: 2000 }),
    write: createPace(clock, { concurrent: 1, apart: 1000 }),
    notifications: createPace(clock, { concurrent: 1, apart: 3000 }),
  };
}

/** `id` names whose limits count: an installation. */
export function createClient(
  settings: ClientSettings,
  credentials: Credentials,
  { id, paces }: { id: string; paces: Paces },
): GitHubClient {
  const never = () => false;
  const throttle = { id, ...paces, onRateLimit: never, onSecondaryRateLimit: never };
  const octokit = new PacedOctokit({
    baseUrl: settings.baseUrl,
    userAgent: "dagsight",
    log: quietly(settings.log),
    request: { fetch: fetchWithin(REQUEST_TIMEOUT) },
    retry: { retries: RETRIES, doNotRetry: FINAL_ANSWERS, retryAfterBaseValue: settings.retrySecond },
    // The plugin's types know only its own timers in the place of our paces.
    throttle: throttle as never,
  });
  // What is wrapped last is outermost: a limit is waited out around everything else.
  authorize(octokit, credentials);
  waitOutLimits(octokit, settings);
  return octokit;
}

/** Octokit gives the text it has when an answer of JSON breaks off; that is a failure of the connection, and not data. */
function refuseHalfAnswers({ hook }: Pick<Octokit, "hook">): void {
  hook.after("request", (response, options) => {
    const json = String(response.headers["content-type"] ?? "").includes("application/json");
    if (json && typeof response.data === "string")
      throw Object.assign(new Error("the answer broke off"), { status: 500, request: options });
  });
}

function fetchWithin(milliseconds: number): typeof fetch {
  return (address, init) => fetch(address, { ...init, signal: init?.signal ?? AbortSignal.timeout(milliseconds) });
}

function authorize(octokit: Octokit, credentials: Credentials): void {
  octokit.hook.wrap("request", async (request, options) => {
    const send = async () => {
      // Octokit hands every hook the same options: they are changed in place or not at all.
      options.headers.authorization = await credentials.header();
      return await request(options);
    };
    try {
      return await send();
    } catch (error) {
      // A token that ran out or was revoked while we held it.
      if ((error as { status?: unknown }).status !== 401 || !credentials.renew()) throw error;
      return await send();
    }
  });
}

function waitOutLimits(octokit: Octokit, { clock, log, longestWait }: ClientSettings): void {
  let pausedUntil = 0;
  octokit.hook.wrap("request", async (request, options) => {
    for (let waits = 0; ; waits += 1) {
      const pause = pausedUntil - clock.now();
      if (pause > 0) await clock.sleep(pause);
      try {
        return await request(options);
      } catch (error) {
        const asked = limitWait(error, clock.now());
        if (asked === undefined) throw error;
        const seconds = waits === 0 ? asked : Math.max(asked, asked * 2 ** waits);
        log.warn("GitHub asks us to slow down", { route: `${options.method} ${options.url}`, seconds });
        if (seconds > longestWait || waits === MOST_WAITS) throw error;
        pausedUntil = Math.max(pausedUntil, clock.now() + seconds * 1000);
      }
    }
  });
}

/** Octokit's own log speaks of every request: below the level that operators read. */
function quietly(log: Log) {
  const debug = (message: string) => log.debug(message);
  return { debug, info: debug, warn: debug, error: debug };
}
