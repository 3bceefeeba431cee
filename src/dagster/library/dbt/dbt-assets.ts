/** `@dbt_assets` and the functions that make its specs without it: `build_dbt_asset_specs`, `build_dbt_specs`. */

import type { CallContext } from "../../../python/library.ts";
import { dict, NONE, native, str, TRUE, tuple } from "../../../python/make-value.ts";
import type { Value } from "../../../python/value.ts";
import { mergeDicts } from "../assets/asset-spec.ts";
import { makeMultiAsset } from "../assets/multi-asset.ts";
import { derive, isEmpty, orElse } from "../construct.ts";
import { type FunctionSignature, signatureOfFunction } from "../function-signature.ts";
import { bind } from "../signature.ts";
import { type Parameters, parametersOf } from "./parameters.ts";
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
  const translator = orElse(value("dagster_dbt_translator"), value("translator"));
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

/** A pair of the specs and the check specs. */
export function buildDbtSpecs(context: CallContext): Value {
  const { specs, checks } = buildSpecs(specsParts(parametersOf(context)), context);
  return tuple([specs, checks]);
}
