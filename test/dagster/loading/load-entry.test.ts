import { expect, test } from "vitest";
import type { EntryPoint } from "../../../src/dagster/analysis.ts";
import { analyzeProject } from "../../../src/dagster/analyze-project.ts";
import { createMemoryTree } from "../../support/memory-tree.ts";
import { testParser } from "../../syntax/test-parser.ts";
import { analyzeFiles, loadDefinitions, nodesOf } from "./analyze-files.ts";

const IMPORT = "import dagster as dg\n";

test("a @definitions function comes before a Definitions object", async () => {
  const { document } = await loadDefinitions(`
other = dg.Definitions(assets=[dg.AssetSpec("other")])

@dg.definitions
def defs():
    return dg.Definitions(assets=[dg.AssetSpec("orders")])
`);

  expect(nodesOf(document)).toEqual(["external orders"]);
});

test("several repositories are one location, each object with its repository", async () => {
  const { document } = await loadDefinitions(`
@dg.asset
def orders(): ...

@dg.asset
def invoices(): ...

@dg.repository
def shop():
    return [orders]

@dg.repository
def billing():
    return [[invoices]]
`);

  expect(document.nodes.map(({ key, repository }) => `${repository}: ${key}`)).toEqual(["billing: invoices", "shop: orders"]);
});

test("a module with one job is that job, a module with assets only is its assets", async () => {
  const job = await loadDefinitions("\n@dg.op\ndef load(): ...\n\n@dg.job\ndef nightly():\n    load()\n");
  const loose = await loadDefinitions("\n@dg.asset\ndef orders(): ...\n\n@dg.asset\ndef revenue(orders): ...\n");

  expect(job.document.jobs).toMatchObject([{ name: "nightly", kind: "op", ops: ["load"] }]);
  expect(nodesOf(loose.document)).toEqual(["asset orders", "asset revenue"]);
});

test("more than one Definitions object is said, and all are read", async () => {
  const { ambiguous, document } = await loadDefinitions(
    'one = dg.Definitions(assets=[dg.AssetSpec("orders")])\ntwo = dg.Definitions(assets=[dg.AssetSpec("stores")])\n',
  );

  expect(ambiguous).toEqual(["one", "two"]);
  expect(nodesOf(document)).toEqual(["external orders", "external stores"]);
});

test("an attribute names an object or a function to call", async () => {
  const text = 'def make():\n    return dg.Definitions(assets=[dg.AssetSpec("orders")])\n\ndefs = dg.Definitions()\n';
  const entry = (attribute: string): EntryPoint => ({ kind: "file", target: "definitions.py", workingDirectory: "", attribute });
  const made = await loadDefinitions(text, {}, { entries: [entry("make")] });
  const object = await loadDefinitions(text, {}, { entries: [entry("defs")] });

  expect(nodesOf(made.document)).toEqual(["external orders"]);
  expect(made.document.name).toBe("definitions.py:make");
  expect(object.document.nodes).toEqual([]);
});

test("a module that does not exist is said, not thrown", async () => {
  const [location] = await analyzeFiles(
    { "shop/__init__.py": "" },
    { entries: [{ kind: "module", target: "shop.definitions", workingDirectory: "" }] },
  );

  expect(location?.document).toMatchObject({
    name: "shop.definitions",
    nodes: [],
    unresolved: [{ subject: "location", reason: "unresolved-import" }],
  });
});

test("files that are not loaded are needed, and reading goes on without them", async () => {
  const tree = createMemoryTree({
    "pyproject.toml": '[tool.dagster]\nmodule_name = "shop.definitions"\n',
    "shop/__init__.py": "",
    "shop/definitions.py": `${IMPORT}from shop.assets import orders\ndefs = dg.Definitions(assets=[orders])\n`,
    "shop/assets.py": `${IMPORT}\n@dg.asset\ndef orders(): ...\n`,
  });
  const read = async () => analyzeProject(tree, { environment: new Map(), root: "" }, await testParser());

  const rounds: (readonly string[])[] = [];
  for (let analysis = await read(); analysis.needs.length > 0; analysis = await read()) {
    rounds.push(analysis.needs);
    await tree.load(analysis.needs);
  }

  expect(rounds.length).toBeLessThan(8);
  expect(rounds.flat()).toContain("shop/assets.py");
  expect((await read()).locations.map(({ document }) => nodesOf(document))).toEqual([["asset orders"]]);
});

test("the code of an asset is its body and what it calls, not its decorator, layout or place", async () => {
  const helper = "def clean(rows):\n    return rows\n";
  const asset = '@dg.asset(group_name="shop")\ndef orders():\n    """All orders."""\n    return clean([1])\n';
  const hash = async (text: string) =>
    (await loadDefinitions(`${text}\ndefs = dg.Definitions(assets=[orders])\n`)).provenance.get("asset:orders")?.codeHash;
  const base = await hash(helper + asset);

  expect(base).toMatch(/^[0-9a-f]{32}$/);
  expect(await hash(`\n# moved\n${helper}${asset.replace("shop", "marts").replace("[1]", "[ 1, ]").replace("All", "Some")}`)).toBe(base);
  expect(await hash(helper + asset.replace("[1]", "[2]"))).not.toBe(base);
  expect(await hash(helper.replace("return rows", "return rows[1:]") + asset)).not.toBe(base);
});
