import { describe, expect, it } from "vitest";
import { renderCheckRun } from "../../src/render/github/check-run.ts";
import { renderWorkflowCommands } from "../../src/render/github/workflow-commands.ts";
import { createGraphPageRenderer } from "../../src/render/html/graph-page.ts";
import { createReviewPageRenderer } from "../../src/render/html/review-page.ts";
import { renderJson } from "../../src/render/json/stable-document.ts";
import { createCommentRenderer } from "../../src/render/markdown/render-comment.ts";
import { renderGraphPicture } from "../../src/render/svg/graph-picture.ts";
import { renderCheckText } from "../../src/render/terminal/findings-text.ts";
import { renderDiffText, renderReviewText } from "../../src/render/terminal/review-text.ts";
import { summarizeGraph } from "../../src/report/graph-summary.ts";
import type { CheckReport } from "../../src/types/review-report.ts";
import { DAILY, gap, location } from "../support/graph/graph-builder.ts";
import { templateTexts } from "../support/template-texts.ts";
import { diagrams } from "./diagrams.ts";
import { scenarios } from "./scenarios.ts";

const ALL = scenarios();
const SOURCE_LINES = [
  "import dagster as dg",
  "",
  "",
  '@dg.asset(group_name="raw")',
  "def orders():",
  "    return read_orders()",
  "",
  "",
  "@dg.asset",
  "def revenue(orders):",
];

function named(name: string) {
  const report = ALL.get(name);
  if (report === undefined) {
    throw new Error(`no scenario ${name}`);
  }
  return report;
}

describe("the terminal", () => {
  const sourceLine = (_file: string, line: number) => SOURCE_LINES[line - 1];

  it.each([...ALL])("shows %s", async (name, report) => {
    await expect(renderReviewText(report, { colour: false, sourceLine })).toMatchFileSnapshot(`expected/${name}.txt`);
  });

  it("shows a diff without verdict and findings", () => {
    expect(renderDiffText(named("added-asset"), { colour: false })).toMatchInlineSnapshot(`
      "shop
        + asset refunds  new · group marts · python, duckdb · daily partitions · automation eager · owned by team:finance · depends on raw/refunds, staging/orders  shop/marts.py:52
        ✎ asset revenue_report  depends on + refunds  shop/reports.py:61
        Reaches 1 job (nightly), 1 schedule (nightly_schedule), 1 sensor (orders_arrived).

      1 asset added, 1 changed
      "
    `);
  });

  it("colours only when asked to", () => {
    const report = named("only-findings");

    expect(renderReviewText(report, { colour: false })).not.toContain("\u001b[");
    expect(renderReviewText(report, { colour: true })).toContain("\u001b[31m");
  });

  it("prints findings as linters do, with the code", () => {
    const findings = named("only-findings").findings.new;
    const report: CheckReport = { schemaVersion: 1, findings, summary: { errors: 1, warnings: 1, infos: 0, files: 1, baselined: 0 } };

    expect(renderCheckText(report, { colour: false, sourceLine })).toMatchInlineSnapshot(`
      "shop/assets.py:10:1 error missing-upstream-asset \`revenue\` takes \`order\`, and no asset has that key
          |
       10 | def revenue(orders):
          | ^^^^^^^^^^^^^^^^^^^
        = why: Dagster refuses to load: "Input asset 'order' is not produced by any of the provided asset ops"
        = help: Did you mean \`orders\`?

      shop/assets.py:10:1 warning unused-resource \`database\` is used by nobody
          |
       10 | def revenue(orders):
          | ^^^^^^^^^^^^^^^^^^^
        = why: It is built on every run
        = help: Remove it

      Found 1 error, 1 warning in 1 file.
      "
    `);
    expect(
      renderCheckText(
        { ...report, findings: [], summary: { errors: 0, warnings: 0, infos: 0, files: 0, baselined: 0 } },
        { colour: false },
      ),
    ).toBe("All checks passed\n");
  });
});

describe("the page", () => {
  const render = createReviewPageRenderer(templateTexts());

  it.each(["added-asset", "hostile-names", "only-findings", "unresolved-heavy"])("shows %s", async (name) => {
    await expect(render(named(name))).toMatchFileSnapshot(`expected/${name}.html`);
  });
});

it.each([...diagrams()])("draws %s", async (name, source) => {
  await expect(source).toMatchFileSnapshot(`expected/diagrams/${name.replace(/[^a-z]+/g, "-")}.mmd`);
});

it("prints the report as JSON that reads back equal", async () => {
  const report = named("added-asset");

  const text = renderJson(report);

  expect(JSON.parse(text)).toEqual(report);
  await expect(`${text}\n`).toMatchFileSnapshot("expected/added-asset.json");
});

describe("GitHub", () => {
  it("gets a check run with annotations, errors first", () => {
    const report = named("only-findings");
    const comment = createCommentRenderer(templateTexts())(report);

    const { annotations, ...output } = renderCheckRun(report, comment);

    expect(output).toEqual({ title: "Dagster would not load this: 1 error", summary: comment.body, omittedAnnotations: 0 });
    expect(annotations).toMatchInlineSnapshot(`
      [
        {
          "annotation_level": "failure",
          "end_column": 19,
          "end_line": 10,
          "message": "\`revenue\` takes \`order\`, and no asset has that key
      Dagster refuses to load: "Input asset 'order' is not produced by any of the provided asset ops"
      Did you mean \`orders\`?",
          "path": "shop/assets.py",
          "start_column": 1,
          "start_line": 10,
          "title": "missing-upstream-asset",
        },
        {
          "annotation_level": "warning",
          "end_column": 19,
          "end_line": 10,
          "message": "\`database\` is used by nobody
      It is built on every run
      Remove it",
          "path": "shop/assets.py",
          "start_column": 1,
          "start_line": 10,
          "title": "unused-resource",
        },
      ]
    `);
  });

  it("gets at most as many annotations as one request takes", () => {
    const report = named("only-findings");
    const [finding] = report.findings.new;
    const many = { ...report, findings: { ...report.findings, new: Array.from({ length: 70 }, () => finding!) } };

    const output = renderCheckRun(many, { body: "", detail: "counts" });

    expect([output.annotations.length, output.omittedAnnotations]).toEqual([50, 20]);
  });

  it("gets workflow commands whose text cannot open another", () => {
    const [finding] = named("only-findings").findings.new;

    expect(renderWorkflowCommands([{ ...finding!, message: "50%\n::error::x", help: null, file: "a,b:c.py" }])).toBe(
      "::error file=a%2Cb%3Ac.py,line=10,endLine=10,col=1,endColumn=19,title=missing-upstream-asset::50%25%0A::error::x\n",
    );
  });
});

it("shows a whole graph as a page", async () => {
  const render = createGraphPageRenderer(templateTexts());
  const { document } = location({
    assets: { "raw/orders": { kind: "external" }, revenue: { deps: ["raw/orders"], kinds: ["duckdb"] } },
    unresolved: [gap()],
  });

  const page = render({
    schemaVersion: 1,
    generator: { name: "dagsight", version: "0.1.0" },
    environment: {},
    codeLocations: [document],
    summary: summarizeGraph([document]),
  });

  await expect(page).toMatchFileSnapshot("expected/graph-page.html");
});

describe("the picture of a graph", () => {
  const orders = location({
    name: "shop",
    assets: {
      "raw/orders": { kind: "external", group: "raw" },
      "raw/rates": { kind: "stub", group: null },
      "staging/orders": {
        deps: ["raw/orders", "raw/rates"],
        group: "staging",
        kinds: ["dbt", "duckdb"],
        checks: ["no_nulls", "unique_id"],
      },
      revenue: { deps: ["staging/orders", "revenue"], group: "marts", partitions: DAILY, unresolved: ["owners"] },
    },
  }).document;

  it("shows groups, kinds, partitions, checks, what is only named and what is not known", async () => {
    await expect(renderGraphPicture([orders])).toMatchFileSnapshot("expected/graph.svg");
  });

  it("shows several code locations below each other", async () => {
    const locations = [orders, { ...orders, name: "empty", nodes: [], edges: [] }, { ...orders, name: "<reporting>", root: "reporting" }];

    await expect(renderGraphPicture(locations)).toMatchFileSnapshot("expected/graph-of-locations.svg");
  });

  it("falls back to groups where assets are too many, and says so", () => {
    const keys = Array.from({ length: 1600 }, (_, index) => `source_${index}`);
    const { document } = location({
      assets: Object.fromEntries(
        keys.map((key, index) => [key, { group: `team_${index % 7}`, deps: index < 7 ? [] : [`source_${index - 7 + (index % 2)}`] }]),
      ),
    });

    const svg = renderGraphPicture([document]);

    expect(svg).toContain("1600 assets and 1593 dependencies are too many to draw one by one");
    expect(svg.match(/class="box group /g)).toHaveLength(7);
  });

  it("of nothing says so", () => {
    expect(renderGraphPicture([])).toContain("No assets to draw.");
  });
});
