import { generateKeyPairSync } from "node:crypto";
import nock from "nock";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createGitHubApp, createTokenCodeHost } from "../../../src/adapters/github/github-app.ts";
import { createMemoryCache } from "../../support/memory-cache.ts";
import { createPatientClock, createRecordingLog } from "./connect.ts";

const API = "https://api.github.com";
const repository = { owner: "acme", name: "shop" };
const { privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});

/** Answers word by word, for what no honest GitHub would say on demand. */
describe("the requests themselves", () => {
  const surroundings = () => ({ cache: createMemoryCache(), clock: createPatientClock(), log: createRecordingLog(), retrySecond: 1 });
  const host = () => createTokenCodeHost({ value: "ghs_workflow", login: "github-actions[bot]" }, surroundings());

  beforeEach(() => {
    nock.disableNetConnect();
  });

  afterEach(() => {
    nock.cleanAll();
    nock.enableNetConnect();
  });

  it("go to api.github.com with the token, and with nothing else that knows us", async () => {
    const asked = nock(API, { reqheaders: { authorization: "token ghs_workflow", "user-agent": /^dagsight / } })
      .get("/repos/acme/shop/collaborators/grace/permission")
      .reply(200, { permission: "write", role_name: "write", user: null });

    expect(await host().readPermission(repository, "grace")).toBe("write");
    expect(asked.isDone()).toBe(true);
  });

  it("take a key in PKCS#8, and one whose line ends were escaped by an environment variable", async () => {
    const credentials = { appId: 7, privateKey: privateKey.replaceAll("\n", "\\n") };
    nock(API, { reqheaders: { authorization: /^bearer eyJ/ } })
      .post("/app/installations/5/access_tokens")
      .reply(201, { token: `ghs_7_${"x".repeat(600)}`, expires_at: "2100-01-01T00:00:00Z" });
    nock(API, { reqheaders: { authorization: `token ghs_7_${"x".repeat(600)}` } })
      .get("/repos/acme/shop/contents/dagsight.yml")
      .reply(404, { message: "Not Found" });

    expect(await createGitHubApp(credentials, surroundings()).installation(5).readFile(repository, null, "dagsight.yml")).toBe("absent");
  });

  it("are not made with a key that is none", () => {
    const create = () => createGitHubApp({ appId: 7, privateKey: "secret" }, surroundings());

    expect(create).toThrow(expect.objectContaining({ failure: expect.objectContaining({ code: "code-host-unauthorized" }) }));
  });

  it("with a workflow's token own what that bot wrote, whatever App GitHub names", async () => {
    const marker = "<!-- dagsight:v1 topic=review head=ab seq=1 hash=0000000000000000 -->\n";
    const app = { id: 15_368, slug: "github-actions" };
    const comments = [
      {
        id: 1,
        body: `${marker}A person's.`,
        html_url: "https://x/1",
        user: { login: "grace", type: "User" },
        performed_via_github_app: app,
      },
      {
        id: 2,
        body: `${marker}Another bot's.`,
        html_url: "https://x/2",
        user: { login: "other[bot]", type: "Bot" },
        performed_via_github_app: null,
      },
      {
        id: 3,
        body: `${marker}Ours.`,
        html_url: "https://x/3",
        user: { login: "github-actions[bot]", type: "Bot" },
        performed_via_github_app: app,
      },
    ];
    nock(API).get("/repos/acme/shop/issues/7/comments?per_page=100").reply(200, comments);
    const written = nock(API)
      .patch("/repos/acme/shop/issues/comments/3", ({ body }) => body.endsWith("\nNow."))
      .reply(200, comments[2]);

    const outcome = await host().ensureComment(
      { repository, number: 7 },
      { topic: "review", body: "Now.", head: "cd", sequence: 2, whenMissing: "create", whenChanged: "update", weight: 1 },
    );

    expect(outcome).toEqual({ kind: "updated", id: 3, url: "https://x/3" });
    expect(written.isDone()).toBe(true);
  });

  it("take a limit that GraphQL tells with status 200 for a limit", async () => {
    const files = Array.from({ length: 9 }, (_, index) => ({
      path: `f${index}.py`,
      mode: "100644",
      type: "blob",
      sha: String(index).repeat(40),
      size: 1,
    }));
    nock(API).get("/repos/acme/shop/git/trees/abc?recursive=1").reply(200, { sha: "abc", tree: files, truncated: false });
    nock(API)
      .post("/graphql")
      .reply(
        200,
        { errors: [{ type: "RATE_LIMITED", message: "API rate limit exceeded" }] },
        { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "4102444800" },
      );
    const tree = await host().openSource(repository).open("abc");

    await expect(tree.load(tree.paths())).rejects.toMatchObject({ failure: { code: "code-host-rate-limited" }, retryable: true });
  });

  it("stop at a tree listing in the cache that is damaged, and ask again", async () => {
    const around = surroundings();
    await around.cache.put("github-tree/acme/shop/abc", Buffer.from('[["shop/orders.py"'));
    nock(API).get("/repos/acme/shop/git/trees/abc?recursive=1").reply(200, { sha: "abc", tree: [], truncated: false });

    const tree = await createTokenCodeHost({ value: "ghs_workflow", login: "github-actions[bot]" }, around)
      .openSource(repository)
      .open("abc");

    expect(tree.paths()).toEqual([]);
  });
});
