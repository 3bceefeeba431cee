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

async function lowerProject(files: Record<string, string>, answer: (trees: readonly Module[]) => readonly (Module | undefined)[]) {
  const parser = await testParser();
  const asked: string[] = [];
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const lowering = {
    lower: async (texts: readonly string[]) => {
      asked.push(...texts);
      return answer(texts.map(parser.parseModule));
    },
  };
  const engine = createEngine({ version: "0", parser, cache: NO_CACHE, loweringVersion: "", log, lowering });
  const tree = createMemoryTree(files);
  await tree.load(Object.keys(files));
  await lowerAhead(tree, Object.keys(files), engine);
  return { asked, lowered: Object.keys(files).filter((path) => engine.lowered.get(tree.id(path) ?? "") !== undefined) };
}

it("has part of a large project read elsewhere, and all of it is there afterwards", async () => {
  const files = project(20, 1_000);

  const { asked, lowered } = await lowerProject(files, (trees) => trees);

  expect(asked.length).toBeGreaterThan(4);
  expect(asked.length).toBeLessThan(12);
  expect(lowered).toEqual(Object.keys(files));
});

it("leaves what the other thread could not read to be read when it is asked for", async () => {
  const { asked, lowered } = await lowerProject(project(20, 1_000), (trees) => trees.map(() => undefined));

  expect(lowered).toHaveLength(20 - asked.length);
});

it("does nothing for a small project", async () => {
  const { asked, lowered } = await lowerProject(project(5, 10), (trees) => trees);

  expect({ asked, lowered }).toEqual({ asked: [], lowered: [] });
});
