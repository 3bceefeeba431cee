/** `@dbt_assets` and what else makes definitions of a manifest: `build_dbt_asset_specs`, the loaders of old. */

import type { CallContext } from "../../../python/library.ts";
import { dict, list, NONE, native, str, TRUE } from "../../../python/make-value.ts";
import type { Value } from "../../../python/value.ts";
import { hashKey } from "../../../python/values/hash-key.ts";
import { keyParts, prefixedKey, prefixParts } from "../assets/asset-key.ts";
import { mergeDicts } from "../assets/asset-spec.ts";
import { makeMultiAsset } from "../assets/multi-asset.ts";
import { rewriteAssets } from "../assets/rewrite-specs.ts";
import { derive, isEmpty, isObject } from "../construct.ts";
import { type FunctionSignature, signatureOfFunction } from "../function-signature.ts";
import { bind } from "../signature.ts";
import { type Parameters, parametersOf } from "./parameters.ts";
import { PROJECT, projectObject } from "./project/dbt-project.ts";
import { manifestOf } from "./project/manifest.ts";
import { buildSpecs, orDefault, type SpecsParts } from "./specs/build-specs.ts";
import { TRANSLATOR } from "./translator/translator.ts";

const SELECTION_TAGS = ["select", "exclude", "selector"] as const;

/** The decorator's arguments, and a component's: they come down to the same. */
export interface DbtAssetsParts {
  readonly specs: SpecsParts;
  readonly name: Value;
  readonly opTags: Value;
  readonly partitionsDef: Value;
  readonly backfillPolicy: Value;
  readonly retryPolicy: Value;
  readonly requiredResources: Value;
  readonly pool: Value;
  readonly signature: FunctionSignature;
  readonly function?: Value;
  readonly definition: string;
}

/** One definition with an asset for each selected node. */
export function makeDbtAssets(parts: DbtAssetsParts, context: CallContext): Value {
  const { specs, checks } = buildSpecs(parts.specs, context);
  const given: readonly (readonly [string, Value])[] = [
    ["name", parts.name],
    ["specs", specs],
    ["check_specs", checks],
    ["can_subset", TRUE],
    ["required_resource_keys", parts.requiredResources],
    ["partitions_def", parts.partitionsDef],
    ["op_tags", mergeDicts(selectionTags(parts.specs), parts.opTags)],
    ["backfill_policy", backfillPolicy(parts, context)],
    ["retry_policy", parts.retryPolicy],
    ["pool", parts.pool],
  ];
  const keywords = new Map(given.filter(([, value]) => value.kind !== "none").map(([name, value]) => [name, { value, at: context.at }]));
  const bound = bind("dagster.multi_asset", { ...context, args: { positional: [], keywords, complete: true } });
  const { signature, definition, function: fn } = parts;
  return makeMultiAsset({ bound, signature, definition, execution: "materialization", ...(fn && { function: fn }) });
}

function selectionTags(parts: SpecsParts): Value {
  return dict(SELECTION_TAGS.filter((name) => !isEmpty(parts[name])).map((name) => [str(`dagster_dbt/${name}`), parts[name]]));
}

/** Time windows are filled in one run unless something else is said. */
function backfillPolicy({ backfillPolicy: given, partitionsDef }: DbtAssetsParts, { interpreter, at }: CallContext): Value {
  if (!isEmpty(given) || !interpreter.isInstance(partitionsDef, "dagster.TimeWindowPartitionsDefinition")) return given;
  return derive("dagster.BackfillPolicy", { max_partitions_per_run: NONE }, at);
}

/** Reads `manifest`, `project`, `select` and their like. */
export function specsParts(parameters: Parameters): SpecsParts {
  const { value, context } = parameters;
  const translator = value("dagster_dbt_translator");
  const project = value("project");
  return {
    manifest: manifestOf(value("manifest"), context, project),
    translator: translator.kind === "none" ? derive(TRANSLATOR, { settings: NONE }, context.at) : translator,
    project,
    select: orDefault(value("select"), "fqn:*"),
    exclude: orDefault(value("exclude"), ""),
    selector: orDefault(value("selector"), ""),
    ioManagerKey: value("io_manager_key"),
  };
}

export function dbtAssets(context: CallContext): Value {
  const parameters = parametersOf(context);
  const { value } = parameters;
  return native("dagster_dbt.dbt_assets", (inner) => {
    const fn = inner.args.positional[0]?.value ?? NONE;
    const signature = signatureOfFunction(fn, context.interpreter, context.at);
    return makeDbtAssets(
      {
        specs: specsParts(parameters),
        name: value("name"),
        opTags: value("op_tags"),
        partitionsDef: value("partitions_def"),
        backfillPolicy: value("backfill_policy"),
        retryPolicy: value("retry_policy"),
        requiredResources: value("required_resource_keys"),
        pool: value("pool"),
        signature,
        function: fn,
        definition: "dbt_assets",
      },
      context,
    );
  });
}

export function buildDbtAssetSpecs(context: CallContext): Value {
  return buildSpecs(specsParts(parametersOf(context)), context).specs;
}

/** `load_assets_from_dbt_project(project_dir)` and `load_assets_from_dbt_manifest(manifest)` of earlier versions. */
export function loadAssets(from: "project" | "manifest"): (context: CallContext) => Value {
  return (context) => {
    const parameters = parametersOf(context, from === "project" ? ["project_dir", "profiles_dir"] : ["manifest"]);
    const { value } = parameters;
    const project = from === "project" ? projectObject(value("project_dir"), parameters) : NONE;
    if (project.kind === "unknown") return list([], project);
    const manifest = isObject(project, PROJECT) ? (project.fields.get("manifest_path") ?? NONE) : value("manifest");
    const unread = ["node_info_to_asset_key", "node_info_to_group_fn"].find((name) => !isEmpty(value(name)));
    if (unread !== undefined) {
      return list([], context.interpreter.unknown("unsupported", `\`${unread}\` of the loaders of dbt assets is not read`, context.at));
    }
    const base = specsParts(parameters);
    const definition = makeDbtAssets(
      {
        specs: { ...base, manifest: manifestOf(manifest, context, project), project: NONE },
        name: value("op_name"),
        opTags: NONE,
        partitionsDef: value("partitions_def"),
        backfillPolicy: value("backfill_policy"),
        retryPolicy: NONE,
        requiredResources: list([isEmpty(value("dbt_resource_key")) ? str("dbt") : value("dbt_resource_key")]),
        pool: NONE,
        signature: { name: str(from === "project" ? "run_dbt_project" : "run_dbt_manifest"), docstring: undefined, parameters: [] },
        definition: "dbt_assets",
      },
      context,
    );
    return list([prefixed(definition, value("key_prefix"), value("source_key_prefix"))]);
  };
}

/** `key_prefix` before the keys of the definition, `source_key_prefix` before those that it only depends on. */
function prefixed(definition: Value, prefix: Value, sourcePrefix: Value): Value {
  if (!isObject(definition, "dagster.AssetsDefinition") || (isEmpty(prefix) && isEmpty(sourcePrefix))) return definition;
  const specs = definition.fields.get("specs");
  const known = (specs?.kind === "list" ? specs.items : [])
    .flatMap((spec) => (spec.kind === "one-of" ? spec.options : [spec]))
    .filter((spec) => isObject(spec, "dagster.AssetSpec"));
  const keys = new Map<string, Value>();
  const replace = (key: Value, parts: Value): void => {
    const hash = hashKey(key);
    if (hash !== undefined && !keys.has(hash)) keys.set(hash, prefixedKey(prefixParts(parts), keyParts(key), definition.at));
  };
  for (const spec of known) replace(spec.fields.get("key") ?? NONE, prefix);
  for (const spec of known) {
    const deps = spec.fields.get("deps");
    for (const dep of deps?.kind === "list" ? deps.items : [])
      if (isObject(dep, "dagster.AssetDep")) replace(dep.fields.get("asset_key") ?? NONE, sourcePrefix);
  }
  return rewriteAssets(definition, { keys });
}
