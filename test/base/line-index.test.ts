import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLineIndex } from "../../src/base/line-index.ts";

describe("a line index", () => {
  it.each([
    ["", 1, 0, { line: 1, column: 1 }],
    ["a\nb", 2, 2, { line: 2, column: 1 }],
    ["a\r\nb", 2, 3, { line: 2, column: 1 }],
    ["a\rb", 2, 2, { line: 2, column: 1 }],
    ["a\r\n", 2, 3, { line: 2, column: 1 }],
    ["a\r\nb", 2, 2, { line: 1, column: 3 }],
    ["a\fb\u2028c", 1, 4, { line: 1, column: 5 }],
    ["😀x", 1, 2, { line: 1, column: 3 }],
    ["\n\r\r\n", 4, 4, { line: 4, column: 1 }],
  ])("of %j has %i lines and finds offset %i", (text, lines, offset, position) => {
    const index = createLineIndex(text);

    expect(index.lineCount).toBe(lines);
    expect(index.positionAt(offset)).toEqual(position);
  });

  it("leaves line ends out of the span of a line", () => {
    const index = createLineIndex("a\r\nbc\rd\n");

    expect([1, 2, 3, 4].map((line) => index.lineSpan(line))).toEqual([
      { start: 0, end: 1 },
      { start: 3, end: 5 },
      { start: 6, end: 7 },
      { start: 8, end: 8 },
    ]);
  });

  it("moves a place outside of the text to its nearest end", () => {
    const index = createLineIndex("ab\nc");

    expect(index.positionAt(99)).toEqual({ line: 2, column: 2 });
    expect(index.positionAt(-1)).toEqual({ line: 1, column: 1 });
    expect(index.offsetAt({ line: 1, column: 9 })).toBe(2);
    expect(index.offsetAt({ line: 9, column: 1 })).toBe(4);
  });

  it("gives back every offset that is not inside a line end", () => {
    const texts = fc
      .array(fc.constantFrom("a", "\n", "\r", "\r\n", "\t", "\f", "😀", " "), { maxLength: 30 })
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(texts, (text) => {
        const index = createLineIndex(text);
        for (let offset = 0; offset <= text.length; offset++) {
          if (text[offset] === "\n" && text[offset - 1] === "\r") continue;
          expect(index.offsetAt(index.positionAt(offset))).toBe(offset);
        }
      }),
    );
  });
});
