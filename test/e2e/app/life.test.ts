import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { WEBHOOK_EVENTS } from "../../../src/adapters/github/webhook/job-of-webhook.ts";
import { startGitHub } from "../../support/github-server/start-github.ts";
import { type AppStage, startAppStage } from "../../support/services/app-stage.ts";
import { ADD_REFUNDS, ADD_RETURNS, BREAK_SYNTAX, FIX_README, SHOP, TAKE_REFUNDS_BACK } from "./shop.ts";

describe("the life of a pull request", () => {
  let stage: AppStage;
  let repositories = 0;

  beforeAll(async () => {
    stage = await startAppStage();
  });

  afterAll(() => stage.stop());

  const openShop = async (files = SHOP) => {
    repositories += 1;
    return await stage.github.repository(`acme/shop-${repositories}`).withFiles(files);
  };

  it("opened: one comment with a diagram, and one completed check run", async () => {
    const pr = await (await openShop()).pullRequest({ from: "refunds", files: ADD_REFUNDS });

    const delivery = await stage.deliver(pr.opened());

    expect(delivery.statusCode).toBe(200);
    expect(pr.comments()).toMatchObject([{ author: "dagsight[bot]" }]);
    expect(pr.comments()[0]?.body).toContain("### ✅ 1 asset added, nothing breaks");
    expect(pr.comments()[0]?.body).toContain("```mermaid\nflowchart LR\n");
    expect(pr.comments()[0]?.body).toContain('["+\u00a0refunds"]');
    expect(pr.checkRuns()).toMatchObject([
      { name: "dagsight", status: "completed", conclusion: "success", title: "1 asset added, nothing breaks", annotations: [] },
    ]);
    expect(pr.checkRuns()[0]?.summary).toContain("flowchart LR");
  });

  it("the same delivery again writes nothing at all", async () => {
    const pr = await (await openShop()).pullRequest({ from: "refunds", files: ADD_REFUNDS });
    const delivery = await stage.deliver(pr.opened());
    const [comments, checks] = [pr.comments(), pr.checkRuns()];
    stage.takeWrites();

    await stage.github.redeliver(delivery);
    await stage.app.idle();

    expect(stage.takeWrites()).toEqual([]);
    expect(pr.comments()).toEqual(comments);
    expect(pr.checkRuns()).toEqual(checks);
  });

  it("the check run is in progress before anything is read, and completed before the comment is written", async () => {
    const pr = await (await openShop()).pullRequest({ from: "refunds", files: ADD_REFUNDS });
    stage.github.forgetRequests();

    await stage.deliver(pr.opened());

    const order = stage.github.requests().map(({ operation }) => operation);
    const place = (operation: string) => order.indexOf(operation);
    expect(stage.github.requests("checks/create")[0]?.body).toMatchObject({ status: "in_progress", head_sha: pr.head });
    expect(place("pulls/get")).toBeLessThan(place("checks/create"));
    expect(place("checks/create")).toBeLessThan(place("repos/compare-commits"));
    expect(place("checks/update")).toBeLessThan(place("issues/create-comment"));
  });

  it("synchronize: the comment is brought up to date in place, and the new commit has its own check run", async () => {
    const pr = await (await openShop()).pullRequest({ from: "refunds", files: ADD_REFUNDS });
    await stage.deliver(pr.opened());
    const [first] = pr.comments();
    await pr.push(ADD_RETURNS);

    await stage.deliver(pr.synchronize());

    expect(pr.comments()).toHaveLength(1);
    expect(pr.comments()[0]).toMatchObject({ id: first?.id });
    expect(pr.comments()[0]?.body).toContain("2 assets added");
    expect(pr.comments()[0]?.body).toContain(`head=${pr.head}`);
    expect(pr.checkRuns()).toMatchObject([{ status: "completed", conclusion: "success", title: "2 assets added, nothing breaks" }]);
  });

  it("a push that takes everything back: the comment says so", async () => {
    const pr = await (await openShop()).pullRequest({ from: "refunds", files: ADD_REFUNDS });
    await stage.deliver(pr.opened());
    await pr.push({ ...TAKE_REFUNDS_BACK, ...FIX_README });

    await stage.deliver(pr.synchronize());

    expect(pr.comments()).toHaveLength(1);
    expect(pr.comments()[0]?.body).toContain("### ✅ No change to the asset graph");
    expect(pr.checkRuns()).toMatchObject([{ status: "completed", conclusion: "success" }]);
  });

  it("a change that touches no Dagster code gets no comment, and a completed check run", async () => {
    const pr = await (await openShop()).pullRequest({ from: "readme", files: FIX_README });

    await stage.deliver(pr.opened());

    expect(pr.comments()).toEqual([]);
    expect(pr.checkRuns()).toMatchObject([{ status: "completed", conclusion: "success", title: "No change to the asset graph" }]);
  });

  it("a repository without Dagster gets no comment, and a check run that was skipped", async () => {
    const library = await openShop({ "README.md": "# A library\n", "library/main.py": "print(1)\n" });
    const pr = await library.pullRequest({ from: "fix", files: { "library/main.py": "print(2)\n" } });

    await stage.deliver(pr.opened());

    expect(pr.comments()).toEqual([]);
    expect(pr.checkRuns()).toMatchObject([{ status: "completed", conclusion: "skipped", title: "No Dagster code location found" }]);
  });

  it("a broken file still gets a review of the rest", async () => {
    const files = { ...ADD_REFUNDS, ...BREAK_SYNTAX };
    const pr = await (await openShop()).pullRequest({ from: "refunds", files });

    await stage.deliver(pr.opened());

    expect(pr.comments()[0]?.body).toContain("refunds");
    expect(pr.comments()[0]?.body).toContain("invalid-syntax");
    expect(pr.comments()[0]?.body).not.toMatch(/asset.* removed/);
    expect(pr.checkRuns()).toMatchObject([
      { status: "completed", conclusion: "failure", annotations: [{ path: "shop/assets.py", level: "failure" }] },
    ]);
  });

  it("a draft is reviewed like any other, and that it is ready for review then changes nothing", async () => {
    const pr = await (await openShop()).pullRequest({ from: "refunds", files: ADD_REFUNDS, draft: true });
    await stage.deliver(pr.opened());
    expect(pr.comments()).toHaveLength(1);
    stage.takeWrites();

    await stage.deliver(pr.readyForReview());

    expect(stage.takeWrites()).toEqual([]);
  });

  it("closed, retitled or labelled: nothing is done", async () => {
    const pr = await (await openShop()).pullRequest({ from: "refunds", files: ADD_REFUNDS });
    await stage.deliver(pr.opened());
    stage.github.forgetRequests();

    const edited = await pr.opened();
    await stage.deliver({ name: "pull_request", payload: { ...edited.payload, action: "edited", changes: { title: { from: "Old" } } } });
    await stage.deliver({ name: "pull_request", payload: { ...edited.payload, action: "labeled" } });
    pr.close();
    await stage.deliver(pr.closed());

    expect(stage.github.requests()).toEqual([]);
  });

  it("reopened after a push that nobody told of: reviewed as it is now", async () => {
    const pr = await (await openShop()).pullRequest({ from: "readme", files: FIX_README });
    pr.close();
    await pr.push(ADD_REFUNDS);

    await stage.deliver(pr.reopened());

    expect(pr.comments()[0]?.body).toContain("1 asset added");
    expect(pr.checkRuns()).toMatchObject([{ status: "completed", conclusion: "success" }]);
  });

  it("another base: compared with that one, in a check run that takes the place of the first", async () => {
    const shop = await openShop();
    await shop.commit("next", ADD_REFUNDS);
    const pr = await shop.pullRequest({ from: "returns", files: { "shop/returns.py": "" } });
    await shop.record.git.setRef("refs/heads/returns", await shop.commitOf("next"));
    await pr.push(FIX_README);
    await stage.deliver(pr.synchronize());
    expect(pr.comments()[0]?.body).toContain("1 asset added");

    await stage.deliver(pr.baseChanged("next"));

    expect(pr.comments()).toHaveLength(1);
    expect(pr.comments()[0]?.body).toContain("No change to the asset graph");
    expect(pr.checkRuns().at(-1)).toMatchObject({ status: "completed", conclusion: "success", title: "No change to the asset graph" });
  });

  it("what the base has gained since is not taken for the pull request's doing", async () => {
    const shop = await openShop();
    const pr = await shop.pullRequest({ from: "readme", files: FIX_README });
    await shop.commit("main", ADD_REFUNDS);

    await stage.deliver(pr.opened());

    expect(pr.comments()).toEqual([]);
    expect(pr.checkRuns()).toMatchObject([{ title: "No change to the asset graph" }]);
  });

  it("a fork's pull request is reviewed without a right on the fork", async () => {
    const shop = await openShop();
    const fork = await shop.fork("grace");
    const pr = await shop.pullRequest({ from: "refunds", files: ADD_REFUNDS, fork, author: "grace" });

    await stage.deliver(pr.opened());

    expect(pr.comments()[0]?.body).toContain("1 asset added");
    expect(pr.comments()[0]?.body).toContain("`grace:refunds`");
    expect(pr.checkRuns()).toMatchObject([{ status: "completed", conclusion: "success" }]);
  });

  it("a fork that was deleted meanwhile is reviewed all the same", async () => {
    const shop = await openShop();
    const fork = await shop.fork("grace");
    const pr = await shop.pullRequest({ from: "refunds", files: ADD_REFUNDS, fork, author: "grace" });
    pr.deleteFork();

    await stage.deliver(pr.opened());

    expect(pr.comments()[0]?.body).toContain("1 asset added");
  });

  it("pull requests of one repository, opened at once, each get their own", async () => {
    const shop = await openShop();
    const prs = await Promise.all(
      ["one", "two", "three"].map(async (name) => await shop.pullRequest({ from: name, files: { [`shop/${name}.py`]: "" } })),
    );
    const [first] = prs;
    await first?.push(ADD_REFUNDS);

    await stage.github.deliverTogether(prs.map((pr) => pr.opened()));
    await stage.app.idle();

    expect(prs.map((pr) => pr.comments().length)).toEqual([1, 0, 0]);
    expect(prs.map((pr) => pr.checkRuns().map(({ status }) => status))).toEqual([["completed"], ["completed"], ["completed"]]);
  });
});

describe("the App as it is registered", () => {
  const { default_permissions: permissions, default_events: events } = parse(
    readFileSync(new URL("../../../app.yml", import.meta.url), "utf8"),
  );

  it("hears of every event that it acts on", () => {
    expect(events).toEqual(expect.arrayContaining([...WEBHOOK_EVENTS]));
  });

  it.each(["github.com", "a GitHub Enterprise Server"])("does all of its work with the permissions of app.yml, on %s", async (where) => {
    const github = await startGitHub();
    const stage = await startAppStage(where === "github.com" ? {} : { GITHUB_API_URL: github.enterpriseUrl }, github);
    github.world.installation.permissions = permissions;
    const shop = await github.repository("acme/shop").withFiles(SHOP);
    const pr = await shop.pullRequest({ from: "refunds", files: ADD_REFUNDS });

    await stage.deliver(pr.opened());
    await stage.deliver(pr.rerun());

    expect(pr.comments()).toHaveLength(1);
    expect(pr.checkRuns()).toMatchObject([{ conclusion: "success" }, { conclusion: "success" }]);
    expect(github.requests().filter(({ status }) => status === 403 || status === 404)).toEqual([]);
    await stage.stop();
  });
});
