/** What of a model's SQL makes a difference: its text without comments (SQL's and Jinja's) and without layout. Literals stay as they are. */

/** Literals and comments, whichever begins first. */
const PIECE = /'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|\{#[\s\S]*?#\}|--[^\n]*|\/\*[\s\S]*?\*\/|\s+/g;

export function sqlCode(text: string): string {
  const kept = text.replace(PIECE, (piece) => {
    if (/^['"`]/.test(piece)) return piece;
    return " ";
  });
  return kept
    .replace(/ +/g, " ")
    .replace(/ ?([(),=<>+*/|{}%;-]) ?/g, "$1")
    .trim();
}
