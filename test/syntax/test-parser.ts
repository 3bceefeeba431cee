/** One parser for all syntax tests of a file: making one takes longer than most tests. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createPythonParser, type PythonParser } from "../../src/syntax/python-parser.ts";

const require = createRequire(import.meta.url);

export function testParser(): Promise<PythonParser> {
  return createPythonParser({
    treeSitter: readFileSync(require.resolve("web-tree-sitter/web-tree-sitter.wasm")),
    python: readFileSync(require.resolve("tree-sitter-python/tree-sitter-python.wasm")),
  });
}
