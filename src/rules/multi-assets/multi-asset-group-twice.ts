import { decorationsOf } from "../facts/decorations.ts";
import { elementsOf, placeInArgument, textOf } from "../facts/values.ts";
import { defineRule } from "../rule.ts";

export const multiAssetGroupTwice = defineRule({
  name: "multi-asset-group-twice",
  group: "multi-assets",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A group on the decorator and another one on a spec or output.",
    why: "Dagster refuses: `Cannot set group_name parameter on multi_asset if one or more of the AssetSpecs/AssetOuts supplied to this multi_asset have a group_name defined.`",
    example: `import dagster as dg

@dg.multi_asset(specs=[dg.AssetSpec("a", group_name="raw")], group_name="shop")
def several(): ...

defs = dg.Definitions()
`,
    instead: `import dagster as dg

@dg.multi_asset(specs=[dg.AssetSpec("a")], group_name="shop")
def several(): ...

defs = dg.Definitions(assets=[several])
`,
    source: "dagster/_core/definitions/decorators/decorator_assets_definition_builder.py, 1.13.27",
  },
  check({ location, report }) {
    for (const { decorator } of decorationsOf(location, "dagster.multi_asset")) {
      const group = textOf(decorator.given("group_name")?.value);
      const outs = decorator.given("outs");
      const specs = decorator.given("specs");
      const members =
        outs?.value.kind === "dict" ? [...outs.value.entries.values()].map(({ value }) => value) : elementsOf(specs?.value).items;
      for (const member of members) {
        const own = member.kind === "object" ? textOf(member.fields.get("group_name")) : undefined;
        const argument = specs ?? outs;
        if (!group || own === undefined || own === group || !argument) continue;
        report({
          message: `the decorator says the group \`${group}\`, and one of its assets says \`${own}\``,
          why: 'Dagster: "Cannot set group_name parameter on multi_asset if one or more of the AssetSpecs/AssetOuts supplied to this multi_asset have a group_name defined."',
          help: "Say the group in one place.",
          location: placeInArgument(member, argument),
        });
      }
    }
  },
});
