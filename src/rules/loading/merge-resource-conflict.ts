import type { LibraryObject, Value } from "../../python/value.ts";
import { areTwoObjects, mergedDefinitions } from "../facts/loading/merged-definitions.ts";
import { defineRule } from "../rule.ts";

export const mergeResourceConflict = defineRule({
  name: "merge-resource-conflict",
  group: "loading",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "`Definitions` that are merged have different resources (or loggers) under one key. Folders of definitions merge what their files hold.",
    why: "Dagster refuses: `Definitions objects 0 and 1 have different resources with same key '...'`",
    example: `import dagster as dg

@dg.asset
def orders(): ...

class Database(dg.ConfigurableResource): ...

defs = dg.Definitions.merge(
    dg.Definitions(assets=[orders], resources={"db": Database()}),
    dg.Definitions(resources={"db": Database()}),
)
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

class Database(dg.ConfigurableResource): ...

database = Database()

defs = dg.Definitions.merge(
    dg.Definitions(assets=[orders], resources={"db": database}),
    dg.Definitions(resources={"db": database}),
)
`,
    source: "dagster/_core/definitions/definitions_class.py (merge), 1.13.27",
  },
  check({ location, report }) {
    for (const parts of mergedDefinitions(location)) {
      for (const field of ["resources", "loggers"]) {
        const first = new Map<string, { readonly value: Value; readonly part: LibraryObject; readonly index: number }>();
        for (const [index, part] of parts.entries()) {
          for (const { key, value } of entriesOf(part, field)) {
            const other = first.get(key);
            if (!other) first.set(key, { value, part, index });
            if (!other || !areTwoObjects(other.value, value)) continue;
            report({
              message: `two of the merged definitions have different ${field} under the key \`${key}\``,
              why: `Dagster: "Definitions objects ${other.index} and ${index} have different ${field} with same key '${key}'".`,
              help: "Make the object once and import it, or let one file provide it.",
              location: placeOf(part, field),
              related: [{ location: placeOf(other.part, field), message: "the other one" }],
              ...(field === "resources" && { subject: `resource:${key}` }),
            });
          }
        }
      }
    }
  },
});

function entriesOf(part: LibraryObject, field: string): readonly { readonly key: string; readonly value: Value }[] {
  const entries = part.fields.get(field);
  if (entries?.kind !== "dict") return [];
  return [...entries.entries.values()].flatMap(({ key, value }) => (key.kind === "str" ? [{ key: key.value, value }] : []));
}

function placeOf(part: LibraryObject, field: string) {
  return part.args?.keywords.get(field)?.at ?? part.at;
}
