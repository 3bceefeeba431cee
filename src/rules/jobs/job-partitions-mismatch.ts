import type { GraphAsset } from "../../dagster/loading/graph/asset-graph.ts";
import { toUserString } from "../../dagster/model/asset-key.ts";
import type { Interpreter } from "../../python/interpreter.ts";
import type { Value } from "../../python/value.ts";
import { selectedAssets, selectingJobs } from "../facts/automation/job-selections.ts";
import { placeOfDefinition } from "../facts/definition-place.ts";
import { areDifferent } from "../facts/partitioning/different-partitions.ts";
import { defineRule } from "../rule.ts";

export const jobPartitionsMismatch = defineRule({
  name: "job-partitions-mismatch",
  group: "jobs",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A job selects assets with different partitions definitions. Unpartitioned assets may be among them; another start date is another definition.",
    why: "Dagster cannot resolve the job: `Selected assets must have the same partitions definitions, but the selected assets have different partitions definitions`.",
    example: `import dagster as dg

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-01-01"))
def orders(): ...

@dg.asset(partitions_def=dg.DailyPartitionsDefinition("2025-02-01"))
def customers(): ...

nightly = dg.define_asset_job("nightly", selection=["orders", "customers"])

defs = dg.Definitions(assets=[orders, customers], jobs=[nightly])
`,
    instead: `import dagster as dg

daily = dg.DailyPartitionsDefinition("2025-01-01")

@dg.asset(partitions_def=daily)
def orders(): ...

@dg.asset(partitions_def=daily)
def customers(): ...

nightly = dg.define_asset_job("nightly", selection=["orders", "customers"])

defs = dg.Definitions(assets=[orders, customers], jobs=[nightly])
`,
    source: "dagster/_core/definitions/assets/job/asset_job.py (_infer_and_validate_common_partitions_def), 1.13.27",
  },
  check({ graphs, location, report }) {
    for (const graph of graphs) {
      for (const selecting of selectingJobs(graph)) {
        const pair = differentPair(selectedAssets(selecting, graph), location.interpreter);
        if (!pair) continue;
        const [first, second] = pair;
        report({
          message: `${selecting.who} selects \`${toUserString(first.path)}\` and \`${toUserString(second.path)}\`, which have different partitions`,
          why: 'Dagster: "Selected assets must have the same partitions definitions, but the selected assets have different partitions definitions: …".',
          help: "Give them one partitions definition, or select them in a job each.",
          location: selecting.at,
          related: pair.flatMap(({ claim, path }) =>
            claim ? [{ location: placeOfDefinition(claim.object), message: `\`${toUserString(path)}\` is defined here` }] : [],
          ),
          subject: selecting.subject,
        });
      }
    }
  },
});

/** The first partitioned asset and the first that surely differs from it. */
function differentPair(assets: readonly GraphAsset[], interpreter: Interpreter): readonly [GraphAsset, GraphAsset] | undefined {
  const partitioned = assets.flatMap((asset) => {
    const partitions: Value | undefined = asset.claim?.condition ? undefined : asset.claim?.spec.fields.get("partitions_def");
    return partitions && (partitions.kind === "object" || partitions.kind === "instance") ? [{ asset, partitions }] : [];
  });
  const [first] = partitioned;
  const other = first && partitioned.find(({ partitions }) => areDifferent(first.partitions, partitions, interpreter));
  return first && other && [first.asset, other.asset];
}
