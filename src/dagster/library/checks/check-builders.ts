/** Functions that make checks for a list of assets: freshness, metadata bounds, schema changes. */
import type { CallContext, SymbolModel } from "../../../python/library.ts";
import { FALSE, list, NONE, set, str, TRUE } from "../../../python/make-value.ts";
import type { Unknown, Value } from "../../../python/value.ts";
import { coerceToAssetKey } from "../assets/asset-key.ts";
import { orEmptyDict } from "../assets/asset-spec.ts";
import { specsOf } from "../assets/assets-definition.ts";
import { derive, isObject } from "../construct.ts";
import type { Models } from "../models.ts";
import { type Bound, bind } from "../signature.ts";
import { makeChecksDefinition } from "./asset-check.ts";

interface Builder {
  readonly check: (bound: Bound) => Value;
  readonly description: (bound: Bound) => Value;
}

function builder(name: string, { check, description }: Builder): SymbolModel {
  return (context) => {
    const bound = bind(name, context);
    return checksFor(
      { assets: bound.value("assets"), name: check(bound), description: description(bound), blocking: bound.value("blocking") },
      context,
    );
  };
}

interface BuiltCheck {
  readonly assets: Value;
  readonly name: Value;
  readonly description: Value;
  readonly blocking: Value;
}

/** One check for each of the assets, all in one definition; a list of that. */
export function checksFor({ assets, name, description, blocking }: BuiltCheck, context: CallContext): Value {
  const keys = keysOf(assets, context);
  const specs = keys.items.map((key) =>
    derive(
      "dagster.AssetCheckSpec",
      {
        name,
        asset_key: key,
        description,
        additional_deps: list([]),
        blocking: blocking.kind === "none" ? FALSE : blocking,
        metadata: orEmptyDict(NONE),
        automation_condition: NONE,
        partitions_def: NONE,
      },
      context.at,
    ),
  );
  const node = derive("dagster.OpDefinition", { name: NONE, required_resource_keys: set([]) }, context.at);
  const definition = makeChecksDefinition(
    { definition: "multi_asset_check", specs: list(specs, keys.gap), node, inputs: [], canSubset: TRUE, resourceDefs: NONE },
    context,
  );
  return list([definition]);
}

/** A definition stands for all its keys. */
function keysOf(assets: Value, context: CallContext): { readonly items: readonly Value[]; readonly gap?: Unknown } {
  const { items, gap } = context.interpreter.iterate(assets, context.at);
  const keys: Value[] = [];
  let open = gap;
  for (const item of items) {
    if (!isObject(item, "dagster.AssetsDefinition")) {
      const key = coerceToAssetKey(item, context);
      if (key.kind === "unknown") open ??= key;
      else keys.push(key);
      continue;
    }
    const specs = specsOf(item);
    open ??= specs.gap;
    for (const spec of specs.items) if (isObject(spec, "dagster.AssetSpec")) keys.push(spec.fields.get("key") ?? NONE);
  }
  return open ? { items: keys, gap: open } : { items: keys };
}

const FRESHNESS: Builder = { check: () => str("freshness_check"), description: () => str("Evaluates freshness for targeted asset.") };

/** Source: `build_metadata_bounds_checks`. */
function boundsDescription({ value }: Bound): Value {
  const key = value("metadata_key");
  if (key.kind !== "str") return key;
  const [least, most] = [value("min_value"), value("max_value")];
  const orEqual = (name: string): string => (flag(value(name)) ? "" : "or equal to ");
  const parts = [`Checks that the latest materialization has metadata value \`${key.value}\``];
  if (least.kind !== "none") parts.push(` greater than ${orEqual("exclusive_min")}${number(least)}`);
  if (most.kind !== "none") parts.push(` ${least.kind === "none" ? "" : "and "}less than ${orEqual("exclusive_max")}${number(most)}`);
  return str(parts.join(""));
}

function flag(value: Value): boolean {
  return value.kind === "bool" && value.value;
}

function number(value: Value): string {
  if (value.kind === "float") return Number.isInteger(value.value) ? `${value.value}.0` : String(value.value);
  return value.kind === "int" ? String(value.value) : "…";
}

function boundsName({ value }: Bound): Value {
  const key = value("metadata_key");
  return key.kind === "str" ? str(`${key.value.replace(/[^A-Za-z0-9_]/g, "_")}_bounds_check`) : key;
}

export const checkBuilderModels: Models = {
  symbols: {
    "dagster.build_last_update_freshness_checks": builder("dagster.build_last_update_freshness_checks", FRESHNESS),
    "dagster.build_time_partition_freshness_checks": builder("dagster.build_time_partition_freshness_checks", FRESHNESS),
    "dagster.build_metadata_bounds_checks": builder("dagster.build_metadata_bounds_checks", {
      check: boundsName,
      description: boundsDescription,
    }),
    "dagster.build_column_schema_change_checks": builder("dagster.build_column_schema_change_checks", {
      check: () => str("column_schema_change"),
      description: () => str("Checks whether there are changes to column schema between the asset's  two most recent materializations"),
    }),
  },
};
