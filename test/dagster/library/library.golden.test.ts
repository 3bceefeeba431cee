/** The models against real Dagster: every module-level value of the fixtures, recorded by record.py beside this file. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dagsterLibrary } from "../../../src/dagster/library/dagster-library.ts";
import { selectionText } from "../../../src/dagster/library/jobs/selection-text.ts";
import { readAutomationCondition } from "../../../src/dagster/model/automation-condition.ts";
import { readPlain } from "../../../src/dagster/model/plain-value.ts";
import type { SelectionPayload } from "../../../src/dagster/model/small-payloads.ts";
import { builtinsLibrary } from "../../../src/python/builtins/builtins.ts";
import { combineLibraries } from "../../../src/python/combine-libraries.ts";
import { standardLibrary } from "../../../src/python/stdlib/stdlib.ts";
import type { Value } from "../../../src/python/value.ts";
import { evaluateFiles } from "../../support/evaluate-files.ts";

type Goldens = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const goldens: Goldens = JSON.parse(readFileSync(join(import.meta.dirname, "goldens.json"), "utf8"));
const library = combineLibraries([builtinsLibrary(), standardLibrary(), dagsterLibrary()]);

describe.each(Object.entries(goldens))("%s", (fixture, expected) => {
  it.each(Object.entries(expected))("%s is what Dagster makes of it", async (name, value) => {
    const source = readFileSync(join(import.meta.dirname, "fixtures", `${fixture}.py`), "utf8");

    const { module } = await evaluateFiles({ "main.py": source }, "main.py", { library });

    expect(shown(module.scope.names.get(name))).toEqual(value);
  });
});

/** As record.py shows values; a gap shows as its message, so that a failing test says what is not known. */
function shown(value: Value | undefined): unknown {
  if (value === undefined) return "there is no such name";
  if (value.kind === "list" || value.kind === "tuple") return value.items.map(shown);
  if (value.kind === "dict") return Object.fromEntries([...value.entries.values()].map((entry) => [shown(entry.key), shown(entry.value)]));
  if (value.kind === "object" && value.type === "dagster.AutomationCondition") {
    const read = readAutomationCondition(value);
    return read.known && read.value ? { label: read.value.label, expression: read.value.expression } : read;
  }
  if (value.kind === "object" && value.type === "dagster.AssetSelection")
    return selectionText((value.payload as SelectionPayload).selection);
  const plain = readPlain(value);
  return plain.known ? plain.value : `? ${plain.gap.message}`;
}
