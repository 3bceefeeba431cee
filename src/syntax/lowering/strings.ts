/**
 * String literals. A plain one is read from the text, without entering its node: a third of a file's nodes are insides of
 * strings. Only f-strings are entered, for what stands in their braces.
 */
import type { Span } from "../../base/span.ts";
import type { BytesLiteral, Expression, FormattedString, FormattedValue, StringLiteral } from "../expression.ts";
import { brokenEscape, decodeLiteral, type LiteralShape, literalShape } from "../string-literal.ts";
import { END, NODE } from "./node-type.ts";
import type { TreeReader } from "./tree-reader.ts";

type Literal = StringLiteral | BytesLiteral | FormattedString;
type FormattedPart = string | FormattedValue;

export function lowerString(reader: TreeReader): Literal {
  const start = reader.start();
  const plain = plainString(reader.text, start);
  if (plain) return plain;
  const span = { start, end: reader.end() };
  const shape = literalShape(reader.text, span.start, span.end);
  if (shape.isFormatted) return { kind: "formatted-string", ...span, parts: formattedParts(reader, span, shape) };
  if (shape.quote === "`") reader.errors.push({ ...span, message: "backquotes are Python 2: write `repr(…)`" });
  const open = span.start + shape.prefix.length + shape.quote.length;
  const written = reader.text.slice(open, span.end - shape.quote.length);
  checkEscapes(reader, written, shape, span);
  const value = decodeLiteral(written, shape);
  return shape.isBytes ? { kind: "bytes", ...span, value } : { kind: "string", ...span, value };
}

/** A path of Windows in a string that is not raw begins an escape: `"C:\Users"`. */
function checkEscapes(reader: TreeReader, written: string, shape: LiteralShape, span: Span): void {
  const broken = shape.isRaw || !written.includes("\\") ? undefined : brokenEscape(written, shape.isBytes);
  if (broken !== undefined)
    reader.errors.push({ ...span, message: `the escape \`${broken}\` is not complete: write \`\\\\\`, or \`r"…"\`` });
  if (shape.isBytes && /[^\0-\x7f]/.test(written)) reader.errors.push({ ...span, message: "bytes can only contain ASCII characters" });
}

/** A literal of one line without prefix and escapes: its end is the next quote, and nobody has to be asked for it. */
function plainString(text: string, start: number): StringLiteral | undefined {
  const quote = text.charAt(start);
  if ((quote !== '"' && quote !== "'") || text.charAt(start + 1) === quote) return undefined;
  const close = text.indexOf(quote, start + 1);
  const value = text.slice(start + 1, close);
  if (close < 0 || value.includes("\\") || value.includes("\n") || value.includes("\r")) return undefined;
  return { kind: "string", start, end: close + 1, value };
}

/** `"a" f"{b}" "c"`: formatted when one of the literals is. */
export function lowerConcatenation(reader: TreeReader): Expression {
  const span = reader.span();
  const literals: Literal[] = [];
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind === NODE.string) literals.push(lowerString(reader));
  }
  reader.up();
  if (literals.some(isFormatted)) return { kind: "formatted-string", ...span, parts: merged(literals.flatMap(partsOf)) };
  const plain = literals.filter((literal) => !isFormatted(literal));
  const value = plain.map((literal) => literal.value).join("");
  const bytes = plain.filter((literal) => literal.kind === "bytes").length;
  if (bytes === 0) return { kind: "string", ...span, value, parts: plain.map(({ start, end }) => ({ start, end })) };
  if (bytes < plain.length) reader.errors.push({ ...span, message: "cannot mix bytes and nonbytes literals" });
  return { kind: "bytes", ...span, value };
}

function isFormatted(literal: Literal): literal is FormattedString {
  return literal.kind === "formatted-string";
}

function partsOf(literal: Literal): readonly FormattedPart[] {
  return isFormatted(literal) ? literal.parts : [literal.value];
}

/** Neighbouring texts made one, empty ones left out. */
function merged(parts: readonly FormattedPart[]): readonly FormattedPart[] {
  const result: FormattedPart[] = [];
  for (const part of parts) {
    const last = result[result.length - 1];
    if (typeof part === "string" && typeof last === "string") result[result.length - 1] = last + part;
    else if (part !== "") result.push(part);
  }
  return result;
}

function formattedParts(reader: TreeReader, span: Span, shape: LiteralShape): readonly FormattedPart[] {
  const parts: FormattedPart[] = [];
  let at = span.start + shape.prefix.length + shape.quote.length;
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind !== NODE.interpolation) continue;
    checkEscapes(reader, reader.text.slice(at, reader.start()), shape, span);
    parts.push(literalText(reader.text.slice(at, reader.start()), shape));
    at = reader.end();
    parts.push(lowerInterpolation(reader, shape));
  }
  reader.up();
  checkEscapes(reader, reader.text.slice(at, span.end - shape.quote.length), shape, span);
  parts.push(literalText(reader.text.slice(at, span.end - shape.quote.length), shape));
  return merged(parts);
}

/** `{{` is a brace; the braces of `\N{…}` are not doubled ones. */
function literalText(written: string, shape: LiteralShape): string {
  const single = written.replace(/\\N\{[^}]*\}|\{\{|\}\}/g, (found) => (found.length === 2 ? found.charAt(0) : found));
  return decodeLiteral(single, shape);
}

/** `{value!r:>{width}}`, in an f-string or in a format. */
function lowerInterpolation(reader: TreeReader, shape: LiteralShape): FormattedValue {
  const span = reader.span();
  let value: Expression = { kind: "invalid-expression", ...span };
  let conversion: "s" | "r" | "a" | undefined;
  let format: readonly FormattedPart[] | undefined;
  let labelled = false;
  let afterValue = span.end - 1;
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    const isSign = kind === NODE.token && reader.token() === "=";
    if (labelled && !isSign && afterValue === span.end - 1) afterValue = reader.start();
    if (isSign) labelled = true;
    else if (kind === NODE.type_conversion) conversion = conversionOf(reader);
    else if (kind === NODE.format_specifier) format = lowerFormat(reader, shape);
    else if (kind !== NODE.token && kind !== NODE.error) value = reader.expression();
  }
  reader.up();
  const label = labelled ? reader.text.slice(span.start + 1, afterValue) : undefined;
  return {
    kind: "formatted-value",
    ...span,
    value,
    ...(conversion && { conversion }),
    ...(format && { format }),
    ...(label !== undefined && { label }),
  };
}

function conversionOf(reader: TreeReader): "s" | "r" | "a" | undefined {
  const letter = reader.text.charAt(reader.end() - 1);
  if (letter === "s" || letter === "r" || letter === "a") return letter;
  reader.errors.push({ ...reader.span(), message: `invalid conversion \`!${letter}\`: expected \`!s\`, \`!r\` or \`!a\`` });
  return undefined;
}

function lowerFormat(reader: TreeReader, shape: LiteralShape): readonly FormattedPart[] {
  const parts: FormattedPart[] = [];
  const end = reader.end();
  let at = reader.start() + 1;
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind !== NODE.format_expression) continue;
    parts.push(decodeLiteral(reader.text.slice(at, reader.start()), shape));
    at = reader.end();
    parts.push(lowerInterpolation(reader, shape));
  }
  reader.up();
  parts.push(decodeLiteral(reader.text.slice(at, end), shape));
  return merged(parts);
}
