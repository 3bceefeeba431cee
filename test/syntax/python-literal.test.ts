import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LiteralValue, renderLiteral, renderString } from "../../src/syntax/python-literal.ts";
import { testParser } from "./test-parser.ts";

const parser = await testParser();

const WRITTEN: readonly (readonly [LiteralValue, string])[] = [
  ["orders", '"orders"'],
  ['say "hi"', "'say \"hi\"'"],
  [`both ' and "`, `"both ' and \\""`],
  ["tab\tline\nreturn\rback\\", '"tab\\tline\\nreturn\\rback\\\\"'],
  ["größe 😀", '"größe 😀"'],
  ["\u0000\u00a0\u200b\u2028\ufeff\ud800", '"\\x00\\xa0\\u200b\\u2028\\ufeff\\ud800"'],
  [1, "1"],
  [1e21, "1000000000000000000000"],
  [0.5, "0.5"],
  [-0, "-0.0"],
  [12345678901234567890n, "12345678901234567890"],
  [true, "True"],
  [null, "None"],
  [[1, ["a"], []], '[1, ["a"], []]'],
  [
    new Map<LiteralValue, LiteralValue>([
      ["a", 1],
      [2, new Map()],
    ]),
    '{"a": 1, 2: {}}',
  ],
];

describe("renderLiteral", () => {
  it.each(WRITTEN.map(([value, literal]) => ({ value, literal })))("writes $literal", ({ value, literal }) => {
    expect(renderLiteral(value)).toBe(literal);
  });

  it("writes the wanted quotes", () => {
    expect(renderString("a", "'")).toBe("'a'");
    expect(renderString("it's", "'")).toBe('"it\'s"');
  });

  it("refuses what has no literal", () => {
    expect(() => renderLiteral(Number.NaN)).toThrow("no Python literal");
  });

  it("is read back as the one string that it was, whatever that holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.constantFrom("'" as const, '"' as const), (value, quote) => {
        const [statement] = parser.parseModule(renderString(value, quote)).body;

        expect(statement).toMatchObject({ kind: "expression-statement", value: { kind: "string", value } });
      }),
    );
  });
});
