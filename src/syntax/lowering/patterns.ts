/** `match` and its patterns. */
import type { Span } from "../../base/span.ts";
import type { Expression } from "../expression.ts";
import { identifierOf } from "../identifier.ts";
import { outerStart } from "../outer-span.ts";
import type { MatchCase, Pattern, Statement } from "../statement.ts";
import { lowerBlock } from "./blocks.ts";
import { asTuple, lowerCondition } from "./displays.ts";
import { END, NODE } from "./node-type.ts";
import type { TreeReader } from "./tree-reader.ts";

export function lowerMatch(reader: TreeReader): Statement {
  const span = reader.span();
  const subjects: Expression[] = [];
  const cases: MatchCase[] = [];
  let comma = -1;
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind === NODE.block) lowerCases(reader, cases);
    else if (kind === NODE.case_clause) cases.push(lowerCase(reader));
    else if (kind === NODE.token) comma = reader.token() === "," ? reader.end() : comma;
    else if (kind !== NODE.error) subjects.push(reader.expression());
  }
  reader.up();
  return { kind: "match", ...span, subject: subjectOf(subjects, comma) ?? { kind: "invalid-expression", ...span }, cases };
}

/** `match a, b:` and `match a,:` match a tuple. `comma` is where the last one ends. */
function subjectOf(subjects: readonly Expression[], comma: number): Expression | undefined {
  const tuple = asTuple(subjects);
  const [only] = subjects;
  if (!tuple || !only || comma < 0) return tuple;
  return { kind: "tuple", start: outerStart(only), end: Math.max(tuple.end, comma), items: subjects };
}

function lowerCases(reader: TreeReader, cases: MatchCase[]): void {
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind === NODE.case_clause) cases.push(lowerCase(reader));
  }
  reader.up();
}

function lowerCase(reader: TreeReader): MatchCase {
  const span = reader.span();
  const patterns: Pattern[] = [];
  let comma = -1;
  let guard: Expression | undefined;
  let body: MatchCase["body"] = [];
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind === NODE.case_pattern) patterns.push(lowerPattern(reader));
    else if (kind === NODE.if_clause) guard = lowerCondition(reader);
    else if (kind === NODE.block) body = lowerBlock(reader);
    else if (kind === NODE.token) comma = reader.token() === "," ? reader.end() : comma;
  }
  reader.up();
  return { ...span, pattern: asSequence(patterns, comma, span), ...(guard && { guard }), body };
}

/** `case a, b:` is a sequence pattern without brackets. */
function asSequence(patterns: readonly Pattern[], comma: number, span: Span): Pattern {
  const first = patterns[0];
  const last = patterns[patterns.length - 1];
  if (!first || !last) return { kind: "value-pattern", ...span, value: { kind: "invalid-expression", ...span } };
  if (comma < 0 && first.kind !== "star-pattern") return first;
  return { kind: "sequence-pattern", start: first.start, end: Math.max(last.end, comma), items: patterns };
}

function lowerPattern(reader: TreeReader): Pattern {
  const span = reader.span();
  switch (reader.kind) {
    case NODE.case_pattern:
      return lowerWrapped(reader, span);
    case NODE.dotted_name:
      return namedPattern(reader, span);
    case NODE.as_pattern:
      return lowerAsPattern(reader, span);
    case NODE.list_pattern:
    case NODE.tuple_pattern:
      return lowerSequencePattern(reader, span);
    case NODE.dict_pattern:
      return lowerMappingPattern(reader, span);
    case NODE.class_pattern:
      return lowerClassPattern(reader, span);
    case NODE.union_pattern:
      return lowerOrPattern(reader, span);
    case NODE.splat_pattern:
      return { kind: "star-pattern", ...span, ...captured(reader.slice().replace(/^\*+\s*/, "")) };
    case NODE.complex_pattern:
      return { kind: "value-pattern", ...span, value: lowerComplex(reader, span) };
    default:
      return { kind: "value-pattern", ...span, value: reader.expression() };
  }
}

/** `_` takes anything and binds nothing. */
function captured(written: string): { readonly name?: string } {
  return written === "_" ? {} : { name: identifierOf(written) };
}

/** What a `case_pattern` holds; `_` and the sign of a number are tokens. */
function lowerWrapped(reader: TreeReader, span: Span): Pattern {
  let pattern: Pattern | undefined;
  let sign: Span | undefined;
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind === NODE.token) {
      if (reader.token() === "_") pattern = { kind: "capture-pattern", ...span };
      else sign = reader.span();
    } else if (kind !== NODE.error) pattern = lowerPattern(reader);
  }
  reader.up();
  if (!pattern) return { kind: "value-pattern", ...span, value: { kind: "invalid-expression", ...span } };
  return sign ? negative(pattern, sign) : pattern;
}

function negative(pattern: Pattern, sign: Span): Pattern {
  if (pattern.kind !== "value-pattern") return pattern;
  const span = { start: sign.start, end: pattern.end };
  return { kind: "value-pattern", ...span, value: { kind: "unary", ...span, operator: "-", operand: pattern.value } };
}

/** One name is captured, a dotted one is a value. */
function namedPattern(reader: TreeReader, span: Span): Pattern {
  const written = reader.slice();
  if (!written.includes(".")) return { kind: "capture-pattern", ...span, ...captured(written) };
  return { kind: "value-pattern", ...span, value: dottedName(reader) };
}

function dottedName(reader: TreeReader): Expression {
  let expression: Expression | undefined;
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind !== NODE.identifier) continue;
    const nameSpan = reader.span();
    const name = identifierOf(reader.slice());
    expression = expression
      ? { kind: "attribute", start: expression.start, end: nameSpan.end, object: expression, name, nameSpan }
      : { kind: "name", ...nameSpan, id: name };
  }
  reader.up();
  return expression ?? reader.invalid();
}

function lowerAsPattern(reader: TreeReader, span: Span): Pattern {
  let pattern: Pattern | undefined;
  let name = "";
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind === NODE.identifier) name = identifierOf(reader.slice());
    else if (kind !== NODE.token && kind !== NODE.error) pattern = lowerPattern(reader);
  }
  reader.up();
  return { kind: "as-pattern", ...span, pattern: pattern ?? { kind: "capture-pattern", ...span }, name };
}

/** `(p)` is `p`; only a comma or brackets make a sequence. */
function lowerSequencePattern(reader: TreeReader, span: Span): Pattern {
  const isTuple = reader.kind === NODE.tuple_pattern;
  const items: Pattern[] = [];
  let hasComma = false;
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind === NODE.token) hasComma ||= reader.token() === ",";
    else if (kind !== NODE.error) items.push(lowerPattern(reader));
  }
  reader.up();
  const [only] = items;
  if (isTuple && only && items.length === 1 && !hasComma && only.kind !== "star-pattern") return only;
  return { kind: "sequence-pattern", ...span, items };
}

function lowerMappingPattern(reader: TreeReader, span: Span): Pattern {
  const entries: { key: Expression; pattern: Pattern }[] = [];
  let key: Pattern | undefined;
  let sign: Span | undefined;
  let rest: string | undefined;
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind === NODE.token) sign = reader.token() === "-" ? reader.span() : undefined;
    else if (kind === NODE.splat_pattern) rest = identifierOf(reader.slice().replace(/^\*+\s*/, ""));
    else if (kind === NODE.error) continue;
    else if (!key) key = sign ? negative(lowerPattern(reader), sign) : lowerPattern(reader);
    else {
      if (key.kind === "value-pattern") entries.push({ key: key.value, pattern: lowerPattern(reader) });
      key = undefined;
    }
  }
  reader.up();
  return { kind: "mapping-pattern", ...span, entries, ...(rest && { rest }) };
}

function lowerClassPattern(reader: TreeReader, span: Span): Pattern {
  let type: Expression = { kind: "invalid-expression", ...span };
  const positional: Pattern[] = [];
  const keywords: { name: string; pattern: Pattern }[] = [];
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind === NODE.dotted_name) type = dottedName(reader);
    else if (kind === NODE.case_pattern) {
      const { name, pattern } = lowerClassArgument(reader);
      if (name === undefined) positional.push(pattern);
      else keywords.push({ name, pattern });
    }
  }
  reader.up();
  return { kind: "class-pattern", ...span, class: type, positional, keywords };
}

interface ClassArgument {
  /** Of a keyword. */
  readonly name?: string;
  readonly pattern: Pattern;
}

/** The grammar reads `layer=pattern as name` as if `as` stood around the keyword. */
function lowerClassArgument(reader: TreeReader): ClassArgument {
  const span = reader.span();
  const first = reader.down();
  if (first !== NODE.keyword_pattern && first !== NODE.as_pattern) {
    reader.up();
    reader.kind = NODE.case_pattern;
    return { pattern: lowerWrapped(reader, span) };
  }
  const argument = first === NODE.keyword_pattern ? lowerKeywordPattern(reader, span) : lowerBoundArgument(reader, span);
  reader.up();
  return argument;
}

function lowerBoundArgument(reader: TreeReader, span: Span): ClassArgument {
  let argument: ClassArgument | undefined;
  let bound = "";
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind === NODE.identifier) bound = identifierOf(reader.slice());
    else if (kind === NODE.case_pattern) argument = lowerClassArgument(reader);
  }
  reader.up();
  const pattern = argument?.pattern ?? { kind: "capture-pattern", ...span };
  return { ...argument, pattern: { kind: "as-pattern", start: pattern.start, end: span.end, pattern, name: bound } };
}

function lowerKeywordPattern(reader: TreeReader, span: Span): ClassArgument {
  let name = "";
  let pattern: Pattern | undefined;
  let sign: Span | undefined;
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind === NODE.identifier) name = identifierOf(reader.slice());
    else if (kind !== NODE.token && kind !== NODE.error) pattern = sign ? negative(lowerPattern(reader), sign) : lowerPattern(reader);
    else if (kind === NODE.token && reader.token() === "-") sign = reader.span();
    else if (kind === NODE.token && reader.token() === "_") pattern = { kind: "capture-pattern", ...reader.span() };
  }
  reader.up();
  return { name, pattern: pattern ?? { kind: "capture-pattern", ...span } };
}

function lowerOrPattern(reader: TreeReader, span: Span): Pattern {
  const options: Pattern[] = [];
  let sign: Span | undefined;
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind === NODE.token) {
      sign = reader.token() === "-" ? reader.span() : undefined;
      if (reader.token() === "_") options.push({ kind: "capture-pattern", ...reader.span() });
    } else if (kind === NODE.error) continue;
    else {
      const option = sign ? negative(lowerPattern(reader), sign) : lowerPattern(reader);
      // The grammar nests `a | b | c` to one side.
      if (option.kind === "or-pattern") options.push(...option.options);
      else options.push(option);
      sign = undefined;
    }
  }
  reader.up();
  return { kind: "or-pattern", ...span, options };
}

/** `-1 + 2j`. */
function lowerComplex(reader: TreeReader, span: Span): Expression {
  let sign: Span | undefined;
  let left: Expression | undefined;
  let right: Expression | undefined;
  let operator: "+" | "-" = "+";
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind === NODE.token && !left) sign = reader.span();
    else if (kind === NODE.token) operator = reader.token() === "-" ? "-" : "+";
    else if (left) right = reader.expression();
    else left = reader.expression();
  }
  reader.up();
  if (!left || !right) return { kind: "invalid-expression", ...span };
  const first: Expression = sign ? { kind: "unary", start: sign.start, end: left.end, operator: "-", operand: left } : left;
  return { kind: "binary", ...span, operator, left: first, right };
}
