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
 * True for what this identity wrote by itself. A person who acts through our App is no bot and is not us; where GitHub names the App,
 * its number decides, because a name can be had by another.
 */
export async function isOurs(
  identity: Identity,
  writer: Writer | null | undefined,
  app?: { readonly id: number } | null,
): Promise<boolean> {
  if (writer?.type !== "Bot") return false;
  if (identity.appId !== undefined && app !== undefined) return app?.id === identity.appId;
  return writer.login === (await identity.login());
}
