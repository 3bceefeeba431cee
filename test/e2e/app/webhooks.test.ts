import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PullRequestStory } from "../../support/github-server/story/pull-request.ts";
import { type AppStage, startAppStage } from "../../support/services/app-stage.ts";
import { ADD_REFUNDS, SHOP } from "./shop.ts";

describe("a webhook", () => {
  let stage: AppStage;
  let pr: PullRequestStory;

  beforeAll(async () => {
    stage = await startAppStage();
    const shop = await stage.github.repository("acme/shop").withFiles(SHOP);
    pr = await shop.pullRequest({ from: "refunds", files: ADD_REFUNDS });
  });

  beforeEach(() => stage.github.forgetRequests());

  afterAll(() => stage.stop());

  const post = async (body: string, headers: Readonly<Record<string, string>>) =>
    await fetch(stage.app.webhookUrl, { method: "POST", body, headers: { "content-type": "application/json", ...headers } });

  it("with a forged signature is refused, and nothing is asked of GitHub", async () => {
    const delivery = await stage.deliver(pr.opened(), { secret: "guessed" });

    expect(delivery.statusCode).toBe(400);
    expect(stage.github.requests()).toEqual([]);
  });

  it("signed with the word that Probot would take by default is refused, too", async () => {
    expect((await stage.deliver(pr.opened(), { secret: "development" })).statusCode).toBe(400);
    expect(stage.github.requests()).toEqual([]);
  });

  it.each([
    ["without a signature", "{}", { "x-github-event": "pull_request", "x-github-delivery": "1" }, 400],
    ["without headers", "{}", {}, 400],
    ["that is no JSON at all", "opened", { "content-type": "text/plain" }, 415],
  ])("%s is refused", async (_what, body, headers, status) => {
    expect((await post(body, headers)).status).toBe(status);
    expect(stage.github.requests()).toEqual([]);
  });

  it("is answered before the work is done", async () => {
    stage.github.fails({ kind: "delay", milliseconds: 400 }, { operation: "pulls/get" });

    const delivery = await stage.github.deliver(await pr.opened());

    expect(delivery.statusCode).toBe(200);
    expect(pr.comments()).toEqual([]);
    await stage.app.idle();
    expect(pr.comments()).toHaveLength(1);
  });

  it("without an installation is told in the log and otherwise ignored", async () => {
    const { name, payload } = await pr.opened();
    const { installation: _, ...left } = payload;

    const delivery = await stage.deliver({ name, payload: left });

    expect(delivery.statusCode).toBe(200);
    expect(stage.github.requests()).toEqual([]);
    expect(stage.log.lines.at(-1)).toMatchObject({
      message: "webhook ignored",
      fields: { delivery: delivery.guid, reason: "the payload names no installation: is the webhook the App's own?" },
    });
  });

  it.each([
    ["no pull request", { pull_request: {} }],
    ["a pull request that is a word", { pull_request: "7" }],
    ["no repository", { repository: null }],
    ["a repository without an owner", { repository: { id: 1, name: "shop" } }],
  ])("whose payload holds %s is ignored", async (_what, change) => {
    const { name, payload } = await pr.opened();

    const delivery = await stage.deliver({ name, payload: { ...payload, ...change } });

    expect(delivery.statusCode).toBe(200);
    expect(stage.github.requests()).toEqual([]);
    expect(stage.log.lines.at(-1)?.message).toBe("webhook ignored");
  });

  it("of an event that nobody subscribed to is taken and forgotten", async () => {
    expect((await stage.deliver({ name: "star", payload: { action: "created" } })).statusCode).toBe(200);
    expect(stage.github.requests()).toEqual([]);
  });

  it("never brings a token, a key or a secret into the log", async () => {
    await stage.deliver(pr.opened());

    expect(stage.log.lines.length).toBeGreaterThan(0);
    expect(JSON.stringify(stage.log.lines)).not.toMatch(/ghs_|eyJ|PRIVATE KEY/);
    expect(JSON.stringify(stage.log.lines)).not.toContain(stage.github.app.webhookSecret);
  });
});
