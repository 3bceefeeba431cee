import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PullRequestStory } from "../../support/github-server/story/pull-request.ts";
import { type AppStage, startAppStage } from "../../support/services/app-stage.ts";
import { ADD_REFUNDS, ADD_RETURNS, FIX_README, SHOP } from "./shop.ts";

describe("when things happen at once", () => {
  let stage: AppStage;
  let pr: PullRequestStory;
  let repositories = 0;

  beforeAll(async () => {
    stage = await startAppStage();
  });

  beforeEach(async () => {
    repositories += 1;
    stage.github.forgetRequests();
    const shop = await stage.github.repository(`acme/shop-${repositories}`).withFiles(SHOP);
    pr = await shop.pullRequest({ from: "refunds", files: ADD_REFUNDS });
  });

  afterAll(() => stage.stop());

  const expectOneReview = (assets: string) => {
    expect(pr.comments()).toHaveLength(1);
    expect(pr.comments()[0]?.body).toContain(assets);
    expect(pr.comments()[0]?.body).toContain(`head=${pr.head}`);
    expect(pr.checkRuns()).toMatchObject([{ status: "completed", conclusion: "success" }]);
  };

  it("the same webhook twice: one comment, one check run", async () => {
    const event = await pr.opened();

    await stage.github.deliverTogether([event, event, event]);
    await stage.app.idle();

    expectOneReview("1 asset added");
  });

  it("two pushes before the first is looked at: only the last is reviewed", async () => {
    const opened = await pr.opened();
    const first = pr.head;
    await pr.push(ADD_RETURNS);
    const synchronize = await pr.synchronize(first);

    await stage.github.deliver(opened);
    await stage.deliver(synchronize);

    expectOneReview("2 assets added");
    expect(pr.repository.checkRuns(first)).toEqual([]);
    expect(stage.log.lines.findLast(({ message }) => message === "review dropped")?.fields).toMatchObject({
      head: first,
      reason: `superseded by ${pr.head.slice(0, 7)}`,
    });
  });

  it("webhooks in the wrong order: the last push wins all the same", async () => {
    const opened = await pr.opened();
    await pr.push(ADD_RETURNS);
    await stage.github.deliver(pr.synchronize());
    await stage.deliver(opened);

    expectOneReview("2 assets added");
  });

  it("a push in the middle of a review: the old commit's check run is cancelled, and its verdict not said", async () => {
    const first = pr.head;
    stage.github.fails({ kind: "delay", milliseconds: 300 }, { operation: "repos/compare-commits" });
    await stage.github.deliver(pr.opened());
    await expect.poll(() => stage.github.requests("repos/compare-commits").length).toBeGreaterThan(0);
    await pr.push(ADD_RETURNS);

    await stage.deliver(pr.synchronize(first));

    expectOneReview("2 assets added");
    expect(pr.repository.checkRuns(first)).toMatchObject([
      { status: "completed", conclusion: "cancelled", title: "Not reviewed", summary: `Superseded by ${pr.head.slice(0, 7)}.` },
    ]);
  });

  it("GitHub's answers lag behind its webhook: the push is reviewed all the same", async () => {
    const first = pr.head;
    const pushed = await pr.push(ADD_RETURNS);
    const synchronize = await pr.synchronize(first);
    pr.pull.head.sha = first;
    stage.github.fails({ kind: "delay", milliseconds: 300 }, { operation: "pulls/get", after: 1 });
    await stage.github.deliver(synchronize);
    await expect.poll(() => stage.github.requests("pulls/get").length).toBe(2);
    pr.pull.head.sha = pushed;
    await stage.app.idle();

    expectOneReview("2 assets added");
  });

  it("closed in the middle of a review: nothing is left in progress", async () => {
    stage.github.fails({ kind: "delay", milliseconds: 200 }, { operation: "repos/compare-commits" });
    await stage.github.deliver(pr.opened());
    await expect.poll(() => stage.github.requests("repos/compare-commits").length).toBeGreaterThan(0);
    pr.close();
    await stage.deliver(pr.closed());

    expect(pr.comments()).toEqual([]);
    expect(pr.checkRuns()).toMatchObject([{ status: "completed", conclusion: "cancelled", summary: "The pull request is closed." }]);
  });

  it("two servers with one webhook each: still one comment, with the newest text", async () => {
    const other = await startSecond(stage);
    const opened = await pr.opened();
    await pr.push(FIX_README);
    await stage.github.deliver(opened);
    stage.github.connect(other.webhookUrl);
    await stage.github.deliver(pr.synchronize());
    await Promise.all([stage.app.idle(), other.idle()]);
    stage.github.connect(stage.app.webhookUrl);
    await other.stop();

    expectOneReview("1 asset added");
  });
});

async function startSecond({ github, log }: AppStage) {
  const { startApp } = await import("../../../src/entrypoints/app/server.ts");
  const { readSettings } = await import("../../../src/entrypoints/app/settings.ts");
  const { appEnvironment, EAGER_CLOCK } = await import("../../support/services/app-stage.ts");
  return await startApp(readSettings(appEnvironment(github)), { host: "127.0.0.1", port: 0, clock: EAGER_CLOCK, log, retrySecond: 1 });
}
