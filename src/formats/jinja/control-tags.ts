/** Tags that decide, repeat, bind and print: `if`, `for`, `set`, `with`, `do`, `print`, `autoescape`. */
import { parseExpression, parseFilters, parseTuple } from "./expression-parser.ts";
import type { IfStatement, JinjaBody, JinjaExpression, WithStatement } from "./syntax.ts";
import { atTagEnd, type BareStatement, type ParseTag, parseTarget } from "./tag-parser.ts";

export const parseIf: ParseTag = (parser) => {
  const branches: IfStatement["branches"][number][] = [];
  let endedBy: string | undefined = "elif";
  while (endedBy === "elif") {
    const test = parseTuple(parser.stream, { conditional: false });
    const block = parser.block("elif", "else", "endif");
    branches.push({ test, body: block.body });
    endedBy = block.endedBy;
  }
  const otherwise: JinjaBody | undefined = endedBy === "else" ? parser.block("endif").body : undefined;
  return { kind: "if", branches, otherwise };
};

export const parseFor: ParseTag = (parser) => {
  const { stream } = parser;
  const target = parseTarget(stream, { endName: "in" });
  stream.expectKeyword("in");
  const iterable = parseTuple(stream, { conditional: false, endName: "recursive" });
  const condition = stream.skipName("if") ? parseExpression(stream) : undefined;
  const recursive = stream.skipName("recursive");
  const { body, endedBy } = parser.block("endfor", "else");
  const otherwise = endedBy === "else" ? parser.block("endfor").body : undefined;
  return { kind: "for", target, iterable, condition, recursive, body, otherwise };
};

export const parseSet: ParseTag = (parser) => {
  const { stream } = parser;
  const target = parseTarget(stream, { namespace: true });
  if (stream.skipOperator("=")) return { kind: "set", target, value: parseTuple(stream) };
  const filter = parseFilters(stream, undefined);
  return { kind: "set-block", target, filter, body: parser.block("endset").body };
};

export const parseWith: ParseTag = (parser): BareStatement => {
  const { stream } = parser;
  const bindings: WithStatement["bindings"][number][] = [];
  while (!atTagEnd(stream)) {
    if (bindings.length > 0) stream.expectOperator(",");
    const target = parseTarget(stream);
    stream.expectOperator("=");
    bindings.push({ target, value: parseExpression(stream) });
  }
  return { kind: "with", bindings, body: parser.block("endwith").body };
};

export const parseDo: ParseTag = ({ stream }) => ({ kind: "do", expression: parseTuple(stream) });

export const parsePrint: ParseTag = ({ stream }) => {
  const expressions: JinjaExpression[] = [];
  while (!atTagEnd(stream)) {
    if (expressions.length > 0) stream.expectOperator(",");
    expressions.push(parseExpression(stream));
  }
  return { kind: "output", expressions };
};

export const parseAutoescape: ParseTag = (parser) => {
  const enabled = parseExpression(parser.stream);
  return { kind: "autoescape", enabled, body: parser.block("endautoescape").body };
};
