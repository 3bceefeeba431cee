/**
 * The value of a Jinja string literal: Jinja decodes it with Python's `unicode-escape`, so an unknown escape keeps its backslash.
 * Source: Jinja 3.1 `lexer.py`, `Lexer.wrap`.
 */

const SIMPLE: Readonly<Record<string, string>> = {
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\u0007",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\n": "",
};

const ESCAPE = /\\(?:([0-7]{1,3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|N\{[^}]*\}|([\s\S]))/g;

/** `body` is what stands between the quotes. Undefined where Python refuses the escape (`\x4`, `\u12`), and for `\N{…}`, whose table of names we do not carry. */
export function decodeStringLiteral(body: string): string | undefined {
  if (!body.includes("\\") && !body.includes("\r")) return body;
  const text = body.replaceAll(/\r\n|\r/g, "\n");
  const parts: string[] = [];
  let from = 0;
  for (const match of text.matchAll(ESCAPE)) {
    const decoded = decodeEscape(match);
    if (decoded === undefined) return undefined;
    parts.push(text.slice(from, match.index), decoded);
    from = match.index + match[0].length;
  }
  return parts.join("") + text.slice(from);
}

function decodeEscape([whole, octal, hex, short, long, simple]: RegExpMatchArray): string | undefined {
  if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8));
  const point = Number.parseInt(hex ?? short ?? long ?? "", 16);
  if (point <= 0x10ffff) return String.fromCodePoint(point);
  return simple === undefined || /[xuUN]/.test(simple) ? undefined : (SIMPLE[simple] ?? whole);
}
