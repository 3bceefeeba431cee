/**
 * `AssetSelection.from_string` and `from_coercible`, fallbacks included: what is not the selection language is tried as `*`, as a legacy
 * clause (`+orders*`, where each `+` is one level), then as a `tag:` string. The traps are Dagster's own: `orders+` goes one level down, `key:orders+` all.
 * Source: dagster/_core/definitions/asset_selection.py and _core/selector/subset_selector.py, 1.13.27.
 */
import { fromUserString } from "../model/asset-key.ts";
import { type AssetSelection, union } from "./asset-selection.ts";
import { type ParsedSelection, parseSelection, type SelectionSyntaxError } from "./parse-selection.ts";

/** Python's `[./\w\d\[\]?_-]`, where `\w` is any letter or digit of Unicode. */
const LEGACY_CLAUSE = /^(\*?\+*)([./\p{L}\p{N}[\]?_-]+)(\+*\*?)$/u;

/** Parses what stands in `selection="…"`. The error is that of the selection language, with its place. */
export function selectionFromString(text: string, includeSources = false): ParsedSelection {
  const parsed = parseSelection(text, includeSources);
  if (parsed.ok) return parsed;
  const legacy = legacyClause(text);
  if (legacy !== undefined) return { ok: true, selection: { ...legacy, span: { start: 0, end: text.length } } };
  if (text.startsWith("tag:")) return tagString(text, parsed.error);
  return parsed;
}

/** `selection=["a", "b"]`: the union. The error is that of the first string that has one. */
export function selectionFromStrings(texts: readonly string[]): ParsedSelection {
  let selection: AssetSelection | undefined;
  for (const text of texts) {
    const parsed = selectionFromString(text);
    if (!parsed.ok) return parsed;
    selection = selection === undefined ? parsed.selection : union(selection, parsed.selection);
  }
  if (selection !== undefined) return { ok: true, selection };
  return { ok: false, error: { message: "an empty list is no selection", start: 0, end: 0 } };
}

function legacyClause(text: string): AssetSelection | undefined {
  const match = LEGACY_CLAUSE.exec(text.trim());
  if (match === null) return undefined;
  const [, ancestors = "", name = "", descendants = ""] = match;
  const child: AssetSelection = { kind: "keys", keys: [fromUserString(name)] };
  const upstream = traversal("upstream", child, ancestors);
  const downstream = traversal("downstream", child, descendants);
  if (upstream && downstream) return union(upstream, downstream);
  return upstream ?? downstream ?? child;
}

function traversal(kind: "upstream" | "downstream", child: AssetSelection, sign: string): AssetSelection | undefined {
  if (sign === "") return undefined;
  return { kind, child, depth: sign.includes("*") ? null : sign.length, includeSelf: true };
}

function tagString(text: string, error: SelectionSyntaxError): ParsedSelection {
  const [key = "", value = "", ...rest] = text.slice("tag:".length).split("=");
  if (rest.length > 0) return { ok: false, error };
  return { ok: true, selection: { kind: "tag", key, value, includeSources: false, span: { start: 0, end: text.length } } };
}
