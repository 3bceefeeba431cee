import { decorationsGiving } from "../../facts/decorations.ts";
import { about } from "../../facts/subject.ts";
import { defineRule } from "../../rule.ts";

export const backfillPolicyUnpartitioned = defineRule({
  name: "backfill-policy-unpartitioned",
  group: "metadata",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "An asset without partitions has a backfill policy of several runs.",
    why: "Dagster refuses: `Non partitioned asset can only have single run backfill policy`.",
    example: `import dagster as dg

@dg.asset(backfill_policy=dg.BackfillPolicy.multi_run(max_partitions_per_run=10))
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

daily = dg.DailyPartitionsDefinition("2024-01-01")

@dg.asset(partitions_def=daily, backfill_policy=dg.BackfillPolicy.multi_run(max_partitions_per_run=10))
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/definitions/decorators/asset_decorator.py, 1.13.27",
  },
  check({ location, report }) {
    for (const { decorator, result } of decorationsGiving(location, "backfill_policy", "dagster.asset")) {
      const policy = decorator.given("backfill_policy");
      if (policy?.value.kind !== "object" || policy.value.type !== "dagster.BackfillPolicy") continue;
      const limit = policy.value.fields.get("max_partitions_per_run");
      if (limit?.kind !== "int" || decorator.value("partitions_def").kind !== "none") continue;
      report({
        message: "the asset has no partitions, and its backfill policy makes several runs of them",
        why: 'Dagster: "Non partitioned asset can only have single run backfill policy".',
        help: "Give it a `partitions_def`, or leave the policy out.",
        location: policy.at,
        ...about(result),
      });
    }
  },
});
