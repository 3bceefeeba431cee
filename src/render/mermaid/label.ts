/**
 * The one function through which text enters a Mermaid diagram. Inside quotes Mermaid still reads entities, Markdown and its own
 * comment and directive signs, so everything but plain letters, digits, `/` and inner `_` and `-` becomes a numeric entity.
 */
import { printableUpTo } from "../printable.ts";

const MAX_LABEL = 60;

/** A quoted label, cut to 60 characters: `"raw/orders"`, `"a #quot;b#quot;"`. A sign
 * (one of ours) stands before it; the no-break space keeps it there and keeps `+` from opening a Markdown list. */
export function mermaidLabel(text: string, sign = ""): string {
  const shown = printableUpTo(text, MAX_LABEL);
  const name = shown === "" ? "#8203;" : escapeMermaid(shown);
  return sign === "" ? `"${name}"` : `"${sign}\u00a0${name}"`;
}

function escapeMermaid(text: string): string {
  return text.replace(/[^\p{L}\p{N}\p{M} /_,…−✎→·↓✖⚠-]/gu, entity).replace(/(?<![\p{L}\p{N}])[_-]|[_-](?![\p{L}\p{N}])/gu, entity);
}

/** `#` first of all: it opens an entity. A quote has a name that every version knows. */
function entity(character: string): string {
  return character === '"' ? "#quot;" : `#${character.codePointAt(0)};`;
}
