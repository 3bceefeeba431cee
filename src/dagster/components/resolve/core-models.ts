/**
 * Dagster's own resolvable things in YAML: asset keys and specs, check specs, attributes of assets, partitions, backfill policies, op specs.
 * Source: `dagster/components/resolved/core_models.py` of dagster 1.13. Keys are user strings here: `a/b` has two parts.
 */
import { str, strDict, symbol } from "../../../python/make-value.ts";
import type { StrValue, Value } from "../../../python/value.ts";
import { makeAssetKey } from "../../library/assets/asset-key.ts";
import { derive } from "../../library/construct.ts";
import { fromUserString } from "../../model/asset-key.ts";
import { render } from "../template/render.ts";
import type { Resolution, Resolve, Schema, SchemaField } from "../template/resolution.ts";
import { injected, mapping, optional, plain, refused, sequence } from "./containers.ts";
import { keywordsOf, placeOf, withKeywords } from "./keywords.ts";

const NONE: Value = { kind: "none" };

function keyOfText(text: StrValue, resolution: Resolution): Value {
  const at = text.origin ?? resolution.context.at;
  return makeAssetKey(
    fromUserString(text.value).map((part) => ({ ...str(part, text.assumes), origin: at })),
    at,
  );
}

/** A user string, or a template that yields a key. */
export const assetKey: Resolve = (value, resolution) => {
  const rendered = value.kind === "str" ? render(value, resolution) : value;
  return rendered.kind === "str" ? keyOfText(rendered, resolution) : rendered;
};

/** Values of tags may be numbers and booleans in YAML: Dagster makes text of them. */
const tags: Resolve = injected((value, resolution) => {
  const resolved = plain(value, resolution);
  if (resolved.kind !== "dict") return refused(resolved, "a mapping", resolution.context);
  const { interpreter, at } = resolution.context;
  return mapping((item) => interpreter.toStr(item, at))(resolved, resolution);
});

/** A call of Dagster's with the entries of a mapping for keywords. */
function called(name: string, schema: Schema): Resolve {
  return injected((value, resolution) => {
    if (value.kind !== "dict") return refused(value, "a mapping", resolution.context);
    const keywords = keywordsOf(value, schema, resolution);
    if ("kind" in keywords) return keywords;
    return resolution.context.interpreter.call(symbol(name), withKeywords(keywords), placeOf(value, resolution.context.at));
  });
}

const PARTITIONS: Readonly<Record<string, { readonly name: string; readonly renamed?: boolean }>> = {
  hourly: { name: "dagster.HourlyPartitionsDefinition" },
  daily: { name: "dagster.DailyPartitionsDefinition" },
  weekly: { name: "dagster.WeeklyPartitionsDefinition" },
  time_window: { name: "dagster.TimeWindowPartitionsDefinition", renamed: true },
  static: { name: "dagster.StaticPartitionsDefinition" },
};

/** By its `type`; what stands in it is not rendered. */
export const partitionsDefinition: Resolve = injected((value, resolution) => {
  if (value.kind === "none") return value;
  if (value.kind !== "dict") return refused(value, "a partitions definition", resolution.context);
  const entries = [...value.entries.values()].flatMap(({ key, value: item }) => (key.kind === "str" ? [[key.value, item] as const] : []));
  const type = entries.find(([name]) => name === "type")?.[1];
  const known = PARTITIONS[type?.kind === "str" ? type.value : "hourly"];
  if (!known) return refused(value, "a type of partitions definition", resolution.context);
  const at = placeOf(value, resolution.context.at);
  const keywords = entries.flatMap(([name, item]) =>
    name === "type" ? [] : [[known.renamed ? name.replace(/_date$/, "") : name, { value: item, at: placeOf(item, at) }] as const],
  );
  return resolution.context.interpreter.call(symbol(known.name), withKeywords(new Map(keywords)), at);
});

export const backfillPolicy: Resolve = injected((value, resolution) => {
  if (value.kind === "none") return value;
  if (value.kind !== "dict") return refused(value, "a backfill policy", resolution.context);
  const entries = new Map([...value.entries.values()].map(({ key, value: item }) => [key.kind === "str" ? key.value : "", item] as const));
  const type = entries.get("type");
  const at = placeOf(value, resolution.context.at);
  const single = type?.kind === "str" ? type.value === "single_run" : !entries.has("max_partitions_per_run");
  const most = entries.get("max_partitions_per_run") ?? { kind: "int", value: 1 };
  return resolution.context.interpreter.call(
    symbol(`dagster.BackfillPolicy.${single ? "single_run" : "multi_run"}`),
    withKeywords(new Map(single ? [] : [["max_partitions_per_run", { value: most, at }]])),
    at,
  );
});

const given = (resolve: Resolve): SchemaField => ({ resolve });

/** Attributes of an asset that may also be changed after it was made. */
const SHARED_ATTRIBUTES: Schema = {
  deps: given(optional(sequence(assetKey))),
  description: given(plain),
  metadata: given(plain),
  group_name: given(plain),
  skippable: given(plain),
  code_version: given(plain),
  owners: given(plain),
  tags: given(tags),
  kinds: given(plain),
  automation_condition: given(plain),
  partitions_def: given(partitionsDefinition),
  freshness_policy: given(plain),
};

export const assetSpec: Resolve = called("dagster.AssetSpec", { ...SHARED_ATTRIBUTES, key: given(assetKey) });

export const assetCheckSpec: Resolve = called("dagster.AssetCheckSpec", {
  name: given(plain),
  asset: given(assetKey),
  additional_deps: given(optional(sequence(assetKey))),
  description: given(plain),
  blocking: given(plain),
  metadata: given(plain),
  automation_condition: given(plain),
});

/** Attributes that replace those of a spec: a dict of what is given. */
function attributes(schema: Schema): Resolve {
  return injected((value, resolution) => {
    if (value.kind !== "dict") return refused(value, "a mapping", resolution.context);
    const keywords = keywordsOf(value, schema, resolution);
    return "kind" in keywords ? keywords : strDict([...keywords].map(([name, argument]) => [name, argument.value] as const));
  });
}

/** Of `post_processing`. */
export const assetAttributes: Resolve = attributes(SHARED_ATTRIBUTES);

/** Of a `translation`, where the key may change too. */
export const translationAttributes: Resolve = attributes({ ...SHARED_ATTRIBUTES, key: given(assetKey), key_prefix: given(plain) });

/** An object of a library's model: its fields resolved, the others at their defaults. */
export function modelOf(type: string, schema: Schema): Resolve {
  return injected((value, resolution) => {
    if (value.kind !== "dict") return refused(value, "a mapping", resolution.context);
    const keywords = keywordsOf(value, schema, resolution);
    if ("kind" in keywords) return keywords;
    const fields = Object.entries(schema).map(([name, field]) => [name, keywords.get(name)?.value ?? field.default ?? NONE] as const);
    return derive(type, Object.fromEntries(fields), placeOf(value, resolution.context.at));
  });
}

export const OP_SPEC: Schema = {
  name: { resolve: plain, default: NONE },
  tags: { resolve: plain, default: NONE },
  description: { resolve: plain, default: NONE },
  pool: { resolve: plain, default: NONE },
  backfill_policy: { resolve: backfillPolicy, default: NONE },
};

export const opSpec: Resolve = modelOf("dagster.OpSpec", OP_SPEC);
