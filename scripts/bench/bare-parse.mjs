// The limit to compare with: every Python file of a folder read and parsed once by web-tree-sitter, nothing else. node bare-parse.mjs FOLDER
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Language, Parser } from "web-tree-sitter";

const require = createRequire(import.meta.url);
await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(require.resolve("tree-sitter-python/tree-sitter-python.wasm")));
const folder = process.argv[2];
for (const name of readdirSync(folder, { recursive: true })) {
  if (name.endsWith(".py")) parser.parse(readFileSync(join(folder, name), "utf8")).delete();
}
