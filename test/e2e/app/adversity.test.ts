import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PullRequestStory } from "../../support/github-server/story/pull-request.ts";
import type { RepositoryStory } from "../../support/github-server/story/repository.ts";
import { type AppStage, startAppStage } from "../../support/services/app-stage.ts";
import { ADD_REFUNDS, FIX_README, SHOP } from "./shop.ts";

const REVIEWED = [{ name: "dagsight", status: "completed", conclusion: "success", title: "1 asset added, nothing breaks" }];
const GIVEN_UP = { name: "dagsight", status: "completed", conclusion: "neutral", title: "Could not be reviewed" };

describe("when the world is not well", () => {
  let stage: AppStage;
  let shop: RepositoryStory;
  let pr: PullRequestStory;

  beforeEach(async () => {
    stage = await startAppStage();
    shop = await stage.github.repository("acme/shop").withFiles(SHOP);
    pr = await shop.pullRequest({ from: "refunds", files: ADD_REFUNDS });
  });

  afterEach(() => stage.stop());

  const problems = () => stage.log.lines.filter(({ level }) => level === "error").map(({ fields }) => String(fields["error"]));

  it.each([
    ["the check run was begun and the answer lost", { kind: "drop-after" }, "checks/create"],
    ["the comment was written and the answer lost", { kind: "drop-after" }, "issues/create-comment"],
    ["the check run was completed and GitHub says 502", { kind: "error-after", status: 502 }, "checks/update"],
    ["a tree cannot be had at first", { kind: "status", status: 500 }, "git/get-tree"],
    ["the connection breaks while files are read", { kind: "drop-before" }, "git/get-blob"],
    ["GitHub asks to slow down", { kind: "secondary-rate-limit", status: 403, retryAfter: 20 }, "issues/create-comment"],
    ["the hour's requests are spent", { kind: "primary-rate-limit", resetInSeconds: 1500 }, "repos/compare-commits"],
    ["no token can be had at first", { kind: "status", status: 503 }, "apps/create-installation-access-token"],
  ] as const)("%s: it ends right, once", async (_what, fault, operation) => {
    stage.github.fails(fault, { operation });

    await stage.deliver(pr.opened());

    expect(pr.comments()).toHaveLength(1);
    expect(pr.checkRuns()).toMatchObject(REVIEWED);
    expect(problems()).toEqual([]);
  });

  it("GitHub is down for longer than one job lasts: the next one ends what was begun", async () => {
    stage.github.fails({ kind: "status", status: 503 }, { operation: "repos/compare-commits", times: 6 });

    await stage.deliver(pr.opened());

    expect(pr.comments()).toHaveLength(1);
    expect(pr.checkRuns()).toMatchObject(REVIEWED);
  });

  it("GitHub stays down: the check run says so in the end, and a re-run reviews", async () => {
    stage.github.fails({ kind: "status", status: 503 }, { operation: "repos/compare-commits", times: 99 });
    await stage.deliver(pr.opened());
    expect(pr.comments()).toEqual([]);
    expect(pr.checkRuns()).toMatchObject([GIVEN_UP]);
    expect(pr.checkRuns()[0]?.summary).toContain("GitHub did not answer to repos/compare-commits (status 503).");
    expect(pr.checkRuns()[0]?.summary).toContain("**Re-run** tries again");

    stage.github.recovers();
    await stage.deliver(pr.rerun());

    expect(pr.checkRuns()).toMatchObject([GIVEN_UP, ...REVIEWED]);
    expect(pr.comments()).toHaveLength(1);
  });

  it("a verdict that stands is not replaced by the news that GitHub is down", async () => {
    const delivery = await stage.deliver(pr.opened());
    stage.github.fails({ kind: "status", status: 503 }, { operation: "repos/compare-commits", times: 99 });

    await stage.github.redeliver(delivery);
    await stage.app.idle();

    expect(pr.checkRuns()).toMatchObject(REVIEWED);
  });

  it("comments are not permitted: the check run has the review", async () => {
    stage.github.revoke("issues");
    stage.github.grant("pull_requests", "read");

    await stage.deliver(pr.opened());

    expect(pr.checkRuns()).toMatchObject(REVIEWED);
    expect(problems()).toEqual([expect.stringContaining("GitHub does not allow issues/create-comment")]);
  });

  it("check runs are not permitted: it is said in the log, and nothing hangs", async () => {
    stage.github.revoke("checks");

    await stage.deliver(pr.opened());

    expect(pr.checkRuns()).toEqual([]);
    expect(problems().at(-1)).toContain("Check the permissions that the installation has given.");
  });

  it.each([
    ["suspended", () => void stage.github.suspend(), "Is the App still installed, and not suspended?"],
    ["removed", () => void stage.github.uninstall(), "the installation is gone"],
  ])("the installation was %s meanwhile: it is said in the log", async (_what, happen, words) => {
    const event = await pr.opened();
    happen();

    const delivery = await stage.deliver(event);

    expect(delivery.statusCode).toBe(200);
    expect(problems().at(-1)).toContain(words);
    expect(stage.takeWrites()).toEqual([]);
  });

  it.each([
    ["renamed", () => shop.rename("store")],
    ["transferred", () => shop.transfer("umbrella")],
  ])("the repository was %s meanwhile: it is reviewed under its present name", async (_what, happen) => {
    const event = await pr.opened();
    happen();

    await stage.deliver(event);

    expect(pr.checkRuns()).toMatchObject(REVIEWED);
    expect(pr.comments()[0]?.body).toContain(`/${shop.owner}/${shop.name}/blob/`);
  });

  it("the repository was deleted meanwhile: it is said in the log", async () => {
    const event = await pr.opened();
    shop.remove();

    await stage.deliver(event);

    expect(problems().at(-1)).toContain("it is gone, or not ours to see");
  });

  it("the branch was deleted meanwhile: its commits are still there", async () => {
    const event = await pr.opened();
    await shop.record.git.deleteRef("refs/heads/refunds");

    await stage.deliver(event);

    expect(pr.checkRuns()).toMatchObject(REVIEWED);
  });

  it("base and head are the same commit: no change, a completed check run", async () => {
    await shop.record.git.setRef("refs/heads/main", pr.head);

    await stage.deliver(pr.opened());

    expect(pr.comments()).toEqual([]);
    expect(pr.checkRuns()).toMatchObject([{ status: "completed", conclusion: "success", title: "No change to the asset graph" }]);
  });

  it("base and head have no history in common: the check run says so", async () => {
    await pr.forcePush(await shop.record.git.commit({ branch: "orphan", parent: null, files: SHOP, message: "Start over" }), ADD_REFUNDS);

    await stage.deliver(pr.synchronize());

    expect(pr.checkRuns()).toMatchObject([GIVEN_UP]);
    expect(pr.checkRuns()[0]?.summary).toContain("have no common ancestor: their histories are unrelated.");
  });

  it("three thousand files changed: what concerns Dagster is reviewed", async () => {
    const files = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`exports/day-${index}.csv`, `day,${index}\n`]));
    const big = await shop.pullRequest({ from: "exports", files: { ...files, ...ADD_REFUNDS } });

    await stage.deliver(big.opened());

    expect(big.comments()[0]?.body).toContain("3002 files changed");
    expect(big.checkRuns()).toMatchObject(REVIEWED);
    expect(stage.github.requests("git/get-blob").length + stage.github.requests("graphql").length).toBeLessThan(10);
  });

  it("a defect of ours is said as such, and its stack is in the log", async () => {
    // The only way to a defect from outside: an answer that GitHub never gives.
    stage.github.fails({ kind: "status", status: 200, message: "no tree" }, { operation: "repos/compare-commits" });

    await stage.deliver(pr.opened());
    stage.github.takeViolations();

    expect(pr.checkRuns()).toMatchObject([GIVEN_UP]);
    expect(pr.checkRuns()[0]?.summary).toContain("a defect of ours");
    expect(problems().at(-1)).toContain("TypeError");
  });

  it("a forced push that drops everything: the comment of before is brought up to date", async () => {
    await stage.deliver(pr.opened());
    await pr.forcePush(await shop.commitOf("main"), FIX_README);

    await stage.deliver(pr.synchronize());

    expect(pr.comments()).toHaveLength(1);
    expect(pr.comments()[0]?.body).toContain("No change to the asset graph");
  });
});
