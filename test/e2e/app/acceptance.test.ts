/** What a repository has decided not to hear about stays unsaid in the App, by the same means as in the command: comments and the baseline. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AppStage, startAppStage } from "../../support/services/app-stage.ts";
import { BREAK_ORDERS, SHOP } from "./shop.ts";

const BASELINE = ".dagsight/baseline.json";
const ENTRY = {
  file: "shop/assets.py",
  rule: "missing-upstream-asset",
  subject: "asset:daily_revenue",
  message: "`daily_revenue` loads the asset `order`, which nothing defines",
};

describe("accepted findings", () => {
  let stage: AppStage;
  let repositories = 0;

  beforeAll(async () => {
    stage = await startAppStage();
  });

  afterAll(() => stage.stop());

  const review = async (base: Readonly<Record<string, string>>, change: Readonly<Record<string, string>>) => {
    repositories += 1;
    const shop = await stage.github.repository(`acme/shop-${repositories}`).withFiles({ ...SHOP, ...base });
    const pr = await shop.pullRequest({ from: "change", files: change });
    await stage.deliver(pr.opened());
    return pr;
  };

  it("of the base's baseline are not said and do not fail the check run", async () => {
    const pr = await review({ [BASELINE]: JSON.stringify({ schemaVersion: 1, findings: [ENTRY] }) }, BREAK_ORDERS);

    expect(pr.checkRuns()[0]?.conclusion).not.toBe("failure");
    expect(pr.checkRuns()[0]?.annotations).toEqual([]);
  });

  it("cannot be added by the change that brings them", async () => {
    const pr = await review({}, { ...BREAK_ORDERS, [BASELINE]: JSON.stringify({ schemaVersion: 1, findings: [ENTRY] }) });

    expect(pr.checkRuns()).toMatchObject([{ conclusion: "failure" }]);
  });

  it("are said when the baseline is broken, and so is that", async () => {
    const pr = await review({ [BASELINE]: "{}" }, BREAK_ORDERS);

    expect(pr.checkRuns()).toMatchObject([{ conclusion: "failure" }]);
    expect(pr.checkRuns()[0]?.text).toContain("the baseline has no list of `findings`");
  });

  it("are those that a comment suppresses at the head", async () => {
    const text = (BREAK_ORDERS["shop/assets.py"] ?? "").replace(
      "def daily_revenue(order):",
      "def daily_revenue(order):  # dagsight: ignore[missing-upstream-asset] comes with the next change",
    );
    const pr = await review({}, { "shop/assets.py": text });

    expect(pr.checkRuns()[0]?.conclusion).not.toBe("failure");
    expect(pr.checkRuns()[0]?.annotations).toEqual([]);
  });
});
