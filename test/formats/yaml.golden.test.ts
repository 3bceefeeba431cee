/** What PyYAML read (`record/record_yaml.py`) is what we read. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseYaml } from "../../src/formats/yaml.ts";
import { decode, readAsRecorded } from "./recorded.ts";

type Recorded = "refused" | [string, unknown];
type Table = Record<string, Recorded>;

const golden: { pyyaml: Table; dagster: Table; documents: Table; libyaml: Table } = JSON.parse(
  readFileSync(new URL("yaml.golden.json", import.meta.url), "utf8"),
);

describe("a YAML scalar", () => {
  it.each(Object.entries(golden.pyyaml))("%j is what PyYAML reads", (text, expected) => {
    expect(readAsRecorded(parseYaml(`- ${text}`, "pyyaml"))).toEqual(decode(expected));
  });

  it.each(Object.entries(golden.dagster))("%j is what Dagster's loader reads", (text, expected) => {
    expect(readAsRecorded(parseYaml(`- ${text}`, "dagster"))).toEqual(decode(expected));
  });
});

describe("a YAML document", () => {
  it.each(Object.entries(golden.documents))("%j is what PyYAML reads", (text, expected) => {
    expect(readAsRecorded(parseYaml(text, "pyyaml"))).toEqual(decode(expected));
  });
  it.each(Object.entries(golden.libyaml))("%j is what PyYAML reads with libyaml", (text, expected) => {
    expect(readAsRecorded(parseYaml(text, "libyaml"))).toEqual(decode(expected));
  });
});
