/** Findings in the formats that other tools read, hostile names included. What a tool would refuse is refused here. */
import { Window } from "happy-dom";
import { describe, expect, it } from "vitest";
import { renderWorkflowCommands } from "../../src/render/github/workflow-commands.ts";
import { renderCodeQuality } from "../../src/render/gitlab/code-quality.ts";
import { createCheckPageRenderer } from "../../src/render/html/check-page.ts";
import { renderJunit } from "../../src/render/junit/junit.ts";
import { renderCheckMarkdown } from "../../src/render/markdown/findings-markdown.ts";
import { renderSarif } from "../../src/render/sarif/sarif.ts";
import { renderConcise, renderStatistics } from "../../src/render/terminal/concise-text.ts";
import { renderCheckText } from "../../src/render/terminal/findings-text.ts";
import { RULES } from "../../src/rules/registry.ts";
import type { CheckReport, Finding } from "../../src/types/review-report.ts";
import { location } from "../support/graph/graph-builder.ts";
import { templateTexts } from "../support/template-texts.ts";

const place = { file: "shop/assets.py", line: 3, column: 2, endLine: 3, endColumn: 9 };
const plain: Finding = {
  ...place,
  rule: "deprecated-argument",
  tier: "practice",
  severity: "warning",
  message: "`compute_kind` is deprecated",
  why: "It goes away.",
  help: "Write `kinds`.",
  subject: null,
  related: [{ ...place, line: 9, endLine: 9, message: "also here" }],
  fix: { title: "Write `kinds`", applicability: "safe", edits: [{ ...place, text: 'kinds={"pandas"}' }] },
};
const hostile: Finding = {
  ...plain,
  rule: "duplicate-asset-key",
  severity: "error",
  file: "a b/<x>&'\".py",
  message: "`]]>\u0000\ud800\u202e` ::error::\n|<script>",
  related: [],
  fix: null,
};
const note: Finding = {
  ...plain,
  severity: "info",
  related: [],
  fix: { title: "t", applicability: "unsafe", edits: [{ ...place, text: "" }] },
};
const findings = [plain, plain, hostile, note];
const report: CheckReport = { schemaVersion: 1, findings, summary: { errors: 1, warnings: 2, infos: 1, files: 2, baselined: 4 } };
const clean: CheckReport = { schemaVersion: 1, findings: [], summary: { errors: 0, warnings: 0, infos: 0, files: 0, baselined: 0 } };

interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly Record<string, unknown>[] } };
  readonly results: readonly Record<string, unknown>[];
}

describe("SARIF", () => {
  const log = (listed: readonly Finding[]) =>
    JSON.parse(renderSarif(listed, { version: "0.1.0", category: "check", rules: RULES })) as { readonly runs: readonly [Run] };

  it("describes each rule once, with help that GitHub shows", () => {
    const { rules } = log(findings).runs[0].tool.driver;

    expect(rules.map(({ id }) => id)).toEqual(["deprecated-argument", "duplicate-asset-key"]);
    expect(rules[0]).toMatchObject({
      shortDescription: { text: "An argument is deprecated, hidden or without effect." },
      help: { markdown: expect.stringContaining("```python\nimport dagster as dg") },
      defaultConfiguration: { level: "warning" },
      properties: { tags: ["dagster", "deprecations", "practice"], precision: "high", "problem.severity": "warning" },
    });
  });

  it("gives places, related places, fixes, and fingerprints that ignore lines and tell equal findings apart", () => {
    const [first, second, third] = log(findings).runs[0].results;
    const [moved] = log([{ ...plain, line: 99, endLine: 99 }]).runs[0].results;

    expect(first).toMatchObject({
      ruleIndex: 0,
      level: "warning",
      message: { text: "`compute_kind` is deprecated. It goes away. Write `kinds`" },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "shop/assets.py", uriBaseId: "%SRCROOT%" },
            region: { startLine: 3, startColumn: 2, endLine: 3, endColumn: 9 },
          },
        },
      ],
      relatedLocations: [{ id: 1, message: { text: "also here" } }],
      fixes: [{ artifactChanges: [{ replacements: [{ insertedContent: { text: 'kinds={"pandas"}' } }] }] }],
    });
    expect(moved?.["partialFingerprints"]).toEqual(first?.["partialFingerprints"]);
    expect(second?.["partialFingerprints"]).not.toEqual(first?.["partialFingerprints"]);
    expect(third).toMatchObject({ locations: [{ physicalLocation: { artifactLocation: { uri: "a%20b/%3Cx%3E%26%27%22.py" } } }] });
  });

  it("says when a rule crashed, and keeps to what GitHub takes", () => {
    const crashed = log([{ ...plain, rule: "internal-error", severity: "error" }]).runs[0];
    const many = log(Array.from({ length: 25_010 }, (_, index) => (index === 25_009 ? hostile : plain))).runs[0];

    expect(crashed).toMatchObject({ invocations: [{ executionSuccessful: false }] });
    expect(many.results.length).toBe(25_000);
    expect(many.results[0]?.["ruleId"]).toBe("duplicate-asset-key");
  });
});

describe("JUnit", () => {
  const parse = (text: string) => {
    const document = new new Window().DOMParser().parseFromString(text, "application/xml");
    expect(document.querySelector("parsererror")).toBeNull();
    return document;
  };

  it("is XML with a suite for each file; infos pass", () => {
    const document = parse(renderJunit(findings));
    const suites = [...document.querySelectorAll("testsuite")];

    expect(document.querySelector("testsuites")?.getAttribute("tests")).toBe("4");
    expect(suites.map((suite) => [suite.getAttribute("name"), suite.getAttribute("failures")])).toEqual([
      ["shop/assets.py", "2"],
      ["a b/<x>&'\".py", "1"],
    ]);
    expect(document.querySelectorAll("failure").length).toBe(3);
    expect(document.querySelector("testcase")?.getAttribute("name")).toBe("deprecated-argument (3:2)");
  });

  it("has a case that passed when nothing was found", () => {
    expect(parse(renderJunit([])).querySelectorAll("testcase").length).toBe(1);
  });
});

it("GitLab's report has a fingerprint of its own for each finding", () => {
  const issues: readonly Record<string, unknown>[] = JSON.parse(renderCodeQuality(findings));

  expect(new Set(issues.map((issue) => issue["fingerprint"])).size).toBe(4);
  expect(issues[0]).toMatchObject({
    description: "`compute_kind` is deprecated. Write `kinds`.",
    check_name: "deprecated-argument",
    severity: "minor",
    location: { path: "shop/assets.py", lines: { begin: 3, end: 3 } },
  });
});

it("workflow commands are one line each", () => {
  expect(
    renderWorkflowCommands(findings)
      .trimEnd()
      .split("\n")
      .map((line) => line.slice(0, 9)),
  ).toEqual(["::warning", "::warning", "::error f", "::notice "]);
});

it("Markdown is a table whose cells nothing breaks out of", () => {
  const text = renderCheckMarkdown(report);

  expect(text.split("\n")[0]).toBe("## Dagsight: Found 1 error, 2 warnings, 1 note in 2 files (4 findings accepted by the baseline)");
  expect(
    text
      .trimEnd()
      .split("\n")
      .slice(2)
      .every((line) => /^\|.*\|$/.test(line)),
  ).toBe(true);
  expect(text).not.toContain("<script>");
  expect(renderCheckMarkdown(clean)).toBe("## Dagsight: All checks passed\n");
});

it("the page escapes what it shows", () => {
  const page = createCheckPageRenderer(templateTexts())(report, {
    version: "0.1.0",
    sourceLine: () => "x = '</pre><script>'",
    locations: [],
  });

  expect(page).toContain("<h2>shop/assets.py</h2>");
  expect(page).not.toContain("<script>");
});

it("the page draws what findings concern, with its neighbours and nothing else", () => {
  const { document } = location({ assets: { orders: {}, revenue: { deps: ["orders"] }, weather: {}, forecast: { deps: ["weather"] } } });
  const [finding] = report.findings;
  const concerned = { ...report, findings: [{ ...finding!, severity: "error" as const, subject: "asset:revenue" }] };

  const page = createCheckPageRenderer(templateTexts())(concerned, {
    version: "0.1.0",
    sourceLine: () => undefined,
    locations: [document],
  });

  expect(page).toContain("<title>revenue · 1 error</title>");
  expect(page).toContain("orders → revenue");
  expect(page).not.toContain("weather");
});

describe("text", () => {
  it("marks what `--fix` mends, and says how much that is", () => {
    expect(
      renderConcise(report, { colour: false, fixed: 2 }),
    ).toBe(`shop/assets.py:3:2: warning deprecated-argument [*] \`compute_kind\` is deprecated
shop/assets.py:3:2: warning deprecated-argument [*] \`compute_kind\` is deprecated
a b/<x>&'".py:3:2: error duplicate-asset-key \`]]>U+0000U+D800U+202E\` ::error:: |<script>
shop/assets.py:3:2: info deprecated-argument \`compute_kind\` is deprecated
Fixed 2 findings.
Found 1 error, 2 warnings, 1 note in 2 files (4 findings accepted by the baseline).
[*] 2 fixable with \`--fix\` (1 more with \`--unsafe-fixes\`).
`);
  });

  it("points at related places", () => {
    expect(renderCheckText({ ...report, findings: [plain] }, { colour: false })).toContain("  = see: shop/assets.py:9:2 also here\n");
  });

  it("marks the place under its text, in cells, and shows a long line around it", () => {
    const line = `@asset(deps=["注文"],\tcompute_kind="pandas", metadata={"note": "${"x".repeat(60)}"}, owners=["bob"])`;
    const frame = (column: number, columns: number) => {
      const found = { ...plain, column, endColumn: column + 12 };
      return renderCheckText({ ...report, findings: [found] }, { colour: false, columns, sourceLine: () => line })
        .split("\n")
        .slice(2, 4);
    };

    expect(frame(21, 60)).toEqual([
      ' 3 | @asset(deps=["注文"], compute_kind="pandas", metadata=…',
      "   |                       ^^^^^^^^^^^^",
    ]);
    expect(frame(line.indexOf("owners") + 1, 40)).toEqual([' 3 | …xxxxxxxxxxxx"}, owners=["bob"])', "   |                  ^^^^^^^^^^^^"]);
  });

  it("shows a place once where a rule finds several things in it", () => {
    const several = ["orders", "customers", "stock", "returns", "refunds"].map((key) => ({ ...plain, message: `\`${key}\` is old` }));

    const text = renderCheckText({ ...report, findings: several }, { colour: false });
    expect(text.match(/shop\/assets\.py:3:2/g)).toHaveLength(1);
    expect(text).toContain("  = also: `customers` is old\n");
    expect(text).toContain("  = also: 1 more here\n");
  });

  it("says once why a rule finds what it finds", () => {
    const two = [plain, { ...plain, line: 7, endLine: 7 }];

    expect(renderCheckText({ ...report, findings: two }, { colour: false }).match(/= why: It goes away\./g)).toHaveLength(1);
  });

  it("tells whoever begins with many findings how to start from here", () => {
    const many = Array.from({ length: 60 }, (_, line) => ({ ...plain, line: line + 1, endLine: line + 1 }));

    expect(renderCheckText({ ...report, findings: many }, { colour: false })).toContain("`dagsight baseline`");
    expect(renderCheckText({ ...report, findings: [plain] }, { colour: false })).not.toContain("`dagsight baseline`");
  });

  it("counts by rule, the most frequent first", () => {
    expect(renderStatistics(report, { colour: false }).split("\n").slice(0, 2)).toEqual([
      "3  warning  [*]  deprecated-argument",
      "1  error    [ ]  duplicate-asset-key",
    ]);
  });
});
