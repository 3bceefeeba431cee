/**
 * `DagsterDltTranslator`: from a dlt resource (and its pipeline) to an asset spec. Every part may be overridden in the repository, the older
 * methods by part included. Source: `dagster_dlt/translator.py`.
 */
import type { CallContext, MethodModel } from "../../../python/library.ts";
import { dict, list, NONE, set, str, strDict, symbol } from "../../../python/make-value.ts";
import type { LibraryObject, Value } from "../../../python/value.ts";
import { coerceDeps } from "../assets/asset-dep.ts";
import { makeAssetKey } from "../assets/asset-key.ts";
import { mergeDicts } from "../assets/asset-spec.ts";
import { derive, isObject } from "../construct.ts";
import { argument, keywordObject, keywords, ownMethodOrDefault } from "../integrations/package-objects.ts";
import type { Models } from "../models.ts";
import { RESOURCE } from "./dlt-resource.ts";

const TRANSLATOR = "dagster_dlt.DagsterDltTranslator";
const DATA = "dagster_dlt.DltResourceTranslatorData";

type Part = (resource: Value, destination: Value, context: CallContext) => Value;

function attributeOf(value: Value, name: string, { interpreter, at }: CallContext): Value {
  return interpreter.attribute(value, name, at);
}

/** The texts of values joined by `_`. */
function joined(values: readonly Value[], context: CallContext): Value {
  const texts = values.map((value) => context.interpreter.toStr(value, context.at));
  const gap = texts.find((text) => text.kind !== "str");
  if (gap) return gap;
  return str(texts.map((text) => (text.kind === "str" ? text.value : "")).join("_"));
}

const assetKey: Part = (resource, _, context) =>
  makeAssetKey(
    [joined([str("dlt"), attributeOf(resource, "source_name", context), attributeOf(resource, "name", context)], context)],
    context.at,
  );

/** The source's own name for the resource, or for the first one that a transformer's data comes from. */
const deps: Part = (resource, _, context) => {
  let origin = resource;
  for (let steps = 0; steps < 50; steps += 1) {
    const parent = isObject(origin, RESOURCE) ? origin.fields.get("parent") : undefined;
    if (!isObject(parent, RESOURCE)) break;
    origin = parent;
  }
  const isTransformer = context.interpreter.truth(attributeOf(resource, "is_transformer", context)) === "yes";
  const name = attributeOf(isTransformer ? origin : resource, "name", context);
  return list([makeAssetKey([joined([attributeOf(resource, "source_name", context), name], context)], context.at)]);
};

const description: Part = (resource) => {
  if (!isObject(resource, RESOURCE)) return NONE;
  const steps = resource.fields.get("steps");
  return steps?.kind === "int" && Number(steps.value) === 1 ? (resource.fields.get("docstring") ?? NONE) : NONE;
};

const metadata: Part = (resource, _, context) => {
  const table = attributeOf(resource, "table_name", context);
  const isDynamic = table.kind === "function" || table.kind === "native" || table.kind === "bound-method";
  return strDict([["dagster/table_name", isDynamic ? attributeOf(resource, "name", context) : table]]);
};

const kinds: Part = (_, destination, context) => {
  if (destination.kind === "none") return set([str("dlt")]);
  return set([str("dlt"), destination.kind === "unknown" ? destination : attributeOf(destination, "destination_name", context)]);
};

const nothing: Part = () => NONE;

/** By the names of the parameters of `AssetSpec`. */
const PARTS: Readonly<Record<string, { readonly methods: readonly [string, string]; readonly part: Part }>> = {
  key: { methods: ["get_asset_key", "_default_asset_key_fn"], part: assetKey },
  automation_condition: { methods: ["get_automation_condition", "_default_automation_condition_fn"], part: nothing },
  deps: { methods: ["get_deps_asset_keys", "_default_deps_fn"], part: deps },
  description: { methods: ["get_description", "_default_description_fn"], part: description },
  group_name: { methods: ["get_group_name", "_default_group_name_fn"], part: nothing },
  metadata: { methods: ["get_metadata", "_default_metadata_fn"], part: metadata },
  owners: { methods: ["get_owners", "_default_owners_fn"], part: nothing },
  tags: { methods: ["get_tags", "_default_tags_fn"], part: () => dict([]) },
  kinds: { methods: ["get_kinds", "_default_kinds_fn"], part: kinds },
};

function onResource(part: Part): MethodModel {
  return (_, context) => part(argument(context, "resource", 0), argument(context, "destination", 1), context);
}

const getAssetSpec: MethodModel = (self, context) => {
  const data = argument(context, "data", 0);
  const [resource, destination] = ["resource", "destination"].map((name) => attributeOf(data, name, context));
  const at = isObject(resource, RESOURCE) ? resource.at : context.at;
  const values: Record<string, Value> = {};
  for (const [name, { methods }] of Object.entries(PARTS)) {
    const given = name === "kinds" ? [resource, destination] : [resource];
    const args = { positional: given.map((value) => ({ value: value ?? NONE, at })), keywords: new Map(), complete: true };
    values[name] = context.interpreter.call(attributeOf(self, methods[0], context), args, context.at);
  }
  const storage = destination && destination.kind !== "none" ? attributeOf(destination, "destination_name", context) : NONE;
  const storageKind = storage.kind === "none" ? dict([]) : strDict([["dagster/storage_kind", storage]]);
  const all = { ...values, deps: coerceDeps(values["deps"], "dlt", context), metadata: mergeDicts(values["metadata"], storageKind) };
  return context.interpreter.call(symbol("dagster.AssetSpec"), keywords(all, at), at);
};

/** What `get_asset_spec` is given. */
export function translatorData(resource: Value, pipeline: Value, context: CallContext): LibraryObject {
  return derive(DATA, { resource, pipeline }, context.at);
}

export function defaultTranslator(context: CallContext): Value {
  return context.interpreter.call(symbol(TRANSLATOR), keywords({}, context.at), context.at);
}

export const dltTranslatorModels: Models = {
  symbols: { [TRANSLATOR]: keywordObject(TRANSLATOR), [DATA]: keywordObject(DATA) },
  types: {
    [TRANSLATOR]: {
      methods: {
        get_asset_spec: getAssetSpec,
        ...Object.fromEntries(Object.values(PARTS).flatMap(({ methods, part }) => methods.map((name) => [name, onResource(part)]))),
        get_auto_materialize_policy: () => NONE,
        _default_auto_materialize_policy_fn: () => NONE,
        _resolve_back_compat_method: ownMethodOrDefault,
      },
    },
    [DATA]: {
      attribute: (self, name, interpreter, at) => {
        if (name !== "destination" || self.kind !== "object") return undefined;
        const pipeline = self.fields.get("pipeline") ?? NONE;
        return pipeline.kind === "none" ? NONE : interpreter.attribute(pipeline, "destination", at);
      },
    },
  },
};
