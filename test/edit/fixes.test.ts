/** Which fixes are made at once, and which are taken back after looking at what came of them. */
import { describe, expect, it } from "vitest";
import { analyzeProject } from "../../src/dagster/analyze-project.ts";
import type { Applicability, Diagnostic, FileEdit, Tier } from "../../src/diagnostics/diagnostic.ts";
import { editsByFile } from "../../src/edit/change-set.ts";
import { chooseFixes } from "../../src/edit/choose-fixes.ts";
import { editedTree } from "../../src/edit/edited-tree.ts";
import { createFixedFiles } from "../../src/edit/fixed-files.ts";
import { objectionToFixes } from "../../src/edit/objection-to-fixes.ts";
import { createMemoryTree } from "../support/memory-tree.ts";
import { testParser } from "../syntax/test-parser.ts";

const PATH = "definitions.py";
const TEXT = `import dagster as dg


@dg.asset(kinds={"pandas"})
def orders(): ...


defs = dg.Definitions(assets=[orders])
`;

interface Mended {
  readonly edits: readonly FileEdit[];
  readonly applicability?: Applicability;
  readonly tier?: Tier;
}

function finding({ edits, applicability = "safe", tier = "practice" }: Mended): Diagnostic {
  const location = { path: PATH, start: edits[0]?.start ?? 0, end: edits[0]?.end ?? 0 };
  return {
    rule: "deprecated-name",
    tier,
    severity: "warning",
    message: "m",
    location,
    related: [],
    fix: { title: "t", applicability, edits },
  };
}

function replacing(old: string, text: string): FileEdit {
  const start = TEXT.indexOf(old);
  return { path: PATH, start, end: start + old.length, text };
}

describe("fixes made at once", () => {
  const chosen = (...found: readonly Diagnostic[]) =>
    chooseFixes(found, ["safe"], () => true).map(({ diagnostic }) => found.indexOf(diagnostic));

  it("do not touch each other, and are whole", () => {
    const first = finding({ edits: [replacing("kinds", "tags")] });
    const overlapping = finding({ edits: [replacing("orders(", "x("), replacing("kinds=", "y=")] });
    const neighbour = finding({ edits: [{ ...replacing("=", "!"), start: TEXT.indexOf("={"), end: TEXT.indexOf("={") + 1 }] });
    const apart = finding({ edits: [replacing("defs", "all")] });

    expect(chosen(first, overlapping, neighbour, apart)).toEqual([0, 3]);
  });

  it("share what both need, and leave out what is not to be applied", () => {
    const line = { path: PATH, start: 0, end: 0, text: "import os\n" };
    const one = finding({ edits: [line, replacing("kinds", "tags")] });
    const other = finding({ edits: [line, replacing("defs", "all")] });
    const unsafe = finding({ edits: [replacing("pandas", "duckdb")], applicability: "unsafe" });
    const proposal = finding({ edits: [replacing("pandas", "duckdb")], applicability: "display-only" });

    expect(chosen(one, other, unsafe, proposal)).toEqual([0, 1]);
    expect(createFixedFiles(createMemoryTree({ [PATH]: TEXT })).canEdit([{ ...line, path: "gone.py" }])).toBe(false);
  });
});

describe("a fix is taken back", () => {
  const objectionTo = async (mended: Mended) => {
    const parser = await testParser();
    const tree = createMemoryTree({ [PATH]: TEXT });
    await tree.load([PATH]);
    const options = {
      environment: new Map<string, string>(),
      root: "",
      entries: [{ kind: "file", target: PATH, workingDirectory: "" }] as const,
    };
    const diagnostic = finding(mended);
    const files = createFixedFiles(tree);
    const fixed = files.with(editsByFile(mended.edits));
    const before = { files, analysis: analyzeProject(tree, options, parser), diagnostics: [diagnostic] };
    const after = { files: fixed, analysis: analyzeProject(editedTree(tree, fixed.texts()), options, parser), diagnostics: [] };
    const chosen = diagnostic.fix ? [{ diagnostic, fix: diagnostic.fix }] : [];
    return objectionToFixes({ before, after, chosen, parser });
  };

  it.each<[string, Mended, string | undefined]>([
    ["which leaves no Python", { edits: [replacing("def orders():", "def orders(:")] }, "`definitions.py` would not be Python"],
    [
      "that says it is safe and loads another graph",
      { edits: [replacing("pandas", "duckdb")] },
      "the asset `orders` would change in its `kinds`",
    ],
    ["never for a graph that somebody agreed to", { edits: [replacing("pandas", "duckdb")], applicability: "unsafe" }, undefined],
    ["never where Dagster loaded none", { edits: [replacing("pandas", "duckdb")], tier: "dagster-would-fail" }, undefined],
    ["never when the graph is the same", { edits: [replacing("\n\n\n@", "\n\n\n# here\n@")] }, undefined],
  ])("%s", async (_, mended, objection) => {
    expect(await objectionTo(mended)).toBe(objection);
  });
});
