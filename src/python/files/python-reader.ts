/** Reads files of a source tree through the parser, each once; compact trees of unchanged files come from the cache. */
import type { SourceTree } from "../../base/source-tree.ts";
import type { LoweredFiles } from "../../syntax/lowered-files.ts";
import type { PythonParser } from "../../syntax/python-parser.ts";
import type { PythonReader } from "../machine-options.ts";
import { encodingLabel } from "./encoding-label.ts";
import type { SourceFile } from "./source-file.ts";

export function createPythonReader(tree: SourceTree, parser: PythonParser, lowered: LoweredFiles): PythonReader {
  const files = new Map<string, SourceFile>();
  return {
    file(path) {
      const known = files.get(path);
      if (known) return known;
      const content = tree.read(path);
      if (typeof content === "string") return content;
      const text = decode(content);
      if (text === undefined) return "not-text";
      const id = tree.id(path);
      const cached = id === undefined ? undefined : lowered.get(id);
      const module = cached ?? parser.parseModule(text);
      if (!cached && id !== undefined) lowered.set(id, module);
      const file: SourceFile = { path, text, tree: module };
      files.set(path, file);
      return file;
    },
    body: (file, definition) => parser.body(file.text, definition),
    module: (text) => parser.parseModule(text),
    expression(text) {
      const module = parser.parseModule(text.trim());
      const [statement] = module.body;
      return module.errors.length === 0 && module.body.length === 1 && statement?.kind === "expression-statement"
        ? statement.value
        : undefined;
    },
  };
}

const CODING = /^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)/;

/** Text by PEP 263: UTF-8 unless one of the first two lines names another encoding. `undefined` when it is not text in it. */
export function decode(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 400)).split("\n", 2);
  const named = head.map((line) => CODING.exec(line)?.[1]).find((name) => name !== undefined);
  try {
    return new TextDecoder(encodingLabel(named ?? "utf-8"), { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
