import type { Value } from "../../../python/value.ts";
import { ASSET_CALLS, subjectOfCall } from "../../facts/assets/spec-attributes.ts";
import { type Call, callsGiving } from "../../facts/calls.ts";
import { isBefore } from "../../facts/newest.ts";
import { elementsOf, stringsOf } from "../../facts/values.ts";
import { defineRule } from "../../rule.ts";

/** Three until 1.12.6, ten since. */
const TEN_SINCE = "1.12.7";

export const tooManyKinds = defineRule({
  name: "too-many-kinds",
  group: "metadata",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "More than ten kinds on an asset (three, where the project pins a release before 1.12.7); tags `dagster/kind/…` count.",
    why: "Dagster refuses: `Assets can have at most ten kinds currently.`",
    example: `import dagster as dg

@dg.asset(kinds={"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"})
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(kinds={"python", "snowflake"})
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/definitions/assets/definition/asset_spec.py (validate_kind_tags), 1.13.27",
  },
  check({ location, report }) {
    const [limit, word] = isBefore(TEN_SINCE, location) ? [3, "three"] : [10, "ten"];
    const calls = ["kinds", "tags"].flatMap((parameter) => callsGiving(location, parameter, ...ASSET_CALLS));
    for (const call of new Set(calls.filter((call) => countOf(call, "kinds") + countOf(call, "tags") > limit))) {
      const kinds = call.given("kinds");
      const tags = call.given("tags");
      const names = new Set([
        ...stringsOf(kinds?.value).map(({ value }) => value),
        ...elementsOfTags(tags?.value)
          .filter((key) => key.startsWith("dagster/kind/"))
          .map((key) => key.slice("dagster/kind/".length)),
      ]);
      const argument = kinds ?? tags;
      if (names.size <= limit || !argument || elementsOf(kinds?.value).items.some((item) => item.kind !== "str")) continue;
      report({
        message: `${names.size} kinds are more than the ${limit} that an asset may have`,
        why: `Dagster: "Assets can have at most ${word} kinds currently."`,
        help: "Keep the kinds that tell something; the others can be tags.",
        location: argument.at,
        ...subjectOfCall(call.call),
      });
    }
  },
});

/** How many the collection holds that the parameter is given. */
function countOf(call: Call, parameter: string): number {
  const value = call.given(parameter)?.value;
  return value?.kind === "dict" ? value.entries.size : elementsOf(value).items.length;
}

function elementsOfTags(value: Value | undefined): readonly string[] {
  return value?.kind === "dict" ? [...value.entries.values()].flatMap(({ key }) => (key.kind === "str" ? [key.value] : [])) : [];
}
