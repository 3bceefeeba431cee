import { expect, it } from "vitest";
import { NO_CACHE } from "../../../src/adapters/cache/no-cache.ts";
import { createEngine } from "../../../src/app/analysis/engine.ts";
import { lowerAhead } from "../../../src/app/analysis/lower-ahead.ts";
import type { Lowering } from "../../../src/ports/lowering.ts";
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
  const lowering: Lowering = {
    begin(texts, parse) {
      asked.push(...texts);
      const left = new Map(texts.entries());
      return {
        take(index) {
          left.delete(index);
          return JSON.stringify(parse(texts[index] ?? ""));
        },
        end: async () => new Map([...left].map(([index, text]) => [index, parse(text)])),
      };
    },
  };
  const engine = createEngine({ version: "0", parser, cache: NO_CACHE, loweringVersion: "", log, lowering });
  const tree = createMemoryTree(files);
  const paths = Object.keys(files);
  await tree.load(paths);
  const ahead = lowerAhead(tree, paths, engine);
  const [first = ""] = paths;
  const read = ahead.files.get(tree.id(first) ?? "");
  await ahead.end();
  return { asked, read, lowered: paths.filter((path) => engine.lowered.get(tree.id(path) ?? "") !== undefined), parser };
}

it("has the files of a large project read by others, and all of them are there afterwards", async () => {
  const files = project(20, 1_000);

  const { asked, read, lowered, parser } = await lowerProject(files);

  expect(asked).toEqual(Object.values(files));
  expect(read).toEqual(parser.parseModule(asked[0] ?? ""));
  expect(lowered).toEqual(Object.keys(files));
});

it("asks for a text that several files share once", async () => {
  const text = `# ${"a".repeat(800_000)}\n`;

  const { asked, lowered } = await lowerProject({ "shop/orders.py": text, "shop/copy.py": text });

  expect(asked).toEqual([text]);
  expect(lowered).toEqual(["shop/orders.py", "shop/copy.py"]);
});

it("does nothing for a small project", async () => {
  const { asked, read, lowered } = await lowerProject(project(5, 10));

  expect({ asked, read, lowered }).toEqual({ asked: [], read: undefined, lowered: [] });
});
