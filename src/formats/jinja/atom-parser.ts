/** The expressions without expressions in them, and lists of whatever a caller parses. */
import type { JinjaExpression } from "./syntax.ts";
import type { TokenStream } from "./token-stream.ts";

/** A name, a literal; undefined when the next token starts neither. */
export function parseAtom(stream: TokenStream): JinjaExpression | undefined {
  const { type, text, start } = stream.current;
  switch (type) {
    case "name":
      stream.take();
      return parseNameOrConstant(stream, text, start);
    case "string":
      return parseString(stream, start);
    case "integer":
      stream.take();
      return stream.finish(start, { kind: "integer" as const, value: integerValue(text) });
    case "float":
      stream.take();
      return stream.finish(start, { kind: "float" as const, value: Number(text.replaceAll("_", "")) });
    default:
      return undefined;
  }
}

function parseNameOrConstant(stream: TokenStream, text: string, start: number): JinjaExpression {
  if (text === "true" || text === "True") return stream.finish(start, { kind: "boolean" as const, value: true });
  if (text === "false" || text === "False") return stream.finish(start, { kind: "boolean" as const, value: false });
  if (text === "none" || text === "None") return stream.finish(start, { kind: "none" as const });
  return stream.finish(start, { kind: "name" as const, name: text });
}

/** Adjacent literals are one string. */
function parseString(stream: TokenStream, start: number): JinjaExpression {
  const parts: string[] = [];
  while (stream.current.type === "string") parts.push(stream.take().text);
  return stream.finish(start, { kind: "string" as const, value: parts.join("") });
}

/** Of `1_000`, `0x1F`, `0o17`, `0b101`. */
export function integerValue(text: string): number | bigint {
  const value = BigInt(text.replaceAll("_", "").toLowerCase());
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

/** Items with commas between them, one more allowed at the end, up to and with `close`. */
export function parseItems<Item>(stream: TokenStream, close: string, parseItem: () => Item): Item[] {
  const items: Item[] = [];
  while (!stream.isOperator(close)) {
    if (items.length > 0) stream.expectOperator(",");
    if (stream.isOperator(close)) break;
    items.push(parseItem());
  }
  stream.expectOperator(close);
  return items;
}
