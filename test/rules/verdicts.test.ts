/** The rules against real Dagster's verdicts: an error of the first tier where Dagster refuses to load, none where it loads. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { checkFiles } from "./check-files.ts";

const folder = join(dirname(fileURLToPath(import.meta.url)), "../oracle/verdicts");
const { cases } = JSON.parse(readFileSync(join(folder, "verdicts.json"), "utf8")) as {
  readonly cases: Readonly<Record<string, { readonly loads: boolean; readonly error: string | null; readonly message: string | null }>>;
};

/** A package that is not in the repository may be installed where the code runs: reading cannot know. */
const UNKNOWABLE: ReadonlySet<string> = new Set(["refused/unknown-module"]);

describe("the verdicts of real Dagster", () => {
  it("are recorded for every case that there is", () => {
    const files = ["loads", "refused"].flatMap((side) =>
      readdirSync(join(folder, side))
        .filter((name) => name.endsWith(".py"))
        .map((name) => `${side}/${name.slice(0, -3)}`),
    );

    expect(Object.keys(cases).sort()).toEqual(files.sort());
  });

  it.each(Object.entries(cases))("%s is judged as Dagster judges it", async (name, { loads, message }) => {
    const file = `${name.slice(name.indexOf("/") + 1)}.py`;
    const findings = await checkFiles({ [file]: readFileSync(join(folder, `${name}.py`), "utf8") }, file);

    const errors = findings.filter(({ severity, tier }) => severity === "error" && tier === "dagster-would-fail");
    if (loads || UNKNOWABLE.has(name)) expect(errors.map(({ rule, message: said }) => `${rule}: ${said}`)).toEqual([]);
    else
      expect(
        errors.map(({ rule }) => rule),
        message ?? "",
      ).not.toEqual([]);
  });
});
