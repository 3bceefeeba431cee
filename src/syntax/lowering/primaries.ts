/** Names, constants, attributes, subscripts, calls: what binds tightest. Chains `a.b().c[0]` are walked in a loop. */
import type {
  Argument,
  Call,
  Expression,
  KeywordConstant,
  Name,
  NamedExpression,
  NumberLiteral,
  Slice,
  Starred,
  Yield,
} from "../expression.ts";
import { identifierOf } from "../identifier.ts";
import { END, NODE } from "./node-type.ts";
import { MAX_CHAIN, type TreeReader } from "./tree-reader.ts";

export function lowerName(reader: TreeReader): Expression {
  const { start, end } = reader.span();
  if (start === end) return { kind: "invalid-expression", start, end };
  const name: Name = { kind: "name", start, end, id: identifierOf(reader.text.slice(start, end)) };
  return name;
}

export function lowerNumber(reader: TreeReader): NumberLiteral {
  const { start, end } = reader.span();
  const text = reader.text.slice(start, end);
  const last = text.charAt(text.length - 1);
  if (last === "l" || last === "L") reader.errors.push({ start, end, message: "invalid number: the suffix `L` is Python 2" });
  else if (/^0[0-9_]*[1-9]/.test(text) && /^[0-9_]+$/.test(text)) {
    reader.errors.push({ start, end, message: "leading zeros are not permitted in an integer: octal numbers begin with `0o`" });
  } else if (text.endsWith("_") || text.includes("__")) reader.errors.push({ start, end, message: "invalid number: misplaced `_`" });
  return { kind: "number", start, end, text };
}

export function lowerKeywordConstant(kind: KeywordConstant["kind"]): (reader: TreeReader) => KeywordConstant {
  return (reader) => ({ kind, start: reader.start(), end: reader.end() });
}

function isPrimary(kind: number): boolean {
  return kind === NODE.attribute || kind === NODE.call || kind === NODE.subscript;
}

/** An attribute, a call or a subscript, from the inside out. */
export function lowerPrimary(reader: TreeReader): Expression {
  const spine: number[] = [];
  let kind = reader.kind;
  while (isPrimary(kind) && spine.length < MAX_CHAIN) {
    spine.push(kind);
    kind = reader.down();
  }
  let object: Expression = isPrimary(kind) ? reader.tooDeep() : reader.expression();
  for (let outer = spine.pop(); outer !== undefined; outer = spine.pop()) {
    if (outer === NODE.call) object = call(reader, object);
    else if (outer === NODE.attribute) object = attribute(reader, object);
    else object = subscript(reader, object);
  }
  return object;
}

function startOf(expression: Expression): number {
  return (expression.parentheses ?? expression).start;
}

/** The cursor is on the object; afterwards it is on the attribute. */
function attribute(reader: TreeReader, object: Expression): Expression {
  let nameSpan = { start: object.end, end: object.end };
  for (let kind = reader.next(); kind !== END; kind = reader.next()) {
    if (kind === NODE.identifier) nameSpan = reader.span();
  }
  reader.up();
  const name = identifierOf(reader.text.slice(nameSpan.start, nameSpan.end));
  return { kind: "attribute", start: startOf(object), end: nameSpan.end, object, name, nameSpan };
}

function call(reader: TreeReader, callee: Expression): Call {
  let args: readonly Argument[] = [];
  let argsSpan = { start: callee.end, end: callee.end };
  for (let kind = reader.next(); kind !== END; kind = reader.next()) {
    if (kind === NODE.argument_list) {
      argsSpan = reader.span();
      args = lowerArguments(reader);
    } else if (kind === NODE.generator_expression) {
      argsSpan = reader.span();
      args = [{ kind: "positional", ...argsSpan, value: reader.expression() }];
    }
  }
  reader.up();
  return { kind: "call", start: startOf(callee), end: argsSpan.end, callee, args, argsSpan };
}

/** Of an argument list, a class's bases included. */
export function lowerArguments(reader: TreeReader): readonly Argument[] {
  const args: Argument[] = [];
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind === NODE.token) continue;
    const span = reader.span();
    if (kind === NODE.keyword_argument) args.push(keywordArgument(reader, span));
    else if (kind === NODE.list_splat || kind === NODE.list_splat_pattern)
      args.push({ kind: "spread", ...span, value: lowerSplatted(reader) });
    else if (kind === NODE.dictionary_splat) args.push({ kind: "keyword-spread", ...span, value: lowerSplatted(reader) });
    else args.push({ kind: "positional", ...span, value: reader.expression() });
  }
  reader.up();
  return args;
}

function keywordArgument(reader: TreeReader, span: { readonly start: number; readonly end: number }): Argument {
  reader.down();
  const nameSpan = reader.span();
  let value: Expression = { kind: "invalid-expression", start: span.end, end: span.end };
  for (let kind = reader.next(); kind !== END; kind = reader.next()) {
    if (kind !== NODE.token && kind !== NODE.error) value = reader.expression();
  }
  reader.up();
  return { kind: "keyword", ...span, name: identifierOf(reader.text.slice(nameSpan.start, nameSpan.end)), nameSpan, value };
}

/** What stands after `*` or `**`. */
export function lowerSplatted(reader: TreeReader): Expression {
  let value: Expression = reader.invalid();
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind !== NODE.token) value = reader.expression();
  }
  reader.up();
  return value;
}

export function lowerStarred(reader: TreeReader): Starred {
  return { kind: "starred", ...reader.span(), value: lowerSplatted(reader) };
}

function subscript(reader: TreeReader, object: Expression): Expression {
  const items: Expression[] = [];
  let isTuple = false;
  let end = object.end;
  for (let kind = reader.next(); kind !== END; kind = reader.next()) {
    if (kind !== NODE.token) items.push(reader.expression());
    else {
      end = reader.end();
      if (reader.token() === ",") isTuple = true;
    }
  }
  reader.up();
  const first = items[0];
  const last = items[items.length - 1];
  const start = startOf(object);
  if (!first || !last) return { kind: "invalid-expression", start, end };
  if (!isTuple && first.kind !== "starred") return { kind: "subscript", start, end, object, index: first };
  const index: Expression = { kind: "tuple", start: startOf(first), end: (last.parentheses ?? last).end, items };
  return { kind: "subscript", start, end, object, index };
}

/** `lower:upper:step`; which is which follows from the colons between. */
export function lowerSlice(reader: TreeReader): Slice {
  const span = reader.span();
  const parts: [Expression?, Expression?, Expression?] = [];
  let colons = 0;
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind === NODE.token) colons++;
    else if (kind !== NODE.error && colons < 3) parts[colons] = reader.expression();
  }
  reader.up();
  const [lower, upper, step] = parts;
  return { kind: "slice", ...span, ...(lower && { lower }), ...(upper && { upper }), ...(step && { step }) };
}

export function lowerParenthesized(reader: TreeReader): Expression {
  const parentheses = reader.span();
  let inner: Expression = { kind: "invalid-expression", ...parentheses };
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind !== NODE.token && kind !== NODE.error) inner = reader.expression();
  }
  reader.up();
  return { ...inner, parentheses };
}

export function lowerNamedExpression(reader: TreeReader): NamedExpression {
  const span = reader.span();
  reader.down();
  const name = identifierOf(reader.slice());
  let value: Expression = { kind: "invalid-expression", start: span.end, end: span.end };
  for (let kind = reader.next(); kind !== END; kind = reader.next()) {
    if (kind !== NODE.token && kind !== NODE.error) value = reader.expression();
  }
  reader.up();
  return { kind: "named-expression", ...span, name, value };
}

export function lowerYield(reader: TreeReader): Yield {
  const span = reader.span();
  let from = false;
  let value: Expression | undefined;
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind !== NODE.token) value = reader.expression();
    else if (reader.token() === "from") from = true;
  }
  reader.up();
  return { kind: "yield", ...span, from, ...(value && { value }) };
}
