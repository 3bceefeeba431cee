/** An edit that changes what a string literal says and keeps its quotes. Only literals of one piece, without a prefix or an escape. */
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import type { FileEdit } from "../../../diagnostics/diagnostic.ts";
import type { Value } from "../../../python/value.ts";

/** `undefined` when the value is not written as such a literal. */
export function replaceText(value: Value | undefined, text: string, location: LoadedLocation): FileEdit | undefined {
  const quote = quoteOf(value, location);
  if (quote === undefined || value?.kind !== "str" || !value.origin || /["'\\\n]/.test(text)) return undefined;
  const { path, start, end } = value.origin;
  return { path, start: start + quote.length, end: end - quote.length, text };
}

/** True when the value stands there as a plain string literal of one piece. */
export function isLiteral(value: Value | undefined, location: LoadedLocation): boolean {
  return quoteOf(value, location) !== undefined;
}

function quoteOf(value: Value | undefined, { files }: LoadedLocation): string | undefined {
  if (value?.kind !== "str" || !value.origin) return undefined;
  const { path, start, end } = value.origin;
  const written = files.get(path)?.text.slice(start, end) ?? "";
  const quote = /^("""|'''|"|')/.exec(written)?.[1];
  return quote !== undefined && written === `${quote}${value.value}${quote}` ? quote : undefined;
}
