/** What Python's tomllib, json and csv read (`record/record_stdlib.py`) is what we read. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseCsv } from "../../src/formats/csv.ts";
import { parseJson } from "../../src/formats/json.ts";
import { parseToml } from "../../src/formats/toml.ts";
import { decode, readAsRecorded } from "./recorded.ts";

type Table = Record<string, unknown>;

const golden: { toml: Table; json: Table; csv: Table } = JSON.parse(readFileSync(new URL("stdlib.golden.json", import.meta.url), "utf8"));

describe("TOML", () => {
  it.each(Object.entries(golden.toml))("%j is what tomllib reads", (text, expected) => {
    expect(readAsRecorded(parseToml(text))).toEqual(decode(expected));
  });
});

describe("JSON", () => {
  it.each(Object.entries(golden.json))("%j is what json.loads reads", (text, expected) => {
    expect(readAsRecorded(parseJson(text))).toEqual(decode(expected));
  });
});

describe("CSV", () => {
  it.each(Object.entries(golden.csv))("%j is what csv.reader reads", (text, expected) => {
    expect(readAsRecorded({ root: parseCsv(text), problems: [] })).toEqual(decode(expected));
  });
});
