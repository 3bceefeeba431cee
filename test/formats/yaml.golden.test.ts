/** What PyYAML read (`record/record_yaml.py`) is what we read. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { FormatNode } from "../../src/formats/format-node.ts";
import { parseYaml } from "../../src/formats/yaml.ts";
import type { YamlReading } from "../../src/formats/yaml-scalars.ts";

type Recorded = "refused" | [string, unknown];
type Table = Record<string, Recorded>;

const golden: { pyyaml: Table; dagster: Table; documents: Table } = JSON.parse(
  readFileSync(new URL("yaml.golden.json", import.meta.url), "utf8"),
);

function read(text: string, reading: YamlReading): unknown {
  const { root, problems } = parseYaml(text, reading);
  return root === undefined || problems.some(({ severity }) => severity === "error") ? "refused" : recorded(root);
}

function recorded(node: FormatNode): unknown {
  switch (node.kind) {
    case "sequence":
      return ["sequence", node.items.map(recorded)];
    case "mapping":
      return ["mapping", node.entries.map(({ key, value }) => [recorded(key), recorded(value)])];
    case "scalar":
      return [node.type, node.type === "int" ? String(node.value) : node.type === "float" ? node.value : node.value];
  }
}

/** Python's `float.hex()`, `inf` and `nan` as numbers. */
function decode(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const [type, content] = value;
  if (type === "float") return [type, fromHex(content)];
  return value.map(decode);
}

function fromHex(text: string): number {
  if (text === "nan") return Number.NaN;
  if (text.endsWith("inf")) return text.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const [, sign, whole = "0", fraction = "", exponent] = /^(-?)0x([0-9a-f]+)(?:\.([0-9a-f]+))?p([+-]\d+)$/.exec(text) ?? [];
  const mantissa = Number.parseInt(whole + fraction, 16) / 16 ** fraction.length;
  return (sign === "-" ? -1 : 1) * mantissa * 2 ** Number(exponent);
}

describe("a YAML scalar", () => {
  it.each(Object.entries(golden.pyyaml))("%j is what PyYAML reads", (text, expected) => {
    expect(read(`- ${text}`, "pyyaml")).toEqual(decode(expected));
  });

  it.each(Object.entries(golden.dagster))("%j is what Dagster's loader reads", (text, expected) => {
    expect(read(`- ${text}`, "dagster")).toEqual(decode(expected));
  });
});

describe("a YAML document", () => {
  it.each(Object.entries(golden.documents))("%j is what PyYAML reads", (text, expected) => {
    expect(read(text, "pyyaml")).toEqual(decode(expected));
  });
});
