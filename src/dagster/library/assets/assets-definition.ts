/** What user code sees of an `AssetsDefinition`: its attributes, and the methods that give other definitions. */
import type { Location } from "../../../base/span.ts";
import type { Interpreter } from "../../../python/interpreter.ts";
import type { CallContext, MethodModel, TypeModel } from "../../../python/library.ts";
import { bool, dict, list, NONE, set, str } from "../../../python/make-value.ts";
import type { LibraryObject, ListValue, Unknown, Value } from "../../../python/value.ts";
import { hashKey } from "../../../python/values/hash-key.ts";
import type { AssetsPayload } from "../../model/objects.ts";
import { copy, isEmpty, isObject, raises, unsupported } from "../construct.ts";
import type { Models } from "../models.ts";
import { callNode } from "../ops/op.ts";
import { refuseDefinition } from "../refusal.ts";
import { bind } from "../signature.ts";
import { coerceToAssetKey, knownPath } from "./asset-key.ts";
import { mergeDicts } from "./asset-spec.ts";
import { constructAssetsDefinition } from "./construct-assets-definition.ts";
import { mapSpecs, withAttributes } from "./rewrite-specs.ts";
import { sourceAssetOf } from "./source-asset.ts";

const ASSETS = "dagster.AssetsDefinition";

export function specsOf(assets: LibraryObject): ListValue {
  const specs = assets.fields.get("specs");
  return specs?.kind === "list" ? specs : list([], specs?.kind === "unknown" ? specs : undefined);
}

function assetsPayload(assets: LibraryObject): AssetsPayload {
  return assets.payload as AssetsPayload;
}

function keyOf(spec: Value): Value {
  if (isObject(spec, "dagster.AssetSpec")) return spec.fields.get("key") ?? NONE;
  return spec.kind === "one-of" ? { ...spec, options: spec.options.map(keyOf) } : spec;
}

function keys(assets: LibraryObject): Value {
  const specs = specsOf(assets);
  return set(specs.items.map(keyOf), specs.gap);
}

/** A mapping from key to a field of the spec. */
function byKey(assets: LibraryObject, value: (spec: LibraryObject) => Value | undefined): Value {
  const specs = specsOf(assets);
  const entries: (readonly [Value, Value])[] = [];
  for (const spec of specs.items) {
    if (!isObject(spec, "dagster.AssetSpec")) continue;
    const item = value(spec);
    if (item && item.kind !== "none") entries.push([keyOf(spec), item]);
  }
  return dict(entries, specs.gap);
}

const FIELDS_BY_KEY: Readonly<Record<string, string>> = {
  group_names_by_key: "group_name",
  descriptions_by_key: "description",
  metadata_by_key: "metadata",
  tags_by_key: "tags",
  code_versions_by_key: "code_version",
  owners_by_key: "owners",
  automation_conditions_by_key: "automation_condition",
  auto_materialize_policies_by_key: "automation_condition",
};

function attribute(assets: LibraryObject, name: string, interpreter: Interpreter, at: Location): Value | undefined {
  const field = FIELDS_BY_KEY[name];
  if (field) return byKey(assets, (spec) => spec.fields.get(field));
  const specs = specsOf(assets);
  switch (name) {
    case "key":
      return onlyKey(specs, interpreter, at);
    case "keys":
      return keys(assets);
    case "specs_by_key":
      return byKey(assets, (spec) => spec);
    case "op":
      return assets.fields.get("node_def");
    case "dependency_keys":
      return set(specs.items.flatMap(depKeys), specs.gap);
    case "asset_deps":
      return byKey(assets, (spec) => set(depKeys(spec)));
    case "keys_by_input_name":
    case "node_keys_by_input_name":
      return dict(assetsPayload(assets).inputs.map((input) => [str(input.name), input.key] as const));
    case "keys_by_output_name":
    case "node_keys_by_output_name":
      return dict(assetsPayload(assets).outputs.flatMap((output, index) => entry(output.name, specs.items[index])));
    case "input_names":
      return list(assetsPayload(assets).inputs.map((input) => str(input.name)));
    case "partitions_def":
      return firstField(specs, "partitions_def");
    case "check_keys":
      return checkKeys(assets, interpreter, at);
    case "check_key":
      return onlyCheckKey(assets, interpreter, at);
    case "is_executable":
      return bool(assetsPayload(assets).execution !== "unexecutable");
    case "is_external":
      return bool(assetsPayload(assets).execution !== "materialization");
    case "is_materializable":
      return bool(assetsPayload(assets).execution === "materialization");
    case "is_observable":
      return bool(assetsPayload(assets).execution === "observation");
    default:
      return undefined;
  }
}

function entry(name: Value, spec: Value | undefined): readonly (readonly [Value, Value])[] {
  return spec ? [[name, keyOf(spec)]] : [];
}

function onlyKey(specs: ListValue, interpreter: Interpreter, at: Location): Value {
  const [only] = specs.items;
  if (specs.gap) return interpreter.unknown(specs.gap.reason, "the keys of the definition are not all known", at, specs.gap);
  if (!only) return raises({ interpreter, at }, "`key` of a definition without assets");
  if (specs.items.length === 1) return keyOf(only);
  const paths = specs.items.map((spec) => knownPath(keyOf(spec)));
  if (paths.some((path) => path === undefined) || new Set(paths.map((path) => JSON.stringify(path))).size < 2)
    return raises({ interpreter, at }, "`key` of a definition with several assets");
  const words = `Invariant failed. Description: Tried to retrieve asset key from an assets definition with multiple asset keys: ${paths.map((path) => JSON.stringify(path)).join(", ")}`;
  return refuseDefinition({ interpreter, at }, "CheckError", words);
}

function depKeys(spec: Value): readonly Value[] {
  const deps = isObject(spec, "dagster.AssetSpec") ? spec.fields.get("deps") : undefined;
  return deps?.kind === "list"
    ? deps.items.map((dep) => (isObject(dep, "dagster.AssetDep") ? (dep.fields.get("asset_key") ?? NONE) : dep))
    : [];
}

function firstField(specs: ListValue, field: string): Value {
  const found = specs.items
    .map((spec) => (isObject(spec, "dagster.AssetSpec") ? spec.fields.get(field) : undefined))
    .find((value) => !isEmpty(value));
  return found ?? NONE;
}

function checkSpecItems(assets: LibraryObject): { readonly items: readonly Value[]; readonly gap?: Unknown } {
  const specs = assets.fields.get("check_specs");
  return specs?.kind === "list" ? specs : { items: [] };
}

function checkKeys(assets: LibraryObject, interpreter: Interpreter, at: Location): Value {
  const { items, gap } = checkSpecItems(assets);
  return set(
    items.map((spec) => interpreter.attribute(spec, "key", at)),
    gap,
  );
}

function onlyCheckKey(assets: LibraryObject, interpreter: Interpreter, at: Location): Value {
  const [only] = checkSpecItems(assets).items;
  return only ? interpreter.attribute(only, "key", at) : interpreter.unknown("runtime-input", "there is no check in this definition", at);
}

/** The spec under a key; the only one when no key is given. */
function specFor(assets: LibraryObject, key: Value, context: CallContext): Value {
  const specs = specsOf(assets);
  if (isEmpty(key))
    return specs.items.length === 1 && specs.items[0] ? specs.items[0] : raises(context, "the definition has several assets");
  const wanted = hashKey(key.kind === "object" ? key : coerceToAssetKey(key, context));
  const found = specs.items.find((spec) => wanted !== undefined && hashKey(keyOf(spec)) === wanted);
  if (found ?? specs.gap) return found ?? specs.gap ?? NONE;
  return wanted === undefined
    ? raises(context, "there is no asset of this key in the definition")
    : refuseDefinition(context, "KeyError", "there is no asset of this key in the definition");
}

function toSourceAsset(assets: LibraryObject, spec: Value, context: CallContext): Value {
  if (!isObject(spec, "dagster.AssetSpec")) return spec;
  const index = specsOf(assets).items.indexOf(spec);
  const ioManagerKey = assetsPayload(assets).outputs[index]?.ioManagerKey ?? str("io_manager");
  return sourceAssetOf(spec, { resourceDefs: assets.fields.get("resource_defs") ?? NONE, ioManagerKey }, context);
}

function onAssets(apply: (assets: LibraryObject, context: CallContext) => Value): MethodModel {
  return (self, context) =>
    self.kind === "object" ? apply(self, context) : unsupported(context, "a subclass of AssetsDefinition is not read");
}

const assetsType: TypeModel = {
  attribute: (self, name, interpreter, at) => (self.kind === "object" ? attribute(self, name, interpreter, at) : undefined),
  methods: {
    get_asset_spec: onAssets((assets, context) => specFor(assets, bind(`${ASSETS}.get_asset_spec`, context).value("key"), context)),
    to_source_asset: onAssets((assets, context) =>
      toSourceAsset(assets, specFor(assets, bind(`${ASSETS}.to_source_asset`, context).value("key"), context), context),
    ),
    to_source_assets: onAssets((assets, context) => {
      const specs = specsOf(assets);
      return list(
        specs.items.map((spec) => toSourceAsset(assets, spec, context)),
        specs.gap,
      );
    }),
    map_asset_specs: onAssets((assets, context) => mapSpecs(assets, bind(`${ASSETS}.map_asset_specs`, context).value("fn"), context)),
    with_attributes: onAssets((assets, context) => withAttributes(assets, bind(`${ASSETS}.with_attributes`, context))),
    with_resources: onAssets((assets, context) => {
      const resources = bind(`${ASSETS}.with_resources`, context).value("resource_defs");
      return copy(assets, { resource_defs: mergeDicts(assets.fields.get("resource_defs"), resources) });
    }),
    with_hooks: onAssets((assets) => assets),
    get_io_manager_key_for_asset_key: onAssets((assets, context) => {
      const spec = specFor(assets, context.args.positional[0]?.value ?? NONE, context);
      return assetsPayload(assets).outputs[specsOf(assets).items.indexOf(spec)]?.ioManagerKey ?? str("io_manager");
    }),
  },
  // Inside a composition a definition is its node; outside, calling it runs the function.
  call: (self, context) => {
    const node = self.kind === "object" ? self.fields.get("node_def") : undefined;
    const made = node?.kind === "object" ? callNode(node, context) : unsupported(context, "calling an asset is not read");
    return made.kind === "unknown" && self.kind === "object" ? (resultOfFunction(self, context) ?? made) : made;
  },
};

/** Of a function without parameters: what it returns. Others are given what only a run has. */
function resultOfFunction(self: LibraryObject, { interpreter, args, at }: CallContext): Value | undefined {
  const fn = (self.payload as AssetsPayload | undefined)?.function;
  if (fn?.kind !== "function" || fn.definition.parameters.length > 0 || args.positional.length > 0) return undefined;
  return interpreter.call(fn, args, at);
}

export const assetsDefinitionModels: Models = {
  symbols: { [ASSETS]: constructAssetsDefinition },
  types: { [ASSETS]: assetsType, "dagster.AssetChecksDefinition": { bases: [ASSETS] } },
};
