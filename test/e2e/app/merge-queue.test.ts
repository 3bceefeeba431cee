import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RepositoryStory } from "../../support/github-server/story/repository.ts";
import { type AppStage, startAppStage } from "../../support/services/app-stage.ts";
import { ADD_REFUNDS, BREAK_ORDERS, FIX_README, SHOP } from "./shop.ts";

describe("A merge queue", () => {
  let stage: AppStage;
  let shop: RepositoryStory;
  let repositories = 0;

  beforeAll(async () => {
    stage = await startAppStage();
  });

  beforeEach(async () => {
    repositories += 1;
    shop = await stage.github.repository(`acme/shop-${repositories}`).withFiles(SHOP);
    stage.takeWrites();
  });

  afterAll(() => stage.stop());

  it("gets one check run of the group's commit, and no comment", async () => {
    const group = await shop.mergeGroup(ADD_REFUNDS);

    await stage.deliver(group.checksRequested());

    expect(group.checkRuns()).toMatchObject([{ name: "dagsight", status: "completed", conclusion: "success" }]);
    expect(group.checkRuns()[0]?.summary).toContain("refunds");
    expect(stage.takeWrites()).toEqual(["checks/create", "checks/update"]);
  });

  it("is told when the group would not load, though each of its pull requests does", async () => {
    const group = await shop.mergeGroup(BREAK_ORDERS);

    await stage.deliver(group.checksRequested());

    expect(group.checkRuns()).toMatchObject([{ conclusion: "failure", annotations: [{ path: "shop/assets.py", level: "failure" }] }]);
  });

  it("is answered also when nothing of Dagster is in the group", async () => {
    const group = await shop.mergeGroup(FIX_README);

    await stage.deliver(group.checksRequested());

    expect(group.checkRuns()).toMatchObject([{ status: "completed", conclusion: "success" }]);
  });

  it("that asks twice is answered once", async () => {
    const group = await shop.mergeGroup(ADD_REFUNDS);

    await stage.deliver(group.checksRequested());
    await stage.deliver(group.checksRequested());

    expect(group.checkRuns()).toHaveLength(1);
  });

  it("that gives a group up asks for nothing", async () => {
    const group = await shop.mergeGroup(ADD_REFUNDS);

    await stage.deliver(group.destroyed());

    expect(group.checkRuns()).toEqual([]);
  });

  it.each(["all checks", "the check run"])("gets another run when somebody asks for %s of the group again", async (what) => {
    const group = await shop.mergeGroup(ADD_REFUNDS);
    await stage.deliver(group.checksRequested());

    await stage.deliver(what === "all checks" ? group.rerun() : group.rerunCheck());

    expect(group.checkRuns()).toMatchObject([{ conclusion: "success" }, { conclusion: "success" }]);
  });

  it("is answered when the review fails, and not held up by it", async () => {
    const group = await shop.mergeGroup(ADD_REFUNDS);
    stage.github.fails({ kind: "status", status: 403 }, { operation: "git/get-tree" });

    await stage.deliver(group.checksRequested());

    expect(group.checkRuns()).toMatchObject([{ status: "completed", conclusion: "neutral", title: "Could not be reviewed" }]);
  });
});
