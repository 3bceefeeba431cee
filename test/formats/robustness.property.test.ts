/** No text makes a reader throw; spans lie in the text and in their parents; bombs and towers are bounded. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Span } from "../../src/base/span.ts";
import { parseCsv } from "../../src/formats/csv.ts";
import { entryOf, type FormatNode, nodeAt, type ParsedFormat, toPlain } from "../../src/formats/format-node.ts";
import { parseJson } from "../../src/formats/json.ts";
import { parseToml } from "../../src/formats/toml.ts";
import { parseYaml } from "../../src/formats/yaml.ts";

const READERS: Record<string, (text: string) => ParsedFormat> = {
  yaml: (text) => parseYaml(text, "pyyaml"),
  "yaml (core)": (text) => parseYaml(text, "core"),
  toml: parseToml,
  json: parseJson,
  csv: (text) => ({ root: parseCsv(text), problems: [] }),
};

const PIECES = [
  "a",
  "b",
  ":",
  " ",
  "\n",
  "  ",
  "- ",
  "[",
  "]",
  "{",
  "}",
  ",",
  "'",
  '"',
  "|",
  ">",
  "&x",
  "*x",
  "<<",
  "!!int",
  "#",
  "=",
  ".",
  "1",
  "1.5",
  "---",
  "?",
  "\r\n",
  "\t",
  "\\",
  "é😀",
  "\u0000",
  "[[",
  "]]",
  "2024-01-01",
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join("")),
  fc.string({ unit: "binary", maxLength: 100 }),
);

function spansOf(node: FormatNode | undefined): Span[] {
  if (node === undefined) return [];
  if (node.kind === "scalar") return [node.span];
  const children = node.kind === "sequence" ? node.items : node.entries.flatMap(({ key, value }) => [key, value]);
  return [node.span, ...children.flatMap(spansOf)];
}

describe("reading any text", () => {
  it.each(Object.keys(READERS))("as %s never throws, and every span lies in it", (reader) => {
    fc.assert(
      fc.property(text, (source) => {
        const { root, problems } = READERS[reader]!(source);
        for (const { start, end } of [...spansOf(root), ...problems.map(({ span }) => span)]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(source.length);
        }
        if (root !== undefined) expect(() => toPlain(root)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["yaml", `${"[".repeat(20_000)}`],
    ["yaml", `${"- ".repeat(5000)}x`],
    ["yaml", `a: ${"{a: ".repeat(300)}1${"}".repeat(300)}`],
    ["json", "[".repeat(50_000)],
    ["toml", `a = ${"[".repeat(50_000)}`],
    ["toml", `${Array.from({ length: 400 }, (_, index) => `k${index}`).join(".")} = 1`],
  ])("as %s refuses a tower", (reader, source) => {
    expect(READERS[reader]!(source).problems.map(({ severity }) => severity)).toContain("error");
  });

  it("bounds what aliases stand for", () => {
    const levels = Array.from(
      { length: 12 },
      (_, level) =>
        `l${level}: &l${level} [${Array(9)
          .fill(level === 0 ? "x" : `*l${level - 1}`)
          .join(", ")}]`,
    );
    const { problems } = parseYaml(levels.join("\n"), "pyyaml");
    expect(problems[0]?.message).toMatch(/^aliases stand for more than/);
  });

  it("refuses an anchor inside itself", () => {
    expect(parseYaml("a: &x [*x]\n", "pyyaml").problems.map(({ message }) => message)).toEqual(["found undefined alias `x`"]);
  });
});

describe("places", () => {
  it.each<[string, string, (string | number)[], string]>([
    ["yaml", "models:\n  - name: 'orders' # c\n    tags: [a, b]\nend: 1\n", ["models", 0, "name"], "'orders'"],
    ["yaml", "models:\n  - name: 'orders' # c\n    tags: [a, b]\nend: 1\n", ["models", 0], "name: 'orders' # c\n    tags: [a, b]"],
    ["yaml", "models:\n  - name: 'orders' # c\n    tags: [a, b]\nend: 1\n", ["models", 0, "tags", 1], "b"],
    ["toml", '[tool.dagster]\nmodule_name = "shop" # c\n', ["tool", "dagster", "module_name"], '"shop"'],
    ["toml", "[[a]]\nx = 1\n[[a]]\nx = 2\n", ["a", 1, "x"], "2"],
    ["json", '{"a": [1, {"b": null}]}', ["a", 1, "b"], "null"],
    ["csv", 'id,name\n1,"a ""b"""\n', [1, 1], '"a ""b"""'],
  ])("in %s: %j at %j", (reader, source, path, expected) => {
    const node = nodeAt(READERS[reader]!(source).root, path);
    expect(node && source.slice(node.span.start, node.span.end)).toBe(expected);
  });

  it("are known for keys", () => {
    const source = "a:\n  'b c': 1\n";
    const key = entryOf(nodeAt(parseYaml(source, "core").root, ["a"]), "b c")?.key;
    expect(key && source.slice(key.span.start, key.span.end)).toBe("'b c'");
  });
});

it("warns of a repeated key, which Python takes", () => {
  expect(parseYaml("a: 1\na: 2\n", "dagster").problems).toEqual([
    { message: "the key `a` is repeated: the last one counts", severity: "warning", span: { start: 5, end: 6 } },
  ]);
});
