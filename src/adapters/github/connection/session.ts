/** What every part of this adapter works with: one installation's client, who we are there, and the outside. */
import type { Cache } from "../../../ports/cache.ts";
import type { Clock } from "../../../ports/clock.ts";
import type { Log } from "../../../ports/log.ts";
import type { GitHubClient } from "./client.ts";

export interface GitHubSession {
  readonly client: GitHubClient;
  readonly identity: Identity;
  readonly cache: Cache;
  readonly clock: Clock;
  readonly log: Log;
}

/** As whom we write. What another wrote is not ours, whatever it says. */
export interface Identity {
  /** `undefined` when we write with a token that is not our App's, as in a workflow. */
  readonly appId: number | undefined;
  /** `dagsight[bot]`. Asks GitHub once. */
  login(): Promise<string>;
}

export interface Writer {
  readonly login: string;
  readonly type: string;
}

/**
 * True for what this identity wrote by itself. A person who acts through our App is no bot and is not us. Where GitHub names the App its
 * number decides; where it names none (older Enterprise Servers, review comments) the bot's login does, which no person can have.
 */
export async function isOurs(
  identity: Identity,
  writer: Writer | null | undefined,
  app?: { readonly id: number } | null,
): Promise<boolean> {
  if (writer?.type !== "Bot") return false;
  if (identity.appId !== undefined && app) return app.id === identity.appId;
  return writer.login === (await identity.login());
}
