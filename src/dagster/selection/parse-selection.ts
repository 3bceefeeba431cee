/**
 * Parser of the asset selection language: the grammar of Dagster's AssetSelection.g4 (1.13), by recursive descent. `not` binds tighter
 * than `and`, `and` tighter than `or`; traversals (`2+x`, `x+`) attach to attributes, functions and parentheses only, never to `*`.
 * What `AssetSelection.from_string` does when this fails is in `selection-from-string.ts`.
 */
import type { Span } from "../../base/span.ts";
import { type AssetSelection, type InterfaceAttribute, intersection, union } from "./asset-selection.ts";
import { type Token, tokenizeSelection } from "./tokenize-selection.ts";

/** Offsets are into the selection string, 0-based UTF-16 units. */
export interface SelectionSyntaxError extends Span {
  readonly message: string;
}

export type ParsedSelection =
  | { readonly ok: true; readonly selection: AssetSelection }
  | { readonly ok: false; readonly error: SelectionSyntaxError };

/** Deeper nesting than this is refused, as Python's own parser refuses it by its recursion limit. */
const MAX_DEPTH = 100;

interface Cursor {
  readonly tokens: readonly Token[];
  readonly includeSources: boolean;
  position: number;
  depth: number;
}

class SyntaxFailure extends Error {
  readonly at: Token;
  constructor(message: string, at: Token) {
    super(message);
    this.at = at;
  }
}

/** Parses `group:raw and not kind:csv`. Never throws. */
export function parseSelection(text: string, includeSources = false): ParsedSelection {
  const tokens = tokenizeSelection(text);
  if (!Array.isArray(tokens)) return { ok: false, error: tokens as SelectionSyntaxError };
  const cursor: Cursor = { tokens, includeSources, position: 0, depth: 0 };
  try {
    const selection = parseOr(cursor);
    if (peek(cursor).kind !== "end") fail(cursor, "expected `and`, `or` or the end");
    return { ok: true, selection };
  } catch (failure) {
    if (!(failure instanceof SyntaxFailure)) throw failure;
    return { ok: false, error: { message: failure.message, start: failure.at.start, end: failure.at.end } };
  }
}

function parseOr(cursor: Cursor): AssetSelection {
  const start = peek(cursor).start;
  let left = parseAnd(cursor);
  while (accept(cursor, "or")) left = spanned(cursor, start, union(left, parseAnd(cursor)));
  return left;
}

function parseAnd(cursor: Cursor): AssetSelection {
  const start = peek(cursor).start;
  let left = parseNot(cursor);
  while (accept(cursor, "and")) left = spanned(cursor, start, intersection(left, parseNot(cursor)));
  return left;
}

function parseNot(cursor: Cursor): AssetSelection {
  const start = peek(cursor).start;
  if (!accept(cursor, "not")) return parseTraversal(cursor);
  const right = nested(cursor, parseNot);
  return spanned(cursor, start, { kind: "subtract", left: { kind: "all", includeSources: cursor.includeSources }, right });
}

function parseTraversal(cursor: Cursor): AssetSelection {
  const start = peek(cursor).start;
  if (acceptSymbol(cursor, "*")) return spanned(cursor, start, { kind: "all", includeSources: cursor.includeSources });
  const up = parseUp(cursor);
  const child = parseAllowed(cursor);
  const down = parseDown(cursor);
  const upstream: AssetSelection | undefined = up && { kind: "upstream", child, depth: up.depth, includeSelf: true };
  const downstream: AssetSelection | undefined = down && { kind: "downstream", child, depth: down.depth, includeSelf: true };
  if (upstream && downstream) return spanned(cursor, start, union(upstream, downstream));
  return spanned(cursor, start, upstream ?? downstream ?? child);
}

function parseUp(cursor: Cursor): { readonly depth: number | null } | undefined {
  const token = peek(cursor);
  if (token.kind === "digits") {
    cursor.position += 1;
    if (!acceptSymbol(cursor, "+")) fail(cursor, "expected `+` after the depth");
    return { depth: Number(token.text) };
  }
  return acceptSymbol(cursor, "+") ? { depth: null } : undefined;
}

function parseDown(cursor: Cursor): { readonly depth: number | null } | undefined {
  if (!acceptSymbol(cursor, "+")) return undefined;
  const token = peek(cursor);
  if (token.kind !== "digits") return { depth: null };
  cursor.position += 1;
  return { depth: Number(token.text) };
}

function parseAllowed(cursor: Cursor): AssetSelection {
  const token = peek(cursor);
  if (acceptSymbol(cursor, "(")) return closeParenthesis(cursor, nested(cursor, parseOr));
  if (token.kind !== "keyword") return fail(cursor, expectation(token));
  cursor.position += 1;
  if (token.text !== "sinks" && token.text !== "roots") return spanned(cursor, token.start, parseAttribute(cursor, token.text));
  if (!acceptSymbol(cursor, "(")) fail(cursor, `expected \`(\` after \`${token.text}\``);
  const child = closeParenthesis(cursor, nested(cursor, parseOr));
  return spanned(cursor, token.start, { kind: token.text, child });
}

function expectation(token: Token): string {
  if (token.kind === "end") return "expected an attribute such as `key:` or `group:`";
  return `expected an attribute such as \`key:\`, found \`${token.text}\``;
}

function closeParenthesis(cursor: Cursor, selection: AssetSelection): AssetSelection {
  if (!acceptSymbol(cursor, ")")) fail(cursor, "expected `)`");
  return selection;
}

function parseAttribute(cursor: Cursor, name: string): AssetSelection {
  if (!acceptSymbol(cursor, ":")) fail(cursor, `expected \`:\` after \`${name}\``);
  const { includeSources } = cursor;
  switch (name) {
    case "key":
      return { kind: "key-wildcard", pattern: parseKeyValue(cursor) };
    case "tag": {
      const { key, value } = parsePair(cursor);
      return { kind: "tag", key: key ?? "<null>", value, includeSources };
    }
    case "column_tag": {
      const { key, value } = parsePair(cursor);
      return { kind: "interface-only", attribute: "column_tag", value: value === "" ? key : `${key}=${value}` };
    }
    case "owner":
      return { kind: "owner", owner: parseValue(cursor) };
    case "group":
      return groupSelection(parseValue(cursor), includeSources);
    case "kind":
      return { kind: "asset-kind", assetKind: parseValue(cursor), includeSources };
    case "is":
      return parseIs(cursor);
    case "partitions":
      return { kind: "partitions", partitions: parseValue(cursor) };
    default:
      return { kind: "interface-only", attribute: name as InterfaceAttribute, value: parseValue(cursor) };
  }
}

function groupSelection(group: string | null, includeSources: boolean): AssetSelection {
  if (group === null || group === "") return { kind: "groups", groups: [], includeSources };
  if (group.includes("*")) return { kind: "group-wildcard", pattern: group, includeSources };
  return { kind: "groups", groups: [group], includeSources };
}

function parseIs(cursor: Cursor): AssetSelection {
  const token = peek(cursor);
  const attribute = parseValue(cursor);
  if (attribute === "external" || attribute === "materializable") return { kind: "is", attribute };
  throw new SyntaxFailure("`is:` takes `external` or `materializable`", token);
}

function parsePair(cursor: Cursor): { readonly key: string | null; readonly value: string } {
  const key = parseValue(cursor);
  return { key, value: acceptSymbol(cursor, "=") ? (parseValue(cursor) ?? "") : "" };
}

/** `null` for `<null>`. */
function parseValue(cursor: Cursor): string | null {
  const token = peek(cursor);
  const isKeywordValue = token.kind === "keyword" && (token.text === "sensor" || token.text === "schedule" || token.text === "job");
  if (token.kind === "null" || token.kind === "quoted" || token.kind === "unquoted" || isKeywordValue) {
    cursor.position += 1;
    return token.kind === "null" ? null : token.text;
  }
  return fail(cursor, valueExpectation(token));
}

function parseKeyValue(cursor: Cursor): string {
  const token = peek(cursor);
  if (token.kind !== "quoted" && token.kind !== "unquoted" && token.kind !== "wildcard") return fail(cursor, valueExpectation(token));
  cursor.position += 1;
  return token.text;
}

function valueExpectation(token: Token): string {
  return token.kind === "end" ? "expected a value" : `expected a value, found \`${token.text}\`: put it in double quotes`;
}

function nested(cursor: Cursor, parse: (cursor: Cursor) => AssetSelection): AssetSelection {
  cursor.depth += 1;
  if (cursor.depth > MAX_DEPTH) fail(cursor, "the selection is nested too deeply");
  const selection = parse(cursor);
  cursor.depth -= 1;
  return selection;
}

function spanned(cursor: Cursor, start: number, selection: AssetSelection): AssetSelection {
  const end = cursor.tokens[cursor.position - 1]?.end ?? start;
  return selection.span === undefined ? { ...selection, span: { start, end } } : selection;
}

function accept(cursor: Cursor, kind: Token["kind"]): boolean {
  if (peek(cursor).kind !== kind) return false;
  cursor.position += 1;
  return true;
}

function acceptSymbol(cursor: Cursor, symbol: string): boolean {
  const token = peek(cursor);
  return token.kind === "symbol" && token.text === symbol && accept(cursor, "symbol");
}

/** The `end` token is never passed, so there is always one to look at. */
function peek(cursor: Cursor): Token {
  return cursor.tokens[cursor.position] ?? END;
}

const END: Token = { kind: "end", text: "", start: 0, end: 0 };

function fail(cursor: Cursor, message: string): never {
  throw new SyntaxFailure(message, peek(cursor));
}
