/** Runs the interpreter over a few files given as text, with the standard library and nothing else. */
import type { Location } from "../../src/base/span.ts";
import { DEFAULT_BUDGET } from "../../src/python/budget.ts";
import { builtinsLibrary } from "../../src/python/builtins/builtins.ts";
import { combineLibraries } from "../../src/python/combine-libraries.ts";
import { createPythonReader } from "../../src/python/files/python-reader.ts";
import { Machine } from "../../src/python/machine.ts";
import type { MachineOptions } from "../../src/python/machine-options.ts";
import { standardLibrary } from "../../src/python/stdlib/stdlib.ts";
import type { ModuleValue } from "../../src/python/value.ts";
import { testParser } from "../syntax/test-parser.ts";
import { createMemoryTree } from "./memory-tree.ts";

export const NOWHERE: Location = { path: "", start: 0, end: 0 };

export async function evaluateFiles(
  files: Readonly<Record<string, string>>,
  entry: string,
  options: Partial<MachineOptions> = {},
): Promise<{ readonly machine: Machine; readonly module: ModuleValue }> {
  const tree = createMemoryTree(files);
  await tree.load(Object.keys(files));
  const machine = new Machine({
    tree,
    reader: createPythonReader(tree, await testParser(), new Map()),
    library: combineLibraries([builtinsLibrary(), standardLibrary()]),
    environment: new Map(),
    searchPath: [""],
    workingDirectory: "",
    budget: DEFAULT_BUDGET,
    ...options,
  });
  const module = machine.modules.loadFile(entry, NOWHERE);
  if (module?.kind !== "module") throw new Error(`${entry} is no module`);
  return { machine, module };
}
