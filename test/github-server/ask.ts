/** Speaks to the test GitHub as the App does, with nothing between: what is tested is the server. */
import { createSign } from "node:crypto";
import type { TestGitHub } from "../support/github-server/start-github.ts";

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: answers of any shape, which the tests look into
  readonly body: any;
}

export type Ask = (path: string, body?: unknown, headers?: Readonly<Record<string, string>>) => Promise<Reply>;

/** The App's own token, as `iat` and `exp` say. */
export function appToken(github: TestGitHub, claims: Readonly<Record<string, unknown>> = {}): string {
  const now = Math.floor(github.world.now() / 1000);
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const content = `${encode({ alg: "RS256" })}.${encode({ iss: github.app.id, iat: now - 30, exp: now + 500, ...claims })}`;
  return `${content}.${createSign("RSA-SHA256").update(content).sign(github.app.privateKey, "base64url")}`;
}

export async function installationToken(github: TestGitHub, body: unknown = {}): Promise<Reply> {
  return await asker(github, appToken(github))(`POST /app/installations/${github.installationId}/access_tokens`, body);
}

/** `ask("GET /repos/acme/shop")`, with a token of the installation or the one that is given. */
export function asker(github: TestGitHub, token?: string): Ask {
  let mine: Promise<string> | undefined;
  return async (path, body, headers = {}) => {
    mine ??= token === undefined ? installationToken(github).then((reply) => reply.body.token) : Promise.resolve(token);
    const [method = "GET", target = ""] = path.split(" ");
    const response = await fetch(github.url + target, {
      method,
      redirect: "manual",
      headers: { authorization: `Bearer ${await mine}`, accept: "application/vnd.github+json", ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = response.headers.get("content-type")?.startsWith("application/json") === true && text !== "";
    return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text };
  };
}
