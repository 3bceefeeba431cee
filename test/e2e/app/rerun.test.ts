import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PullRequestStory } from "../../support/github-server/story/pull-request.ts";
import type { RepositoryStory } from "../../support/github-server/story/repository.ts";
import { type AppStage, startAppStage } from "../../support/services/app-stage.ts";
import { ADD_REFUNDS, FIX_README, SHOP } from "./shop.ts";

const COMPLETED = { name: "dagsight", status: "completed", conclusion: "success" };

describe("Re-run", () => {
  let stage: AppStage;
  let shop: RepositoryStory;
  let pr: PullRequestStory;
  let repositories = 0;

  beforeAll(async () => {
    stage = await startAppStage();
  });

  beforeEach(async () => {
    repositories += 1;
    shop = await stage.github.repository(`acme/shop-${repositories}`).withFiles(SHOP);
    pr = await shop.pullRequest({ from: "refunds", files: ADD_REFUNDS });
    await stage.deliver(pr.opened());
    stage.takeWrites();
  });

  afterAll(() => stage.stop());

  it("of all checks makes a second check run, and leaves the comment as it is", async () => {
    const comments = pr.comments();

    await stage.deliver(pr.rerun());

    expect(pr.checkRuns()).toMatchObject([COMPLETED, COMPLETED]);
    expect(pr.comments()).toEqual(comments);
    expect(stage.takeWrites()).toEqual(["checks/create", "checks/update"]);
  });

  it("beside the check run does the same", async () => {
    await stage.deliver(pr.rerunCheck("dagsight"));

    expect(pr.checkRuns()).toMatchObject([COMPLETED, COMPLETED]);
  });

  it("of a fork's pull request, which GitHub does not name, finds it by what was written on the check run", async () => {
    const fork = await shop.fork("grace");
    const other = await shop.pullRequest({ from: "returns", files: ADD_REFUNDS, fork, author: "grace" });
    await stage.deliver(other.opened());

    const event = await other.rerun();
    expect(event.payload).toMatchObject({ check_suite: { pull_requests: [], head_branch: null } });
    await stage.deliver(event);

    expect(other.checkRuns()).toMatchObject([COMPLETED, COMPLETED]);
  });

  it("after the pull request was merged is answered, too: GitHub waits for it", async () => {
    await pr.merge();

    await stage.deliver(pr.rerun());

    expect(pr.checkRuns()).toMatchObject([COMPLETED, { name: "dagsight", status: "completed" }]);
  });

  it("of a commit that was pushed over ends as cancelled", async () => {
    const event = await pr.rerun();
    const first = pr.head;
    await pr.push(FIX_README);

    await stage.deliver(event);

    expect(shop.checkRuns(first)).toMatchObject([
      COMPLETED,
      { status: "completed", conclusion: "cancelled", summary: `Superseded by ${pr.head.slice(0, 7)}.` },
    ]);
  });

  it("of a commit that no pull request has gets its answer", async () => {
    const commit = await shop.commit("elsewhere", FIX_README);
    const event = await pr.rerun();
    const suite = { ...(event.payload["check_suite"] as object), head_sha: commit, pull_requests: [] };

    await stage.deliver({ ...event, payload: { ...event.payload, check_suite: suite } });

    expect(shop.checkRuns(commit)).toMatchObject([{ status: "completed", conclusion: "skipped", title: "Nothing to review" }]);
  });

  it("is tried again when GitHub fails, and makes no third check run by that", async () => {
    stage.github.fails({ kind: "status", status: 503 }, { operation: "repos/compare-commits", times: 5 });

    await stage.deliver(pr.rerun());
    stage.github.recovers();

    expect(pr.checkRuns()).toMatchObject([COMPLETED, COMPLETED]);
  });
});
