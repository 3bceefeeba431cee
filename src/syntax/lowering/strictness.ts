/**
 * What CPython refuses and the grammar lets pass, where it is cheap to see while lowering: indentation, empty suites,
 * `return` outside of a function, the order of arguments and parameters. Deferred bodies are not looked into.
 */
import type { Argument, Parameter } from "../expression.ts";
import type { Statement } from "../statement.ts";
import type { TreeReader } from "./tree-reader.ts";

/** The blanks before a statement that opens its line; `undefined` for one that follows another, or a line continuation. */
function marginOf(text: string, start: number): string | undefined {
  let at = start;
  while (at > 0 && isBlank(text.charCodeAt(at - 1))) at--;
  const before = text.charAt(at - 1);
  if (before === "\f") return text.slice(at, start);
  if (before !== "" && before !== "\n" && before !== "\r") return undefined;
  let lineEnd = at - 1;
  if (before === "\n" && text[lineEnd - 1] === "\r") lineEnd--;
  return text[lineEnd - 1] === "\\" ? undefined : text.slice(at, start);
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0xfeff;
}

/** Tabs reach to the next multiple of eight, as in CPython. */
function columnOf(margin: string): number {
  let column = 0;
  for (const character of margin) {
    if (character === "\t") column = (column >> 3) * 8 + 8;
    else if (character === " ") column++;
  }
  return column;
}

/** `* name`, `/` and `**name` of a parameter list, as far as they have an order: `*`, `/`, `**`; anything else is a parameter. */
export function checkSeparators(reader: TreeReader, signs: readonly ("*" | "/" | "**" | "name" | "*name")[]): void {
  const message = refusedSeparator(signs);
  if (message) reader.errors.push({ ...reader.span(), message });
}

function refusedSeparator(signs: readonly string[]): string | undefined {
  const stars = signs.filter((sign) => sign === "*" || sign === "*name").length;
  const slash = signs.indexOf("/");
  if (stars > 1) return "`*` stands twice among the parameters";
  if (signs.indexOf("*") >= 0 && signs[signs.indexOf("*") + 1] !== "name") return "named parameters must follow a bare `*`";
  if (slash === 0) return "a parameter must stand before `/`";
  if (slash !== signs.lastIndexOf("/")) return "`/` stands twice among the parameters";
  if (slash > 0 && signs.slice(0, slash).some((sign) => sign.startsWith("*"))) return "`/` must stand before `*`";
  const last = signs.indexOf("**");
  return last >= 0 && last < signs.length - 1 ? "parameters cannot follow `**`" : undefined;
}

/** Whatever a tab's width is, two margins are the same only if this is as well. */
function blanksIn(margin: string): number {
  return margin.replaceAll("\ufeff", "").length;
}

/** The statements of one suite begin in one column; those of a module in the first. */
export function checkIndentation(reader: TreeReader, statements: readonly Statement[], isModule: boolean): void {
  let expected = isModule ? "" : undefined;
  for (const { kind, start, end } of statements) {
    if (kind === "invalid-statement") continue;
    const margin = marginOf(reader.text, start);
    if (margin === undefined || margin === expected) continue;
    if (expected === undefined) {
      expected = margin;
      continue;
    }
    const isSame = columnOf(margin) === columnOf(expected);
    if (isSame && blanksIn(margin) === blanksIn(expected)) continue;
    reader.errors.push({ start, end, message: isSame ? "tabs and spaces are mixed in the indentation" : "unexpected indent" });
    return;
  }
}

export function checkSuite(reader: TreeReader, statements: readonly Statement[]): void {
  if (statements.length === 0) reader.errors.push({ ...reader.span(), message: "expected an indented block" });
}

export function checkArguments(reader: TreeReader, args: readonly Argument[]): void {
  const names = new Set<string>();
  let isAfterKeyword = false;
  let isAfterSpread = false;
  for (const { kind, name, value, start, end } of args) {
    if (kind === "spread" && isAfterSpread) reader.errors.push({ start, end, message: "`*` follows `**` in a call" });
    isAfterSpread ||= kind === "keyword-spread";
    if (kind === "keyword" && value.kind === "named-expression" && !value.parentheses)
      reader.errors.push({ start, end, message: "`:=` behind `=` needs parentheses" });
    if (kind === "positional" && isAfterKeyword)
      reader.errors.push({ start, end, message: "positional argument follows keyword argument" });
    if (kind === "keyword" || kind === "keyword-spread") isAfterKeyword = true;
    if (name === undefined) continue;
    if (names.has(name)) reader.errors.push({ start, end, message: `keyword argument \`${name}\` is repeated` });
    names.add(name);
  }
}

export function checkParameters(reader: TreeReader, parameters: readonly Parameter[]): void {
  const names = new Set<string>();
  let hasDefault = false;
  for (const { kind, name, default: fallback, start, end } of parameters) {
    if (names.has(name)) reader.errors.push({ start, end, message: `duplicate parameter \`${name}\`` });
    names.add(name);
    if (fallback?.kind === "named-expression" && !fallback.parentheses)
      reader.errors.push({ start, end, message: "`:=` behind `=` needs parentheses" });
    if (kind !== "regular" && kind !== "positional-only") continue;
    if (hasDefault && !fallback) reader.errors.push({ start, end, message: "parameter without a default follows one with a default" });
    hasDefault ||= fallback !== undefined;
  }
}
