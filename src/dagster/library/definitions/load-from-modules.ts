/**
 * `load_assets_from_…`, `load_asset_checks_from_…` and `load_definitions_from_…`. Loaders put prefixes, groups and conditions on what
 * they load, and references among the loaded assets follow. Source: `module_loaders/object_list.py` of dagster 1.13.
 */

import type { CallContext, SymbolModel } from "../../../python/library.ts";
import { list, NONE, NOWHERE } from "../../../python/make-value.ts";
import type { LibraryObject, Value } from "../../../python/value.ts";
import { hashKey } from "../../../python/values/hash-key.ts";
import { keyParts, makeAssetKey, prefixParts } from "../assets/asset-key.ts";
import { specsOf } from "../assets/assets-definition.ts";
import { hasOwnGroup, rewriteAssets, rewriteSpec } from "../assets/rewrite-specs.ts";
import { automationConditionOf } from "../automation/auto-materialize-policy.ts";
import { copy, distribute, isEmpty, isObject } from "../construct.ts";
import type { Models } from "../models.ts";
import { refuseDefinition } from "../refusal.ts";
import { type Bound, bind } from "../signature.ts";
import { makeDefinitions } from "./definitions.ts";
import { ASSET_TYPES, type Members, membersOfTypes, OTHER_TYPES, SPEC_TYPES } from "./module-members.ts";
import { modulesOfPackage } from "./package-modules.ts";

/** Where a loader of one suffix looks. */
const SOURCES: Readonly<Record<string, (bound: Bound) => readonly Value[]>> = {
  modules: ({ value, context }) => {
    const given = value("modules");
    if (given.kind === "module") refuseDefinition(context, "TypeError", "'module' object is not iterable: a list of modules stands here");
    const { items, gap } = context.interpreter.iterate(given, context.at);
    return gap ? [...items, gap] : items;
  },
  module: ({ value }) => [value("module")],
  current_module: ({ context }) => [context.interpreter.currentModule()],
  package_module: ({ value, context }) => modulesOfPackage(value("package_module"), context),
  package_name: ({ value, context }) => {
    const name = value("package_name");
    return name.kind === "str" ? modulesOfPackage(context.interpreter.importModule(name.value, context.at), context) : [name];
  },
};

function loadAssets(bound: Bound, modules: readonly Value[]): Value {
  const { context, value } = bound;
  const withSpecs = value("include_specs");
  const types = withSpecs.kind === "bool" && withSpecs.value ? [...ASSET_TYPES, ...SPEC_TYPES] : ASSET_TYPES;
  const loaded = membersOfTypes(modules, types, context);
  const items = withAttributes(loaded.items, bound).filter((item) => !hasOnlyChecks(item));
  return list(items, loaded.gap);
}

/** Prefix first, then sources, then group, condition and policy. */
function withAttributes(items: readonly Value[], bound: Bound): readonly Value[] {
  const prefix = bound.value("key_prefix");
  const sourcePrefix = bound.value("source_key_prefix");
  let result = items;
  if (!isEmpty(prefix))
    result = prefixed(result, {
      prefix,
      of: result.filter((item) => !isObject(item, "dagster.SourceAsset")),
      rewrites: ["dagster.AssetsDefinition"],
    });
  if (!isEmpty(sourcePrefix)) {
    const sources = result.filter((item) => isObject(item, "dagster.SourceAsset", "dagster.AssetSpec"));
    result = prefixed(result, {
      prefix: sourcePrefix,
      of: sources,
      rewrites: ["dagster.AssetsDefinition", "dagster.SourceAsset", "dagster.AssetSpec"],
    });
  }
  const group = bound.value("group_name");
  const condition = automationConditionOf(bound.value("automation_condition"), bound.value("auto_materialize_policy"));
  const backfillPolicy = bound.value("backfill_policy");
  const fields = (spec: LibraryObject): Readonly<Record<string, Value>> => ({
    ...(!isEmpty(group) && !hasOwnGroup(spec) && { group_name: group }),
    ...(!isEmpty(condition) && { automation_condition: condition }),
  });
  if (isEmpty(group) && isEmpty(condition) && isEmpty(backfillPolicy)) return result;
  return result.map((item) =>
    distribute(item, (known) => {
      if (isObject(known, "dagster.AssetsDefinition", "dagster.AssetChecksDefinition"))
        return rewriteAssets(known, { fields, backfillPolicy });
      if (isObject(known, "dagster.AssetSpec")) return rewriteSpec(known, { fields });
      return isObject(known, "dagster.SourceAsset") && !isEmpty(group) ? copy(known, { group_name: group }) : known;
    }),
  );
}

interface Prefixing {
  readonly prefix: Value;
  /** The definitions whose keys (and checked keys) get it. */
  readonly of: readonly Value[];
  /** The types that are rewritten. */
  readonly rewrites: readonly string[];
}

function prefixed(items: readonly Value[], { prefix, of, rewrites }: Prefixing): readonly Value[] {
  const keys = new Map<string, Value>();
  for (const key of of.flatMap((item) => (item.kind === "one-of" ? item.options : [item])).flatMap(keysOf)) {
    const hash = hashKey(key);
    if (hash !== undefined)
      keys.set(hash, makeAssetKey([...prefixParts(prefix), ...keyParts(key)], key.kind === "object" ? key.at : NOWHERE));
  }
  const rekey = (key: Value): Value => keys.get(hashKey(key) ?? "") ?? key;
  return items.map((item) =>
    distribute(item, (known) => {
      if (known.kind !== "object") return known;
      const type = known.type === "dagster.AssetChecksDefinition" ? "dagster.AssetsDefinition" : known.type;
      if (!rewrites.includes(type)) return known;
      if (type === "dagster.AssetsDefinition") return rewriteAssets(known, { keys });
      return copy(known, { key: rekey(known.fields.get("key") ?? NONE) });
    }),
  );
}

/** Keys that a definition has, and those that its checks are on. */
function keysOf(item: Value): readonly Value[] {
  if (item.kind !== "object") return [];
  if (item.type !== "dagster.AssetsDefinition" && item.type !== "dagster.AssetChecksDefinition") return [item.fields.get("key") ?? NONE];
  const specs = specsOf(item).items.flatMap((spec) => (spec.kind === "one-of" ? spec.options : [spec]));
  const checks = item.fields.get("check_specs");
  const checked =
    checks?.kind === "list" ? checks.items.map((check) => (check.kind === "object" ? (check.fields.get("asset_key") ?? NONE) : NONE)) : [];
  return [...specs.map((spec) => (spec.kind === "object" ? (spec.fields.get("key") ?? NONE) : NONE)), ...checked];
}

function hasOnlyChecks(item: Value): boolean {
  if (item.kind === "one-of") return item.options.every(hasOnlyChecks);
  if (item.kind !== "object" || (item.type !== "dagster.AssetsDefinition" && item.type !== "dagster.AssetChecksDefinition")) return false;
  const checks = item.fields.get("check_specs");
  const specs = specsOf(item);
  return specs.items.length === 0 && !specs.gap && checks?.kind === "list" && checks.items.length > 0;
}

function loadChecks(bound: Bound, modules: readonly Value[]): Value {
  const { context, value } = bound;
  const loaded = membersOfTypes(modules, ["dagster.AssetsDefinition"], context);
  const checks = loaded.items.filter(hasOnlyChecks);
  const prefix = value("asset_key_prefix");
  const items = isEmpty(prefix) ? checks : prefixed(checks, { prefix, of: checks, rewrites: ["dagster.AssetsDefinition"] });
  return list(items, loaded.gap);
}

/** All that `Definitions` takes, from modules. */
export function definitionsFromModules(
  modules: readonly Value[],
  extra: Readonly<Record<string, Value>>,
  context: CallContext,
): LibraryObject {
  const loaded = membersOfTypes(modules, [...ASSET_TYPES, ...SPEC_TYPES, ...OTHER_TYPES], context);
  const take = (...types: readonly string[]): Value => collected(loaded, types, context);
  const assets = collected(
    { ...loaded, items: loaded.items.filter((item) => !hasOnlyChecks(item)) },
    [...ASSET_TYPES, ...SPEC_TYPES],
    context,
  );
  const checks = list(loaded.items.filter(hasOnlyChecks));
  return makeDefinitions(
    {
      ...extra,
      assets,
      asset_checks: checks,
      sensors: take("dagster.SensorDefinition"),
      schedules: take("dagster.ScheduleDefinition", "dagster.UnresolvedPartitionedAssetScheduleDefinition"),
      jobs: take("dagster.JobDefinition", "dagster.UnresolvedAssetJobDefinition"),
    },
    context,
  );
}

function collected({ items, gap }: Members, types: readonly string[], context: CallContext): Value {
  const isOne = (item: Value): boolean =>
    item.kind === "one-of" ? item.options.some(isOne) : types.some((type) => context.interpreter.isInstance(item, type));
  return list(items.filter(isOne), gap);
}

function loadDefinitions({ value, context }: Bound, modules: readonly Value[]): Value {
  return definitionsFromModules(
    modules,
    { resources: value("resources"), loggers: value("loggers"), executor: value("executor") },
    context,
  );
}

function loaders(prefix: string, load: (bound: Bound, modules: readonly Value[]) => Value): Readonly<Record<string, SymbolModel>> {
  return Object.fromEntries(
    Object.entries(SOURCES).map(([suffix, source]) => {
      const name = `dagster.${prefix}_from_${suffix}`;
      const model: SymbolModel = (context) => {
        const bound = bind(name, context);
        return load(bound, source(bound));
      };
      return [name, model];
    }),
  );
}

export const loaderModels: Models = {
  symbols: {
    ...loaders("load_assets", loadAssets),
    ...loaders("load_asset_checks", loadChecks),
    ...loaders("load_definitions", loadDefinitions),
    "dagster.find_modules_in_package": (context) =>
      list(modulesOfPackage(context.args.positional[0]?.value ?? context.args.keywords.get("package_module")?.value ?? NONE, context)),
  },
};
