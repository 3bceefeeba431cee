import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffLocations } from "../../src/diff/diff-locations.ts";
import { verdictWords } from "../../src/render/wording/verdict-words.ts";
import { buildCheckReport } from "../../src/report/check-report.ts";
import type { ReviewReport } from "../../src/types/review-report.ts";
import { reviewOf, scenarios } from "../render/scenarios.ts";
import { type AssetSketch, gap, type LocationSketch, location } from "../support/graph/graph-builder.ts";
import { validateCheckReport, validateReviewReport } from "../support/validate-document.ts";

function only(report: ReviewReport) {
  const [first] = report.locations;
  if (first === undefined) {
    throw new Error("the report has no location");
  }
  return first;
}

const CHAIN: LocationSketch = {
  assets: { orders: { code: "a" }, revenue: { deps: ["orders"] }, report: { deps: ["revenue"] }, unrelated: {} },
  jobs: { daily: { assets: ["report"] }, other: { assets: ["unrelated"] } },
  schedules: { nightly: { target: { job: "daily" } } },
  sensors: { watcher: { monitors: ["revenue"] } },
  checks: { "report:fresh": {} },
};

function withOrders(orders: AssetSketch): LocationSketch {
  return { ...CHAIN, assets: { ...CHAIN.assets, orders } };
}

describe("the review report", () => {
  it.each([...scenarios()])("of %s keeps its contract", (_name, report) => {
    expect(validateReviewReport(JSON.parse(JSON.stringify(report)))).toEqual([]);
  });

  it("follows a change downstream, by distance, to what runs there", () => {
    const { impact } = only(reviewOf([CHAIN], [withOrders({ code: "b" })]));

    expect(impact).toEqual({
      downstream: [
        { key: "revenue", distance: 1, location: "shop" },
        { key: "report", distance: 2, location: "shop" },
      ],
      jobs: ["daily"],
      schedules: ["nightly"],
      sensors: ["watcher"],
      checks: ["report:fresh"],
    });
  });

  it("lets a description reach nobody", () => {
    const { impact } = only(reviewOf([CHAIN], [withOrders({ code: "a", description: "All orders" })]));

    expect(impact).toEqual({ downstream: [], jobs: [], schedules: [], sensors: [], checks: [] });
  });

  it("reaches into other code locations", () => {
    const reporting: LocationSketch = {
      name: "reporting",
      root: "reporting",
      assets: { orders: { kind: "external" }, dashboard: { deps: ["orders"] } },
      jobs: { weekly: { assets: ["dashboard"] } },
    };

    const report = reviewOf([CHAIN, reporting], [withOrders({ code: "b" }), reporting]);
    const shop = report.locations.find((one) => one.name === "shop");

    expect(shop?.impact.downstream[0]).toEqual({ key: "dashboard", distance: 1, location: "reporting" });
    expect(shop?.impact.jobs).toContain("reporting: weekly");
    expect(report.summary.downstream).toBe(3);
  });

  it("draws the neighbours of a change, not the unrelated", () => {
    const { diagram } = only(reviewOf([CHAIN], [withOrders({ code: "b" })]));

    expect(diagram.nodes.map((node) => [node.key, node.status, node.distance])).toEqual([
      ["orders", "changed", 0],
      ["report", "downstream", 2],
      ["revenue", "downstream", 1],
    ]);
  });

  it("draws an edge that could not be read as neither new nor gone", () => {
    const head: LocationSketch = { assets: { ...CHAIN.assets, revenue: { unresolved: ["deps"] } } };

    const { diagram } = only(reviewOf([{ assets: CHAIN.assets ?? {} }], [head]));

    expect(diagram.edges.map((edge) => edge.status)).toEqual(["context", "context"]);
  });

  it("lists what could not be read where it concerns the change, and counts the rest", () => {
    const old = { subject: "asset:unrelated", field: "owners", message: "`owners()` asks a directory" };
    const touched = { subject: "asset:orders", field: "owners", message: "`owners()` asks a directory" };
    const fresh = { subject: "asset:report", field: "group", message: "`GROUP` is only known when it runs" };

    const report = only(
      reviewOf([{ ...CHAIN, unresolved: [old, touched] }], [{ ...withOrders({ code: "b" }), unresolved: [old, touched, fresh] }]),
    );

    expect(report.unresolved.map((entry) => entry.subject)).toEqual(["asset:orders", "asset:report"]);
    expect(report.counts.unresolved).toBe(3);
  });

  it("does not say that nothing changed when the head has a new gap", () => {
    const report = reviewOf([CHAIN], [{ ...CHAIN, unresolved: [gap()] }]);

    expect(report.verdict).toBe("changed");
    expect(verdictWords(report)).toEqual({ sign: "⚠️", title: "No change in what could be read of the asset graph" });
  });

  it("says the worst word that is true", () => {
    const verdicts = [...scenarios()].map(([name, report]) => `${name}: ${report.verdict}`);

    expect(verdicts).toEqual([
      "added-asset: changed",
      "removed-with-consumers: breaking",
      "renamed: breaking",
      "partitions-and-schedules: breaking",
      "big-change: changed",
      "no-change: no-change",
      "nothing-of-dagster: nothing-of-dagster",
      "only-findings: findings",
      "broken-file: findings",
      "several-locations: changed",
      "hostile-names: changed",
      "unresolved-heavy: changed",
    ]);
  });
});

describe("the check report", () => {
  it("counts by severity, in one order, with positions for people", () => {
    const text = "a = 1\nb = 2\n";
    const finding = (start: number, severity: "error" | "warning") => ({
      rule: "unused-resource",
      tier: "practice" as const,
      severity,
      message: "`db` is used by nobody",
      location: { path: "shop/assets.py", start, end: start + 1 },
      related: [],
    });

    const report = buildCheckReport([finding(6, "error"), finding(0, "warning")], () => text);

    expect(validateCheckReport(report)).toEqual([]);
    expect(report.summary).toEqual({ errors: 1, warnings: 1, infos: 0, files: 1, baselined: 0 });
    expect(report.findings.map((one) => [one.line, one.column, one.endLine, one.endColumn])).toEqual([
      [1, 1, 1, 2],
      [2, 1, 2, 2],
    ]);
  });
});

describe("any two versions of a graph", () => {
  const keys = ["a", "b", "c", "d", "e"];
  const sketch = fc
    .dictionary(
      fc.constantFrom(...keys),
      fc.record({
        deps: fc.subarray(keys),
        group: fc.constantFrom("raw", "marts"),
        code: fc.constantFrom("1", "2", "3"),
        owners: fc.subarray(["x", "y"]),
      }),
    )
    .map((assets): LocationSketch => ({ assets }));
  const types = (base: LocationSketch, head: LocationSketch) =>
    diffLocations([location(base)], [location(head)]).flatMap((diff) => diff.changes);

  it("have no difference when they are equal", () => {
    fc.assert(
      fc.property(sketch, (one) => {
        expect(types(one, one)).toEqual([]);
      }),
    );
  });

  it("have the mirrored difference the other way round", () => {
    const mirror: Readonly<Record<string, string>> = { added: "removed", removed: "added" };
    fc.assert(
      fc.property(sketch, sketch, (base, head) => {
        const there = types(base, head).map((change) => `${change.previousName ?? change.subject.name} ${change.type}`);
        const back = types(head, base).map((change) => `${change.subject.name} ${mirror[change.type] ?? change.type}`);

        expect(there.sort()).toEqual(back.sort());
      }),
    );
  });
});
