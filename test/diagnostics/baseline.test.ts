import { describe, expect, it } from "vitest";
import { parseBaseline, renderBaseline } from "../../src/configuration/baseline-file.ts";
import { applyBaseline, baselineOf, rewriteBaseline } from "../../src/diagnostics/baseline.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";

function finding(path: string, message: string, start = 0): Diagnostic {
  return {
    rule: "asset-too-large",
    tier: "practice",
    severity: "info",
    message,
    location: { path, start, end: start + 1 },
    related: [],
    subject: "asset:orders",
  };
}

const large = finding("shop/assets.py", "`orders` has 120 lines", 40);

describe("a baseline", () => {
  it("knows a finding again when lines and counts have moved, and no other", () => {
    const entries = baselineOf([large]);
    const moved = finding("shop/assets.py", "`orders` has 133 lines", 900);
    const other = finding("shop/assets.py", "`customers` has 120 lines", 40);

    expect(applyBaseline([moved, other], entries)).toEqual({ fresh: [other], known: [moved], stale: [] });
  });

  it("accepts as many equal findings as it has entries, and tells those that are gone", () => {
    const entries = baselineOf([large, large, finding("shop/gone.py", "`refunds` has 99 lines")]);

    const { fresh, known, stale } = applyBaseline([large, large, large], entries);

    expect([fresh.length, known.length]).toEqual([1, 2]);
    expect(stale.map(({ file }) => file)).toEqual(["shop/gone.py"]);
  });

  it("follows a file that was renamed", () => {
    const moved = finding("shop/marts/orders.py", "`orders` has 120 lines");
    const pathOf = (path: string) => (path === "shop/marts/orders.py" ? "shop/assets.py" : path);

    expect(applyBaseline([moved], baselineOf([large]), { pathOf }).fresh).toEqual([]);
  });

  it("looks for what was in a file that is gone under other paths", () => {
    const moved = finding("shop/marts/orders.py", "`orders` has 121 lines");
    const copied = finding("shop/copy.py", "`orders` has 121 lines");
    const isGone = (path: string) => path === "shop/assets.py";

    expect(applyBaseline([moved, copied], baselineOf([large]), { isGone })).toEqual({ fresh: [copied], known: [moved], stale: [] });
    expect(applyBaseline([moved], baselineOf([large])).fresh).toEqual([moved]);
    expect(rewriteBaseline({ before: baselineOf([large]), found: [moved], isJudged: () => true, pruneOnly: true, isGone })).toEqual(
      baselineOf([moved]),
    );
  });

  it("reads back what it writes, whatever the order of what was found", () => {
    const found = [finding("b.py", 'a "quoted" `name`'), large, finding("a.py", "`orders` has 7 lines")];
    const text = renderBaseline(baselineOf(found));

    expect(text).toBe(renderBaseline(baselineOf([...found].reverse())));
    expect(parseBaseline(text, "baseline.json")).toEqual({ entries: baselineOf(found), diagnostics: [] });
    expect(text.split("\n").filter((line) => line.includes('"rule"')).length).toBe(3);
    expect(parseBaseline(renderBaseline([]), "baseline.json").entries).toEqual([]);
  });

  it("keeps what a run could not have found, and prunes without accepting", () => {
    const before = baselineOf([finding("other/assets.py", "`x` has 1 lines"), finding("shop/gone.py", "`y` has 2 lines"), large]);
    const news = finding("shop/assets.py", "`new` has 3 lines");
    const isJudged = ({ file }: { readonly file: string }) => file.startsWith("shop/");
    const files = (pruneOnly: boolean) =>
      rewriteBaseline({ before, found: [large, news], isJudged, pruneOnly }).map(({ file, message }) => `${file} ${message}`);

    expect(files(false)).toEqual([
      "other/assets.py `x` has # lines",
      "shop/assets.py `new` has # lines",
      "shop/assets.py `orders` has # lines",
    ]);
    expect(files(true)).toEqual(["other/assets.py `x` has # lines", "shop/assets.py `orders` has # lines"]);
  });

  it.each([
    ["[", "no JSON"],
    ["{}", "no list of `findings`"],
    ['{"findings": [{"rule": 1}]}', "an entry of the baseline needs"],
  ])("objects to %s at its place", (text, message) => {
    const [problem] = parseBaseline(text, "baseline.json").diagnostics;

    expect(problem).toMatchObject({ severity: "error", rule: "invalid-configuration" });
    expect(problem?.message).toContain(message);
  });
});
