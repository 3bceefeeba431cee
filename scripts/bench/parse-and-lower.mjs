// What the syntax layer adds to a bare parse: every Python file of a folder into its compact tree. node parse-and-lower.mjs FOLDER
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createPythonParser } from "../../src/syntax/python-parser.ts";

const require = createRequire(import.meta.url);
const parser = await createPythonParser({
  treeSitter: readFileSync(require.resolve("web-tree-sitter/web-tree-sitter.wasm")),
  python: readFileSync(require.resolve("tree-sitter-python/tree-sitter-python.wasm")),
});
const folder = process.argv[2];
const trees = [];
for (const name of readdirSync(folder, { recursive: true })) {
  if (name.endsWith(".py")) trees.push(parser.parseModule(readFileSync(join(folder, name), "utf8")));
}
