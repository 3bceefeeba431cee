/** Jinja's expressions, level by level and under the names of Jinja 3.1's `parser.py`. Three things surprise: `~` binds tighter than `+`,
 * `**` is left-associative, and a filter takes the sign along (`-1 | abs` is `(-1) | abs`). */
import { integerValue, parseAtom, parseItems } from "./atom-parser.ts";
import type {
  BinaryOperator,
  CompareExpression,
  CompareOperator,
  FilterExpression,
  JinjaArguments,
  JinjaExpression,
  JinjaKeyword,
  JinjaSlice,
} from "./syntax.ts";
import { describe, type TokenStream } from "./token-stream.ts";

const COMPARE: ReadonlySet<string> = new Set<CompareOperator>(["==", "!=", ">", ">=", "<", "<="]);
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
  return stream.nested(() => (conditional ? parseConditional(stream) : parseOr(stream)));
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
  return stream.finish(start, { kind: "tuple" as const, items }, ...items);
}

function isTupleEnd(stream: TokenStream, endName: string | undefined): boolean {
  const { type } = stream.current;
  if (type === "variable-end" || type === "block-end" || stream.isOperator(")")) return true;
  return endName !== undefined && stream.isName(endName);
}

function parseConditional(stream: TokenStream): JinjaExpression {
  const { start } = stream.current;
  let value = parseOr(stream);
  while (stream.skipName("if")) {
    const test = parseOr(stream);
    const otherwise = stream.skipName("else") ? stream.nested(() => parseConditional(stream)) : undefined;
    value = stream.finish(start, { kind: "conditional" as const, test, value, otherwise }, test, value, otherwise);
  }
  return value;
}

function parseOr(stream: TokenStream): JinjaExpression {
  return parseBinary(stream, parseAnd, () => takeName(stream, "or"));
}

function parseAnd(stream: TokenStream): JinjaExpression {
  return parseBinary(stream, parseNot, () => takeName(stream, "and"));
}

function takeName<Name extends "and" | "or">(stream: TokenStream, name: Name): Name | undefined {
  return stream.skipName(name) ? name : undefined;
}

function parseNot(stream: TokenStream): JinjaExpression {
  const { start } = stream.current;
  if (!stream.skipName("not")) return parseCompare(stream);
  const operand = stream.nested(() => parseNot(stream));
  return stream.finish(start, { kind: "unary" as const, operator: "not" as const, operand }, operand);
}

function parseCompare(stream: TokenStream): JinjaExpression {
  const { start } = stream.current;
  const first = parseSum(stream);
  const rest: CompareExpression["rest"][number][] = [];
  for (let operator = takeCompare(stream); operator !== undefined; operator = takeCompare(stream)) {
    rest.push({ operator, operand: parseSum(stream) });
  }
  if (rest.length === 0) return first;
  return stream.finish(start, { kind: "compare" as const, first, rest }, first, ...rest.map(({ operand }) => operand));
}

function takeCompare(stream: TokenStream): CompareOperator | undefined {
  const { type, text } = stream.current;
  if (type === "operator" && COMPARE.has(text)) return stream.take().text as CompareOperator;
  if (stream.skipName("in")) return "in";
  const next = stream.peek(1);
  if (!stream.isName("not") || next.type !== "name" || next.text !== "in") return undefined;
  stream.take();
  stream.take();
  return "not in";
}

function parseSum(stream: TokenStream): JinjaExpression {
  return parseBinary(stream, parseConcat, () => takeOperator(stream, ["+", "-"]));
}

function parseConcat(stream: TokenStream): JinjaExpression {
  const { start } = stream.current;
  const first = parseProduct(stream);
  const items = [first];
  while (stream.skipOperator("~")) items.push(parseProduct(stream));
  return items.length === 1 ? first : stream.finish(start, { kind: "concat" as const, items }, ...items);
}

function parseProduct(stream: TokenStream): JinjaExpression {
  return parseBinary(stream, parsePower, () => takeOperator(stream, ["*", "/", "//", "%"]));
}

function parsePower(stream: TokenStream): JinjaExpression {
  return parseBinary(
    stream,
    (inner) => parseUnary(inner, true),
    () => takeOperator(stream, ["**"]),
  );
}

function takeOperator<Operator extends BinaryOperator>(stream: TokenStream, operators: readonly Operator[]): Operator | undefined {
  return operators.find((operator) => stream.skipOperator(operator));
}

function parseBinary(
  stream: TokenStream,
  operand: (stream: TokenStream) => JinjaExpression,
  takeNext: () => BinaryOperator | undefined,
): JinjaExpression {
  const { start } = stream.current;
  let left = operand(stream);
  for (let operator = takeNext(); operator !== undefined; operator = takeNext()) {
    const right = operand(stream);
    left = stream.finish(start, { kind: "binary" as const, operator, left, right }, left, right);
  }
  return left;
}

function parseUnary(stream: TokenStream, withFilter: boolean): JinjaExpression {
  const { start } = stream.current;
  const operator = takeOperator(stream, ["-", "+"]);
  if (operator === undefined) {
    const node = parsePostfix(stream, parsePrimary(stream));
    return withFilter ? parseFilterExpression(stream, node) : node;
  }
  const operand = stream.nested(() => parseUnary(stream, false));
  const node = stream.finish(start, { kind: "unary" as const, operator, operand }, operand);
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
    return stream.finish(start, { kind: "list" as const, items }, ...items);
  }
  if (stream.skipOperator("{")) {
    const entries = parseItems(stream, "}", () => {
      const key = parseExpression(stream);
      stream.expectOperator(":");
      return { key, value: parseExpression(stream) };
    });
    return stream.finish(start, { kind: "dict" as const, entries }, ...entries.flatMap(({ key, value }) => [key, value]));
  }
  return stream.fail(`unexpected '${describe(stream.current)}'`);
}

function parsePostfix(stream: TokenStream, primary: JinjaExpression): JinjaExpression {
  let node = primary;
  for (;;) {
    if (stream.isOperator(".") || stream.isOperator("[")) node = parseSubscript(stream, node);
    else if (stream.isOperator("(")) node = parseCall(stream, node);
    else return node;
  }
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
  return stream.finish(callee.start, { kind: "call" as const, callee, arguments: args }, callee, ...argumentNodes(args));
}

function argumentNodes({ positional, keywords, spread, spreadKeywords }: JinjaArguments): (JinjaExpression | undefined)[] {
  return [...positional, ...keywords.map(({ value }) => value), spread, spreadKeywords];
}

function parseSubscript(stream: TokenStream, object: JinjaExpression): JinjaExpression {
  if (stream.skipOperator(".")) {
    const { type, text, start } = stream.take();
    if (type === "name") return stream.finish(object.start, { kind: "attribute" as const, object, name: text }, object);
    if (type !== "integer") stream.fail("expected name or number");
    const index = stream.finish(start, { kind: "integer" as const, value: integerValue(text) });
    return stream.finish(object.start, { kind: "subscript" as const, object, index }, object);
  }
  const { end: start } = stream.take();
  const parts = parseSubscripts(stream);
  const [only] = parts;
  const items = parts.filter((part): part is JinjaExpression => part.kind !== "slice");
  if (parts.length !== 1 && items.length < parts.length)
    stream.fail("slices in a tuple of subscripts are not read", { start, end: stream.lastEnd });
  const index = parts.length === 1 && only !== undefined ? only : stream.finish(start, { kind: "tuple" as const, items }, ...items);
  return stream.finish(object.start, { kind: "subscript" as const, object, index }, object, index);
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
  return stream.finish(start, { kind: "slice" as const, from, to, step }, from, to, step);
}

function isSliceEnd(stream: TokenStream): boolean {
  return stream.isOperator(":") || stream.isOperator("]") || stream.isOperator(",");
}

/** `(a, b=1, *c, **d)`, parentheses included. */
function parseArguments(stream: TokenStream): JinjaArguments {
  stream.expectOperator("(");
  const positional: JinjaExpression[] = [];
  const keywords: JinjaKeyword[] = [];
  let spread: JinjaExpression | undefined;
  let spreadKeywords: JinjaExpression | undefined;
  parseItems(stream, ")", () => {
    const ordered = (holds: boolean): void => {
      if (!holds) stream.fail("invalid syntax for function call expression");
    };
    if (stream.skipOperator("*")) {
      ordered(spread === undefined && spreadKeywords === undefined);
      spread = parseExpression(stream);
    } else if (stream.skipOperator("**")) {
      ordered(spreadKeywords === undefined);
      spreadKeywords = parseExpression(stream);
    } else if (isKeyword(stream)) {
      ordered(spreadKeywords === undefined);
      keywords.push(parseKeyword(stream));
    } else {
      ordered(spread === undefined && spreadKeywords === undefined && keywords.length === 0);
      positional.push(parseExpression(stream));
    }
  });
  return { positional, keywords, spread, spreadKeywords };
}

function isKeyword(stream: TokenStream): boolean {
  const next = stream.peek(1);
  return stream.current.type === "name" && next.type === "operator" && next.text === "=";
}

function parseKeyword(stream: TokenStream): JinjaKeyword {
  const { text, start } = stream.take();
  stream.expectOperator("=");
  const value = parseExpression(stream);
  return stream.finish(start, { name: text, value }, value);
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
    filter = stream.finish(start, { kind: "filter" as const, operand: inner, name, arguments: args }, inner, ...argumentNodes(args));
  }
  return filter;
}

function parseDottedName(stream: TokenStream): string {
  const parts = [stream.expectName().text];
  while (stream.skipOperator(".")) parts.push(stream.expectName().text);
  return parts.join(".");
}

function parseTest(stream: TokenStream, operand: JinjaExpression): JinjaExpression {
  stream.take();
  const negated = stream.skipName("not");
  const name = parseDottedName(stream);
  const args = parseTestArguments(stream);
  const test = stream.finish(operand.start, { kind: "test" as const, operand, name, arguments: args }, operand, ...argumentNodes(args));
  return negated ? stream.finish(operand.start, { kind: "unary" as const, operator: "not" as const, operand: test }, test) : test;
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
