/** `@dlt_assets`: one asset for each selected resource of a dlt source. Source: `dagster_dlt/asset_decorator.py`. */
import type { CallContext } from "../../../python/library.ts";
import { list, NONE, native, strDict, symbol, TRUE } from "../../../python/make-value.ts";
import type { LibraryObject, Value } from "../../../python/value.ts";
import type { SpecCodePayload } from "../../model/small-payloads.ts";
import { mergeDicts } from "../assets/asset-spec.ts";
import { makeMultiAsset } from "../assets/multi-asset.ts";
import { copy, isEmpty, isObject, orElse } from "../construct.ts";
import { type FunctionSignature, signatureOfFunction } from "../function-signature.ts";
import { argument, callMethod, keywords, resourceClasses } from "../integrations/package-objects.ts";
import type { Models } from "../models.ts";
import { bind } from "../signature.ts";
import { functionsOf } from "./dlt-resource.ts";
import { SOURCE, selectedResources } from "./dlt-source.ts";
import { defaultTranslator, translatorData } from "./dlt-translator.ts";

export interface DltLoad {
  readonly source: Value;
  readonly pipeline: Value;
  readonly translator: Value;
}

/** A list of the specs of the selected resources; incomplete when they are not all known. `translate` takes what a translator is given. */
export function dltSpecs({ source, pipeline, translator }: DltLoad, translate: (data: Value) => Value, context: CallContext): Value {
  if (!isObject(source, SOURCE)) {
    const gap = source.kind === "unknown" ? source : context.interpreter.unknown("unsupported", "this dlt source is not read", context.at);
    return list([], gap);
  }
  const { items, gap } = selectedResources(source);
  const added = strDict([
    ["dagster_dlt/source", source],
    ["dagster_dlt/pipeline", pipeline],
    ["dagster_dlt/translator", translator],
  ]);
  const specs = items.map((resource) => {
    const spec = translate(translatorData(resource, pipeline, context));
    if (!isObject(spec, "dagster.AssetSpec")) return spec;
    const functions = functionsOf(resource);
    const code: SpecCodePayload = { kind: "spec-code", functions };
    return copy(spec, { metadata: mergeDicts(spec.fields.get("metadata"), added) }, functions.length > 0 ? code : spec.payload);
  });
  return list(specs, gap);
}

export interface DltParts {
  readonly specs: Value;
  readonly signature: FunctionSignature;
  readonly function?: Value;
  /** Those of `multi_asset` that are passed on. */
  readonly arguments: Readonly<Record<string, Value>>;
}

export function makeDltAssets({ specs, signature, function: fn, arguments: given }: DltParts, context: CallContext): LibraryObject {
  const args = keywords({ ...given, backfill_policy: backfillPolicyOf(given, context), specs, can_subset: TRUE }, context.at);
  const bound = bind("dagster.multi_asset", { ...context, args });
  return makeMultiAsset({ bound, signature, ...(fn && { function: fn }), definition: "dlt_assets", execution: "materialization" });
}

/** Time windows are backfilled in one run unless something else is said. */
function backfillPolicyOf(given: Readonly<Record<string, Value>>, { interpreter, at }: CallContext): Value {
  const [policy, partitions] = [given["backfill_policy"] ?? NONE, given["partitions_def"] ?? NONE];
  if (!isEmpty(policy) || !interpreter.isInstance(partitions, "dagster.TimeWindowPartitionsDefinition")) return policy;
  return interpreter.call(symbol("dagster.BackfillPolicy.single_run"), keywords({}, at), at);
}

const PASSED_ON = ["name", "group_name", "partitions_def", "backfill_policy", "op_tags", "pool"];

function loadOf(context: CallContext): DltLoad {
  const translator = orElse(argument(context, "dagster_dlt_translator"), defaultTranslator(context));
  return { source: argument(context, "dlt_source", 0), pipeline: argument(context, "dlt_pipeline", 1), translator };
}

function specsOf(context: CallContext): Value {
  const load = loadOf(context);
  return dltSpecs(load, (data) => callMethod(load.translator, "get_asset_spec", data, context), context);
}

function dltAssets(context: CallContext): Value {
  const specs = specsOf(context);
  return native("dagster_dlt.dlt_assets", (inner) => {
    const fn = inner.args.positional[0]?.value ?? NONE;
    const passed = Object.fromEntries(PASSED_ON.map((name) => [name, argument(context, name)]));
    return makeDltAssets(
      { specs, signature: signatureOfFunction(fn, context.interpreter, context.at), function: fn, arguments: passed },
      context,
    );
  });
}

const resources = resourceClasses(["dagster_dlt.DagsterDltResource"]);

export const dltAssetsModels: Models = {
  symbols: { ...resources.symbols, "dagster_dlt.dlt_assets": dltAssets, "dagster_dlt.build_dlt_asset_specs": specsOf },
  types: { ...resources.types },
};
