/** A rule that crashes is a defect of ours, and no reason to say nothing. */
import { describe, expect, it } from "vitest";
import { DEFAULT_CONFIGURATION } from "../../src/configuration/default-configuration.ts";
import { analyzeProject } from "../../src/dagster/analyze-project.ts";
import { findingsExit } from "../../src/entrypoints/cli/output/findings-exit.ts";
import { findingsOf } from "../../src/report/finding.ts";
import { RULES } from "../../src/rules/registry.ts";
import type { Rule, RuleDescription } from "../../src/rules/rule.ts";
import { runRules } from "../../src/rules/run-rules.ts";
import { createMemoryTree } from "../support/memory-tree.ts";
import { testParser } from "../syntax/test-parser.ts";

const TEXT = `import dagster as dg


@dg.asset(compute_kind="pandas")
def orders() -> None:
    """The orders."""


@dg.asset(compute_kind="pandas")  # dagsight: ignore[deprecated-argument, crashing]
def customers() -> None:
    """The customers."""


defs = dg.Definitions(assets=[orders, customers])
`;

const crash = () => {
  throw new TypeError("nothing was expected to be undefined");
};

describe("a rule that crashes", () => {
  const parser = testParser();
  const [first] = RULES;
  const description: RuleDescription = { ...(first as RuleDescription), name: "crashing", group: "practice" };

  it.each<[string, Rule]>([
    ["a code location", { ...description, check: crash }],
    ["the project", { ...description, checkProject: crash }],
    ["suppressions", { ...description, checkSuppressions: crash }],
  ])("while it looks at %s is one finding, and the others go on", async (_, crashing) => {
    const tree = createMemoryTree({ "definitions.py": TEXT });
    await tree.load(["definitions.py"]);
    const entries = [{ kind: "file", target: "definitions.py", workingDirectory: "" }] as const;
    const analysis = analyzeProject(tree, { environment: new Map(), root: "", entries }, await parser);

    const found = runRules(analysis, DEFAULT_CONFIGURATION, { parser: await parser, rules: [crashing, ...RULES] });

    expect(found.filter(({ rule }) => rule === "internal-error")).toMatchObject([
      { severity: "error", message: "the rule `crashing` failed; this is a defect of Dagsight", why: expect.stringContaining("TypeError") },
    ]);
    expect(found.filter(({ rule }) => rule === "deprecated-argument").length).toBe(1);
    expect(
      findingsExit(
        findingsOf(found, () => TEXT),
        "never",
      ),
    ).toBe(3);
  });
});
