import { expect, it } from "vitest";
import { NO_CACHE } from "../../../src/adapters/cache/no-cache.ts";
import { createEngine } from "../../../src/app/analysis/engine.ts";
import { lowerAhead } from "../../../src/app/analysis/lower-ahead.ts";
import type { Module } from "../../../src/syntax/statement.ts";
import { createMemoryTree } from "../../support/memory-tree.ts";
import { testParser } from "../../syntax/test-parser.ts";

const LINE = "orders = make(name='orders', group='raw')\n";

/** `count` files of `lines` lines each; each file differs, as equal ones are read once. */
function project(count: number, lines: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`shop/m${index}.py`, `# ${index}\n${LINE.repeat(lines)}`]));
}

async function lowerProject(files: Record<string, string>) {
  const parser = await testParser();
  const asked: string[] = [];
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const lowering = {
    lower: async (texts: readonly string[], parse: (text: string) => Module) => {
      asked.push(...texts);
      return texts.map(parse);
    },
  };
  const engine = createEngine({ version: "0", parser, cache: NO_CACHE, loweringVersion: "", log, lowering });
  const tree = createMemoryTree(files);
  await tree.load(Object.keys(files));
  await lowerAhead(tree, Object.keys(files), engine);
  return { asked, lowered: Object.keys(files).filter((path) => engine.lowered.get(tree.id(path) ?? "") !== undefined) };
}

it("has the files of a large project read at once, and all of them are there afterwards", async () => {
  const files = project(20, 1_000);

  const { asked, lowered } = await lowerProject(files);

  expect(asked).toEqual(Object.values(files));
  expect(lowered).toEqual(Object.keys(files));
});

it("does nothing for a small project", async () => {
  const { asked, lowered } = await lowerProject(project(5, 10));

  expect({ asked, lowered }).toEqual({ asked: [], lowered: [] });
});
