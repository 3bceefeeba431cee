import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits } from "../../src/base/text-edit.ts";
import { type FormatPath, toPlain } from "../../src/formats/format-node.ts";
import { parseYaml } from "../../src/formats/yaml.ts";
import { removeYamlValue, setYamlValue } from "../../src/formats/yaml-edit.ts";
import type { YamlValue } from "../../src/formats/yaml-render.ts";

function set(text: string, path: FormatPath, value: YamlValue): string | undefined {
  const edits = setYamlValue(text, path, value);
  return edits && applyEdits(text, edits);
}

function remove(text: string, path: FormatPath): string | undefined {
  const edits = removeYamlValue(text, path);
  return edits && applyEdits(text, edits);
}

describe("setting a value", () => {
  it.each<[string, FormatPath, YamlValue, string]>([
    ["a: 1 # one\nb: 2\n", ["a"], 3, "a: 3 # one\nb: 2\n"],
    ["a: 'x'\n", ["a"], "it's", "a: 'it''s'\n"],
    ['a: "x"\n', ["a"], "y", 'a: "y"\n'],
    ["a: x\n", ["a"], "yes", 'a: "yes"\n'],
    ["a: x\n", ["a"], "2024-01-01", 'a: "2024-01-01"\n'],
    ["a:\nb: 1\n", ["a"], "x", "a: x\nb: 1\n"],
    ["a: 1\n# end\n", ["b"], "new", "a: 1\nb: new\n# end\n"],
    ["a: 1", ["b"], 2, "a: 1\nb: 2"],
    ["a: 1\r\n", ["b"], { c: [1] }, "a: 1\r\nb:\r\n  c:\r\n    - 1\r\n"],
    ["a:\n  b: 1 # keep\nc: 2\n", ["a", "d"], 3, "a:\n  b: 1 # keep\n  d: 3\nc: 2\n"],
    ["a:\n  - x # first\n  - y\nb: 1\n", ["a", 2], "z", "a:\n  - x # first\n  - y\n  - z\nb: 1\n"],
    ["a:\n- x\n", ["a", 1], { k: 1, l: 2 }, "a:\n- x\n- k: 1\n  l: 2\n"],
    ["- name: orders\n  tags: [a]\n", [0, "tags", 1], "b", "- name: orders\n  tags: [a, b]\n"],
    ["- name: orders\n", [0, "group"], "raw", "- name: orders\n  group: raw\n"],
    ["a: {b: 1}\n", ["a", "c"], [1, "x"], "a: {b: 1, c: [1, x]}\n"],
    ["a: []\n", ["a", 0], "x", "a:\n  - x\n"],
    ["a:\n  b: 1\n", ["a"], "x", "a: x\n"],
    ["a: x\nb: 1\n", ["a"], ["y", "z"], "a:\n  - y\n  - z\nb: 1\n"],
    ["", ["a", "b"], 1, "a:\n  b: 1\n"],
    ["a: |\n  text\n", ["b"], 1, "a: |\n  text\nb: 1\n"],
    [
      "attributes:\n  project: '{{ context.project_root }}/dbt' # the dbt project\n",
      ["attributes", "select"],
      "tag:daily",
      "attributes:\n  project: '{{ context.project_root }}/dbt' # the dbt project\n  select: tag:daily\n",
    ],
  ])("%j at %j to %j", (text, path, value, expected) => {
    expect(set(text, path, value)).toBe(expected);
  });
});

describe("removing a value", () => {
  it.each<[string, FormatPath, string]>([
    ["a: 1\nb: 2 # two\nc: 3\n", ["b"], "a: 1\nc: 3\n"],
    ["# about a\na: 1\nb:\n  c: 1\n  d: 2\n", ["b"], "# about a\na: 1\n"],
    ["a: [x, y, z]\n", ["a", 1], "a: [x, z]\n"],
    ["a: [x, y]\n", ["a", 1], "a: [x]\n"],
    ["a:\n  - x\n  - y # c\n  - z\n", ["a", 1], "a:\n  - x\n  - z\n"],
    ["- name: orders\n  group: raw\n", [0, "name"], "- group: raw\n"],
    ["a:\n  b: 1\n", ["a", "b"], "a:\n  {}\n"],
    ["a: {b: 1, c: 2}\n", ["a", "b"], "a: {c: 2}\n"],
  ])("%j at %j", (text, path, expected) => {
    expect(remove(text, path)).toBe(expected);
  });

  it("is refused where there is nothing, and where the value is another's", () => {
    expect(remove("a: 1\n", ["b"])).toBeUndefined();
    expect(remove("base: &b {x: 1}\na:\n  <<: *b\n  y: 2\n", ["a", "x"])).toBeUndefined();
    expect(set("base: &b {x: 1}\na: *b\n", ["a", "x"], 2)).toBeUndefined();
  });
});

describe("any edit", () => {
  const key = fc.constantFrom("a", "b", "orders", "no", "1", "x y", "#c");
  const scalar = fc.oneof(
    fc.integer({ min: -99, max: 99 }),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom("x", "yes", "a: b", "- c", "it's", "#", "", " ", "é😀", "l1\nl2", "2024-01-01", "[", "{{ x }}"),
  );
  const { tree } = fc.letrec<{ tree: YamlValue }>((tie) => ({
    tree: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      scalar,
      fc.array(tie("tree"), { maxLength: 3 }),
      fc.dictionary(key, tie("tree"), { maxKeys: 3, noNullPrototype: true }),
    ),
  }));

  it("that is given reads back as wished; one that is not leaves the text alone", () => {
    fc.assert(
      fc.property(fc.dictionary(key, tree, { minKeys: 1, maxKeys: 3, noNullPrototype: true }), key, tree, (before, at, value) => {
        const text = set("", ["root"], before) ?? "";
        expect(toPlain(parseYaml(text, "core").root ?? expect.fail())).toEqual({ root: before });
        const edited = set(text, ["root", at], value);
        expect(edited).toBeDefined();
        expect(toPlain(parseYaml(edited ?? "", "core").root ?? expect.fail())).toEqual({ root: { ...before, [at]: value } });
      }),
      { numRuns: 300 },
    );
  });
});
