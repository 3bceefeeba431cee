/** Tags that define and call: `macro`, `call`, `filter`, and the block tags that a host brings (`{% test %}`, `{% materialization %}`). */
import { parseExpression, parseFilters } from "./expression-parser.ts";
import type { BlockTagHeader, BlockTagStatement, JinjaParameter } from "./syntax.ts";
import { atTagEnd, type ParseTag, parseSignature, unexpected } from "./tag-parser.ts";
import type { TokenStream } from "./token-stream.ts";

export const parseMacro: ParseTag = (parser) => {
  const name = parser.stream.expectName().text;
  const parameters = parseSignature(parser.stream);
  return { kind: "macro", name, parameters, body: parser.block("endmacro").body };
};

export const parseCallBlock: ParseTag = (parser) => {
  const { stream } = parser;
  const parameters = stream.isOperator("(") ? parseSignature(stream) : [];
  const call = parseExpression(stream);
  if (call.kind !== "call") return stream.fail("expected call", call);
  return { kind: "call-block", parameters, call, body: parser.block("endcall").body };
};

export const parseFilterBlock: ParseTag = (parser) => {
  const filter = parseFilters(parser.stream, undefined, true) ?? unexpected(parser.stream);
  return { kind: "filter-block", filter, body: parser.block("endfilter").body };
};

/** Of `{% tag name … %}` … `{% endtag %}`. */
export function parseBlockTag(tag: string, header: BlockTagHeader): ParseTag {
  return (parser) => {
    const name = parser.stream.expectName().text;
    const parameters: JinjaParameter[] = header === "signature" ? parseSignature(parser.stream) : [];
    const options = header === "options" ? parseOptions(parser.stream) : [];
    const { body, bodySpan } = parser.block(`end${tag}`);
    return { kind: "block-tag", tag, name, parameters, options, body, bodySpan };
  };
}

function parseOptions(stream: TokenStream): BlockTagStatement["options"] {
  const options: BlockTagStatement["options"][number][] = [];
  while (!atTagEnd(stream) && stream.skipOperator(",")) {
    const name = stream.expectName().text;
    options.push({ name, value: stream.skipOperator("=") ? parseExpression(stream) : undefined });
  }
  return options;
}
