/**
 * The App's environment variables, read once and checked at the start: a server that starts with half of what it needs fails later, where
 * nobody looks. Names are Probot's where it has one.
 */
import { readFileSync } from "node:fs";
import { cacheFolder } from "../cli/cache-folder.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

export interface AppSettings {
  readonly appId: number;
  /** PEM. */
  readonly privateKey: string;
  readonly webhookSecret: string;
  /** Of the REST API; `undefined`: github.com's. */
  readonly baseUrl: string | undefined;
  /** Absolute; `undefined`: nothing is kept. */
  readonly cacheFolder: string | undefined;
  readonly logLevel: "debug" | "info" | "warn" | "error" | "fatal";
  /** `json`: one object a line, for machines. */
  readonly logFormat: "json" | "pretty";
}

/** The person who starts the App has to change something; `message` says what. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
}

const LOG_LEVELS: readonly AppSettings["logLevel"][] = ["debug", "info", "warn", "error", "fatal"];
/** What Probot takes when nobody says otherwise: everybody knows it. */
const PUBLIC_SECRET = "development";

/** True before the App was registered: there is nothing to be wrong about yet. */
export function isUnregistered({ APP_ID, PRIVATE_KEY, PRIVATE_KEY_PATH }: Environment): boolean {
  return !APP_ID && !PRIVATE_KEY && !PRIVATE_KEY_PATH;
}

/** Throws `SettingsError`. */
export function readSettings(env: Environment): AppSettings {
  const appId = Number(env["APP_ID"]);
  if (!Number.isSafeInteger(appId) || appId <= 0)
    throw new SettingsError("APP_ID must be the App's number, as its page on GitHub shows it.");
  return {
    appId,
    privateKey: readPrivateKey(env),
    webhookSecret: readWebhookSecret(env),
    baseUrl: apiUrl(env),
    cacheFolder: cacheFolder(env),
    logLevel: LOG_LEVELS.find((level) => level === env["LOG_LEVEL"]) ?? "info",
    logFormat: env["LOG_FORMAT"] === "json" || env["NODE_ENV"] === "production" ? "json" : "pretty",
  };
}

/** Throws `SettingsError`. */
export function readWebhookSecret({ WEBHOOK_SECRET }: Environment): string {
  if (WEBHOOK_SECRET && WEBHOOK_SECRET !== PUBLIC_SECRET) return WEBHOOK_SECRET;
  throw new SettingsError(
    "WEBHOOK_SECRET is not set (or is the word that everybody knows). Without a secret anyone can forge webhooks: put one into the App's page on GitHub and here.",
  );
}

/** PEM as it is, with `\n` for its line ends, or in base64; or the path of the file. */
function readPrivateKey({ PRIVATE_KEY, PRIVATE_KEY_PATH }: Environment): string {
  const text = PRIVATE_KEY || readKeyFile(PRIVATE_KEY_PATH);
  const pem = text.includes("-----BEGIN") ? text : Buffer.from(text, "base64").toString("utf8");
  if (!pem.includes("-----BEGIN"))
    throw new SettingsError("PRIVATE_KEY is no private key: give the .pem file's text, its base64, or its path in PRIVATE_KEY_PATH.");
  return pem.replaceAll("\\n", "\n");
}

function readKeyFile(path: string | undefined): string {
  if (!path) throw new SettingsError("PRIVATE_KEY (or PRIVATE_KEY_PATH) is not set. The App's page on GitHub generates a key.");
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw new SettingsError(`The private key ${path} (PRIVATE_KEY_PATH) cannot be read.`, { cause });
  }
}

/** `GITHUB_API_URL` for any; `GHE_HOST` is the short form for a GitHub Enterprise Server. */
function apiUrl({ GITHUB_API_URL, GHE_HOST, GHE_PROTOCOL }: Environment): string | undefined {
  const url = GITHUB_API_URL || (GHE_HOST ? `${GHE_PROTOCOL || "https"}://${GHE_HOST}/api/v3` : undefined);
  if (url !== undefined && !URL.canParse(url)) throw new SettingsError(`${url} is no address (GITHUB_API_URL, GHE_HOST).`);
  return url?.replace(/\/+$/, "");
}
