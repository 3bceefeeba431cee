import type { Value } from "../../../python/value.ts";
import { truthy } from "../../facts/arguments/exclusive-arguments.ts";
import { subjectOfCall } from "../../facts/assets/spec-attributes.ts";
import { callsGiving } from "../../facts/calls.ts";
import { argumentRemoval } from "../../facts/fixes/remove-argument.ts";
import { elementsOf } from "../../facts/values.ts";
import { defineRule } from "../../rule.ts";

export const computeKindAndKinds = defineRule({
  name: "compute-kind-and-kinds",
  group: "metadata",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "unsafe",
  docs: {
    what: "`compute_kind` together with `kinds`.",
    why: "Dagster refuses: `Cannot specify compute_kind and kinds on the @asset decorator.`, and for `@multi_asset` `Can not specify compute_kind on both the @multi_asset and kinds on AssetSpecs.`",
    example: `import dagster as dg

@dg.asset(compute_kind="python", kinds={"python"})
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(kinds={"python"})
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/definitions/decorators/asset_decorator.py, 1.13.27",
  },
  check({ location, report }) {
    for (const call of callsGiving(location, "compute_kind", "dagster.asset", "dagster.multi_asset")) {
      const [computeKind] = truthy(call, ["compute_kind"], location);
      if (!computeKind) continue;
      const isAsset = call.name === "dagster.asset";
      const hasKinds = isAsset ? truthy(call, ["kinds"], location).length > 0 : elementsOf(call.value("specs")).items.some(hasKind);
      if (!hasKinds) continue;
      const fix = argumentRemoval(computeKind.argument.at, "compute_kind", "unsafe", location);
      report({
        message: isAsset ? "`compute_kind` and `kinds` are both given" : "`compute_kind` is given, and a spec has `kinds`",
        why: isAsset
          ? 'Dagster: "Cannot specify compute_kind and kinds on the @asset decorator."'
          : 'Dagster: "Can not specify compute_kind on both the @multi_asset and kinds on AssetSpecs."',
        help: "Remove `compute_kind`: it is the older of the two.",
        location: computeKind.argument.at,
        ...subjectOfCall(call.call),
        ...(fix && { fix }),
      });
    }
  },
});

function hasKind(spec: Value): boolean {
  const tags = spec.kind === "object" ? spec.fields.get("tags") : undefined;
  return tags?.kind === "dict" && [...tags.entries.values()].some(({ key }) => key.kind === "str" && key.value.startsWith("dagster/kind/"));
}
