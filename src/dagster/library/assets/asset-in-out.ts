/** `AssetIn` and `AssetOut`. An `AssetOut` is a spec without key, and how its output is stored. */
import type { CallContext } from "../../../python/library.ts";
import { NONE } from "../../../python/make-value.ts";
import type { LibraryObject, Value } from "../../../python/value.ts";
import { automationConditionOf } from "../automation/auto-materialize-policy.ts";
import { construct } from "../construct.ts";
import type { Models } from "../models.ts";
import { bind } from "../signature.ts";
import { coerceToAssetKey } from "./asset-key.ts";
import { makeSpec, mergeDicts, orEmptyDict, orEmptyList, tagsWithKinds } from "./asset-spec.ts";

const IN = "dagster.AssetIn";
const OUT = "dagster.AssetOut";

function constructIn(context: CallContext): Value {
  const { value } = bind(IN, context);
  const key = value("key");
  return construct(
    IN,
    {
      key: key.kind === "none" ? NONE : coerceToAssetKey(key, context),
      key_prefix: value("key_prefix"),
      metadata: value("metadata"),
      input_manager_key: value("input_manager_key"),
      partition_mapping: value("partition_mapping"),
      dagster_type: value("dagster_type"),
    },
    context,
  );
}

function constructOut(context: CallContext): Value {
  const { value } = bind(OUT, context);
  const key = value("key");
  return construct(
    OUT,
    {
      key: key.kind === "none" ? NONE : coerceToAssetKey(key, context),
      key_prefix: value("key_prefix"),
      description: value("description"),
      is_required: value("is_required"),
      io_manager_key: value("io_manager_key"),
      metadata: orEmptyDict(value("metadata")),
      group_name: value("group_name"),
      code_version: value("code_version"),
      automation_condition: automationConditionOf(value("automation_condition"), value("auto_materialize_policy")),
      backfill_policy: value("backfill_policy"),
      owners: orEmptyList(value("owners")),
      tags: tagsWithKinds(value("tags"), value("kinds"), context),
      freshness_policy: value("freshness_policy"),
    },
    context,
  );
}

const SPEC_FIELDS = [
  "key",
  "description",
  "metadata",
  "group_name",
  "code_version",
  "automation_condition",
  "owners",
  "tags",
  "freshness_policy",
];

function fromSpec(context: CallContext): Value {
  const { value } = bind(`${OUT}.from_spec`, context);
  const spec = value("spec");
  if (spec.kind !== "object") return spec;
  const own = Object.fromEntries(SPEC_FIELDS.map((name) => [name, spec.fields.get(name) ?? NONE]));
  const output = {
    key_prefix: NONE,
    is_required: value("is_required"),
    io_manager_key: value("io_manager_key"),
    backfill_policy: value("backfill_policy"),
  };
  return construct(OUT, { ...own, ...output }, context);
}

/** `AssetOut.to_spec`. */
export function specOfOut(
  out: LibraryObject,
  fields: { readonly key: Value; readonly deps: Value; readonly partitions: Value },
  context: CallContext,
): LibraryObject {
  const own = (name: string): Value => out.fields.get(name) ?? NONE;
  return makeSpec(
    {
      key: fields.key,
      deps: fields.deps,
      partitions_def: fields.partitions,
      description: own("description"),
      metadata: mergeDicts(own("metadata"), undefined),
      group_name: own("group_name"),
      code_version: own("code_version"),
      automation_condition: own("automation_condition"),
      owners: orEmptyList(own("owners")),
      tags: tagsWithKinds(own("tags"), undefined, context),
      freshness_policy: own("freshness_policy"),
      skippable: negate(own("is_required")),
    },
    context,
  );
}

export function negate(value: Value): Value {
  return value.kind === "bool" ? { ...value, value: !value.value } : value;
}

export const assetInOutModels: Models = {
  symbols: {
    [IN]: constructIn,
    [OUT]: constructOut,
    [`${OUT}.from_spec`]: fromSpec,
    [`${IN}.from_coercible`]: (context) => context.args.positional[0]?.value ?? NONE,
  },
  types: { [IN]: {}, [OUT]: {} },
};
