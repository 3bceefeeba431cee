import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type AppStage, startAppStage } from "../../support/app-stage.ts";
import type { RepositoryStory } from "../../support/github-server/story/repository.ts";
import { SHOP_PROJECT } from "../../support/shop-project.ts";

const REFUNDS = `from dagster import asset


@asset(group_name="sales")
def refunds(orders):
    return [order for order in orders if order < 0]
`;

const WITH_REFUNDS = {
  "shop/refunds.py": REFUNDS,
  "shop/definitions.py": `from dagster import Definitions, load_assets_from_modules

from shop import assets, refunds

defs = Definitions(assets=load_assets_from_modules([assets, refunds]))
`,
};

describe("a pull request is opened", () => {
  let stage: AppStage;
  let shop: RepositoryStory;

  beforeEach(async () => {
    stage = await startAppStage();
    shop = await stage.github.repository("acme/shop").withFiles(SHOP_PROJECT);
  });

  afterEach(() => stage.stop());

  it("and gets one comment with a diagram, and one completed check run", async () => {
    const pr = await shop.pullRequest({ from: "refunds", files: WITH_REFUNDS });

    const delivery = await stage.deliver(pr.opened());

    expect(delivery.statusCode).toBe(200);
    expect(stage.log.lines.filter(({ level }) => level === "error")).toEqual([]);
    expect(pr.comments()).toHaveLength(1);
    expect(pr.comments()[0]).toMatchObject({ author: "dagsight[bot]" });
    expect(pr.comments()[0]?.body).toContain("```mermaid\nflowchart LR\n");
    expect(pr.comments()[0]?.body).toContain("+\u00a0refunds");
    expect(pr.checkRuns()).toMatchObject([{ name: "dagsight", status: "completed", conclusion: "success" }]);
  });
});
