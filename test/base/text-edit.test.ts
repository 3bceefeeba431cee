import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits, composeEdits, invertEdits, OverlappingEditsError, type TextEdit } from "../../src/base/text-edit.ts";

/** A text with edits that do not overlap: pieces kept, and pieces replaced. */
const edited = fc
  .array(fc.record({ kept: fc.string({ maxLength: 4 }), removed: fc.string({ maxLength: 4 }), text: fc.string({ maxLength: 4 }) }), {
    maxLength: 6,
  })
  .map((pieces) => {
    let text = "";
    let expected = "";
    const edits: TextEdit[] = [];
    for (const piece of pieces) {
      const start = text.length + piece.kept.length;
      edits.push({ start, end: start + piece.removed.length, text: piece.text });
      text += piece.kept + piece.removed;
      expected += piece.kept + piece.text;
    }
    return { text: `${text}tail`, edits, expected: `${expected}tail` };
  });

describe("applyEdits", () => {
  it("gives the very text back when there is nothing to do", () => {
    expect(applyEdits("a\r\nb\ufeff", [])).toBe("a\r\nb\ufeff");
  });

  it("keeps insertions at one place in the order they are given in, before what is replaced there", () => {
    const edits = [
      { start: 1, end: 2, text: "X" },
      { start: 1, end: 1, text: "1" },
      { start: 1, end: 1, text: "2" },
    ];

    expect(applyEdits("abc", edits)).toBe("a12Xc");
  });

  it("refuses edits that overlap, naming both", () => {
    const first = { start: 0, end: 3, text: "x" };
    const second = { start: 2, end: 4, text: "y" };

    expect(() => applyEdits("abcdef", [second, first])).toThrow(OverlappingEditsError);
    expect(() => applyEdits("abcdef", [second, first])).toThrow("edits overlap: 0..3 and 2..4");
    expect(() => applyEdits("abcdef", [first, { start: 2, end: 2, text: "in" }])).toThrow(OverlappingEditsError);
  });

  it("refuses an edit outside of the text", () => {
    expect(() => applyEdits("abc", [{ start: 2, end: 9, text: "" }])).toThrow("outside");
  });

  it("changes what the edits name and nothing else, and can be undone", () => {
    fc.assert(
      fc.property(edited, ({ text, edits, expected }) => {
        const after = applyEdits(text, edits);

        expect(after).toBe(expected);
        expect(applyEdits(after, invertEdits(text, edits))).toBe(text);
      }),
    );
  });
});

describe("composeEdits", () => {
  /** Cuts a text at any places and writes something there. */
  const editsOf = (text: string, cuts: readonly { readonly at: number; readonly length: number; readonly text: string }[]): TextEdit[] => {
    let from = 0;
    return cuts.map((cut) => {
      const start = Math.min(from + cut.at, text.length);
      from = Math.min(start + cut.length, text.length);
      return { start, end: from, text: cut.text };
    });
  };
  const cuts = fc.array(fc.record({ at: fc.nat(5), length: fc.nat(4), text: fc.string({ maxLength: 3 }) }), { maxLength: 5 });

  it("does at once what two rounds of edits do, and touches nothing else", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 25 }), cuts, cuts, (text, one, two) => {
        const first = editsOf(text, one);
        const between = applyEdits(text, first);
        const second = editsOf(between, two);

        const composed = composeEdits(text, first, second);

        expect(applyEdits(text, composed)).toBe(applyEdits(between, second));
        const size = (edits: readonly TextEdit[]) => edits.reduce((total, { start, end }) => total + end - start, 0);
        expect(size(composed)).toBeLessThanOrEqual(size(first) + size(second));
      }),
    );
  });
});
