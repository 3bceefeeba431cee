/**
 * Who may do what: the App's own signed token (RS256, ten minutes at most), installation tokens in the form that GitHub hands out since
 * April 2026 (`ghs_APPID_JWT`, long, without state on their side; ours expire after an hour), and the permissions that an operation needs.
 */
import { createSign, createVerify } from "node:crypto";
import type { Actor, ApiRequest, Operation } from "./routing.ts";
import { notFound, Refusal } from "./routing.ts";
import type { App, Installation, Permissions, World } from "./world.ts";

const HOUR = 3_600_000;
const CLOCK_DRIFT_SECONDS = 60;
const LONGEST_LIFE_SECONDS = 600;

interface Claims {
  readonly iss?: string | number;
  readonly iat?: number;
  readonly exp?: number;
  readonly installation?: number;
  readonly permissions?: Permissions;
  readonly repositories?: readonly number[] | null;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function sign(app: App, claims: Claims): string {
  const content = `${encode({ alg: "RS256", typ: "JWT" })}.${encode(claims)}`;
  return `${content}.${createSign("RSA-SHA256").update(content).sign(app.privateKey, "base64url")}`;
}

function verify(app: App, token: string): Claims | undefined {
  const [header = "", payload = "", signature = ""] = token.split(".");
  const valid = createVerify("RSA-SHA256").update(`${header}.${payload}`).verify(app.publicKey, signature, "base64url");
  return valid ? (JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as Claims) : undefined;
}

/** No more than the installation has; asking for more is refused, as GitHub does. */
export function tokenPermissions(installation: Installation, asked: Permissions | undefined): Permissions {
  if (asked === undefined) return installation.permissions;
  const excess = Object.entries(asked).some(([name, access]) => !allows(installation.permissions, name, access));
  if (excess) throw new Refusal(422, "The permissions requested are not granted to this installation.");
  return asked;
}

export function issueToken(world: World, permissions: Permissions, repositories: readonly number[] | null) {
  const expires = Math.floor((world.now() + HOUR) / 1000);
  const claims = { iss: world.app.id, exp: expires, installation: world.installation.id, permissions, repositories };
  return {
    token: `ghs_${world.app.id}_${sign(world.app, claims)}`,
    expiresAt: new Date(expires * 1000).toISOString().replace(".000Z", "Z"),
  };
}

export function authenticate(world: World, authorization: string | undefined): Actor {
  const [, scheme, token = ""] = /^(bearer|token) (\S+)$/i.exec(authorization ?? "") ?? [];
  if (scheme === undefined) throw new Refusal(401, "Requires authentication");
  const now = world.now() / 1000;
  if (!token.startsWith("ghs_")) {
    const claims = token.split(".").length === 3 ? verify(world.app, token) : undefined;
    if (claims === undefined) throw new Refusal(401, "A JSON web token could not be decoded");
    if (String(claims.iss) !== String(world.app.id) && claims.iss !== world.app.clientId)
      throw new Refusal(401, "'Issuer' claim ('iss') must be an Integer or the client id of the App");
    if ((claims.exp ?? 0) < now || (claims.exp ?? 0) > now + LONGEST_LIFE_SECONDS + CLOCK_DRIFT_SECONDS)
      throw new Refusal(401, "'Expiration time' claim ('exp') is too far in the future or in the past");
    if ((claims.iat ?? Number.POSITIVE_INFINITY) > now + CLOCK_DRIFT_SECONDS)
      throw new Refusal(401, "'Issued at' claim ('iat') is in the future");
    return { kind: "app", app: world.app };
  }
  const claims = verify(world.app, token.slice(`ghs_${world.app.id}_`.length));
  const { installation } = world;
  if (claims === undefined || (claims.exp ?? 0) < now || installation.removed || claims.installation !== installation.id)
    throw new Refusal(401, "Bad credentials");
  if (installation.suspendedAt !== null) throw new Refusal(403, "This installation has been suspended");
  // A permission that was taken away counts at once, also for tokens that are out.
  const permissions = Object.fromEntries(
    Object.entries(claims.permissions ?? {}).filter(([name, access]) => allows(installation.permissions, name, access)),
  );
  return { kind: "installation", app: world.app, permissions, repositories: claims.repositories ? new Set(claims.repositories) : null };
}

function allows(permissions: Permissions, name: string, access: string): boolean {
  const granted = permissions[name];
  return granted === "write" || (granted === "read" && access === "read");
}

/** Throws what GitHub says to somebody who may not: 404 for what must not be seen, 403 for what must not be done. */
export function authorize(operation: Operation, request: Pick<ApiRequest, "actor" | "repository">, hasRepository: boolean): void {
  const { actor, repository } = request;
  if (operation.actor === "app") {
    if (actor.kind !== "app") throw new Refusal(401, "A JSON web token could not be decoded");
    return;
  }
  if (actor.kind === "app") throw new Refusal(401, "Requires authentication with an installation token");
  if (hasRepository) {
    const reachable = repository.installed && (actor.repositories === null || actor.repositories.has(repository.id));
    if (!reachable && repository.private) throw notFound();
    const reading = operation.needs.every(([, access]) => access === "read");
    if (!reachable && reading) return;
    if (!reachable) throw new Refusal(403, "Resource not accessible by integration");
  }
  if (operation.needs.length > 0 && !operation.needs.some(([name, access]) => allows(actor.permissions, name, access)))
    throw new Refusal(403, "Resource not accessible by integration");
}
