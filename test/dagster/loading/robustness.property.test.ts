/**
 * Whatever a repository looks like, reading it ends: no crash, no hang, no budget overrun, and a document that keeps to its schema. Mutated fixtures and
 * generated Dagster programs, from a fixed seed: what fails here fails again.
 */
import fc from "fast-check";
import { expect, it } from "vitest";
import { analyzeProject } from "../../../src/dagster/analyze-project.ts";
import { summarizeGraph } from "../../../src/report/graph-summary.ts";
import { analysisOptions, type Fixture, readFixtures } from "../../support/fixture-project.ts";
import { createMemoryTree } from "../../support/memory-tree.ts";
import { validateGraphDocument } from "../../support/validate-document.ts";
import { testParser } from "../../syntax/test-parser.ts";

const SEED = 5;
const SMALL = { steps: 60_000, stepsOfCall: 20_000, depth: 60, size: 1_000 };
/** Of one project, far above what the budget allows: a hang, not a slow machine. */
const HANG_MS = 20_000;

const fixtures = readFixtures(new URL("../../projects/", import.meta.url).pathname).filter(({ files }) => Object.keys(files).length < 40);

async function read(files: Fixture["files"], options: ReturnType<typeof analysisOptions>): Promise<void> {
  const tree = createMemoryTree(files);
  await tree.load(tree.paths());
  const start = process.cpuUsage().user;
  const { locations } = analyzeProject(tree, { ...options, budget: SMALL }, await testParser());
  expect((process.cpuUsage().user - start) / 1000).toBeLessThan(HANG_MS);
  const codeLocations = locations.map(({ document }) => document);
  const document = {
    schemaVersion: 1,
    generator: { name: "dagsight", version: "0" },
    environment: {},
    codeLocations,
    summary: summarizeGraph(codeLocations),
  };
  expect(validateGraphDocument(JSON.parse(JSON.stringify(document)))).toEqual([]);
}

interface Edit {
  readonly file: number;
  readonly at: number;
  readonly kind: "drop" | "double" | "swap" | "cut" | "empty" | "insert";
  readonly column: number;
  readonly text: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  file: fc.nat(),
  at: fc.nat(),
  kind: fc.constantFrom("drop", "double", "swap", "cut", "empty", "insert"),
  column: fc.nat(60),
  text: fc.constantFrom(
    "(",
    ")",
    "[*",
    "]",
    ":",
    "\u0000",
    "😀",
    "\t",
    "import definitions",
    "key: *anchor",
    "{{",
    "%}",
    "raise",
    "yield",
    "'",
  ),
});

/** A fixture with lines of its files dropped, doubled, swapped, cut, spoilt, and files emptied. */
const mutated = fc
  .record({ fixture: fc.constantFrom(...fixtures), edits: fc.array(edit, { minLength: 1, maxLength: 6 }) })
  .map(({ fixture, edits }) => {
    const files: Record<string, string> = { ...fixture.files };
    const paths = Object.keys(files);
    for (const { file, at, kind, column, text } of edits) {
      const path = paths[file % paths.length];
      if (path === undefined) continue;
      const lines = (files[path] ?? "").split("\n");
      const index = at % lines.length;
      const line = lines[index] ?? "";
      if (kind === "drop") lines.splice(index, 1);
      else if (kind === "double") lines.splice(index, 0, line);
      else if (kind === "swap") lines.splice(index, 2, lines[index + 1] ?? "", line);
      else if (kind === "cut") lines[index] = line.slice(0, column);
      else if (kind === "insert") lines[index] = line.slice(0, column) + text + line.slice(column);
      files[path] = kind === "empty" ? "" : lines.join("\n");
    }
    return { fixture, files };
  });

const name = fc.constantFrom("orders", "customers", "assets", "make", "config", "defs", "spec");
const value = fc.oneof(
  name,
  fc.constantFrom(
    "1",
    "'raw/orders'",
    "None",
    "[]",
    "['raw', 'orders']",
    "{'team': 'sales'}",
    "lib.call()",
    "os.environ['REGION']",
    "dg.AssetKey(['raw', 'orders'])",
    "dg.AssetSpec('orders', deps=['raw'])",
    "dg.AssetSelection.all() - dg.AssetSelection.groups('sales')",
    "dg.DailyPartitionsDefinition('2024-01-01')",
    "dg.AutomationCondition.eager() | dg.AutomationCondition.on_cron('@daily')",
    "dg.AssetIn(key_prefix='raw')",
    "range(10**9)",
  ),
);
const parameter = fc.constantFrom(
  "key",
  "name",
  "group_name",
  "key_prefix",
  "deps",
  "ins",
  "outs",
  "specs",
  "tags",
  "partitions_def",
  "selection",
  "kinds",
);
const callee = fc.constantFrom(
  "asset",
  "multi_asset",
  "graph_asset",
  "asset_check",
  "op",
  "job",
  "sensor",
  "schedule",
  "define_asset_job",
  "AssetSpec",
  "SourceAsset",
  "load_assets_from_current_module",
  "Definitions.merge",
  "map_asset_specs",
  "AssetsDefinition.from_op",
  "ScheduleDefinition",
);
const call = fc
  .tuple(callee, fc.array(value, { maxLength: 2 }), fc.uniqueArray(fc.tuple(parameter, value), { maxLength: 3, selector: ([key]) => key }))
  .map(([what, positional, keywords]) => `dg.${what}(${[...positional, ...keywords.map(([key, item]) => `${key}=${item}`)].join(", ")})`);
const statement = fc.oneof(
  fc.tuple(name, call).map(([target, made]) => `${target} = ${made}`),
  fc.tuple(call, name, name).map(([decorator, fn, argument]) => `@${decorator}\ndef ${fn}(${argument}): ...`),
  fc.tuple(name, value, name).map(([target, items, body]) => `for ${target} in ${items}:\n    assets.append(make(${body}))`),
  fc.tuple(value, name, call).map(([test, target, made]) => `if ${test}:\n    ${target} = ${made}`),
  fc.tuple(name, call).map(([fn, made]) => `def ${fn}(x=None, *args):\n    return ${fn}(${made})`),
  fc.tuple(name, call).map(([target, made]) => `${target} = [${made} for _ in ${target}] if ${target} else ${made}.${target}`),
);
const generated = fc
  .array(statement, { minLength: 1, maxLength: 10 })
  .map(
    (lines) =>
      `import os\nimport dagster as dg\nimport lib\nassets = []\ndef make(x):\n    return x\n${lines.join("\n")}\ndefs = dg.Definitions(assets=assets, jobs=[orders], schedules=customers)\n`,
  );

it("ends for mutated projects", async () => {
  await fc.assert(
    fc.asyncProperty(mutated, ({ fixture, files }) => read(files, analysisOptions(fixture, true))),
    { numRuns: 60, seed: SEED },
  );
});

it("ends for generated Dagster programs", async () => {
  const entries = [{ kind: "file", target: "definitions.py", workingDirectory: "" } as const];
  await fc.assert(
    fc.asyncProperty(generated, (text) => read({ "definitions.py": text }, { environment: new Map(), root: "", entries })),
    { numRuns: 120, seed: SEED },
  );
});
