/**
 * The only door to tree-sitter: text in, compact tree out, nothing kept. Making a parser is the core's one await; parsing is
 * synchronous. It does no I/O: the bytes of the two WASM files are handed in. The surprising thing: the body of a function is
 * read a second time, alone, when somebody asks for it, because lowering every body would cost as much as parsing.
 */
import { Language, Parser, type Tree } from "web-tree-sitter";
import type { LoweredBody } from "./compiler/checker.ts";
import { compilerErrors } from "./compiler/compiler-errors.ts";
import { lowerBlock } from "./lowering/blocks.ts";
import { pythonGrammar } from "./lowering/grammar.ts";
import { END, NODE } from "./lowering/node-type.ts";
import { type Grammar, TreeReader } from "./lowering/tree-reader.ts";
import { type Outline, readOutline } from "./outline.ts";
import type { FunctionDefinition, Module, Statement } from "./statement.ts";
import { collectErrors } from "./syntax-errors.ts";

/** The bytes of `web-tree-sitter.wasm` (from the package of that name) and `tree-sitter-python.wasm` (likewise). */
export interface ParserBinaries {
  readonly treeSitter: Uint8Array;
  readonly python: Uint8Array;
}

export interface PythonParser {
  /** Total: any string gives a module; what is no Python is in its `errors`. Linear in the length of the text. */
  parseModule(text: string): Module;
  /** The statements of a function of `parseModule(text)` or of another body of it, with spans in `text`. */
  body(text: string, fn: FunctionDefinition): readonly Statement[];
  /** Comments and statements of the text, those in deferred bodies included. */
  outline(text: string): Outline;
}

/** Deterministic stand-in for a time limit: steps of the parser, a hundred operations each. A healthy file needs one step for about a hundred characters. */
const STEPS_PER_CHARACTER = 0.5;
const MINIMUM_STEPS = 50_000;

export async function createPythonParser(wasm: ParserBinaries): Promise<PythonParser> {
  await Parser.init({ wasmBinary: wasm.treeSitter });
  const language = await Language.load(wasm.python);
  const parser = new Parser();
  parser.setLanguage(language);
  const grammar = pythonGrammar(language);
  return {
    parseModule: (text) => parseModule(parser, grammar, text),
    body: (text, fn) => lowerBody(parser, grammar, text, fn).statements,
    outline: (text) => parseOutline(parser, grammar, text),
  };
}

/** The text as the grammar can read it, unit for unit: lone carriage returns end lines, NUL is not the end. */
function readable(text: string): string {
  const lines = text.includes("\r") ? text.replace(/\r(?!\n)/g, "\n") : text;
  return lines.includes("\0") ? lines.replaceAll("\0", " ") : lines;
}

function parse(parser: Parser, text: string): Tree | null {
  let steps = Math.max(MINIMUM_STEPS, text.length * STEPS_PER_CHARACTER);
  const tree = parser.parse(readable(text), null, { progressCallback: () => --steps < 0 });
  if (!tree) parser.reset();
  return tree;
}

function parseModule(parser: Parser, grammar: Grammar, text: string): Module {
  const span = { start: 0, end: text.length };
  const tree = parse(parser, text);
  if (!tree) {
    const error = { ...span, message: "too broken to be read" };
    return { kind: "module", ...span, body: [{ kind: "invalid-statement", ...span }], comments: [], errors: [error] };
  }
  const cursor = tree.walk();
  const reader = new TreeReader(cursor, grammar, { text, base: 0, isSound: !tree.rootNode.hasError });
  const body = lowerBlock(reader);
  cursor.delete();
  const nul = text.indexOf("\0");
  if (nul >= 0) reader.errors.push({ start: nul, end: nul + 1, message: "a NUL character is no part of Python" });
  const errors = [...collectErrors(tree.rootNode, text, reader.errors)];
  tree.delete();
  // A broken tree is none that a compiler would see.
  if (errors.length === 0) errors.push(...compilerErrors(text, body, (fn) => lowerBody(parser, grammar, text, fn)));
  return { kind: "module", ...span, body, comments: reader.comments, errors };
}

function lowerBody(parser: Parser, grammar: Grammar, text: string, fn: FunctionDefinition): LoweredBody {
  const { header, start, end } = fn.body;
  if (start === end) return { statements: [], errors: [] };
  const unread: LoweredBody = { statements: [{ kind: "invalid-statement", start, end }], errors: [] };
  const tree = parse(parser, text.slice(header, end));
  if (!tree) return unread;
  const cursor = tree.walk();
  const reader = new TreeReader(cursor, grammar, { text, base: header, isSound: !tree.rootNode.hasError });
  const body = toBody(reader) ? { statements: lowerBlock(reader), errors: reader.errors } : unread;
  cursor.delete();
  tree.delete();
  return body;
}

/** Moves to the block of the function that the text begins with. */
function toBody(reader: TreeReader): boolean {
  let kind = reader.down();
  while (kind === NODE.error) kind = reader.down();
  if (kind !== NODE.function_definition) return false;
  for (kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind === NODE.block) return true;
  }
  return false;
}

function parseOutline(parser: Parser, grammar: Grammar, text: string): Outline {
  const tree = parse(parser, text);
  if (!tree) return { comments: [], statements: [] };
  const cursor = tree.walk();
  const outline = readOutline(new TreeReader(cursor, grammar, { text, base: 0, isSound: !tree.rootNode.hasError }));
  cursor.delete();
  tree.delete();
  return outline;
}
