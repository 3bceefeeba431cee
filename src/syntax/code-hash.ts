/**
 * Did a piece of Python change? Its fingerprint is a hash of its compact tree without places: comments, blank lines, layout,
 * quotes, trailing commas and needless parentheses make no difference, everything else does. And which names it reads, so that
 * a change of what it calls can be found.
 */

import { stableHash } from "../base/hash/stable-hash.ts";
import { compareKeys } from "../base/order.ts";
import type { Span } from "../base/span.ts";
import type { Expression } from "./expression.ts";
import { docstringOf } from "./lowering/definitions.ts";
import type { PythonParser } from "./python-parser.ts";
import type { FunctionDefinition, Statement } from "./statement.ts";
import { type TreeNode, walk } from "./walk.ts";

export interface FingerprintOptions {
  /** Docstrings of the functions and classes in the piece make no difference. */
  readonly withoutDocstrings?: boolean;
}

/** 32 hexadecimal digits. `span` holds whole statements, an expression, or a definition with its decorators. Linear. */
export function codeFingerprint(text: string, span: Span, parser: PythonParser, options: FingerprintOptions = {}): string {
  const piece = standAlone(text, span);
  const module = parser.parseModule(piece);
  const out: string[] = [];
  writeStatements(module.body, { piece, parser, options, out });
  for (const { start, end } of module.errors) out.push("!", written(piece, start, end));
  return stableHash(out.join(""));
}

interface Writing {
  readonly piece: string;
  readonly parser: PythonParser;
  readonly options: FingerprintOptions;
  readonly out: string[];
}

/** What a piece that does not stand alone is put under: there `return`, `yield` and `await` are no errors. */
const HEADER = "async def _():";

/** The lines of an indented piece, and a piece that begins within a line, parse under a header of their own. */
function standAlone(text: string, { start, end }: Span): string {
  let margin = start;
  while (margin > 0 && (text[margin - 1] === " " || text[margin - 1] === "\t")) margin--;
  const piece = text.slice(start, end);
  const opensLine = margin === 0 || text[margin - 1] === "\n" || text[margin - 1] === "\r";
  if (!opensLine) return `${HEADER} ${piece}`;
  return margin < start ? `${HEADER}\n${text.slice(margin, end)}` : piece;
}

function writeStatements(statements: readonly Statement[], writing: Writing): void {
  const [first] = statements;
  // What `standAlone` put around an indented piece is no part of it.
  const isWrapped = statements.length === 1 && first?.kind === "function" && writing.piece.startsWith(HEADER);
  const own = isWrapped ? writing.parser.body(writing.piece, first) : statements;
  for (const statement of own) writeValue(statement, writing);
}

const PLACES: ReadonlySet<string> = new Set([
  "start",
  "end",
  "nameSpan",
  "argsSpan",
  "parametersSpan",
  "parentheses",
  "header",
  "docstring",
]);

function writeValue(value: unknown, writing: Writing): void {
  if (Array.isArray(value)) {
    writing.out.push("[");
    for (const item of value) writeValue(item, writing);
    writing.out.push("]");
  } else if (typeof value === "object" && value !== null) writeNode(value as Readonly<Record<string, unknown>>, writing);
  else writing.out.push(`${typeof value} ${JSON.stringify(value)},`);
}

function writeNode(node: Readonly<Record<string, unknown>>, writing: Writing): void {
  const { kind } = node;
  writing.out.push("{");
  for (const [name, value] of Object.entries(node)) {
    if (PLACES.has(name) || (kind === "string" && name === "parts")) continue;
    writing.out.push(name, ":");
    if (name === "body" && (kind === "function" || kind === "class")) writeBody(node as unknown as Statement, writing);
    else writeValue(value, writing);
  }
  if (kind === "invalid-statement" || kind === "invalid-expression") {
    writing.out.push(written(writing.piece, Number(node["start"]), Number(node["end"])));
  }
  writing.out.push("}");
}

/** What could not be read is compared by its text. */
function written(piece: string, start: number, end: number): string {
  return JSON.stringify(piece.slice(start, end).replace(/\s+/g, " "));
}

function writeBody(definition: Statement, writing: Writing): void {
  if (definition.kind !== "function" && definition.kind !== "class") return;
  const body = definition.kind === "function" ? writing.parser.body(writing.piece, definition) : definition.body;
  writeValue(writing.options.withoutDocstrings && docstringOf(body) ? body.slice(1) : body, writing);
}

/**
 * The names that the statements read, dotted as written and as far as they are plain: `clean`, `text.strip_all` of
 * `text.strip_all(x)[0].y`. Sorted, each once; names that are only assigned are left out, builtins and locals are not.
 * `bodyOf` gives the bodies of functions inside; without it those are not entered.
 */
export function namesUsed(statements: readonly Statement[], bodyOf?: (fn: FunctionDefinition) => readonly Statement[]): readonly string[] {
  const names = new Set<string>();
  const stored = new Set<TreeNode>();
  const pending: (readonly TreeNode[])[] = [statements];
  for (let roots = pending.pop(); roots; roots = pending.pop()) {
    walk(roots, (node) => {
      if (stored.has(node)) return false;
      for (const target of targetsOf(node)) store(target, stored);
      if (node.kind === "function" && bodyOf) pending.push(bodyOf(node));
      const dotted = node.kind === "name" || node.kind === "attribute" ? dottedName(node) : undefined;
      if (dotted === undefined) return true;
      names.add(dotted);
      return false;
    });
  }
  return [...names].sort(compareKeys);
}

/** `a.b.c` as it is written; `undefined` when something else than a name is at its bottom. */
export function dottedName(expression: Expression): string | undefined {
  const names: string[] = [];
  let node = expression;
  while (node.kind === "attribute") {
    names.push(node.name);
    node = node.object;
  }
  return node.kind === "name" ? [node.id, ...names.reverse()].join(".") : undefined;
}

function targetsOf(node: TreeNode): readonly Expression[] {
  switch (node.kind) {
    case "assign":
    case "delete":
      return node.targets;
    case "annotated-assign":
    case "for":
      return [node.target];
    case "with":
      return node.items.flatMap(({ target }) => target ?? []);
    case "comprehension":
      return node.clauses.map(({ target }) => target);
    default:
      return [];
  }
}

/** Names in a target are written, not read; the object of `a.b = …` and `a[i] = …` is read. */
function store(target: Expression, stored: Set<TreeNode>): void {
  if (target.kind === "name") stored.add(target);
  else if (target.kind === "starred") store(target.value, stored);
  else if (target.kind === "tuple" || target.kind === "list") for (const item of target.items) store(item, stored);
}
