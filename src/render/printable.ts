/**
 * Text from a repository, made safe to look at before any output escapes it for its own syntax: one line, no control characters,
 * and nothing that turns the reading direction or hides (bidirectional marks, zero-width spaces). Letters of every script stay.
 */

/** Zero-width joiners stay: emoji and Indic scripts need them. A lone surrogate is spelled out, too. */
const HIDDEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]|(?![\u200c\u200d])\p{Cf}/gu;

/** Whitespace runs become one blank; what is hidden is spelled out: `U+202E`. */
export function printable(text: string): string {
  return text.replace(/\s+/gu, " ").trim().replace(HIDDEN, spellOut);
}

/** {@link printable}, cut to `limit` characters with an ellipsis; never inside a surrogate pair. */
export function printableUpTo(text: string, limit: number): string {
  const characters = [...printable(text)];
  return characters.length <= limit ? characters.join("") : `${characters.slice(0, limit - 1).join("")}…`;
}

function spellOut(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Length in UTF-8, which is what GitHub's limits count. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
