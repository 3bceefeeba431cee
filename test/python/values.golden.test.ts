/** What the interpreter makes of the fixtures equals what CPython made of them (`test/oracle/record_values.py`), name by name. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { representationOf } from "../../src/python/evaluate/text/stringify.ts";
import { evaluateFiles } from "../support/evaluate-files.ts";

const folder = new URL("./fixtures/", import.meta.url);
const fixtures = readdirSync(folder).filter((name) => name.endsWith(".py"));

describe("values of module-level Python", () => {
  it.each(fixtures)("equal CPython's in %s", async (name) => {
    const recorded: Record<string, string> = JSON.parse(readFileSync(new URL(name.replace(".py", ".values.json"), folder), "utf8"));

    const { machine, module } = await evaluateFiles({ [name]: readFileSync(new URL(name, folder), "utf8") }, name);
    const values = Object.fromEntries(
      Object.keys(recorded).map((key) => {
        const value = module.scope.names.get(key);
        const shown = value && representationOf(machine, value, { path: name, start: 0, end: 0 });
        return [key, shown?.kind === "str" ? shown.value : shown];
      }),
    );

    expect(machine.problems).toEqual([]);
    expect(values).toEqual(recorded);
  });
});
