/** Functions over definitions of `@dbt_assets`: keys of models and sources, selections, schedules. What they need hangs on the specs' metadata. */

import type { CallContext, SymbolModel } from "../../../../python/library.ts";
import { dict, entryOf, NONE, str } from "../../../../python/make-value.ts";
import type { LibraryObject, Unknown, Value } from "../../../../python/value.ts";
import { hashKey } from "../../../../python/values/hash-key.ts";
import { type KeyPath, readAssetKey } from "../../../model/asset-key.ts";
import type { SelectionExpression } from "../../../model/selection-expression.ts";
import type { SelectionPayload } from "../../../model/small-payloads.ts";
import { specsOf } from "../../assets/assets-definition.ts";
import { construct, isEmpty, isObject, raises } from "../../construct.ts";
import { specsParts } from "../dbt-assets.ts";
import { type Parameters, parametersOf } from "../parameters.ts";
import { payloadOfManifest } from "../project/manifest.ts";
import { entryAt } from "../text-field.ts";
import { orDefault, selectedIds } from "./build-specs.ts";
import { type Asking, keyOfNode } from "./check-spec.ts";
import { type DbtSpecPayload, UNIQUE_ID } from "./node-spec.ts";
import { isAsset } from "./upstream.ts";

interface DbtDefinition {
  readonly definition: LibraryObject;
  readonly asking: Asking;
}

/** The only definition of a list, with its manifest and translator. */
function definitionOf(value: Value, context: CallContext): DbtDefinition | Unknown {
  const items = value.kind === "object" ? [value] : context.interpreter.iterate(value, context.at).items;
  const [definition, ...others] = items;
  if (definition?.kind === "unknown") return definition;
  if (definition === undefined || others.length > 0) return raises(context, "exactly one definition of dbt assets is required");
  if (!isObject(definition, "dagster.AssetsDefinition"))
    return context.interpreter.unknown("unsupported", "these dbt assets are not known", context.at);
  const specs = specsOf(definition);
  const [first] = specs.items.flatMap((spec) => (spec.kind === "one-of" ? spec.options : [spec]));
  const payload = first?.kind === "object" ? (first.payload as DbtSpecPayload | undefined) : undefined;
  const manifest = payloadOfManifest(payload?.manifest);
  if (manifest === undefined || payload === undefined)
    return specs.gap ?? context.interpreter.unknown("unsupported", "these assets are not of a dbt manifest", context.at);
  return { definition, asking: { translator: payload.translator, manifest, given: [payload.manifest, payload.project] } };
}

function withDefinition(use: (found: DbtDefinition, parameters: Parameters) => Value, positional: readonly string[]): SymbolModel {
  return (context) => {
    const parameters = parametersOf(context, positional);
    const found = definitionOf(parameters.value("dbt_assets"), context);
    return "asking" in found ? use(found, parameters) : found;
  };
}

const keyForModel = withDefinition(
  ({ asking }, { value, context }) => {
    const name = value("model_name");
    if (name.kind !== "str") return name.kind === "unknown" ? name : raises(context, "the model has no name");
    const nodes = [...asking.manifest.project.nodes.values()];
    const node = nodes.find((candidate) => candidate.name === name.value && ["model", "seed", "snapshot"].includes(candidate.resourceType));
    return node === undefined
      ? raises(context, `there is no dbt model, seed or snapshot \`${name.value}\``)
      : keyOfNode(asking, node.uniqueId, context);
  },
  ["dbt_assets", "model_name"],
);

function sourceKeys({ asking }: DbtDefinition, { value, context }: Parameters): (readonly [Value, Value])[] | Unknown {
  const name = value("source_name");
  if (name.kind !== "str") return name.kind === "unknown" ? name : raises(context, "the source has no name");
  const sources = [...asking.manifest.project.nodes.values()].filter(
    (node) => node.resourceType === "source" && node.sourceName === name.value,
  );
  if (sources.length === 0) return raises(context, `there is no dbt source \`${name.value}\``);
  return sources.map((node) => [str(outputName(node.uniqueId)), keyOfNode(asking, node.uniqueId, context)] as const);
}

/** Source: `dagster_name_fn`. */
function outputName(uniqueId: string): string {
  return uniqueId.replaceAll(/[.-]/g, "_").replaceAll("*", "_star");
}

const keysForSource = withDefinition(
  (found, parameters) => {
    const keys = sourceKeys(found, parameters);
    return Array.isArray(keys) ? dict(keys) : keys;
  },
  ["dbt_assets", "source_name"],
);

const keyForSource = withDefinition(
  (found, parameters) => {
    const keys = sourceKeys(found, parameters);
    if (!Array.isArray(keys)) return keys;
    const [first, ...others] = keys;
    return first === undefined || others.length > 0 ? raises(parameters.context, "the dbt source has more than one table") : first[1];
  },
  ["dbt_assets", "source_name"],
);

function pathOf(key: Value | undefined): KeyPath | undefined {
  const read = key === undefined ? undefined : readAssetKey(key);
  return read?.known ? read.value : undefined;
}

/** A path is a list itself: one or none of them. */
function listed(path: KeyPath | undefined): readonly KeyPath[] {
  return path === undefined ? [] : [path];
}

function uniqueIdOf(object: Value): string | undefined {
  const metadata = object.kind === "object" ? object.fields.get("metadata") : undefined;
  const id = metadata?.kind === "dict" ? entryOf(metadata, UNIQUE_ID) : undefined;
  return id?.kind === "str" ? id.value : undefined;
}

/** The assets and checks of the definition that a dbt selection means; checks of its assets that it leaves out are taken away. */
function selectionOf({ definition, asking }: DbtDefinition, { value, context }: Parameters): SelectionExpression {
  const wanted = {
    select: orDefault(value("dbt_select"), "fqn:*"),
    exclude: orDefault(value("dbt_exclude"), ""),
    selector: orDefault(value("dbt_selector"), ""),
  };
  const own = selectedIds(asking.manifest, ownSelection(definition), context);
  const asked = selectedIds(asking.manifest, wanted, context);
  const ids = new Set([...asked.ids].filter((id) => own.ids.has(id)));
  const gap = asked.gap ?? own.gap;
  const checks = definition.fields.get("check_specs");
  const specs = specsOf(definition).items.flatMap((spec) => (spec.kind === "one-of" ? spec.options : [spec]));
  const keys = specs
    .filter((spec) => ids.has(uniqueIdOf(spec) ?? ""))
    .flatMap((spec) => listed(pathOf(spec.kind === "object" ? spec.fields.get("key") : undefined)));
  const named = (checks?.kind === "list" ? checks.items : []).flatMap((check) => {
    const asset = pathOf(check.kind === "object" ? check.fields.get("asset_key") : undefined);
    const name = check.kind === "object" ? check.fields.get("name") : undefined;
    return asset && name?.kind === "str" ? [{ asset, name: name.value, selected: ids.has(uniqueIdOf(check) ?? "") }] : [];
  });
  const [selected, others] = [named.filter((check) => check.selected), named.filter((check) => !check.selected)];
  const all: SelectionExpression = {
    kind: "or",
    operands: [
      { kind: "keys", keys, at: context.at },
      { kind: "check-keys", checks: selected },
      ...(gap === undefined ? [] : [{ kind: "unknown", gap } as const]),
    ],
  };
  return others.length === 0 ? all : { kind: "subtract", left: all, right: { kind: "check-keys", checks: others } };
}

/** What the definition itself was given, from the tags of its op. */
function ownSelection(definition: LibraryObject): Readonly<Record<"select" | "exclude" | "selector", Value>> {
  const node = definition.fields.get("node_def");
  const tags = node?.kind === "object" ? node.fields.get("tags") : undefined;
  const tag = (name: string): Value => entryAt(tags, `dagster_dbt/${name}`) ?? NONE;
  return { select: tag("select"), exclude: tag("exclude"), selector: tag("selector") };
}

function selectionObject(selection: SelectionExpression, context: CallContext): LibraryObject {
  return construct("dagster.AssetSelection", {}, context, { kind: "selection", selection } satisfies SelectionPayload);
}

const SELECTION_PARAMETERS = ["dbt_assets", "dbt_select", "dbt_exclude", "dbt_selector"];

const assetSelection = withDefinition(
  (found, parameters) => selectionObject(selectionOf(found, parameters), parameters.context),
  SELECTION_PARAMETERS,
);

const SCHEDULE_PARAMETERS = ["dbt_assets", "job_name", "cron_schedule", "dbt_select", "dbt_exclude", "dbt_selector", "schedule_name"];

/** A job of the selection and a schedule of the job, by the models of both. */
const schedule = withDefinition((found, parameters) => {
  const { value, context } = parameters;
  const { interpreter, at } = context;
  const make = (name: string, given: readonly (readonly [string, Value])[]): Value =>
    interpreter.call(
      { kind: "symbol", name },
      {
        positional: [],
        keywords: new Map(given.filter(([, item]) => !isEmpty(item)).map(([key, item]) => [key, { value: item, at }])),
        complete: true,
      },
      at,
    );
  const selection = selectionObject(selectionOf(found, parameters), context);
  const job = make("dagster.define_asset_job", [
    ["name", value("job_name")],
    ["selection", selection],
    ["config", value("config")],
    ["tags", value("tags")],
  ]);
  return make("dagster.ScheduleDefinition", [
    ["name", value("schedule_name")],
    ["cron_schedule", value("cron_schedule")],
    ["job", job],
    ["execution_timezone", value("execution_timezone")],
    ["default_status", value("default_status")],
  ]);
}, SCHEDULE_PARAMETERS);

/** `DbtManifestAssetSelection.build(manifest=…, select=…)`: by the keys alone; the checks of the assets go along. */
export function manifestSelection(context: CallContext): Value {
  const parameters = parametersOf(context, ["manifest", "select"]);
  const parts = specsParts(parameters);
  const manifest = payloadOfManifest(parts.manifest);
  if (manifest === undefined) return parts.manifest;
  const { ids, gap } = selectedIds(manifest, parts, context);
  const asking: Asking = { translator: parts.translator, manifest, given: [parts.manifest, parts.project] };
  const nodes = [...ids].flatMap((id) => manifest.project.nodes.get(id) ?? []).filter(isAsset);
  const keys = new Map(nodes.map((node) => keyOfNode(asking, node.uniqueId, context)).map((key) => [hashKey(key) ?? key, key] as const));
  const paths = [...keys.values()].flatMap((key) => listed(pathOf(key)));
  const operands: SelectionExpression[] = [{ kind: "keys", keys: paths, at: context.at }];
  if (gap !== undefined) operands.push({ kind: "unknown", gap });
  return selectionObject({ kind: "or", operands }, context);
}

export const fromDefinitionSymbols: Readonly<Record<string, SymbolModel>> = {
  get_asset_key_for_model: keyForModel,
  get_asset_key_for_source: keyForSource,
  get_asset_keys_by_output_name_for_source: keysForSource,
  build_dbt_asset_selection: assetSelection,
  build_schedule_from_dbt_selection: schedule,
  "DbtManifestAssetSelection.build": manifestSelection,
};
