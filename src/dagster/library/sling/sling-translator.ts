/**
 * `DagsterSlingTranslator`: from a stream of a replication (`{"name": …, "config": …}`) to an asset spec. Every part of it may be overridden
 * in the repository, the older methods by part included. Source: `dagster_sling/dagster_sling_translator.py`.
 */
import type { CallContext, MethodModel } from "../../../python/library.ts";
import { dict, list, NONE, set, str, symbol } from "../../../python/make-value.ts";
import type { Value } from "../../../python/value.ts";
import { coerceDeps } from "../assets/asset-dep.ts";
import { makeAssetKey } from "../assets/asset-key.ts";
import { distribute, isEmpty, orElse } from "../construct.ts";
import { argument, callMethod, getEntry, keywordObject, keywords, originOf, ownMethodOrDefault } from "../integrations/package-objects.ts";
import type { Models } from "../models.ts";

const TRANSLATOR = "dagster_sling.DagsterSlingTranslator";
const TARGET_PREFIX = str("target");

type Part = (self: Value, stream: Value, context: CallContext) => Value;

function dagsterMeta(stream: Value): Value {
  return getEntry(getEntry(getEntry(stream, "config"), "meta"), "dagster");
}

function sanitize(name: string): string {
  return name
    .replaceAll('"', "")
    .replaceAll(/[^A-Za-z0-9_.]+/g, "_")
    .toLowerCase();
}

/** The parts of a dotted name, each standing where the name does. */
function keyOf(name: Value, prefix: readonly Value[], context: CallContext): Value {
  return distribute(name, (known) => {
    if (known.kind !== "str") return context.interpreter.unknown("unsupported", "the name of this stream is not known", context.at);
    const at = originOf(known, context.at);
    const parts = known.value.split(".").map((part) => ({ ...str(part, known.assumes), origin: at }));
    return makeAssetKey([...prefix, ...parts], at);
  });
}

function sanitized(self: Value, name: Value, context: CallContext): Value {
  const clean = callMethod(self, "sanitize_stream_name", name, context);
  return clean.kind === "str" ? { ...clean, origin: originOf(name, context.at) } : clean;
}

const assetKey: Part = (self, stream, context) => {
  const given = getEntry(dagsterMeta(stream), "asset_key");
  if (!isEmpty(given)) return keyOf(given, [], context);
  const name = orElse(getEntry(getEntry(stream, "config"), "object"), getEntry(stream, "name"));
  const prefix = context.interpreter.attribute(self, "target_prefix", context.at);
  return keyOf(sanitized(self, name, context), [prefix], context);
};

const deps: Part = (self, stream, context) => {
  const given = getEntry(dagsterMeta(stream), "deps");
  if (isEmpty(given)) return list([keyOf(sanitized(self, getEntry(stream, "name"), context), [], context)]);
  const names = given.kind === "list" ? given : list([given]);
  return list(
    names.items.map((name) => keyOf(name, [], context)),
    names.gap,
  );
};

const description: Part = (_, stream) => {
  const sql = getEntry(getEntry(stream, "config"), "sql");
  return isEmpty(sql) ? getEntry(dagsterMeta(stream), "description") : sql;
};

const metadata: Part = (_, stream, { interpreter, at }) => {
  const config = getEntry(stream, "config");
  const value = interpreter.call(
    symbol("dagster.MetadataValue.json"),
    { positional: [{ value: config, at }], keywords: new Map(), complete: true },
    at,
  );
  return dict([[str("stream_config"), value]]);
};

const policy: Part = (_, stream, { interpreter, at }) => {
  const meta = dagsterMeta(stream);
  const isThere =
    meta.kind === "dict" && [...meta.entries.values()].some(({ key }) => key.kind === "str" && key.value === "auto_materialize_policy");
  return isThere
    ? interpreter.call(symbol("dagster.AutoMaterializePolicy.eager"), { positional: [], keywords: new Map(), complete: true }, at)
    : NONE;
};

/** By the names of the parameters of `AssetSpec`: the method that a subclass may override, Dagster's own behind it, and what that does. */
const PARTS: Readonly<Record<string, { readonly method: string; readonly fallback: string; readonly part: Part }>> = {
  key: { method: "get_asset_key", fallback: "_default_asset_key_fn", part: assetKey },
  deps: { method: "get_deps_asset_key", fallback: "_default_deps_fn", part: deps },
  description: { method: "get_description", fallback: "_default_description_fn", part: description },
  metadata: { method: "get_metadata", fallback: "_default_metadata_fn", part: metadata },
  tags: { method: "get_tags", fallback: "_default_tags_fn", part: () => dict([]) },
  kinds: { method: "get_kinds", fallback: "_default_kinds_fn", part: () => set([str("sling")]) },
  group_name: { method: "get_group_name", fallback: "_default_group_name_fn", part: (_, stream) => getEntry(dagsterMeta(stream), "group") },
  auto_materialize_policy: { method: "get_auto_materialize_policy", fallback: "_default_auto_materialize_policy_fn", part: policy },
};

function onStream(part: Part): MethodModel {
  return (self, context) => part(self, argument(context, "stream_definition", 0), context);
}

const getAssetSpec: MethodModel = (self, context) => {
  const stream = argument(context, "stream_definition", 0);
  const at = originOf(getEntry(stream, "name"), context.at);
  const values = Object.fromEntries(Object.entries(PARTS).map(([name, { method }]) => [name, callMethod(self, method, stream, context)]));
  const upstream = coerceDeps(values["deps"], "sling", context);
  return context.interpreter.call(symbol("dagster.AssetSpec"), keywords({ ...values, deps: upstream }, at), at);
};

export const slingTranslatorModels: Models = {
  symbols: { [TRANSLATOR]: keywordObject(TRANSLATOR) },
  types: {
    [TRANSLATOR]: {
      attribute: (_, name) => (name === "target_prefix" ? TARGET_PREFIX : undefined),
      methods: {
        get_asset_spec: getAssetSpec,
        _resolve_back_compat_method: ownMethodOrDefault,
        sanitize_stream_name: (_, context) => {
          const name = argument(context, "stream_name", 0);
          return name.kind === "str" ? { ...str(sanitize(name.value), name.assumes), origin: originOf(name, context.at) } : name;
        },
        ...Object.fromEntries(
          Object.values(PARTS).flatMap(({ method, fallback, part }) => [method, fallback].map((name) => [name, onStream(part)])),
        ),
      },
    },
  },
};

/** `DagsterSlingTranslator()`. */
export function defaultTranslator(context: CallContext): Value {
  return context.interpreter.call(symbol(TRANSLATOR), keywords({}, context.at), context.at);
}
