import { keyOfDep, keyOfIn } from "../facts/assets/keys.ts";
import { decorationsOf } from "../facts/decorations.ts";
import { inputsOfDecoration } from "../facts/functions/inputs.ts";
import { elementsOf } from "../facts/values.ts";
import { defineRule } from "../rule.ts";

export const internalDepsUnknownAsset = defineRule({
  name: "internal-deps-unknown-asset",
  group: "multi-assets",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "`internal_asset_deps` names an asset that the definition neither makes nor takes as input, or leaves an input out.",
    why: "Dagster refuses: `Invalid asset dependencies: {...} specified in `internal_asset_deps` argument for multi-asset ...`",
    example: `import dagster as dg

@dg.multi_asset(outs={"a": dg.AssetOut(), "b": dg.AssetOut()}, internal_asset_deps={"b": {dg.AssetKey("orders")}})
def several(): ...

defs = dg.Definitions()
`,
    instead: `import dagster as dg

@dg.multi_asset(outs={"a": dg.AssetOut(), "b": dg.AssetOut()}, internal_asset_deps={"b": {dg.AssetKey("a")}})
def several(): ...

defs = dg.Definitions(assets=[several])
`,
    source: "dagster/_core/definitions/decorators/decorator_assets_definition_builder.py, 1.13.27",
  },
  check({ location, report }) {
    for (const decoration of decorationsOf(location, "dagster.multi_asset")) {
      const { decorator, function: fn, signature } = decoration;
      const internal = decorator.given("internal_asset_deps");
      const outs = decorator.value("outs");
      if (internal?.value.kind !== "dict" || outs.kind !== "dict" || signature.gap) continue;
      const made = [...outs.entries.values()].map(({ key, value }) => (key.kind === "str" ? keyOfIn(key.value, value) : undefined));
      const taken = inputsOfDecoration(decoration, location).map(({ name, value }) => (value ? keyOfIn(name, value) : name));
      const deps = elementsOf(decorator.given("deps")?.value).items.map(keyOfDep);
      const valid = [...made, ...taken, ...deps];
      if (valid.includes(undefined) || internal.value.entries.size === 0) continue;
      const named = [...internal.value.entries.values()].flatMap(({ value }) =>
        elementsOf(value).items.map((item) => (item.kind === "str" ? `"${item.value}" (a text, no \`AssetKey\`)` : keyOfDep(item))),
      );
      const unknown = named.filter((key) => key !== undefined && !valid.includes(key));
      const left = named.includes(undefined) ? [] : [...taken, ...deps].filter((key) => !named.includes(key));
      const [key] = [...unknown, ...left];
      if (key === undefined) continue;
      report({
        message:
          unknown.length > 0
            ? `\`${key}\` in \`internal_asset_deps\` is neither made nor taken by \`${fn.name}\``
            : `\`internal_asset_deps\` leaves out the input \`${key}\``,
        why: `Dagster: "Invalid asset dependencies: {AssetKey(['${key}'])} specified in \`internal_asset_deps\` argument for multi-asset '${fn.name}' …".`,
        help: "Name assets that the definition makes or takes as input, and all of its inputs.",
        location: internal.at,
      });
    }
  },
});
