/**
 * Definitions with other specs: `map_asset_specs`, `with_attributes`, and the keys, groups and policies that loaders put on what they load.
 * A dependency through a parameter stays one under its new key.
 */

import type { CallContext } from "../../../python/library.ts";
import { list, NONE } from "../../../python/make-value.ts";
import type { DictValue, LibraryObject, Value } from "../../../python/value.ts";
import { hashKey } from "../../../python/values/hash-key.ts";
import { readAssetKey, toUserString } from "../../model/asset-key.ts";
import type { AssetInput, AssetsPayload } from "../../model/objects.ts";
import { withAssetKey } from "../checks/asset-check-spec.ts";
import { copy, distribute, isEmpty, isObject } from "../construct.ts";
import type { Models } from "../models.ts";
import { refuseDefinition } from "../refusal.ts";
import { argumentsOf, type Bound, bind } from "../signature.ts";
import { mergeDicts } from "./asset-spec.ts";
import { DEFAULT_GROUP } from "./make-assets-definition.ts";

/** `assets.map_asset_specs(fn)`; the function may not change keys. */
export function mapSpecs(assets: LibraryObject, fn: Value, context: CallContext): LibraryObject {
  const specs = assets.fields.get("specs");
  if (specs?.kind !== "list") return assets;
  const mapped = specs.items.map((spec) => distribute(spec, (known) => mapSpec(known, fn, context)));
  for (const [index, spec] of mapped.entries()) refuseMapped(specs.items[index], spec, context);
  refuseLostArguments(assets, mapped, context);
  return withSpecs(assets, mapped);
}

function refuseMapped(spec: Value | undefined, mapped: Value, context: CallContext): void {
  if (mapped.kind === "none") refuseDefinition(context, "AttributeError", "'NoneType' object has no attribute 'key'");
  const [before, after] = [spec, mapped].map((each) =>
    isObject(each, "dagster.AssetSpec") ? knownKey(each.fields.get("key")) : undefined,
  );
  if (before === undefined || after === undefined || before === after) return;
  const words = `Asset key ${before} was changed to ${after}. Mapping function must not change keys.`;
  refuseDefinition(context, "DagsterInvalidDefinitionError", words);
}

function knownKey(key: Value | undefined): string | undefined {
  const path = key && readAssetKey(key);
  return path?.known ? toUserString(path.value) : undefined;
}

/** Source: `replace_specs_on_asset`: what the function takes as an argument stays a dependency. */
function refuseLostArguments(assets: LibraryObject, mapped: readonly Value[], context: CallContext): void {
  const [before, after] = [assets.fields.get("specs"), list(mapped)].map((specs) =>
    specs?.kind === "list" ? depKeys(specs.items) : undefined,
  );
  if (!before || !after) return;
  for (const { name, key, via } of (assets.payload as AssetsPayload).inputs) {
    const lost = via === "parameter" ? knownKey(key) : undefined;
    if (lost === undefined || !before.has(lost) || after.has(lost)) continue;
    const words = `Invariant failed. Description: Attempted to remove argument-backed dependency ${lost} (mapped to argument ${name}) from the asset. Only non-argument dependencies can be changed or removed using map_asset_specs.`;
    refuseDefinition(context, "CheckError", words);
  }
}

/** `undefined` where they are not all known. */
function depKeys(specs: readonly Value[]): ReadonlySet<string> | undefined {
  const keys = new Set<string>();
  for (const spec of specs) {
    const deps = isObject(spec, "dagster.AssetSpec") ? spec.fields.get("deps") : undefined;
    if (deps?.kind !== "list" || deps.gap) return undefined;
    for (const dep of deps.items) {
      const key = isObject(dep, "dagster.AssetDep") ? knownKey(dep.fields.get("asset_key")) : undefined;
      if (key === undefined) return undefined;
      keys.add(key);
    }
  }
  return keys;
}

/** The definition with other specs: metadata of the op's outputs come back where a spec has lost them. */
export function withSpecs(assets: LibraryObject, specs: readonly Value[]): LibraryObject {
  const { outputs } = assets.payload as AssetsPayload;
  const given = assets.fields.get("specs");
  const items = specs.map((spec, index) => {
    const metadata = outputs[index]?.metadata;
    if (!metadata || !isObject(spec, "dagster.AssetSpec")) return spec;
    return copy(spec, { metadata: mergeDicts(metadata, spec.fields.get("metadata")) });
  });
  return copy(assets, { specs: list(items, given?.kind === "list" ? given.gap : undefined) });
}

export function mapSpec(spec: Value, fn: Value, context: CallContext): Value {
  const mapped = context.interpreter.call(fn, argumentsOf({ value: spec, at: context.at }), context.at);
  // A spec that the function loses is still there: only what it says is not known any more.
  return mapped.kind === "unknown" && isObject(spec, "dagster.AssetSpec") ? unknownButKey(spec, mapped) : mapped;
}

const MAPPABLE = [
  "deps",
  "description",
  "metadata",
  "group_name",
  "code_version",
  "automation_condition",
  "owners",
  "tags",
  "partitions_def",
  "freshness_policy",
];

function unknownButKey(spec: LibraryObject, gap: Value): LibraryObject {
  return copy(spec, Object.fromEntries(MAPPABLE.map((name) => [name, gap])));
}

/** `map_asset_specs(fn, assets)` over specs and definitions. */
function mapAssetSpecs(context: CallContext): Value {
  const { value } = bind("dagster.map_asset_specs", context);
  const { items, gap } = context.interpreter.iterate(value("iterable"), context.at);
  return list(
    items.map((item) =>
      distribute(item, (known) =>
        isObject(known, "dagster.AssetsDefinition") ? mapSpecs(known, value("func"), context) : mapSpec(known, value("func"), context),
      ),
    ),
    gap,
  );
}

/** What a rewriting changes. Mappings are by key. */
export interface Rewriting {
  /** By {@link hashKey} of the old key. */
  readonly keys?: ReadonlyMap<string, Value>;
  /** Fields of a spec that it sets, given the spec. */
  readonly fields?: (spec: LibraryObject) => Readonly<Record<string, Value>>;
  readonly backfillPolicy?: Value;
}

/** Applies it to every spec, check and input of a definition. */
export function rewriteAssets(assets: LibraryObject, rewriting: Rewriting): LibraryObject {
  const rekey = (key: Value): Value => rewriting.keys?.get(hashKey(key) ?? "") ?? key;
  const specs = assets.fields.get("specs");
  const checks = assets.fields.get("check_specs");
  const fields: Record<string, Value> = {};
  if (specs?.kind === "list") {
    const rewritten = withSpecs(
      assets,
      specs.items.map((spec) => rewriteSpec(spec, rewriting)),
    );
    fields["specs"] = rewritten.fields.get("specs") ?? specs;
  }
  if (checks?.kind === "list") {
    fields["check_specs"] = list(
      checks.items.map((check) =>
        isObject(check, "dagster.AssetCheckSpec") ? withAssetKey(check, rekey(check.fields.get("asset_key") ?? NONE)) : check,
      ),
      checks.gap,
    );
  }
  if (rewriting.backfillPolicy && !isEmpty(rewriting.backfillPolicy)) fields["backfill_policy"] = rewriting.backfillPolicy;
  const payload = assets.payload as AssetsPayload;
  const inputs = payload.inputs.map((input): AssetInput => ({ ...input, key: rekey(input.key) }));
  return copy(assets, fields, { ...payload, inputs } satisfies AssetsPayload);
}

export function rewriteSpec(spec: Value, rewriting: Rewriting): Value {
  if (spec.kind === "one-of") return { ...spec, options: spec.options.map((option) => rewriteSpec(option, rewriting)) };
  if (!isObject(spec, "dagster.AssetSpec")) return spec;
  const rekey = (key: Value): Value => rewriting.keys?.get(hashKey(key) ?? "") ?? key;
  const deps = spec.fields.get("deps");
  const fields: Record<string, Value> = { ...rewriting.fields?.(spec), key: rekey(spec.fields.get("key") ?? NONE) };
  if (deps?.kind === "list" && rewriting.keys)
    fields["deps"] = list(
      deps.items.map((dep) => rekeyDep(dep, rekey)),
      deps.gap,
    );
  return copy(spec, fields);
}

function rekeyDep(dep: Value, rekey: (key: Value) => Value): Value {
  if (dep.kind === "one-of") return { ...dep, options: dep.options.map((option) => rekeyDep(option, rekey)) };
  return isObject(dep, "dagster.AssetDep") ? copy(dep, { asset_key: rekey(dep.fields.get("asset_key") ?? NONE) }) : dep;
}

/** Dagster does not overwrite a group that was chosen. */
function refuseSecondGroup(assets: LibraryObject, bound: Bound): void {
  const groups = bound.value("group_names_by_key");
  const specs = assets.fields.get("specs");
  if (groups.kind !== "dict" || specs?.kind !== "list") return;
  for (const spec of specs.items) {
    if (!isObject(spec, "dagster.AssetSpec") || !hasOwnGroup(spec)) continue;
    const path = readAssetKey(spec.fields.get("key") ?? NONE);
    if (path.known && groups.entries.has(hashKey(spec.fields.get("key") ?? NONE) ?? ""))
      refuseDefinition(bound.context, "DagsterInvalidDefinitionError", `group_name already exists on assets ${path.value.join("/")}`);
  }
}

/** `assets.with_attributes(…)`. */
export function withAttributes(assets: LibraryObject, bound: Bound): LibraryObject {
  refuseSecondGroup(assets, bound);
  const byKey = (name: string, spec: LibraryObject): Value | undefined => {
    const mapping = bound.value(name);
    return mapping.kind === "dict" ? mapping.entries.get(hashKey(spec.fields.get("key") ?? NONE) ?? "")?.value : undefined;
  };
  const condition = bound.value("automation_condition");
  return rewriteAssets(assets, {
    keys: keyReplacements(bound.value("asset_key_replacements")),
    fields: (spec) => {
      const given = {
        group_name: byKey("group_names_by_key", spec),
        tags: byKey("tags_by_key", spec),
        metadata: byKey("metadata_by_key", spec),
        automation_condition: condition.kind === "dict" ? byKey("automation_condition", spec) : isEmpty(condition) ? undefined : condition,
      };
      const fields: Record<string, Value> = {};
      for (const [name, value] of Object.entries(given)) if (value) fields[name] = value;
      return fields;
    },
    backfillPolicy: bound.value("backfill_policy"),
  });
}

function keyReplacements(mapping: Value): ReadonlyMap<string, Value> {
  const result = new Map<string, Value>();
  for (const [hash, { value }] of mapping.kind === "dict" ? (mapping as DictValue).entries : []) result.set(hash, value);
  return result;
}

/** True when a loader may set the group: Dagster refuses to overwrite one that was chosen. */
export function hasOwnGroup(spec: LibraryObject): boolean {
  const group = spec.fields.get("group_name");
  return group?.kind === "str" && group.value !== "" && group.value !== DEFAULT_GROUP;
}

export const rewriteSpecsModels: Models = { symbols: { "dagster.map_asset_specs": mapAssetSpecs } };
