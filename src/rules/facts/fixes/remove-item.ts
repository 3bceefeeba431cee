/** The edit that takes one element out of the list that is written as the value of an argument. */
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import type { FileEdit } from "../../../diagnostics/diagnostic.ts";
import { removeItem } from "../../../edit/text/delimited.ts";
import type { ArgumentValue } from "../../../python/library.ts";
import type { Value } from "../../../python/value.ts";
import { outerEnd, outerStart } from "../../../syntax/outer-span.ts";

/** `undefined` where the element is not written in the argument's own list, or a comment would go with it. */
export function itemRemoval(item: Value, { at, expression }: ArgumentValue, { files }: LoadedLocation): FileEdit | undefined {
  const origin = "origin" in item ? item.origin : undefined;
  const file = files.get(at.path);
  if (!origin || !file || origin.path !== at.path || expression?.kind !== "list") return undefined;
  const index = expression.items.findIndex(({ start, end }) => start === origin.start && end === origin.end);
  const items = expression.items.map((each) => ({ start: outerStart(each), end: outerEnd(each) }));
  const edit = removeItem(file.text, { start: expression.start, end: expression.end, items }, index);
  return edit && !file.text.slice(edit.start, edit.end).includes("#") ? { path: at.path, ...edit } : undefined;
}
