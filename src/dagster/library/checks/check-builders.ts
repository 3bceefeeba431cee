/** Functions that make checks for a list of assets: freshness, metadata bounds, schema changes. */

import { md5 } from "../../../base/hash/md5.ts";
import { compareKeys } from "../../../base/order.ts";
import type { CallContext, SymbolModel } from "../../../python/library.ts";
import { FALSE, list, NONE, set, str, TRUE } from "../../../python/make-value.ts";
import type { Unknown, Value } from "../../../python/value.ts";
import { coerceToAssetKey, knownPath } from "../assets/asset-key.ts";
import { orEmptyDict } from "../assets/asset-spec.ts";
import { specsOf } from "../assets/assets-definition.ts";
import { derive, isObject } from "../construct.ts";
import type { Models } from "../models.ts";
import { type Bound, bind } from "../signature.ts";
import { makeChecksDefinition } from "./asset-check.ts";

interface Builder {
  /** What the name of the op begins with, and whether its digest is of the checks or of their assets. */
  readonly op: OpNaming;
  readonly check: (bound: Bound) => Value;
  readonly description: (bound: Bound) => Value;
}

interface OpNaming {
  readonly prefix: string;
  readonly digests: "assets" | "checks";
}

function builder(name: string, { op, check, description }: Builder): SymbolModel {
  return (context) => {
    const bound = bind(name, context);
    return checksFor(
      { assets: bound.value("assets"), op, name: check(bound), description: description(bound), blocking: bound.value("blocking") },
      context,
    );
  };
}

interface BuiltCheck {
  readonly assets: Value;
  readonly op: OpNaming;
  readonly name: Value;
  readonly description: Value;
  readonly blocking: Value;
}

/** One check for each of the assets, all in one definition; a list of that. */
export function checksFor({ assets, op, name, description, blocking }: BuiltCheck, context: CallContext): Value {
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
  const node = derive(
    "dagster.OpDefinition",
    { name: opName(op, { ...keys, check: name }, context), required_resource_keys: set([]) },
    context.at,
  );
  const definition = makeChecksDefinition(
    { definition: "multi_asset_check", specs: list(specs, keys.gap), node, inputs: [], canSubset: TRUE, resourceDefs: NONE },
    context,
  );
  return list([definition]);
}

/** Source: `unique_id_from_asset_and_check_keys`, the digest of a JSON list of what Python prints for the keys. */
function opName(
  { prefix, digests }: OpNaming,
  { items, gap, check }: { readonly items: readonly Value[]; readonly gap?: Unknown; readonly check: Value },
  { interpreter, at }: CallContext,
): Value {
  const paths = items.map(knownPath);
  const isKnown = check.kind === "str" && paths.every((path) => path?.every((part) => PLAIN_TEXT.test(part)));
  if (gap || !isKnown) return gap ?? interpreter.unknown("runtime-input", "the name of the check's op is not known", at);
  const texts = paths.map((path = []) => {
    const key = `AssetKey([${path.map((part) => `'${part}'`).join(", ")}])`;
    return digests === "assets" ? key : `AssetCheckKey(asset_key=${key}, name='${check.value}')`;
  });
  const json = `[${texts
    .sort(compareKeys)
    .map((text) => JSON.stringify(text))
    .join(", ")}]`;
  return str(`${prefix}_${md5(json).slice(0, 8)}`);
}

/** What `repr` and JSON leave as it is. */
const PLAIN_TEXT = /^[ -&(-[\]-~]*$/;

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

const OF_CHECKS: OpNaming = { prefix: "asset_check", digests: "checks" };

const FRESHNESS: Builder = {
  op: { prefix: "freshness_check", digests: "assets" },
  check: () => str("freshness_check"),
  description: () => str("Evaluates freshness for targeted asset."),
};

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
      op: OF_CHECKS,
      check: boundsName,
      description: boundsDescription,
    }),
    "dagster.build_column_schema_change_checks": builder("dagster.build_column_schema_change_checks", {
      op: OF_CHECKS,
      check: () => str("column_schema_change"),
      description: () => str("Checks whether there are changes to column schema between the asset's  two most recent materializations"),
    }),
  },
};
