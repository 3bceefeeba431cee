/** The expressions without expressions in them, and lists of whatever a caller parses. */
import type { JinjaExpression } from "./syntax.ts";
import type { TokenStream } from "./token-stream.ts";

/** A name, a literal; undefined when the next token starts neither. */
export function parseAtom(stream: TokenStream): JinjaExpression | undefined {
  const { type, text, start, end } = stream.current;
  switch (type) {
    case "name":
      stream.take();
      return nameOrConstant(text, start, end);
    case "string":
      return parseString(stream, start);
    case "integer":
      stream.take();
      return { kind: "integer", value: integerValue(text), start, end };
    case "float":
      stream.take();
      return { kind: "float", value: Number(text.replaceAll("_", "")), start, end };
    default:
      return undefined;
  }
}

function nameOrConstant(text: string, start: number, end: number): JinjaExpression {
  if (text === "true" || text === "True") return { kind: "boolean", value: true, start, end };
  if (text === "false" || text === "False") return { kind: "boolean", value: false, start, end };
  if (text === "none" || text === "None") return { kind: "none", start, end };
  return { kind: "name", name: text, start, end };
}

/** Adjacent literals are one string. */
function parseString(stream: TokenStream, start: number): JinjaExpression {
  let value = "";
  while (stream.current.type === "string") value += stream.take().text;
  return { kind: "string", value, start, end: stream.lastEnd };
}

/** Decimal, and safe as a number. */
const SMALL = /^(?:0|[1-9]\d{0,14})$/;

/** Of `1_000`, `0x1F`, `0o17`, `0b101`. */
export function integerValue(text: string): number | bigint {
  if (SMALL.test(text)) return Number(text);
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
