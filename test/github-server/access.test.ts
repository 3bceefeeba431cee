import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startGitHub, type TestGitHub } from "../support/github-server/start-github.ts";
import { appToken, asker, installationToken } from "./ask.ts";

describe("who may do what", () => {
  let github: TestGitHub;

  beforeEach(async () => {
    github = await startGitHub();
    await github.repository("acme/shop").withFiles({ "shop/orders.py": "orders = 1\n" });
  });

  afterEach(() => github.stop());

  const seconds = (offset: number) => Math.floor(github.world.now() / 1000) + offset;

  it("hands out tokens of the long form, which end after an hour", async () => {
    const { body } = await installationToken(github);
    const ask = asker(github, body.token);

    expect(body.token).toMatch(new RegExp(`^ghs_${github.app.id}_[\\w-]+\\.[\\w-]+\\.[\\w-]+$`));
    expect(body.token.length).toBeGreaterThan(300);
    expect((await ask("GET /repos/acme/shop")).status).toBe(200);
    github.passes(3_601_000);
    expect((await ask("GET /repos/acme/shop")).body.message).toBe("Bad credentials");
  });

  it.each([
    ["ended", { exp: -10 }],
    ["lives too long", { exp: 3600 }],
    ["is from the future", { iat: 300 }],
  ])("takes no App token that %s", async (_, offsets) => {
    const claims = Object.fromEntries(Object.entries(offsets).map(([name, offset]) => [name, seconds(offset)]));

    expect((await asker(github, appToken(github, claims))("GET /app")).status).toBe(401);
  });

  it("takes no token that somebody else signed or changed, and none at all", async () => {
    const [header, , signature] = appToken(github).split(".");
    const changed = Buffer.from(JSON.stringify({ iss: github.app.id, iat: seconds(-1), exp: seconds(60), admin: true })).toString(
      "base64url",
    );

    expect((await asker(github, `${header}.${changed}.${signature}`)("GET /app")).status).toBe(401);
    expect((await asker(github, "ghp_0123456789")("GET /repos/acme/shop")).status).toBe(401);
    expect((await fetch(`${github.url}/repos/acme/shop`)).status).toBe(401);
  });

  it("gives a token no more than was asked for, and refuses what the installation has not", async () => {
    const token = (await installationToken(github, { permissions: { contents: "read" } })).body.token;
    const ask = asker(github, token);

    expect((await ask("GET /repos/acme/shop/branches")).status).toBe(200);
    expect((await ask("POST /repos/acme/shop/issues", { title: "Hello" })).body.message).toBe("Resource not accessible by integration");
    expect((await installationToken(github, { permissions: { administration: "write" } })).status).toBe(422);
  });

  it("counts a permission that was taken away at once, also for tokens that are out", async () => {
    const ask = asker(github);
    expect((await ask("POST /repos/acme/shop/issues", { title: "Hello" })).status).toBe(201);

    github.revoke("issues");

    expect((await ask("POST /repos/acme/shop/issues", { title: "Hello" })).status).toBe(403);
  });

  it("says of a private repository without the App that it is not there, and lets a public one be read only", async () => {
    const secret = await github.repository("acme/secret").withFiles({ "a.py": "a\n" });
    const open = await github.repository("acme/open", { private: false }).withFiles({ "a.py": "a\n" });
    secret.uninstall();
    open.uninstall();
    const ask = asker(github);

    expect((await ask("GET /repos/acme/secret")).status).toBe(404);
    expect((await ask("GET /repos/acme/open")).status).toBe(200);
    expect((await ask("POST /repos/acme/open/issues", { title: "Hello" })).status).toBe(403);
    expect((await installationToken(github, { repositories: ["open"] })).status).toBe(422);
  });

  it("lets nothing through while the installation is suspended or after it was removed", async () => {
    const ask = asker(github, (await installationToken(github)).body.token);
    github.suspend();
    expect((await ask("GET /repos/acme/shop")).status).toBe(403);
    expect((await installationToken(github)).body.message).toBe("This installation has been suspended");
    github.unsuspend();
    expect((await ask("GET /repos/acme/shop")).status).toBe(200);
    github.uninstall();
    expect((await ask("GET /repos/acme/shop")).status).toBe(401);
    expect((await installationToken(github)).status).toBe(404);
  });
});

describe("GitHub's description", () => {
  it("fails the test that sent what GitHub does not know, with the reason in words", async () => {
    const github = await startGitHub();
    await github.repository("acme/shop").withFiles({ "shop/orders.py": "orders = 1\n" });
    const ask = asker(github);

    expect((await ask("POST /repos/acme/shop/issues", { headline: "Hello" })).status).toBe(422);
    expect((await ask("GET /repos/acme/shop/branches?size=7")).status).toBe(422);
    expect((await ask("GET /repos/acme/shop/milestones")).status).toBe(404);

    await expect(github.stop()).rejects.toThrow(
      [
        "against GitHub's API description:",
        'POST /repos/acme/shop/issues: the request is not issues/create: field headline does not exist; / must have required property \'title\' {"missingProperty":"title"}',
        "GET /repos/acme/shop/branches: the request is not repos/list-branches: query parameter size does not exist",
        "GET /repos/acme/shop/milestones: no such operation here; add it to scripts/take-openapi.mjs and resources/",
      ].join("\n"),
    );
  });
});
