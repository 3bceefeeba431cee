import { areTwoObjects, mergedDefinitions } from "../facts/loading/merged-definitions.ts";
import { defineRule } from "../rule.ts";

export const mergeExecutorConflict = defineRule({
  name: "merge-executor-conflict",
  group: "loading",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "Two of the `Definitions` that are merged have an executor, and not the same.",
    why: "Dagster refuses: `Definitions objects 0 and 1 both have an executor`",
    example: `import dagster as dg

@dg.asset
def orders(): ...

defs = dg.Definitions.merge(
    dg.Definitions(assets=[orders], executor=dg.in_process_executor),
    dg.Definitions(executor=dg.multiprocess_executor),
)
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

defs = dg.Definitions.merge(
    dg.Definitions(assets=[orders], executor=dg.in_process_executor),
    dg.Definitions(),
)
`,
    source: "dagster/_core/definitions/definitions_class.py (merge), 1.13.27",
  },
  check({ location, report }) {
    for (const parts of mergedDefinitions(location)) {
      const executors = parts.flatMap((part, index) => {
        const value = part.fields.get("executor");
        return value && value.kind !== "none" ? [{ part, index, value }] : [];
      });
      const [first] = executors;
      const other = first && executors.find(({ value }) => areTwoObjects(first.value, value));
      if (!first || !other) continue;
      report({
        message: "two of the merged definitions have an executor",
        why: `Dagster: "Definitions objects ${first.index} and ${other.index} both have an executor".`,
        help: "Let one of them say how runs are executed.",
        location: other.part.args?.keywords.get("executor")?.at ?? other.part.at,
        related: [{ location: first.part.args?.keywords.get("executor")?.at ?? first.part.at, message: "the other executor" }],
      });
    }
  },
});
