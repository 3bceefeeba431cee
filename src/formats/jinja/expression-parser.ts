/** Jinja's expressions, by the precedence of Jinja 3.1's `parser.py`. Three things surprise: `~` binds tighter than `+`, `**` is
 * left-associative, and a filter takes the sign along (`-1 | abs` is `(-1) | abs`). */
import { integerValue, parseAtom, parseItems } from "./atom-parser.ts";
import { COMPARE, CONCAT, levelOf, NOT, OR, PRODUCT, SUM, takeCompare } from "./operator-levels.ts";
import type {
  BinaryOperator,
  CallExpression,
  CompareExpression,
  FilterExpression,
  JinjaArguments,
  JinjaExpression,
  JinjaKeyword,
  JinjaSlice,
  TestExpression,
} from "./syntax.ts";
import { describe, type TokenStream } from "./token-stream.ts";

const NO_ARGUMENTS: JinjaArguments = { positional: [], keywords: [], spread: undefined, spreadKeywords: undefined };

/** How far an expression reaches, and whether it may be a tuple without parentheses. */
export interface TupleOptions {
  /** False where a following `if` belongs to the statement: `{% for x in y if z %}`. */
  readonly conditional?: boolean;
  /** A name that ends the tuple, beside the tag's end. */
  readonly endName?: string;
  /** Parentheses were opened: `()` is a tuple. */
  readonly parenthesised?: boolean;
}

export function parseExpression(stream: TokenStream, conditional = true): JinjaExpression {
  stream.enter();
  const expression = conditional ? parseConditional(stream) : parseOperation(stream, OR);
  stream.leave();
  return expression;
}

/** One expression, or a tuple where commas follow. */
export function parseTuple(stream: TokenStream, options: TupleOptions = {}): JinjaExpression {
  const { start } = stream.current;
  const items: JinjaExpression[] = [];
  let isTuple = false;
  while (!isTupleEnd(stream, options.endName)) {
    items.push(parseExpression(stream, options.conditional ?? true));
    if (!stream.skipOperator(",")) break;
    isTuple = true;
  }
  const [only] = items;
  if (!isTuple && only !== undefined) return only;
  if (only === undefined && !options.parenthesised) stream.fail(`Expected an expression, got '${describe(stream.current)}'`);
  return stream.boundedOver({ kind: "tuple", items, start, end: stream.lastEnd }, items);
}

function isTupleEnd(stream: TokenStream, endName: string | undefined): boolean {
  const { type } = stream.current;
  if (type === "variable-end" || type === "block-end" || stream.isOperator(")")) return true;
  return endName !== undefined && stream.isName(endName);
}

function parseConditional(stream: TokenStream): JinjaExpression {
  const { start } = stream.current;
  let value = parseOperation(stream, OR);
  while (stream.skipName("if")) {
    const test = parseOperation(stream, OR);
    const otherwise = stream.skipName("else") ? parseOtherwise(stream) : undefined;
    value = stream.bounded({ kind: "conditional", test, value, otherwise, start, end: stream.lastEnd }, test, value, otherwise);
  }
  return value;
}

function parseOtherwise(stream: TokenStream): JinjaExpression {
  stream.enter();
  const otherwise = parseConditional(stream);
  stream.leave();
  return otherwise;
}

/** An operand and all operators behind it that bind at least as tightly as `least`. */
function parseOperation(stream: TokenStream, least: number): JinjaExpression {
  const { start } = stream.current;
  let left = least <= NOT && stream.isName("not") ? parseNot(stream) : parseUnary(stream, true);
  for (;;) {
    const level = levelOf(stream);
    if (level < least) return left;
    if (level === COMPARE) left = parseCompare(stream, start, left);
    else if (level === CONCAT) left = parseConcat(stream, start, left);
    else {
      const operator = stream.take().text as BinaryOperator;
      const right = parseOperation(stream, level + 1);
      left = stream.bounded({ kind: "binary", operator, left, right, start, end: stream.lastEnd }, left, right);
    }
  }
}

function parseNot(stream: TokenStream): JinjaExpression {
  const { start } = stream.take();
  stream.enter();
  const operand = parseOperation(stream, NOT);
  stream.leave();
  return stream.bounded({ kind: "unary", operator: "not", operand, start, end: stream.lastEnd }, operand);
}

function parseCompare(stream: TokenStream, start: number, first: JinjaExpression): JinjaExpression {
  const rest: CompareExpression["rest"][number][] = [];
  while (levelOf(stream) === COMPARE) {
    const operator = takeCompare(stream);
    rest.push({ operator, operand: parseOperation(stream, SUM) });
  }
  return stream.boundedOver({ kind: "compare", first, rest, start, end: stream.lastEnd }, [first, ...rest.map(({ operand }) => operand)]);
}

function parseConcat(stream: TokenStream, start: number, first: JinjaExpression): JinjaExpression {
  const items = [first];
  while (stream.skipOperator("~")) items.push(parseOperation(stream, PRODUCT));
  return stream.boundedOver({ kind: "concat", items, start, end: stream.lastEnd }, items);
}

function parseUnary(stream: TokenStream, withFilter: boolean): JinjaExpression {
  const { start } = stream.current;
  const operator = stream.isOperator("-") ? "-" : stream.isOperator("+") ? "+" : undefined;
  if (operator === undefined) {
    const node = parsePostfix(stream, parsePrimary(stream));
    return withFilter ? parseFilterExpression(stream, node) : node;
  }
  stream.take();
  stream.enter();
  const operand = parseUnary(stream, false);
  stream.leave();
  const node = stream.bounded<JinjaExpression>({ kind: "unary", operator, operand, start, end: stream.lastEnd }, operand);
  return withFilter ? parseFilterExpression(stream, parsePostfix(stream, node)) : parsePostfix(stream, node);
}

function parsePrimary(stream: TokenStream): JinjaExpression {
  return parseAtom(stream) ?? parseBracketed(stream);
}

function parseBracketed(stream: TokenStream): JinjaExpression {
  const { start } = stream.current;
  if (stream.skipOperator("(")) {
    const tuple = parseTuple(stream, { parenthesised: true });
    stream.expectOperator(")");
    return tuple;
  }
  if (stream.skipOperator("[")) {
    const items = parseItems(stream, "]", () => parseExpression(stream));
    return stream.boundedOver({ kind: "list", items, start, end: stream.lastEnd }, items);
  }
  if (stream.skipOperator("{")) {
    const entries = parseItems(stream, "}", () => {
      const key = parseExpression(stream);
      stream.expectOperator(":");
      return { key, value: parseExpression(stream) };
    });
    return stream.boundedOver(
      { kind: "dict", entries, start, end: stream.lastEnd },
      entries.flatMap(({ key, value }) => [key, value]),
    );
  }
  return stream.fail(`unexpected '${describe(stream.current)}'`);
}

function parsePostfix(stream: TokenStream, primary: JinjaExpression): JinjaExpression {
  let node = primary;
  while (stream.current.type === "operator") {
    const { text } = stream.current;
    if (text === "." || text === "[") node = parseSubscript(stream, node);
    else if (text === "(") node = parseCall(stream, node);
    else return node;
  }
  return node;
}

/** Calls may follow filters as well: `x | map(...)(y)`. */
function parseFilterExpression(stream: TokenStream, operand: JinjaExpression): JinjaExpression {
  let node = operand;
  for (;;) {
    if (stream.isOperator("|")) node = parseFilters(stream, node) ?? node;
    else if (stream.isName("is")) node = parseTest(stream, node);
    else if (stream.isOperator("(")) node = parseCall(stream, node);
    else return node;
  }
}

function parseCall(stream: TokenStream, callee: JinjaExpression): JinjaExpression {
  const args = parseArguments(stream);
  return overArguments<CallExpression>(stream, { kind: "call", callee, arguments: args, start: callee.start, end: stream.lastEnd }, callee);
}

/** `node` over its operand and its arguments. */
function overArguments<Node extends { readonly arguments: JinjaArguments }>(
  stream: TokenStream,
  node: Node,
  operand: JinjaExpression | undefined,
): Node {
  const { positional, keywords, spread, spreadKeywords } = node.arguments;
  if (positional.length + keywords.length === 0) return stream.bounded(node, operand, spread, spreadKeywords);
  return stream.boundedOver(node, [operand, ...positional, ...keywords.map(({ value }) => value), spread, spreadKeywords]);
}

function parseSubscript(stream: TokenStream, object: JinjaExpression): JinjaExpression {
  if (stream.skipOperator(".")) {
    const { type, text, start } = stream.take();
    const { lastEnd } = stream;
    if (type === "name") return stream.bounded({ kind: "attribute", object, name: text, start: object.start, end: lastEnd }, object);
    if (type !== "integer") stream.fail("expected name or number");
    const index: JinjaExpression = { kind: "integer", value: integerValue(text), start, end: lastEnd };
    return stream.bounded({ kind: "subscript", object, index, start: object.start, end: lastEnd }, object);
  }
  const { end: start } = stream.take();
  const parts = parseSubscripts(stream);
  const [only] = parts;
  const items = parts.filter((part): part is JinjaExpression => part.kind !== "slice");
  if (parts.length !== 1 && items.length < parts.length)
    stream.fail("slices in a tuple of subscripts are not read", { start, end: stream.lastEnd });
  const tuple = (): JinjaExpression => stream.boundedOver({ kind: "tuple", items, start, end: stream.lastEnd }, items);
  const index = parts.length === 1 && only !== undefined ? only : tuple();
  return stream.bounded({ kind: "subscript", object, index, start: object.start, end: stream.lastEnd }, object, index);
}

function parseSubscripts(stream: TokenStream): (JinjaExpression | JinjaSlice)[] {
  const parts: (JinjaExpression | JinjaSlice)[] = [];
  while (!stream.isOperator("]")) {
    if (parts.length > 0) stream.expectOperator(",");
    parts.push(parseSliceOrExpression(stream));
  }
  stream.expectOperator("]");
  return parts;
}

function parseSliceOrExpression(stream: TokenStream): JinjaExpression | JinjaSlice {
  const { start } = stream.current;
  const from = stream.isOperator(":") ? undefined : parseExpression(stream);
  if (!stream.skipOperator(":")) return from ?? stream.fail("expected a subscript");
  const to = isSliceEnd(stream) ? undefined : parseExpression(stream);
  const step = stream.skipOperator(":") && !isSliceEnd(stream) ? parseExpression(stream) : undefined;
  return stream.bounded({ kind: "slice", from, to, step, start, end: stream.lastEnd }, from, to, step);
}

function isSliceEnd(stream: TokenStream): boolean {
  return stream.isOperator(":") || stream.isOperator("]") || stream.isOperator(",");
}

/** `(a, b=1, *c, **d)`, parentheses included. */
function parseArguments(stream: TokenStream): JinjaArguments {
  const positional: JinjaExpression[] = [];
  const keywords: JinjaKeyword[] = [];
  let spread: JinjaExpression | undefined;
  let spreadKeywords: JinjaExpression | undefined;
  stream.expectOperator("(");
  for (let isFirst = true; !stream.isOperator(")"); isFirst = false) {
    if (!isFirst) stream.expectOperator(",");
    if (!isFirst && stream.isOperator(")")) break;
    if (stream.skipOperator("*")) {
      ordered(stream, spread === undefined && spreadKeywords === undefined);
      spread = parseExpression(stream);
    } else if (stream.skipOperator("**")) {
      ordered(stream, spreadKeywords === undefined);
      spreadKeywords = parseExpression(stream);
    } else if (isKeyword(stream)) {
      ordered(stream, spreadKeywords === undefined);
      keywords.push(parseKeyword(stream));
    } else {
      ordered(stream, spread === undefined && spreadKeywords === undefined && keywords.length === 0);
      positional.push(parseExpression(stream));
    }
  }
  stream.expectOperator(")");
  return { positional, keywords, spread, spreadKeywords };
}

function ordered(stream: TokenStream, holds: boolean): void {
  if (!holds) stream.fail("invalid syntax for function call expression");
}

function isKeyword(stream: TokenStream): boolean {
  if (stream.current.type !== "name") return false;
  const next = stream.peek(1);
  return next.type === "operator" && next.text === "=";
}

function parseKeyword(stream: TokenStream): JinjaKeyword {
  const { text, start } = stream.take();
  stream.expectOperator("=");
  const value = parseExpression(stream);
  return stream.bounded({ name: text, value, start, end: stream.lastEnd }, value);
}

/** `| a(1) | b`; with `inline` the first bar is missing, as in `{% filter a %}`. */
export function parseFilters(stream: TokenStream, operand: JinjaExpression | undefined, inline = false): FilterExpression | undefined {
  let filter: FilterExpression | undefined;
  while (stream.isOperator("|") || (inline && filter === undefined)) {
    if (stream.isOperator("|")) stream.take();
    const inner: JinjaExpression | undefined = filter ?? operand;
    const start = inner?.start ?? stream.current.start;
    const name = parseDottedName(stream);
    const args = stream.isOperator("(") ? parseArguments(stream) : NO_ARGUMENTS;
    filter = overArguments<FilterExpression>(
      stream,
      { kind: "filter", operand: inner, name, arguments: args, start, end: stream.lastEnd },
      inner,
    );
  }
  return filter;
}

function parseDottedName(stream: TokenStream): string {
  let name = stream.expectName().text;
  while (stream.skipOperator(".")) name += `.${stream.expectName().text}`;
  return name;
}

function parseTest(stream: TokenStream, operand: JinjaExpression): JinjaExpression {
  stream.take();
  const negated = stream.skipName("not");
  const name = parseDottedName(stream);
  const args = parseTestArguments(stream);
  const { start } = operand;
  const test = overArguments<TestExpression>(stream, { kind: "test", operand, name, arguments: args, start, end: stream.lastEnd }, operand);
  return negated ? stream.bounded({ kind: "unary", operator: "not", operand: test, start, end: stream.lastEnd }, test) : test;
}

/** `is divisibleby 3` needs no parentheses; `else`, `or` and `and` belong to what is around. */
function parseTestArguments(stream: TokenStream): JinjaArguments {
  if (stream.isOperator("(")) return parseArguments(stream);
  const { type, text } = stream.current;
  const literal = type === "string" || type === "integer" || type === "float" || stream.isOperator("[") || stream.isOperator("{");
  const name = type === "name" && text !== "else" && text !== "or" && text !== "and";
  if (!literal && !name) return NO_ARGUMENTS;
  if (stream.isName("is")) stream.fail("You cannot chain multiple tests with is");
  return { ...NO_ARGUMENTS, positional: [parsePostfix(stream, parsePrimary(stream))] };
}
