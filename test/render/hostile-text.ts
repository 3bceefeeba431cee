/** Strings that try to break out: any Unicode, mixed with the pieces of syntax that outputs are made of. */
import fc from "fast-check";

const PIECES = [
  '"',
  "]",
  "-->",
  "<!--",
  "<script>alert(1)</script>",
  "</details>",
  "```",
  "`",
  "|",
  "\n",
  "\r\n",
  "@octocat",
  "#12",
  "https://example.com/a",
  "www.example.com",
  "%%{init: {}}%%",
  "end",
  "subgraph",
  "click n1",
  "\u202e",
  "\u200b",
  "\u2028",
  "\ud800",
  "&lt;",
  "#quot;",
  "\\",
  "$x$",
  "[a](javascript:alert(1))",
  "{{x}}",
  "ﬂ°°35¶ß",
  "1. ",
  "- ",
  "🚀",
  "日本語",
];

export function hostileText(): fc.Arbitrary<string> {
  const piece = fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "binary", maxLength: 6 }), fc.string({ maxLength: 12 }));
  return fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(""));
}
