import type { Value } from "../../python/value.ts";
import { type SelectionArgument, selectionArguments } from "../facts/automation/selection-arguments.ts";
import { elementsOf } from "../facts/values.ts";
import { defineRule } from "../rule.ts";

type Kind = "string" | "asset" | "source asset" | "key" | "other";

export const selectionMixedList = defineRule({
  name: "selection-mixed-list",
  group: "selections",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A selection is a list of unlike things (strings, keys and assets together), an empty list, or something that Dagster makes no selection of.",
    why: "Dagster refuses: `selection argument must be one of str, Sequence[str], Sequence[AssetKey], Sequence[AssetsDefinition], Sequence[SourceAsset], AssetSelection.`",
    example: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset
def customers(): ...

nightly = dg.define_asset_job("nightly", selection=["orders", customers])

defs = dg.Definitions(assets=[orders, customers], jobs=[nightly])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset
def customers(): ...

nightly = dg.define_asset_job("nightly", selection=[orders, customers])

defs = dg.Definitions(assets=[orders, customers], jobs=[nightly])
`,
    source: "dagster/_core/definitions/asset_selection.py (from_coercible), target.py, 1.13.27",
  },
  check({ location, report }) {
    for (const given of selectionArguments(location)) {
      const wrong = mistakeIn(given);
      if (wrong === undefined) continue;
      report({
        message: `\`${given.parameter}\` ${wrong}`,
        why: 'Dagster: "selection argument must be one of str, Sequence[str], Sequence[AssetKey], Sequence[AssetsDefinition], Sequence[SourceAsset], AssetSelection."',
        help: "Make it a list of one kind, or one `AssetSelection` (`AssetSelection.assets(…)` takes strings, keys and assets together).",
        location: given.argument.at,
      });
    }
  },
});

function mistakeIn({ argument, isTarget }: SelectionArgument): string | undefined {
  const { value } = argument;
  if (value.kind !== "list" && value.kind !== "tuple") return single(value, isTarget);
  const { items, complete } = elementsOf(value);
  const kinds = new Set(items.map(kindOf));
  if (items.length === 0) return complete && !isTarget ? "is an empty list, of which Dagster makes no selection" : undefined;
  if (kinds.has("other")) return "has an element that is neither a string nor a key nor an asset";
  if (isTarget && kinds.has("source asset")) return "has a `SourceAsset`, which cannot be launched";
  if (kinds.has("asset")) kinds.delete("source asset");
  kinds.delete(undefined);
  return kinds.size > 1 ? `has ${[...kinds].map((kind) => `${kind}s`).join(" and ")} in one list` : undefined;
}

/** `undefined`: right, or not known. */
function single(value: Value, isTarget: boolean): string | undefined {
  if (value.kind === "set") return "is a set, and must be a list";
  const kind = kindOf(value);
  if (kind === "key" || kind === "source asset") return `is a single ${kind}, and must be a list`;
  if (kind === "asset") return isTarget ? undefined : "is a single asset, and must be a list";
  return NEITHER.has(value.kind) || isSpec(value) ? "is neither a selection nor a list of assets" : undefined;
}

const NEITHER: ReadonlySet<Value["kind"]> = new Set(["function", "int", "float", "bool", "dict", "module", "class"]);

/** `undefined`: not known. */
function kindOf(value: Value): Kind | undefined {
  if (value.kind === "str") return "string";
  if (NEITHER.has(value.kind) || value.kind === "list" || value.kind === "none" || isSpec(value)) return "other";
  if (value.kind !== "object") return undefined;
  switch (value.type) {
    case "dagster.AssetsDefinition":
    case "dagster.AssetChecksDefinition":
      return "asset";
    case "dagster.SourceAsset":
      return "source asset";
    case "dagster.AssetKey":
      return "key";
    // Of a list; a selection alone never gets here.
    case "dagster.AssetSelection":
      return "other";
    default:
      return undefined;
  }
}

function isSpec(value: Value): boolean {
  return (
    value.kind === "object" && (value.type === "dagster.AssetSpec" || value.type === "dagster.AssetIn" || value.type === "dagster.AssetDep")
  );
}
