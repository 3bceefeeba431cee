/** No text makes the parser throw, every span lies in its parent, and what nests without end is bounded. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Span } from "../../../src/base/span.ts";
import { parseJinja } from "../../../src/formats/jinja/parse.ts";
import type { BlockTagHeader } from "../../../src/formats/jinja/syntax.ts";

const blockTags = new Map<string, BlockTagHeader>([
  ["materialization", "options"],
  ["test", "signature"],
  ["docs", "name"],
]);

const PIECES =
  "{{ | }} | {% | %} | {# | #} | {%- | -%} | {{- | -}} | if | endif | else | elif | for | endfor | in | set | endset | macro | endmacro | call | endcall | raw | endraw | test | endtest | docs | enddocs | is | not | and | x | ref | ( | ) | [ | ] | { | } | , | . | : | = | == | ~ | + | - | ** | 'a' | \" | ' | 1 | 1.5 | \\ | \n | é | 😀 | \u0000".split(
    " | ",
  );

const template = fc.oneof(
  fc.array(fc.constantFrom(...PIECES, " ", "|"), { maxLength: 60 }).map((pieces) => pieces.join(" ")),
  fc.array(fc.constantFrom(...PIECES, "|"), { maxLength: 40 }).map((pieces) => pieces.join("")),
  fc.string({ unit: "binary", maxLength: 200 }),
);

function misplaced(node: unknown, outer: Span, path = ""): string[] {
  if (typeof node !== "object" || node === null) return [];
  const { start, end } = node as Partial<Span>;
  const span = start === undefined || end === undefined ? outer : { start, end };
  const wrong = span.start < outer.start || span.end > outer.end || span.start > span.end ? [`${path} ${span.start}..${span.end}`] : [];
  return [...wrong, ...Object.entries(node).flatMap(([key, child]) => misplaced(child, span, `${path}/${key}`))];
}

describe("parsing any text as a template", () => {
  it("never throws, and keeps spans inside their parents", () => {
    fc.assert(
      fc.property(template, (text) => {
        const { body, problems } = parseJinja(text, { blockTags });
        expect(misplaced([body, problems], { start: 0, end: text.length })).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["parentheses", `{{ ${"(".repeat(50_000)}1${")".repeat(50_000)} }}`],
    ["brackets", `{{ ${"[".repeat(50_000)}`],
    ["signs", `{{ ${"-".repeat(50_000)}1 }}`],
    ["attributes", `{{ a${".b".repeat(50_000)} }}`],
    ["sums", `{{ 1${" + 1".repeat(50_000)} }}`],
    ["filters", `{{ a${" | b".repeat(50_000)} }}`],
    ["negations", `{{ ${"not ".repeat(50_000)}a }}`],
    ["conditionals", `{{ ${"a if b else ".repeat(50_000)}c }}`],
    ["target tuples", `{% set ${"(".repeat(50_000)}`],
  ])("refuses a tower of %s", (_, text) => {
    expect(parseJinja(text).problems.map(({ message }) => message)).toContain("nested too deeply");
  });

  it("refuses a tower of blocks, and reads what stands behind it", () => {
    const { body, problems } = parseJinja(`${"{% if a %}".repeat(5000)}x${"{% endif %}".repeat(5000)}{{ last }}`);
    expect(problems.some(({ message }) => message === "nested too deeply")).toBe(true);
    expect(body.at(-1)).toMatchObject({ kind: "output", expressions: [{ name: "last" }] });
  });

  it("takes a long list, a long chain of `~` and many branches", () => {
    const text = `{% set x = [${"1, ".repeat(20_000)}] %}{{ 'a'${" ~ b".repeat(20_000)} }}{% if a %}${"{% elif b %}".repeat(5000)}{% endif %}`;
    expect(parseJinja(text).problems).toEqual([]);
  });
});

describe("after an error", () => {
  it("goes on behind the tag", () => {
    const { body, problems } = parseJinja("select {{ ref('a' }} from {{ ref('b') }}");
    expect(problems).toHaveLength(2);
    expect(body.at(-1)).toMatchObject({ kind: "output", expressions: [{ kind: "call", arguments: { positional: [{ value: "b" }] } }] });
  });

  it("keeps the body of a block that is never closed", () => {
    const { body, problems } = parseJinja("{% for x in y %}{{ ref('a') }}");
    expect(problems.map(({ message }) => message)).toEqual(["the tag is never closed: looking for 'endfor' or 'else'"]);
    expect(body).toMatchObject([{ kind: "for", body: [{ kind: "output" }] }]);
  });

  it("closes an inner block at the end of the outer one", () => {
    const { body } = parseJinja("{% if a %}{% for x in y %}{{ x }}{% endif %}after");
    expect(body).toMatchObject([
      { kind: "if", branches: [{ body: [{ kind: "for", body: [{ kind: "output" }] }] }] },
      { kind: "data", text: "after" },
    ]);
  });
});

describe("spans", () => {
  it("cover statements with their delimiters, and expressions without blanks", () => {
    const text = "a {%- set x = ref( 'orders' ) -%}  b";
    const [data, set] = parseJinja(text).body;
    expect(data).toMatchObject({ text: "a", start: 0, end: 2 });
    expect(set && text.slice(set.start, set.end)).toBe("{%- set x = ref( 'orders' ) -%}");
    const value = set?.kind === "set" ? set.value : undefined;
    expect(value && text.slice(value.start, value.end)).toBe("ref( 'orders' )");
  });

  it("name the body of a block tag", () => {
    const text = "{% docs orders %}\n# Orders\n{% enddocs %}";
    const [docs] = parseJinja(text, { blockTags }).body;
    const span = docs?.kind === "block-tag" ? docs.bodySpan : undefined;
    expect(span && text.slice(span.start, span.end)).toBe("\n# Orders\n");
  });
});
