/** An edit that changes what a string literal says and keeps its quotes. Only literals of one piece, without a prefix or an escape. */
import type { LoadedLocation } from "../../dagster/analysis.ts";
import type { FileEdit } from "../../diagnostics/diagnostic.ts";
import type { Value } from "../../python/value.ts";

/** `undefined` when the value is not written as such a literal. */
export function replaceText(value: Value | undefined, text: string, { files }: LoadedLocation): FileEdit | undefined {
  if (value?.kind !== "str" || !value.origin || /["'\\\n]/.test(text)) return undefined;
  const { path, start, end } = value.origin;
  const written = files.get(path)?.text.slice(start, end) ?? "";
  const quote = /^("""|'''|"|')/.exec(written)?.[1];
  if (quote === undefined || written !== `${quote}${value.value}${quote}`) return undefined;
  return { path, start: start + quote.length, end: end - quote.length, text };
}
