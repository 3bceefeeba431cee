/** What the parser of one tag is given, and what tags have in common: targets, parameters, bodies. */
import type { Span } from "../../base/span.ts";
import { parseExpression } from "./expression-parser.ts";
import type { AssignTarget, JinjaBody, JinjaParameter, JinjaStatement } from "./syntax.ts";
import { describe, type TokenStream } from "./token-stream.ts";

type WithoutSpan<Node> = Node extends Span ? Omit<Node, keyof Span> : never;

/** A statement before its closing tag is read: the span is added then. */
export type BareStatement = WithoutSpan<JinjaStatement>;

export interface ParsedBlock {
  readonly body: JinjaBody;
  /** From behind the opening tag to the tag that ends the body. */
  readonly bodySpan: Span;
  /** The name of that tag, taken; undefined when it is missing, which is reported already. */
  readonly endedBy: string | undefined;
}

export interface TagParser {
  readonly stream: TokenStream;
  /** Takes the end of the tag and everything up to one of the tags `ends`, the name of which is taken too. */
  block(...ends: readonly string[]): ParsedBlock;
}

/** Reads a tag from behind its name up to its end (or the end of its closing tag), without taking that. Throws JinjaSyntaxError. */
export type ParseTag = (parser: TagParser) => BareStatement;

export interface TargetOptions {
  /** A name that ends the target, beside the tag's end. */
  readonly endName?: string;
  /** True where an attribute of a namespace may be set. */
  readonly namespace?: boolean;
}

/** `x`, `a, (b, c)`, `ns.attribute`. */
export function parseTarget(stream: TokenStream, options: TargetOptions = {}): AssignTarget {
  const { start } = stream.current;
  const items = [parseSingleTarget(stream, options)];
  let isTuple = false;
  while (stream.skipOperator(",")) {
    isTuple = true;
    if (isTargetEnd(stream, options.endName)) break;
    items.push(parseSingleTarget(stream, options));
  }
  const [only] = items;
  return isTuple || only === undefined ? { kind: "target-tuple", items, start, end: stream.lastEnd } : only;
}

function isTargetEnd(stream: TokenStream, endName: string | undefined): boolean {
  return atTagEnd(stream) || stream.isOperator(")") || (endName !== undefined && stream.isName(endName));
}

function parseSingleTarget(stream: TokenStream, { namespace }: TargetOptions): AssignTarget {
  const { start } = stream.current;
  if (stream.skipOperator("(")) {
    stream.enter();
    const inner = parseTarget(stream);
    stream.leave();
    stream.expectOperator(")");
    return inner;
  }
  const { text } = stream.expectName();
  if (/^(?:true|false|none|True|False|None)$/.test(text)) stream.fail(`can't assign to '${text}'`);
  if (!namespace || !stream.skipOperator(".")) return { kind: "name", name: text, start, end: stream.lastEnd };
  const attribute = stream.expectName().text;
  return { kind: "namespace-attribute", namespace: text, attribute, start, end: stream.lastEnd };
}

/** `(a, b=1)`; unlike a call's, its list has no comma at the end. */
export function parseSignature(stream: TokenStream): JinjaParameter[] {
  stream.expectOperator("(");
  const parameters: JinjaParameter[] = [];
  while (!stream.isOperator(")")) {
    if (parameters.length > 0) stream.expectOperator(",");
    const { text, start } = stream.expectName();
    const value = stream.skipOperator("=") ? parseExpression(stream) : undefined;
    if (value === undefined && parameters.at(-1)?.default !== undefined) stream.fail("non-default argument follows default argument");
    parameters.push({ name: text, default: value, start, end: stream.lastEnd });
  }
  stream.expectOperator(")");
  return parameters;
}

export function atTagEnd(stream: TokenStream): boolean {
  return stream.current.type === "block-end" || stream.current.type === "eof";
}

export function unexpected(stream: TokenStream): never {
  return stream.fail(`unexpected '${describe(stream.current)}'`);
}
