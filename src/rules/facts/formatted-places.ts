/** Expressions that are formatted into a text where they stand: `{…}` of an f-string, nothing taken from them before. */
import { containsSpan, type Location } from "../../base/span.ts";
import type { LoadedLocation } from "../../dagster/analysis.ts";

/** True when the expression at `at` is all of an f-string's replacement field. */
export function isFormatted(at: Location, { files }: LoadedLocation): boolean {
  const text = files.get(at.path)?.text;
  if (text === undefined || !containsSpan({ start: 0, end: text.length }, at)) return false;
  const before = text.slice(0, at.start).trimEnd();
  const after = text.slice(at.end).trimStart();
  if (!before.endsWith("{") || before.endsWith("{{") || !/^[}!:=]/.test(after)) return false;
  const line = before.slice(before.lastIndexOf("\n") + 1);
  return /\b[rR]?[fF][rR]?(?:"|')/.test(line);
}
