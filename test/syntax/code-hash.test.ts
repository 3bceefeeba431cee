import { describe, expect, it } from "vitest";
import { codeFingerprint, namesUsed } from "../../src/syntax/code-hash.ts";
import { testParser } from "./test-parser.ts";

const parser = await testParser();
const BASE = "@asset(deps=['a', \"b\"])\ndef orders(x, y=1):\n    '''All.'''\n    z = x + y\n    return z\n";

function fingerprint(text: string, withoutDocstrings = false): string {
  return codeFingerprint(text, { start: 0, end: text.length }, parser, { withoutDocstrings });
}

describe("a code fingerprint", () => {
  it.each([
    ["comments and blank lines", BASE.replace("    return", "\n    # why\n\n    return")],
    ["quotes", BASE.replace("'a'", '"a"').replaceAll("'''", '"""')],
    ["layout and trailing commas", BASE.replace("['a', \"b\"]", "[\n  'a',\n  \"b\",\n]")],
    ["indentation and line ends", BASE.replaceAll("    ", "\t").replaceAll("\n", "\r\n")],
    ["needless parentheses", BASE.replace("x + y", "((x) + y)")],
  ])("does not change with %s", (_, text) => {
    expect(fingerprint(text)).toBe(fingerprint(BASE));
  });

  it.each([
    ["a value", BASE.replace("y=1", "y=2")],
    ["a name", BASE.replace("return z", "return x")],
    ["a dependency", BASE.replace("'a'", "'c'")],
    ["an operator", BASE.replace("x + y", "x - y")],
    ["the docstring", BASE.replace("All.", "Some.")],
    ["a statement that cannot be read", BASE.replace("return z", "return = z")],
  ])("changes with %s", (_, text) => {
    expect(fingerprint(text)).not.toBe(fingerprint(BASE));
  });

  it("leaves docstrings out on request, and nothing else", () => {
    expect(fingerprint(BASE.replace("All.", "Some."), true)).toBe(fingerprint(BASE, true));
    expect(fingerprint(BASE.replace("y=1", "y=2"), true)).not.toBe(fingerprint(BASE, true));
  });

  it("is the same for a definition wherever it stands", () => {
    const indented = `class A:\n${BASE.replace(/^/gm, "    ").trimEnd()}\n`;
    const start = indented.indexOf("@asset");

    expect(codeFingerprint(indented, { start, end: indented.length }, parser)).toBe(fingerprint(BASE));
  });
});

describe("namesUsed", () => {
  it("tells the names that a body reads, dotted as written, those of functions inside too", () => {
    const text =
      "def f():\n    rows = text.strip_all(load(x))[0].y\n    for a, b in pairs: c.d = a\n    def g(): return helper(1)\n    return [e for e in rows]\n";
    const [fn] = parser.parseModule(text).body;
    const bodyOf = (inner: Parameters<typeof parser.body>[1]) => parser.body(text, inner);

    expect(fn?.kind === "function" && namesUsed(bodyOf(fn), bodyOf)).toEqual([
      "a",
      "c.d",
      "e",
      "helper",
      "load",
      "pairs",
      "rows",
      "text.strip_all",
      "x",
    ]);
  });
});
