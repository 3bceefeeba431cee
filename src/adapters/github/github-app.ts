/**
 * GitHub as a code host: the only door of this folder. An App opens a code host for each installation; a workflow's token opens one by
 * itself. Both speak to github.com or to a GitHub Enterprise Server.
 */
import type { Cache } from "../../ports/cache.ts";
import type { Clock } from "../../ports/clock.ts";
import type { CodeHost } from "../../ports/code-host.ts";
import type { Log } from "../../ports/log.ts";
import { type ClientSettings, type Credentials, createClient, createPaces } from "./connection/client.ts";
import { attempt } from "./connection/failure.ts";
import { type AppCredentials, appCredentials, installationCredentials, tokenCredentials } from "./connection/installation-token.ts";
import type { GitHubSession, Identity } from "./connection/session.ts";
import { ensureCheckRun } from "./publication/check-run.ts";
import { ensureComment } from "./publication/sticky-comment.ts";
import { ensureSuggestions } from "./publication/suggestions.ts";
import { findPullRequests, listChangedFiles, readFile, readPermission, readPullRequest } from "./pull-requests.ts";
import { openRepositorySource } from "./source/repository-source.ts";

export interface GitHubSurroundings {
  /** `https://api.github.com` when left out; `https://github.example.com/api/v3` of a GitHub Enterprise Server. */
  readonly baseUrl?: string;
  readonly cache: Cache;
  readonly clock: Clock;
  readonly log: Log;
  /** Milliseconds that a second of waiting between the retries of a failed request lasts: 1,000 when left out. */
  readonly retrySecond?: number;
  /** Seconds that a rate limit may hold a request back, rather than fail it with the time to come back: 60 when left out. */
  readonly longestWait?: number;
}

export interface GitHubApp {
  /** Opening costs nothing: the first request asks for a token. The same installation gives the same code host. */
  installation(id: number): CodeHost;
}

const PUBLIC_GITHUB = "https://api.github.com";

/** Throws `code-host-unauthorized` when the private key cannot be read. */
export function createGitHubApp(credentials: AppCredentials, surroundings: GitHubSurroundings): GitHubApp {
  const settings = settingsOf(surroundings);
  const paces = createPaces(settings.clock);
  const app = createClient(settings, appCredentials(credentials, settings.clock), { id: "app", paces });
  const login = once(async () => {
    const { data } = await attempt("apps/get-authenticated", settings.clock.now, () => app.rest.apps.getAuthenticated());
    return `${data?.slug ?? data?.name}[bot]`;
  });
  const identity = { appId: credentials.appId, login };
  const opened = new Map<number, CodeHost>();
  return {
    installation(id) {
      const known = opened.get(id);
      if (known !== undefined) return known;
      const client = createClient(settings, installationCredentials(app, id, settings.clock), { id: String(id), paces });
      const host = codeHost({ ...surroundings, client, identity });
      opened.set(id, host);
      return host;
    },
  };
}

/** With a token that somebody handed us: a workflow's, which writes as `github-actions[bot]`. */
export function createTokenCodeHost(token: { readonly value: string; readonly login: string }, surroundings: GitHubSurroundings): CodeHost {
  const settings = settingsOf(surroundings);
  const credentials: Credentials = tokenCredentials(token.value);
  const client = createClient(settings, credentials, { id: "token", paces: createPaces(settings.clock) });
  const identity: Identity = { appId: undefined, login: async () => token.login };
  return codeHost({ ...surroundings, client, identity });
}

function settingsOf({ baseUrl = PUBLIC_GITHUB, clock, log, retrySecond = 1000, longestWait = 60 }: GitHubSurroundings): ClientSettings {
  return { baseUrl, clock, log, retrySecond, longestWait };
}

function codeHost(session: GitHubSession): CodeHost {
  return {
    readPullRequest: (at) => readPullRequest(session, at),
    listChangedFiles: (at) => listChangedFiles(session, at),
    findPullRequests: (repository, commit) => findPullRequests(session, repository, commit),
    openSource: (repository) => openRepositorySource(session, repository),
    readFile: (repository, ref, path) => readFile(session, repository, { ref, path }),
    readPermission: (repository, login) => readPermission(session, repository, login),
    ensureComment: (at, comment) => ensureComment(session, at, comment),
    ensureCheckRun: (repository, checkRun) => ensureCheckRun(session, repository, checkRun),
    ensureSuggestions: (at, review) => ensureSuggestions(session, at, review),
  };
}

/** Asks the first time, and again only after a failure. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => {
    answer ??= ask().catch((error) => {
      answer = undefined;
      throw error;
    });
    return answer;
  };
}
