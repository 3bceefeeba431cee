import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { containsSpan, type Span } from "../../src/base/span.ts";
import type { FunctionDefinition, Module } from "../../src/syntax/statement.ts";
import { program } from "./program.ts";
import { testParser } from "./test-parser.ts";

const parser = await testParser();

function isSpan(value: object): value is Span {
  return "start" in value && "end" in value;
}

/** Every node with a span, with the one around it; bodies of functions are asked for and belong to their deferred span. */
function assertNested(text: string, value: unknown, around: Span): void {
  if (typeof value !== "object" || value === null) return;
  let inner = around;
  if (isSpan(value)) {
    expect(value.start).toBeLessThanOrEqual(value.end);
    expect([value, containsSpan(around, value)]).toEqual([value, true]);
    inner = value;
    if ("parentheses" in value) inner = value.parentheses as Span;
    if ("parentheses" in value) expect(containsSpan(value.parentheses as Span, value)).toBe(true);
  }
  for (const child of Object.values(value))
    assertNested(text, child, "parentheses" in value && child === value.parentheses ? around : inner);
  if ("kind" in value && value.kind === "function") {
    const fn = value as FunctionDefinition;
    assertNested(text, parser.body(text, fn), fn.body);
  }
}

function assertSound(text: string, module: Module): void {
  expect([module.start, module.end]).toEqual([0, text.length]);
  assertNested(text, module.body, module);
  for (const span of [...module.comments, ...module.errors]) expect(containsSpan(module, span)).toBe(true);
}

describe("the parser, for any valid program", () => {
  it("finds no error and keeps every span in its parent's, bodies in the deferred span", () => {
    fc.assert(
      fc.property(program, (text) => {
        const module = parser.parseModule(text);

        expect(module.errors).toEqual([]);
        assertSound(text, module);
      }),
      { numRuns: 60 },
    );
  });

  it("finds comments where they are, those of deferred bodies too", () => {
    fc.assert(
      fc.property(program, (text) => {
        const { comments, statements } = parser.outline(text);

        expect(comments.every(({ start, end }) => text[start] === "#" && !text.slice(start, end).includes("\n"))).toBe(true);
        const all = new Set(comments.map(({ start }) => start));
        expect(parser.parseModule(text).comments.filter(({ start }) => !all.has(start))).toEqual([]);
        expect(statements.every(({ start, end }) => 0 <= start && start < end && end <= text.length)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});

describe("the parser, for any text", () => {
  const fragments = fc.array(
    fc.constantFrom(
      "(",
      ")",
      "[",
      "}",
      "def f(",
      "class ",
      "x",
      "\n",
      "    ",
      "\t",
      ":",
      "'",
      '"""',
      'f"{',
      "if ",
      " = ",
      "\\",
      "#",
      "\r",
      "\0",
      "😀",
      "\ud800",
      "@",
      "match x:\n",
      ",",
      "*",
      "print x\n",
      "lambda",
    ),
    { maxLength: 60 },
  );

  it.each([
    ["random text", fc.string({ unit: "binary", maxLength: 200 })],
    ["fragments of Python", fragments.map((parts) => parts.join(""))],
    ["a truncated program", fc.tuple(program, fc.nat()).map(([text, at]) => text.slice(0, at % (text.length + 1)))],
    [
      "a program with a piece cut out",
      fc
        .tuple(program, fc.nat(), fc.nat(9))
        .map(([text, at, length]) => text.slice(0, at % (text.length + 1)) + text.slice((at % (text.length + 1)) + length)),
    ],
  ])("reads %s without throwing, all spans in the text", (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const module = parser.parseModule(text);

        assertSound(text, module);
        parser.outline(text);
      }),
      { numRuns: 60 },
    );
  });
});
