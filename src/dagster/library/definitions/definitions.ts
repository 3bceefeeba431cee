/** `Definitions`: its constructor, `merge`, and the copies with other assets. Collections are kept as they are given. */

import type { CallContext, MethodModel } from "../../../python/library.ts";
import { dict, list, NONE } from "../../../python/make-value.ts";
import type { LibraryObject, Unknown, Value } from "../../../python/value.ts";
import { hashKey } from "../../../python/values/hash-key.ts";
import { perhaps } from "../../../python/values/one-of.ts";
import type { MergedPayload } from "../../model/small-payloads.ts";
import { coerceToAssetKey } from "../assets/asset-key.ts";
import { mergeDicts } from "../assets/asset-spec.ts";
import { specsOf } from "../assets/assets-definition.ts";
import { construct, copy, derive, isObject, raises } from "../construct.ts";
import type { Models } from "../models.ts";
import { bind } from "../signature.ts";
import { mapSelected } from "./map-selected-specs.ts";

const DEFINITIONS = "dagster.Definitions";

/** Collections that `merge` concatenates. */
const COLLECTIONS = ["assets", "schedules", "sensors", "jobs", "asset_checks"];

function constructDefinitions(context: CallContext): Value {
  const { value } = bind(DEFINITIONS, context);
  const fields = [...COLLECTIONS, "resources", "executor", "loggers", "metadata", "component_tree"];
  return construct(DEFINITIONS, Object.fromEntries(fields.map((name) => [name, value(name)])), context);
}

/** Definitions made by a loader, not by a call of user code's own. */
export function makeDefinitions(fields: Readonly<Record<string, Value>>, context: CallContext, payload?: MergedPayload): LibraryObject {
  return derive(DEFINITIONS, { ...EMPTY, ...fields }, context.at, payload && { payload });
}

const EMPTY: Readonly<Record<string, Value>> = {
  assets: NONE,
  schedules: NONE,
  sensors: NONE,
  jobs: NONE,
  asset_checks: NONE,
  resources: NONE,
  executor: NONE,
  loggers: NONE,
  metadata: NONE,
};

/** `Definitions.merge(*definitions)`. A part that is there only under a condition brings its members under it. */
export function mergeDefinitions(parts: readonly Value[], context: CallContext, gap?: Unknown): LibraryObject {
  const collected = new Map<string, Value[]>(COLLECTIONS.map((name) => [name, []]));
  let resources: Value = dict([]);
  let open = gap;
  const add = (part: Value, condition: Unknown | undefined): void => {
    if (part.kind === "one-of") {
      for (const option of part.options) add(option, part.condition);
      return;
    }
    if (part.kind === "none") return;
    if (!isObject(part, DEFINITIONS)) {
      const unread =
        part.kind === "unknown" ? part : context.interpreter.unknown("unsupported", "these definitions are not read", context.at);
      open ??= unread;
      return;
    }
    const under = condition ?? part.condition;
    for (const name of COLLECTIONS) {
      const value = part.fields.get(name);
      if (value === undefined || value.kind === "none") continue;
      const members = value.kind === "unknown" ? { items: [], gap: value } : context.interpreter.iterate(value, part.at);
      collected.get(name)?.push(...members.items.map((item) => (under ? perhaps(item, under) : item)));
      if (members.gap) gaps.set(name, members.gap);
    }
    resources = mergeDicts(resources, conditionally(part.fields.get("resources"), under));
  };
  const gaps = new Map<string, Unknown>();
  for (const part of parts) add(part, undefined);
  const fields = Object.fromEntries([...collected].map(([name, items]) => [name, list(items, gaps.get(name) ?? open)]));
  return makeDefinitions(
    { ...fields, resources: open && resources.kind === "dict" ? { ...resources, complete: false, gap: open } : resources },
    context,
    { kind: "merged", parts },
  );
}

/** Entries of resources that are there only under a condition. */
function conditionally(resources: Value | undefined, condition: Unknown | undefined): Value {
  if (resources === undefined || resources.kind === "none") return dict([]);
  if (!condition || resources.kind !== "dict") return resources;
  return {
    ...resources,
    entries: new Map([...resources.entries].map(([hash, { key, value }]) => [hash, { key, value: perhaps(value, condition) }])),
  };
}

function merge(context: CallContext): Value {
  const bound = bind(`${DEFINITIONS}.merge`, context);
  return mergeDefinitions(
    bound.rest.map((argument) => argument.value),
    context,
    bound.gap,
  );
}

function onDefinitions(apply: (definitions: LibraryObject, context: CallContext) => Value): MethodModel {
  return (self, context) =>
    self.kind === "object"
      ? apply(self, context)
      : context.interpreter.unknown("unsupported", "a subclass of Definitions is not read", context.at);
}

function assetItems(definitions: LibraryObject, context: CallContext): { readonly items: readonly Value[]; readonly gap?: Unknown } {
  const assets = definitions.fields.get("assets");
  if (assets === undefined || assets.kind === "none") return { items: [] };
  return assets.kind === "unknown" ? { items: [], gap: assets } : context.interpreter.iterate(assets, context.at);
}

function mapSpecs(definitions: LibraryObject, name: string, context: CallContext): Value {
  const { value } = bind(`${DEFINITIONS}.${name}`, context);
  const { items, gap } = assetItems(definitions, context);
  const mapped = mapSelected({ items, fn: value("func"), selection: value("selection") }, context);
  return copy(definitions, { assets: list(mapped, gap) });
}

/** The definition of a key. */
function assetsDef(definitions: LibraryObject, context: CallContext): Value {
  const key = hashKey(coerceToAssetKey(context.args.positional[0]?.value ?? context.args.keywords.get("key")?.value ?? NONE, context));
  const { items, gap } = assetItems(definitions, context);
  const found = items.find(
    (item) => isObject(item, "dagster.AssetsDefinition") && specsOf(item).items.some((spec) => specKey(spec) === key),
  );
  return found ?? gap ?? raises(context, "there is no asset of this key in the definitions");
}

function specKey(spec: Value): string | undefined {
  return isObject(spec, "dagster.AssetSpec") ? hashKey(spec.fields.get("key") ?? NONE) : undefined;
}

function allSpecs(definitions: LibraryObject, context: CallContext): Value {
  const { items, gap } = assetItems(definitions, context);
  let open = gap;
  const specs = items.flatMap((item) => {
    if (isObject(item, "dagster.AssetSpec")) return [item];
    if (!isObject(item, "dagster.AssetsDefinition")) return [];
    const own = specsOf(item);
    open ??= own.gap;
    return own.items;
  });
  return list(specs, open);
}

function byName(definitions: LibraryObject, collection: string, context: CallContext): Value {
  const wanted = context.args.positional[0]?.value ?? context.args.keywords.get("name")?.value ?? NONE;
  const value = definitions.fields.get(collection) ?? NONE;
  const { items, gap } = value.kind === "none" ? { items: [] } : context.interpreter.iterate(value, context.at);
  const found = items.find(
    (item) => item.kind === "object" && context.interpreter.equal(item.fields.get("name") ?? NONE, wanted) === "yes",
  );
  return found ?? gap ?? context.interpreter.unknown("runtime-input", "there is no definition of this name", context.at);
}

export const definitionsModels: Models = {
  symbols: { [DEFINITIONS]: constructDefinitions, [`${DEFINITIONS}.merge`]: merge, [`${DEFINITIONS}.merge_unbound_defs`]: merge },
  types: {
    [DEFINITIONS]: {
      methods: {
        map_asset_specs: onDefinitions((definitions, context) => mapSpecs(definitions, "map_asset_specs", context)),
        map_resolved_asset_specs: onDefinitions((definitions, context) => mapSpecs(definitions, "map_resolved_asset_specs", context)),
        permissive_map_resolved_asset_specs: onDefinitions((definitions, context) =>
          mapSpecs(definitions, "map_resolved_asset_specs", context),
        ),
        with_resources: onDefinitions((definitions, context) => {
          const resources = context.args.positional[0]?.value ?? context.args.keywords.get("resources")?.value ?? NONE;
          return copy(definitions, { resources: mergeDicts(orEmpty(definitions.fields.get("resources")), resources) });
        }),
        with_definition_metadata_update: onDefinitions((definitions) => definitions),
        get_assets_def: onDefinitions(assetsDef),
        resolve_assets_def: onDefinitions(assetsDef),
        get_all_asset_specs: onDefinitions(allSpecs),
        resolve_all_asset_specs: onDefinitions(allSpecs),
        get_job_def: onDefinitions((definitions, context) => byName(definitions, "jobs", context)),
        resolve_job_def: onDefinitions((definitions, context) => byName(definitions, "jobs", context)),
        get_schedule_def: onDefinitions((definitions, context) => byName(definitions, "schedules", context)),
        get_sensor_def: onDefinitions((definitions, context) => byName(definitions, "sensors", context)),
        get_repository_def: onDefinitions((definitions) => definitions),
      },
    },
    "dagster.DefinitionsLoadContext": {},
  },
};

function orEmpty(value: Value | undefined): Value {
  return value === undefined || value.kind === "none" ? dict([]) : value;
}
