/**
 * `load_assets_from_dbt_project` and `load_assets_from_dbt_manifest`, which dagster-dbt had until 0.21. They make a translator of the
 * functions and prefixes they are given, one for each part of a spec. Source: `dagster_dbt/asset_defs.py` of that version.
 */
import type { CallContext, MethodModel, TypeModel } from "../../../python/library.ts";
import { list, NONE, str } from "../../../python/make-value.ts";
import type { InstanceValue, LibraryObject, Value } from "../../../python/value.ts";
import { coerceToAssetKey, keyParts, prefixedKey, prefixParts } from "../assets/asset-key.ts";
import { copy, derive, distribute, isEmpty, isObject } from "../construct.ts";
import { makeDbtAssets, specsParts } from "./dbt-assets.ts";
import { type Parameters, parametersOf } from "./parameters.ts";
import { PROJECT, projectObject } from "./project/dbt-project.ts";
import { manifestOf, payloadOfManifest, propsOf } from "./project/manifest.ts";
import { assetSpecOf } from "./specs/node-spec.ts";
import { entryAt } from "./text-field.ts";
import { TRANSLATOR } from "./translator/translator.ts";
import { descriptionWithoutSql, TRANSLATOR_DEFAULTS } from "./translator/translator-defaults.ts";

export const LOADED_TRANSLATOR = "dagster_dbt.LoadedTranslator";

/** By the translator's method the parameter that takes its place. */
const PART_FUNCTIONS: Readonly<Record<string, string>> = {
  get_asset_key: "node_info_to_asset_key",
  get_group_name: "node_info_to_group_fn",
  get_auto_materialize_policy: "node_info_to_auto_materialize_policy_fn",
  get_metadata: "node_info_to_definition_metadata_fn",
};
const FRESHNESS = "node_info_to_freshness_policy_fn";
/** Sources and everything else have prefixes of their own. */
const PREFIXES = ["key_prefix", "source_key_prefix"] as const;

type Self = LibraryObject | InstanceValue;

function field(self: Self, name: string): Value {
  return (self.kind === "object" ? self.fields.get(name) : undefined) ?? NONE;
}

/** What the function that was given for the part says of a node; the default's word where none was. */
function partOf(self: Self, method: string, props: Value, context: CallContext): Value {
  const { interpreter, at } = context;
  if (props.kind === "unknown") return props;
  const own = field(self, PART_FUNCTIONS[method] ?? method);
  if (own.kind === "none") return TRANSLATOR_DEFAULTS[method]?.(props, context) ?? NONE;
  return interpreter.call(own, { positional: [{ value: props, at }], keywords: new Map(), complete: true }, at);
}

function propsArgument(context: CallContext): Value {
  return parametersOf(context, ["dbt_resource_props"]).value("dbt_resource_props");
}

function ofProps(method: string): MethodModel {
  return (self, context) => partOf(self, method, propsArgument(context), context);
}

const assetKey: MethodModel = (self, context) => {
  const props = propsArgument(context);
  const type = entryAt(props, "resource_type");
  const prefix = field(self, type?.kind === "str" && type.value === "source" ? "source_key_prefix" : "key_prefix");
  const key = coerceToAssetKey(partOf(self, "get_asset_key", props, context), context);
  if (isEmpty(prefix)) return key;
  return distribute(key, (known) =>
    isObject(known, "dagster.AssetKey") ? prefixedKey(prefixParts(prefix), keyParts(known), known.at) : known,
  );
};

/** The default's description ends with the SQL; `display_raw_sql=False` leaves what YAML says. */
const description: MethodModel = (self, context) => {
  const props = propsArgument(context);
  const isShown = field(self, "display_raw_sql");
  if (isShown.kind === "bool" && !isShown.value) return descriptionWithoutSql(props);
  return partOf(self, "get_description", props, context);
};

const specWithFreshness: MethodModel = (self, context) => {
  const spec = assetSpecOf(self, context);
  const { value } = parametersOf(context, ["manifest", "unique_id"]);
  const [manifest, id] = [payloadOfManifest(value("manifest")), value("unique_id")];
  const node = id.kind === "str" ? manifest?.project.nodes.get(id.value) : undefined;
  if (!isObject(spec, "dagster.AssetSpec") || !manifest || !node || isEmpty(field(self, FRESHNESS))) return spec;
  const policy = partOf(self, FRESHNESS, propsOf(manifest, node), context);
  return copy(spec, { freshness_policy: policy });
};

export const loadedTranslatorType: TypeModel = {
  bases: [TRANSLATOR],
  methods: {
    ...Object.fromEntries(Object.keys(PART_FUNCTIONS).map((method) => [method, ofProps(method)])),
    get_asset_key: assetKey,
    get_description: description,
    get_asset_spec: specWithFreshness,
  },
};

function translatorOf({ value, context }: Parameters): Value {
  const given = value("dagster_dbt_translator");
  if (given.kind !== "none") return given;
  const names = [...Object.values(PART_FUNCTIONS), FRESHNESS, "display_raw_sql", ...PREFIXES];
  return derive(LOADED_TRANSLATOR, { settings: NONE, ...Object.fromEntries(names.map((name) => [name, value(name)])) }, context.at);
}

/** `load_assets_from_dbt_project(project_dir)` and `load_assets_from_dbt_manifest(manifest)`: a list of one definition. */
export function loadAssets(from: "project" | "manifest"): (context: CallContext) => Value {
  return (context) => {
    const parameters = parametersOf(context, from === "project" ? ["project_dir", "profiles_dir"] : ["manifest"]);
    const { value } = parameters;
    const project = from === "project" ? projectObject(value("project_dir"), parameters) : NONE;
    if (project.kind === "unknown") return list([], project);
    const given = isEmpty(value("manifest")) ? value("manifest_json") : value("manifest");
    const manifest = isObject(project, PROJECT) ? (project.fields.get("manifest_path") ?? NONE) : given;
    const definition = makeDbtAssets(
      {
        specs: {
          ...specsParts(parameters),
          manifest: manifestOf(manifest, context, project),
          translator: translatorOf(parameters),
          project: NONE,
        },
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
    return list([definition]);
  };
}
