import type { LoadedLocation } from "../../dagster/analysis.ts";
import { readAssetKey, toUserString } from "../../dagster/model/asset-key.ts";
import { payloadOf } from "../../dagster/model/payload.ts";
import type { LibraryObject, Value } from "../../python/value.ts";
import { callsOf } from "../facts/calls.ts";
import { placeOfArgument, placeOfDefinition } from "../facts/definition-place.ts";
import { elementsOf } from "../facts/values.ts";
import { defineRule } from "../rule.ts";

const LOADERS = ["modules", "current_module", "package_module", "package_name"].map((source) => `dagster.load_assets_from_${source}`);

export const loadAssetsGroupConflict = defineRule({
  name: "load-assets-group-conflict",
  group: "loading",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A loader puts assets into a group, and one of them is in another group already.",
    why: "Dagster refuses: `Asset spec ... has group name ..., which conflicts with the group name ... provided in load_assets_from_modules.`",
    example: `import dagster as dg

@dg.asset(group_name="staging")
def orders(): ...

loaded = dg.load_assets_from_current_module(group_name="sales")

defs = dg.Definitions(assets=loaded)
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

loaded = dg.load_assets_from_current_module(group_name="sales")

defs = dg.Definitions(assets=loaded)
`,
    source: "dagster/_core/definitions/module_loaders/object_list.py (_spec_mapper_disallow_group_override), 1.13.27",
  },
  check({ location, report }) {
    for (const call of callsOf(location, ...LOADERS)) {
      const argument = call.given("group_name");
      if (argument?.value.kind !== "str" || argument.value.value === "") continue;
      const group = argument.value.value;
      for (const definition of originals(call.call.result, location)) {
        const spec = elementsOf(definition.fields.get("specs")).items.find((item) => hasOtherGroup(item, group));
        const key = spec?.kind === "object" ? readAssetKey(spec.fields.get("key") ?? spec) : undefined;
        const own = spec?.kind === "object" ? spec.fields.get("group_name") : undefined;
        if (!key?.known || own?.kind !== "str") continue;
        const name = toUserString(key.value);
        report({
          message: `\`${name}\` is in the group \`${own.value}\`, and is loaded into the group \`${group}\``,
          why: `Dagster: "Asset spec ${name} has group name ${own.value}, which conflicts with the group name ${group} provided in load_assets_from_modules."`,
          help: "Leave out one of the two groups.",
          location: argument.at,
          related: [
            { location: placeOfArgument(definition, "group_name") ?? placeOfDefinition(definition), message: `the group of \`${name}\`` },
          ],
          subject: `asset:${name}`,
        });
      }
    }
  },
});

/** The loaded definitions as they were before the loader put them into its group. */
function originals(loaded: Value | undefined, { objects }: LoadedLocation): readonly LibraryObject[] {
  const ids = new Set(elementsOf(loaded).items.map((item) => (item.kind === "object" && !item.condition ? idOf(item) : undefined)));
  ids.delete(undefined);
  return objects.filter((object) => object.type === "dagster.AssetsDefinition" && !object.condition && ids.has(idOf(object)));
}

function idOf(object: LibraryObject): unknown {
  return payloadOf(object, "assets")?.id;
}

function hasOtherGroup(spec: Value, group: string): boolean {
  const own = spec.kind === "object" ? spec.fields.get("group_name") : undefined;
  return own?.kind === "str" && own.value !== "" && own.value !== "default" && own.value !== group;
}
