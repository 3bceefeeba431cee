/** What Jinja parsed (`record/record_jinja.py`) is what we parse; what it refused has an error. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseJinja } from "../../../src/formats/jinja/parse.ts";
import type { BlockTagHeader } from "../../../src/formats/jinja/syntax.ts";
import { dumpBody } from "./dump.ts";

const golden: Record<"expressions" | "templates", Record<string, unknown>> = JSON.parse(
  readFileSync(new URL("parse.golden.json", import.meta.url), "utf8"),
);

const blockTags = new Map<string, BlockTagHeader>([
  ["materialization", "options"],
  ["test", "signature"],
  ["docs", "name"],
]);

function parsed(text: string): unknown {
  const { body, problems } = parseJinja(text, { blockTags });
  return problems.length > 0 ? "refused" : dumpBody(body);
}

describe("a Jinja expression", () => {
  it.each(Object.entries(golden.expressions))("%j is parsed as Jinja does", (text, expected) => {
    expect(parsed(`{{ ${text} }}`)).toEqual(expected);
  });
});

describe("a Jinja template", () => {
  it.each(Object.entries(golden.templates))("%j is parsed as Jinja does", (text, expected) => {
    expect(parsed(text)).toEqual(expected);
  });
});
