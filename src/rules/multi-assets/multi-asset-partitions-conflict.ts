import { partitionsIdentity } from "../../dagster/loading/graph/partitions-class.ts";
import { decorationsOf } from "../facts/decorations.ts";
import { elementsOf, isUnsure } from "../facts/values.ts";
import { defineRule } from "../rule.ts";

export const multiAssetPartitionsConflict = defineRule({
  name: "multi-asset-partitions-conflict",
  group: "multi-assets",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "Assets of one definition with different partitions, without `can_subset=True`.",
    why: "Dagster refuses: `If different AssetSpecs have different partitions_defs, can_subset must be True`",
    example: `import dagster as dg

daily = dg.DailyPartitionsDefinition("2024-01-01")
regions = dg.StaticPartitionsDefinition(["eu", "us"])

@dg.multi_asset(specs=[dg.AssetSpec("a", partitions_def=daily), dg.AssetSpec("b", partitions_def=regions)])
def several(): ...

defs = dg.Definitions()
`,
    instead: `import dagster as dg

daily = dg.DailyPartitionsDefinition("2024-01-01")

@dg.multi_asset(specs=[dg.AssetSpec("a", partitions_def=daily), dg.AssetSpec("b", partitions_def=daily)])
def several(): ...

defs = dg.Definitions(assets=[several])
`,
    source: "dagster/_core/definitions/assets/definition/assets_definition.py, 1.13.27",
  },
  check({ location, report }) {
    for (const { decorator } of decorationsOf(location, "dagster.multi_asset")) {
      const specs = decorator.given("specs");
      const own = elementsOf(specs?.value).items.map((spec) =>
        spec.kind === "object" ? partitionsIdentity(spec.fields.get("partitions_def")) : undefined,
      );
      const ofDecorator = partitionsIdentity(decorator.given("partitions_def")?.value);
      const canSubset = decorator.value("can_subset");
      if (!specs || own.includes(undefined) || ofDecorator === undefined || isUnsure(canSubset)) continue;
      const distinct = new Set(own.filter((each) => each !== "none"));
      const isRefused =
        ofDecorator === "none"
          ? distinct.size > 1 && location.interpreter.truth(canSubset) === "no"
          : [...distinct].some((each) => each !== ofDecorator) || (distinct.size > 0 && own.includes("none"));
      if (!isRefused) continue;
      report({
        message:
          ofDecorator === "none"
            ? "the assets have different partitions, and cannot be run in parts"
            : [...distinct].some((each) => each !== ofDecorator)
              ? "the assets have other partitions than the decorator says"
              : "some of the assets say their partitions and others leave that to the decorator",
        why: 'Dagster: "If different AssetSpecs have different partitions_defs, can_subset must be True", or "AssetSpec for … has partitions_def … which is different than the partitions_def provided to AssetsDefinition", or "If partitions_def is provided, then either all specs must have that PartitionsDefinition or none."',
        help: ofDecorator === "none" ? "Give all the same partitions, or `can_subset=True`." : "Say the partitions in one place.",
        location: specs.at,
      });
    }
  },
});
