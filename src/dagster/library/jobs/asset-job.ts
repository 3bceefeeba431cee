/** `define_asset_job`: a job whose assets are found when the graph is complete. Without a selection it takes all. */
import type { CallContext } from "../../../python/library.ts";
import { dict } from "../../../python/make-value.ts";
import type { Value } from "../../../python/value.ts";
import type { AssetJobPayload } from "../../model/objects.ts";
import { mergeDicts } from "../assets/asset-spec.ts";
import { construct, orElse } from "../construct.ts";
import type { Models } from "../models.ts";
import { partitionsOfConfig } from "../partitions/partitions.ts";
import { bind } from "../signature.ts";
import { coerceToSelection } from "./selection.ts";

const JOB = "dagster.UnresolvedAssetJobDefinition";

function defineAssetJob(context: CallContext): Value {
  const { value } = bind("dagster.define_asset_job", context);
  const selection = value("selection");
  const payload: AssetJobPayload = {
    kind: "asset-job",
    selection: selection.kind === "none" ? { kind: "all", includeSources: false } : coerceToSelection(selection, context),
  };
  return construct(
    JOB,
    {
      name: value("name"),
      description: value("description"),
      tags: mergeDicts(value("tags"), dict([])),
      partitions_def: orElse(value("partitions_def"), partitionsOfConfig(value("config"))),
      config: value("config"),
      executor_def: value("executor_def"),
      owners: value("owners"),
      automation_condition: value("automation_condition"),
    },
    context,
    payload,
  );
}

export const assetJobModels: Models = {
  symbols: { "dagster.define_asset_job": defineAssetJob },
  types: { [JOB]: { methods: { with_metadata: (self) => self } } },
};
