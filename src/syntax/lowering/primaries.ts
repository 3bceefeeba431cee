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
import { outerEnd, outerStart } from "../outer-span.ts";
import { END, NODE } from "./node-type.ts";
import { checkArguments } from "./strictness.ts";
import { isWordUnit, MAX_CHAIN, type TreeReader } from "./tree-reader.ts";

export function lowerName(reader: TreeReader): Expression {
  const start = reader.start();
  const end = reader.identifierEnd(start);
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
  const innermost = isPrimary(kind) ? reader.tooDeep() : reader.expression();
  // The grammar binds the star of a lone `[*a.keys]` to `a`; Python binds it to all that follows.
  const star = innermost.kind === "starred" ? innermost : undefined;
  let object: Expression = star ? star.value : innermost;
  for (let outer = spine.pop(); outer !== undefined; outer = spine.pop()) {
    if (outer === NODE.call) object = call(reader, object);
    else if (outer === NODE.attribute) object = attribute(reader, object);
    else object = subscript(reader, object);
  }
  return star ? { kind: "starred", start: star.start, end: outerEnd(object), value: object } : object;
}

/** The cursor is on the object; afterwards it is on the attribute. `.name` right behind the object is read from the text. */
function attribute(reader: TreeReader, object: Expression): Expression {
  const dot = outerEnd(object);
  let nameSpan = { start: dot, end: dot };
  if (reader.text.charAt(dot) === "." && isNameStart(reader.text.charCodeAt(dot + 1))) {
    reader.up();
    nameSpan = { start: dot + 1, end: reader.identifierEnd(dot + 1) };
  } else {
    for (let kind = reader.next(); kind !== END; kind = reader.next()) {
      if (kind === NODE.identifier) nameSpan = reader.span();
    }
    reader.up();
  }
  const name = identifierOf(reader.text.slice(nameSpan.start, nameSpan.end));
  return { kind: "attribute", start: outerStart(object), end: nameSpan.end, object, name, nameSpan };
}

function isNameStart(unit: number): boolean {
  return isWordUnit(unit) && !(unit >= 0x30 && unit <= 0x39);
}

function call(reader: TreeReader, callee: Expression): Call {
  let args: readonly Argument[] = [];
  let argsSpan = { start: callee.end, end: callee.end };
  for (let kind = reader.next(); kind !== END; kind = reader.next()) {
    if (kind === NODE.argument_list) {
      const open = outerEnd(callee);
      const start = reader.text.charAt(open) === "(" ? open : reader.start();
      args = lowerArguments(reader);
      argsSpan = { start, end: reader.listEnd(args[args.length - 1]?.end ?? start + 1) };
      break;
    }
    if (kind === NODE.generator_expression) {
      argsSpan = reader.span();
      args = [{ kind: "positional", ...argsSpan, value: reader.expression() }];
      break;
    }
  }
  reader.up();
  return { kind: "call", start: outerStart(callee), end: argsSpan.end, callee, args, argsSpan };
}

/** Of an argument list, a class's bases included. */
export function lowerArguments(reader: TreeReader): readonly Argument[] {
  const args: Argument[] = [];
  let end = -1;
  for (let kind = reader.firstItem(); kind !== END; kind = reader.nextItem(end)) {
    end = -1;
    if (kind === NODE.token) continue;
    const argument = lowerArgument(reader, kind);
    args.push(argument);
    end = argument.end;
  }
  reader.up();
  if (args.length > 1 || args[0]?.kind === "keyword") checkArguments(reader, args);
  return args;
}

function lowerArgument(reader: TreeReader, kind: number): Argument {
  if (kind === NODE.keyword_argument) return keywordArgument(reader);
  if (kind === NODE.list_splat || kind === NODE.list_splat_pattern)
    return { kind: "spread", ...reader.span(), value: lowerSplatted(reader) };
  if (kind === NODE.dictionary_splat) return { kind: "keyword-spread", ...reader.span(), value: lowerSplatted(reader) };
  const value = reader.expression();
  return { kind: "positional", start: outerStart(value), end: outerEnd(value), value };
}

function keywordArgument(reader: TreeReader): Argument {
  const start = reader.start();
  reader.down();
  const nameSpan = { start, end: reader.identifierEnd(start) };
  let value: Expression = { kind: "invalid-expression", start: nameSpan.end, end: nameSpan.end };
  for (let kind = reader.nextPast("=", nameSpan.end); kind !== END; kind = reader.next()) {
    if (kind === NODE.token || kind === NODE.error) continue;
    value = reader.expression();
    break;
  }
  reader.up();
  const name = identifierOf(reader.text.slice(nameSpan.start, nameSpan.end));
  return { kind: "keyword", start, end: outerEnd(value), name, nameSpan, value };
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
  let comma = -1;
  let end = object.end;
  for (let kind = reader.next(); kind !== END; kind = reader.next()) {
    if (kind !== NODE.token) items.push(reader.expression());
    else {
      end = reader.end();
      if (reader.token() === ",") comma = end;
    }
  }
  reader.up();
  const first = items[0];
  const last = items[items.length - 1];
  const start = outerStart(object);
  if (!first || !last) return { kind: "invalid-expression", start, end };
  if (comma < 0 && first.kind !== "starred") return { kind: "subscript", start, end, object, index: first };
  const index: Expression = { kind: "tuple", start: outerStart(first), end: Math.max(outerEnd(last), comma), items };
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
