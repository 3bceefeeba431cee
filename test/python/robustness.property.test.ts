/** Whatever the code under review looks like, reading it ends: no crash, no hang, no budget overrun. Seeds are printed by fast-check on failure. */
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { builtinsLibrary } from "../../src/python/builtins/builtins.ts";
import { combineLibraries } from "../../src/python/combine-libraries.ts";
import { createPythonReader } from "../../src/python/files/python-reader.ts";
import { Machine } from "../../src/python/machine.ts";
import { standardLibrary } from "../../src/python/stdlib/stdlib.ts";
import type { PythonParser } from "../../src/syntax/python-parser.ts";
import { createMemoryTree } from "../support/memory-tree.ts";
import { testParser } from "../syntax/test-parser.ts";

const folder = new URL("./fixtures/", import.meta.url);
const corpus = readdirSync(folder)
  .filter((name) => name.endsWith(".py"))
  .map((name) => readFileSync(new URL(name, folder), "utf8"));
const library = combineLibraries([builtinsLibrary(), standardLibrary()]);
const SMALL = { steps: 200_000, stepsOfCall: 50_000, depth: 60, size: 2_000 };

let parser: PythonParser;
beforeAll(async () => {
  parser = await testParser();
});

/** Runs a program to its end and returns how many names it bound. */
async function run(text: string): Promise<number> {
  const tree = createMemoryTree({ "main.py": text });
  await tree.load(["main.py"]);
  const options = {
    tree,
    reader: createPythonReader(tree, parser, new Map()),
    library,
    environment: new Map(),
    searchPath: [""],
    workingDirectory: "",
    budget: SMALL,
  };
  const machine = new Machine(options);
  const module = machine.modules.loadFile("main.py", { path: "main.py", start: 0, end: 0 });
  return module?.kind === "module" ? module.scope.names.size : 0;
}

/** A fixture with lines dropped, doubled, swapped or cut in the middle. */
const mutated = fc
  .record({
    source: fc.constantFrom(...corpus),
    edits: fc.array(fc.record({ at: fc.nat(), kind: fc.constantFrom("drop", "double", "swap", "cut"), column: fc.nat(40) }), {
      minLength: 1,
      maxLength: 8,
    }),
  })
  .map(({ source, edits }) => {
    const lines = source.split("\n");
    for (const { at, kind, column } of edits) {
      const index = at % lines.length;
      const line = lines[index] ?? "";
      if (kind === "drop") lines.splice(index, 1);
      else if (kind === "double") lines.splice(index, 0, line);
      else if (kind === "swap") lines.splice(index, 2, lines[index + 1] ?? "", line);
      else lines[index] = line.slice(0, column);
    }
    return lines.join("\n");
  });

/** Programs made of statements that call, loop, mutate and import each other's names, most of which are not there. */
const name = fc.constantFrom("a", "b", "tables", "make", "config", "lib");
const atom = fc.oneof(name, fc.constantFrom("1", "'x'", "[]", "{}", "None", "lib.f()", "range(9**9)", "os.environ['X']"));
const expression = fc.oneof(
  atom,
  fc.tuple(atom, fc.constantFrom("+", "*", "%", "|", "and", "in", "<"), atom).map((parts) => parts.join(" ")),
  fc.tuple(name, atom).map(([callee, argument]) => `${callee}(${argument}, *${argument}, k=${argument})`),
  fc.tuple(name, atom).map(([target, item]) => `[${target} for ${target} in ${item} if ${target}]`),
  fc.tuple(atom, atom).map(([target, item]) => `${target}[${item}]`),
  fc.tuple(atom, name).map(([target, item]) => `(${target}).${item}`),
);
const statement = fc.oneof(
  fc.tuple(name, expression).map(([target, value]) => `${target} = ${value}`),
  fc.tuple(name, expression).map(([target, value]) => `${target} += ${value}`),
  fc
    .tuple(name, expression, expression)
    .map(([target, iterable, body]) => `for ${target} in ${iterable}:\n    ${target} = ${body}\n    tables.append(${target})`),
  fc.tuple(expression, expression).map(([test, body]) => `while ${test}:\n    a = ${body}`),
  fc.tuple(expression, name, expression).map(([test, target, value]) => `if ${test}:\n    ${target} = ${value}\nelse:\n    del ${target}`),
  fc.tuple(name, expression).map(([fn, value]) => `def ${fn}(x=None, *args, **kwargs):\n    return ${value}`),
  fc.tuple(name, expression).map(([target, value]) => `try:\n    ${target} = ${value}\nexcept Exception as e:\n    ${target} = e`),
  fc.tuple(name, expression).map(([cls, base]) => `class ${cls}(${base}):\n    y = ${base}\n    def __init__(self): self.z = self`),
);
const generated = fc.array(statement, { minLength: 1, maxLength: 15 }).map((lines) => `import os, lib\ntables = []\n${lines.join("\n")}`);

describe("reading a module", () => {
  it("ends for mutated programs", async () => {
    await fc.assert(
      fc.asyncProperty(mutated, async (text) => {
        expect(await run(text)).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });

  it("ends for generated programs", async () => {
    await fc.assert(
      fc.asyncProperty(generated, async (text) => {
        expect(await run(text)).toBeGreaterThan(0);
      }),
      { numRuns: 250 },
    );
  });

  it("gives the same values twice", async () => {
    await fc.assert(
      fc.asyncProperty(generated, async (text) => {
        expect(await run(text)).toBe(await run(text));
      }),
      { numRuns: 20 },
    );
  });
});
