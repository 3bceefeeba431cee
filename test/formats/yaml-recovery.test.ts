/** A YAML file that PyYAML refuses: the place is said, and what stands beside it is read. */
import { describe, expect, it } from "vitest";
import { yamlComments } from "../../src/formats/comments.ts";
import { toPlain } from "../../src/formats/format-node.ts";
import { parseYaml } from "../../src/formats/yaml.ts";

function readBroken(text: string): { readonly value: unknown; readonly errors: string[] } {
  const { root, problems } = parseYaml(text, "libyaml");
  return {
    value: root && toPlain(root),
    errors: problems.map(({ message, span }) => `${message} @${text.slice(span.start, span.start + 8)}`),
  };
}

const MODELS = (broken: string): string => `version: 2
models:
  - name: orders
    description: One row an order
${broken}    columns:
      - name: id
  - name: customers
`;

describe("a broken YAML file", () => {
  it.each([
    ["a colon in a text", "    docs: the key: the value\n", "mapping values are not allowed here @: the va"],
    ["a Jinja expression without quotes", "    enabled: {{ var('on') }}\n", "found unhashable key @{ var('o"],
    ["a list that is never closed", "    tags: [daily, hourly\n", "expected ',' or ']', but got ':' @:\n      "],
    ["a character that begins nothing", "    owner: @finance\n", "found character `@` that cannot start any token @@finance"],
    ["a key without its colon", "    tags\n", "could not find expected ':' @tags\n   "],
    ["an unknown escape", '    alias: "a\\q"\n', 'found unknown escape character `q` @q"\n    c'],
  ])("loses to %s no more than its entry", (_what, line, error) => {
    const { value, errors } = readBroken(MODELS(line));
    expect(errors[0]).toBe(error);
    expect(value).toMatchObject({
      version: 2,
      models: [{ name: "orders", description: "One row an order", columns: [{ name: "id" }] }, { name: "customers" }],
    });
  });

  it("keeps the key of a value that is refused", () => {
    expect(readBroken("orders: [1, 2\ncustomers: 3\n").value).toEqual({ orders: null, customers: 3 });
  });

  it("keeps what stands before a quote that is never closed", () => {
    const { value, errors } = readBroken('orders: 1\ncustomers: "no end\npayments: 2\n');
    expect(value).toEqual({ orders: 1, customers: null, payments: 2 });
    expect(errors).toEqual(["found unexpected end of stream @"]);
  });

  it("is given up after a hundred refusals", () => {
    const { problems } = parseYaml("- a: b: c\n".repeat(500), "libyaml");
    expect(problems).toHaveLength(100);
  });

  it.each([["- '"], ["- [a"], ["- {a: &"], ["a: |0\n"], ["k: !<"], ["%YAML"], ["? ["]])(
    "takes time in proportion to its length: %j",
    (piece) => {
      const started = process.cpuUsage();
      parseYaml(`${piece}\n`.repeat(20_000), "libyaml");
      expect(process.cpuUsage(started).user).toBeLessThan(2_000_000);
    },
  );
});

describe("comments", () => {
  it("are found behind what is refused", () => {
    const text = "orders: @x # first\ncustomers: 'a # b' # second\n  # third\ntext: |\n  # none\n";
    expect(yamlComments(text).map(({ start, end }) => text.slice(start, end))).toEqual(["# second", "# third"]);
  });

  it("behind a value and behind the head of a block of text are told from text", () => {
    const text = "a: b#c # one\nd: > # two\n  # text\n# three\n";
    expect(yamlComments(text).map(({ start, end }) => text.slice(start, end))).toEqual(["# one", "# two", "# three"]);
  });
});
