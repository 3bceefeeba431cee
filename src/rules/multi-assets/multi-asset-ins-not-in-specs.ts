import { entryOf } from "../../python/make-value.ts";
import { keyOfDep, keyOfIn } from "../facts/assets/keys.ts";
import { decorationsOf } from "../facts/decorations.ts";
import { inputsOfDecoration } from "../facts/functions/inputs.ts";
import { elementsOf } from "../facts/values.ts";
import { defineRule } from "../rule.ts";

export const multiAssetInsNotInSpecs = defineRule({
  name: "multi-asset-ins-not-in-specs",
  group: "multi-assets",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "An input of a `@multi_asset` with `specs` that is not a dependency of any spec.",
    why: "Dagster refuses: `Invalid asset dependencies: ... specified as AssetIns, but are not specified as `AssetDep` objects on any constituent AssetSpec objects.` A parameter is such an input, too.",
    example: `import dagster as dg

@dg.asset
def orders(): ...

@dg.multi_asset(specs=[dg.AssetSpec("a")])
def several(orders): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

@dg.multi_asset(specs=[dg.AssetSpec("a", deps=["orders"])])
def several(orders): ...

defs = dg.Definitions(assets=[orders, several])
`,
    source: "dagster/_core/definitions/decorators/decorator_assets_definition_builder.py (validate_named_ins_subset_of_deps), 1.13.27",
  },
  check({ location, report }) {
    for (const decoration of decorationsOf(location, "dagster.multi_asset")) {
      const { items: specs, complete } = elementsOf(decoration.decorator.value("specs"));
      if (!complete || specs.length === 0 || decoration.signature.gap) continue;
      const own = specs.map(keyOfDep);
      const listed = specs.map((spec) => (spec.kind === "object" ? elementsOf(spec.fields.get("deps")) : { items: [], complete: false }));
      const deps = listed.flatMap(({ items }) => items.map(keyOfDep));
      if (own.includes(undefined) || deps.includes(undefined) || listed.some((list) => !list.complete)) continue;
      for (const { name, value, at } of inputsOfDecoration(decoration, location)) {
        const given = decoration.decorator.value("ins");
        const written = value ?? (given.kind === "dict" ? entryOf(given, name) : undefined);
        const key = written ? keyOfIn(name, written) : name;
        const isKeywordOnly = decoration.signature.parameters.some(
          (parameter) => parameter.name === name && parameter.kind === "keyword-only",
        );
        if (key === undefined || isKeywordOnly || (deps.includes(key) && !own.includes(key))) continue;
        report({
          message: `\`${key}\` is an input, and no spec depends on it`,
          why: `Dagster: "Invalid asset dependencies: \`{AssetKey(['${key}'])}\` specified as AssetIns, but are not specified as \`AssetDep\` objects on any constituent AssetSpec objects."`,
          help: `Add \`"${key}"\` to \`deps\` of the spec that needs it.`,
          location: at,
        });
      }
    }
  },
});
