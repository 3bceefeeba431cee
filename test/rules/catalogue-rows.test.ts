/** What Dagster refuses, row by row of the catalogue of conditions: each is found by rules, or stands here with the reason why not. */
import { describe, expect, it } from "vitest";
import { RULES } from "../../src/rules/registry.ts";
import rows from "./catalogue-rows.json" with { type: "json" };

const COUNT = 164;
const table: Readonly<Record<string, { readonly rules?: readonly string[]; readonly reason?: string }>> = rows;

describe("the catalogue of what Dagster refuses", () => {
  it("has every row", () => {
    expect(Object.keys(table).map(Number)).toEqual(Array.from({ length: COUNT }, (_, index) => index + 1));
  });

  it.each(Object.entries(table))("row %s is found by rules that exist, or says why not", (_, { rules = [], reason = "" }) => {
    const names = new Set(RULES.map(({ name }) => name));

    expect(rules.filter((name) => !names.has(name))).toEqual([]);
    expect(rules.length > 0 || /^[A-Z`].{20,}\.$/.test(reason)).toBe(true);
  });
});
