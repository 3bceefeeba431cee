import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { statementShapes } from "./ast-shape.ts";
import { testParser } from "./test-parser.ts";

const parser = await testParser();
const folder = new URL("fixtures/", import.meta.url);
const fixtures = readdirSync(folder).filter((name) => name.endsWith(".py"));

function read(name: string): string {
  return readFileSync(new URL(name, folder), "utf8");
}

describe("the compact tree", () => {
  it.each(fixtures)("of %s is what CPython reads, spans included", (name) => {
    const text = read(name);
    const module = parser.parseModule(text);

    const shapes = statementShapes(module.body, { parser, text });

    expect(module.errors).toEqual([]);
    expect(shapes).toEqual(JSON.parse(read(name.replace(/py$/, "ast.json"))));
  });
});
