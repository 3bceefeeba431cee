import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AppStage, startAppStage } from "../../support/services/app-stage.ts";
import { ADD_REFUNDS, BREAK_ORDERS, SELECTED_RULES, SHOP } from "./shop.ts";

const FILE = ".github/dagsight.yml";

describe("the configuration of a repository", () => {
  let stage: AppStage;
  let repositories = 0;

  beforeAll(async () => {
    stage = await startAppStage();
  });

  afterAll(() => stage.stop());

  const review = async (configuration: string, change: Readonly<Record<string, string>>) => {
    repositories += 1;
    const shop = await stage.github
      .repository(`acme/shop-${repositories}`)
      .withFiles({ ...SHOP, [FILE]: `${configuration}${SELECTED_RULES}` });
    const pr = await shop.pullRequest({ from: "change", files: change });
    await stage.deliver(pr.opened());
    return pr;
  };

  it("decides at which findings the check run fails", async () => {
    expect((await review("check:\n  failOn: error\n", BREAK_ORDERS)).checkRuns()).toMatchObject([{ conclusion: "failure" }]);
    expect((await review("check:\n  failOn: never\n", BREAK_ORDERS)).checkRuns()).toMatchObject([{ conclusion: "neutral" }]);
  });

  it("may want no comment: the check run has the review", async () => {
    const pr = await review("comment:\n  behaviour: off\n", ADD_REFUNDS);

    expect(pr.comments()).toEqual([]);
    expect(pr.checkRuns()).toMatchObject([{ conclusion: "success", title: "1 asset added, nothing breaks" }]);
  });

  it("holds as it is at the base: a pull request cannot make itself pass", async () => {
    const pr = await review("check:\n  failOn: error\n", { ...BREAK_ORDERS, [FILE]: "check:\n  failOn: never\n" });

    expect(pr.checkRuns()).toMatchObject([{ conclusion: "failure" }]);
  });

  it("is named in the comment, and its mistakes in the check run, while the rest of it holds", async () => {
    const pr = await review("check:\n  failOn: never\n  failON: error\n", BREAK_ORDERS);

    expect(pr.comments()[0]?.body).toContain("configuration: `.github/dagsight.yml`");
    expect(pr.checkRuns()).toMatchObject([{ conclusion: "neutral" }]);
    expect(pr.checkRuns()[0]?.text).toContain("`.github/dagsight.yml:3` — unknown key `check.failON`. Did you mean `failOn`?");
  });
});
