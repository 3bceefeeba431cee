/** The package `dagster_dbt` (0.29). Its names are known under the package and under the modules that define them. */
import type { SymbolModel } from "../../../python/library.ts";
import { NONE, str } from "../../../python/make-value.ts";
import type { Value } from "../../../python/value.ts";
import type { Models } from "../models.ts";
import { buildDbtAssetSpecs, buildDbtSpecs, dbtAssets } from "./dbt-assets.ts";
import { LOADED_TRANSLATOR, loadAssets, loadedTranslatorType } from "./loaded-assets.ts";
import { parametersOf } from "./parameters.ts";
import { constructProject, PROJECT, projectType } from "./project/dbt-project.ts";
import { dbtResourceSymbols, dbtResourceTypes } from "./project/dbt-resource.ts";
import { MANIFEST, manifestOf, manifestType } from "./project/manifest.ts";
import { checked } from "./refuse-arguments.ts";
import { freshnessChecks } from "./specs/freshness-checks.ts";
import { fromDefinitionSymbols } from "./specs/from-definition.ts";
import { constructTranslator, TRANSLATOR, translatorType } from "./translator/translator.ts";
import { EXPORTED_DEFAULTS } from "./translator/translator-defaults.ts";
import { constructSettings, SETTINGS } from "./translator/translator-settings.ts";

const SYMBOLS: Readonly<Record<string, SymbolModel>> = {
  dbt_assets: checked("dbt_assets", dbtAssets),
  build_dbt_asset_specs: buildDbtAssetSpecs,
  build_dbt_specs: buildDbtSpecs,
  load_assets_from_dbt_project: loadAssets("project"),
  load_assets_from_dbt_manifest: loadAssets("manifest"),
  build_freshness_checks_from_dbt_assets: freshnessChecks,
  validate_manifest: (context) => manifestOf(parametersOf(context, ["manifest"]).value("manifest"), context),
  DbtProject: checked("DbtProject", constructProject),
  DagsterDbtTranslator: constructTranslator,
  DagsterDbtTranslatorSettings: constructSettings,
  ...dbtResourceSymbols,
  ...(dbtResourceSymbols["DbtCliResource"] && { DbtCliResource: checked("DbtCliResource", dbtResourceSymbols["DbtCliResource"]) }),
  ...fromDefinitionSymbols,
  ...Object.fromEntries(
    Object.entries(EXPORTED_DEFAULTS).map(([name, of]) => [
      name,
      (context) => {
        const props = parametersOf(context, ["dbt_resource_props"]).value("dbt_resource_props");
        return props.kind === "unknown" ? props : of(props, context);
      },
    ]),
  ),
};

/** Modules from which code imports what the package exports. */
const MODULES: readonly string[] = [
  "dagster_dbt",
  "dagster_dbt.asset_decorator",
  "dagster_dbt.asset_specs",
  "dagster_dbt.asset_utils",
  "dagster_dbt.asset_defs",
  "dagster_dbt.core",
  "dagster_dbt.core.resource",
  "dagster_dbt.core.resources_v2",
  "dagster_dbt.dagster_dbt_translator",
  "dagster_dbt.dbt_manifest_asset_selection",
  "dagster_dbt.dbt_project",
  "dagster_dbt.freshness_builder",
  "dagster_dbt.cloud_v2",
  "dagster_dbt.cloud_v2.asset_decorator",
  "dagster_dbt.cloud_v2.resources",
];

const TYPES = {
  [MANIFEST]: manifestType,
  [PROJECT]: projectType,
  [TRANSLATOR]: translatorType,
  [LOADED_TRANSLATOR]: loadedTranslatorType,
  [SETTINGS]: { attribute: () => NONE },
  ...dbtResourceTypes,
};

/** A class is one, whichever module it is imported from. */
const aliasedTypes = Object.fromEntries(
  MODULES.slice(1).flatMap((module) =>
    Object.keys(TYPES).flatMap((type) => {
      const name = type.slice("dagster_dbt.".length);
      return /^[A-Z]/.test(name) ? [[`${module}.${name}`, { bases: [type] }]] : [];
    }),
  ),
);

/** Source: `dagster_dbt/asset_utils.py`. */
const SELECTION_DEFAULTS: Readonly<Record<string, Value>> = {
  DBT_DEFAULT_SELECT: str("fqn:*"),
  DBT_DEFAULT_EXCLUDE: str(""),
  DBT_DEFAULT_SELECTOR: str(""),
};

export const dbtModels: Models = {
  constants: Object.fromEntries(
    MODULES.flatMap((module) => Object.entries(SELECTION_DEFAULTS).map(([name, value]) => [`${module}.${name}`, value])),
  ),
  symbols: Object.fromEntries(MODULES.flatMap((module) => Object.entries(SYMBOLS).map(([name, model]) => [`${module}.${name}`, model]))),
  types: { ...TYPES, ...aliasedTypes },
};
