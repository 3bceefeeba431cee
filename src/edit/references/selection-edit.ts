/** Names inside a selection string (`key:"raw/orders"+ and group:sales`), re-written where they stand; the rest of the string is not looked at. */
import type { TextEdit } from "../../base/text-edit.ts";
import { parseSelection } from "../../dagster/selection/parse-selection.ts";
import { type Token, tokenizeSelection } from "../../dagster/selection/tokenize-selection.ts";

/** What the selection names: `attribute` is the word before the colon. */
export interface SelectedName {
  readonly attribute: "key" | "group";
  readonly from: string;
  readonly to: string;
}

/** Edits of the selection's own text; none when it does not name it. */
export function selectionEdits(text: string, name: SelectedName): readonly TextEdit[] {
  const tokens = tokenizeSelection(text);
  if (Array.isArray(tokens) && parseSelection(text).ok)
    return tokens.flatMap((_, index) => valueEdit(tokens as readonly Token[], index, name));
  return name.attribute === "key" ? legacyEdit(text, name) : [];
}

function valueEdit(tokens: readonly Token[], index: number, { attribute, from, to }: SelectedName): readonly TextEdit[] {
  const [keyword, colon, value] = tokens.slice(index, index + 3);
  if (keyword?.kind !== "keyword" || keyword.text !== attribute || colon?.text !== ":" || value?.text !== from) return [];
  if (value.kind === "symbol" || value.kind === "end") return [];
  if (value.kind === "quoted") return [{ start: value.start + 1, end: value.end - 1, text: to }];
  return [{ start: value.start, end: value.end, text: isUnquoted(to) ? to : `"${to}"` }];
}

function isUnquoted(text: string): boolean {
  const tokens = tokenizeSelection(text);
  return Array.isArray(tokens) && tokens.length === 2 && tokens[0]?.kind === "unquoted";
}

/** `*orders+`, `raw/orders`: the clause of old, which has no keywords. */
function legacyEdit(text: string, { from, to }: SelectedName): readonly TextEdit[] {
  const match = /^(\s*\*?\+*)([^\s*+]+)(\+*\*?\s*)$/.exec(text);
  const [, before = "", name] = match ?? [];
  return name === from ? [{ start: before.length, end: before.length + from.length, text: to }] : [];
}
