/**
 * The App's two proofs of who it is: a token that it signs itself, good for minutes and for little, and the tokens of its installations,
 * which GitHub hands out for it, good for an hour. Both are kept until shortly before they end. A token has no length that may be relied
 * on, and is never logged.
 */
import { createPrivateKey, createSign } from "node:crypto";
import { AppError } from "../../../app/errors.ts";
import type { Clock } from "../../../ports/clock.ts";
import type { Credentials, GitHubClient } from "./client.ts";
import { attempt, hasCode } from "./failure.ts";

export interface AppCredentials {
  readonly appId: number;
  /** PEM, PKCS#1 or PKCS#8; line ends may be written `\n`, as environment variables have them. */
  readonly privateKey: string;
}

const APP_TOKEN_SECONDS = 540;
const CLOCK_DRIFT_SECONDS = 60;
/** A token with less than this left is not begun with: a review may take minutes. */
const RENEW_BEFORE = 5 * 60_000;

/** Throws `code-host-unauthorized` when the key cannot be read. */
export function appCredentials({ appId, privateKey }: AppCredentials, clock: Clock): Credentials {
  const key = readKey(privateKey);
  return {
    async header() {
      const now = Math.floor(clock.now() / 1000);
      const claims = { iss: appId, iat: now - CLOCK_DRIFT_SECONDS, exp: now + APP_TOKEN_SECONDS };
      const content = `${encode({ alg: "RS256", typ: "JWT" })}.${encode(claims)}`;
      return `bearer ${content}.${createSign("RSA-SHA256").update(content).sign(key, "base64url")}`;
    },
    renew: () => false,
  };
}

function readKey(privateKey: string) {
  try {
    return createPrivateKey(privateKey.replaceAll("\\n", "\n"));
  } catch (error) {
    const reason = "the App's private key is no PEM file";
    throw new AppError({ code: "code-host-unauthorized", operation: "signing as the App", reason }, { cause: error });
  }
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

/** One request for many callers; `app` speaks as the App. */
export function installationCredentials(app: GitHubClient, installation: number, clock: Clock): Credentials {
  let current: Promise<string> | undefined;
  let expires = 0;

  async function request(): Promise<string> {
    const { data } = await attempt("apps/create-installation-access-token", clock.now, () =>
      app.rest.apps.createInstallationAccessToken({ installation_id: installation }),
    ).catch(explainAbsence);
    expires = Date.parse(data.expires_at);
    return data.token;
  }

  return {
    async header() {
      if (current === undefined || expires - clock.now() < RENEW_BEFORE) {
        // Until the answer is there nobody asks again; after a failure the next one does.
        expires = Number.POSITIVE_INFINITY;
        current = request();
        current.catch(() => {
          current = undefined;
        });
      }
      return `token ${await current}`;
    },
    renew() {
      current = undefined;
      return true;
    },
  };
}

/** No token for an installation that is not there: not a thing that was looked for, but our right to look. */
function explainAbsence(error: unknown): never {
  if (!hasCode(error, "code-host-not-found")) throw error;
  const failure = {
    code: "code-host-unauthorized",
    operation: "apps/create-installation-access-token",
    reason: "the installation is gone",
  } as const;
  throw new AppError(failure, { cause: error });
}

export function tokenCredentials(token: string): Credentials {
  return { header: async () => `token ${token}`, renew: () => false };
}
