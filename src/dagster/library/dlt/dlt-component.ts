/** `DltLoadCollectionComponent`: pairs of a dlt source and a pipeline, named by their dotted paths. Source: `dagster_dlt/components/dlt_load_collection`. */

import type { CallContext, MethodModel } from "../../../python/library.ts";
import { list, NONE, str } from "../../../python/make-value.ts";
import type { InstanceValue, LibraryObject, Value } from "../../../python/value.ts";
import { componentModels, fieldOf, modelModels } from "../../components/built-in/library-component.ts";
import { injected, sequence } from "../../components/resolve/containers.ts";
import { backfillPolicy, modelOf, partitionsDefinition } from "../../components/resolve/core-models.ts";
import { applyTranslation, translation } from "../../components/resolve/translation.ts";
import type { Resolve, Schema } from "../../components/template/resolution.ts";
import type { Loading } from "../../components/tree/load-context.ts";
import { makeAssetKey } from "../assets/asset-key.ts";
import { copy, isObject } from "../construct.ts";
import { makeDefinitions } from "../definitions/definitions.ts";
import { callMethod } from "../integrations/package-objects.ts";
import type { Models } from "../models.ts";
import { dltSpecs, makeDltAssets } from "./dlt-assets.ts";
import { defaultTranslator } from "./dlt-translator.ts";

const COMPONENT = "dagster_dlt.DltLoadCollectionComponent";
const LOAD = "dagster_dlt.DltLoadSpecModel";

/** `pkg.module.name`; a leading dot starts from the folder of the component. */
const objectAtPath: Resolve = injected((value, { context, loading }) => {
  if (value.kind !== "str") return value;
  const name = value.value.startsWith(".") ? `${(loading.payload as Loading).place.module}${value.value}` : value.value;
  const dot = name.lastIndexOf(".");
  const at = value.origin ?? context.at;
  const module = context.interpreter.importModule(name.slice(0, Math.max(0, dot)), at);
  return module.kind === "unknown" ? module : context.interpreter.attribute(module, name.slice(dot + 1), at);
});

const LOAD_SCHEMA: Schema = {
  pipeline: { resolve: objectAtPath },
  source: { resolve: objectAtPath },
  translation: {
    resolve: translation((data, { interpreter, at }) =>
      ["resource", "pipeline"].map((name) => [name, interpreter.attribute(data, name, at)] as const),
    ),
    default: NONE,
  },
  partitions_def: { resolve: partitionsDefinition, default: NONE },
  backfill_policy: { resolve: backfillPolicy, default: NONE },
};

const SCHEMA: Schema = { loads: { resolve: sequence(modelOf(LOAD, LOAD_SCHEMA)) } };

export const DLT_SCHEMAS: Readonly<Record<string, Schema>> = { [COMPONENT]: SCHEMA };

function buildLoad(self: LibraryObject | InstanceValue, load: Value, context: CallContext): Value {
  if (load.kind !== "object" && load.kind !== "instance") return load;
  const { interpreter, at } = context;
  const field = (name: string): Value => interpreter.attribute(load, name, at);
  const of = (value: Value, name: string): Value => (value.kind === "object" ? (value.fields.get(name) ?? NONE) : value);
  const [source, pipeline] = [field("source"), field("pipeline")];
  const dataset = of(pipeline, "dataset_name");
  const translate = (data: Value): Value => {
    const spec = callMethod(self, "get_asset_spec", data, context);
    const keyed = isObject(spec, "dagster.AssetSpec") ? copy(spec, { key: keyOf(data, dataset, context) }) : spec;
    return applyTranslation(field("translation"), keyed, data, context);
  };
  const specs = dltSpecs({ source, pipeline, translator: self }, translate, context);
  const [sourceName, datasetName] = [of(source, "name"), dataset].map((value) => interpreter.toStr(value, at));
  const name =
    sourceName?.kind === "str" && datasetName?.kind === "str"
      ? str(`dlt_assets_${sourceName.value}_${datasetName.value}`)
      : (datasetName ?? NONE);
  return makeDltAssets(
    {
      specs,
      signature: { name: str("dlt_assets_def"), docstring: undefined, parameters: [] },
      arguments: { name, partitions_def: field("partitions_def"), backfill_policy: field("backfill_policy") },
    },
    context,
  );
}

/** The dataset, where there is one, and the table. */
function keyOf(data: Value, dataset: Value, { interpreter, at }: CallContext): Value {
  const resource = interpreter.attribute(data, "resource", at);
  const table = interpreter.attribute(resource, "table_name", at);
  const isDynamic = table.kind === "function" || table.kind === "native" || table.kind === "bound-method";
  const name = isDynamic ? interpreter.attribute(resource, "name", at) : table;
  return makeAssetKey(dataset.kind === "none" ? [name] : [dataset, name], resource.kind === "object" ? resource.at : at);
}

const buildDefs: MethodModel = (self, context) => {
  const { items, gap } = context.interpreter.iterate(fieldOf(self, "loads", SCHEMA, context), context.at);
  const assets = items.map((load) => buildLoad(self, load, context));
  return makeDefinitions({ assets: list(assets, gap) }, context);
};

const base = componentModels({
  [COMPONENT]: {
    schema: SCHEMA,
    methods: {
      build_defs: buildDefs,
      get_asset_spec: (_, context) =>
        callMethod(defaultTranslator(context), "get_asset_spec", context.args.positional[0]?.value ?? NONE, context),
    },
  },
});
const models = modelModels({ [LOAD]: LOAD_SCHEMA });

export const dltComponentModels: Models = {
  symbols: { ...base.symbols, ...models.symbols },
  types: { ...base.types, ...models.types },
};
