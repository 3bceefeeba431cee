/** Dagster's own constructs as one library: every file of this folder contributes its models. Integrations have a file each in `integrations/`. */
import type { Library, SymbolModel, TypeModel } from "../../python/library.ts";
import type { Value } from "../../python/value.ts";
import { dbtCloudComponentModels } from "../components/built-in/dbt-cloud.ts";
import { dbtProjectComponentModels } from "../components/built-in/dbt-project.ts";
import { definitionsComponentModels } from "../components/built-in/definitions-component.ts";
import { executableModels } from "../components/built-in/executable.ts";
import { metadataChecksModels } from "../components/built-in/metadata-checks.ts";
import { stateBackedModels } from "../components/built-in/state-backed.ts";
import { componentMarkModels } from "../components/component-marks.ts";
import { defsFolderModels } from "../components/defs-folder.ts";
import { resolutionModels } from "../components/resolve/resolution-object.ts";
import { resolverModels } from "../components/resolve/resolver.ts";
import { templateScopeModels } from "../components/template/scope.ts";
import { componentLoadModels } from "../components/tree/load-class.ts";
import { assetModels } from "./assets/asset.ts";
import { assetDepModels } from "./assets/asset-dep.ts";
import { assetInOutModels } from "./assets/asset-in-out.ts";
import { assetKeyModels } from "./assets/asset-key.ts";
import { assetSpecModels } from "./assets/asset-spec.ts";
import { assetsDefinitionModels } from "./assets/assets-definition.ts";
import { externalAssetsModels } from "./assets/construct-assets-definition.ts";
import { fromNodeModels } from "./assets/from-node.ts";
import { multiAssetModels } from "./assets/multi-asset.ts";
import { rewriteSpecsModels } from "./assets/rewrite-specs.ts";
import { sourceAssetModels } from "./assets/source-asset.ts";
import { autoMaterializePolicyModels } from "./automation/auto-materialize-policy.ts";
import { automationConditionModels } from "./automation/automation-condition.ts";
import { policyModels } from "./automation/policies.ts";
import { assetCheckModels } from "./checks/asset-check.ts";
import { assetCheckSpecModels } from "./checks/asset-check-spec.ts";
import { checkBuilderModels } from "./checks/check-builders.ts";
import { configFileModels } from "./config-files.ts";
import { dbtModels } from "./dbt/dbt-library.ts";
import { definitionsModels } from "./definitions/definitions.ts";
import { lazyDefinitionsModels } from "./definitions/lazy-definitions.ts";
import { loaderModels } from "./definitions/load-from-modules.ts";
import { DLT_MODELS } from "./dlt/dlt-models.ts";
import { enumerationModels } from "./enumerations.ts";
import { scheduleModels } from "./instigators/schedule.ts";
import { sensorModels } from "./instigators/sensor.ts";
import { dagsterCloudModels } from "./integrations/dagster-cloud.ts";
import { dagsterInsightsModels } from "./integrations/dagster-insights.ts";
import { dagstermillModels } from "./integrations/dagstermill.ts";
import { packageOpModels } from "./integrations/package-ops.ts";
import { resourceClassModels } from "./integrations/resource-classes.ts";
import { runFailureSensorModels } from "./integrations/run-failure-sensors.ts";
import { assetJobModels } from "./jobs/asset-job.ts";
import { selectionModels } from "./jobs/selection.ts";
import type { Models } from "./models.ts";
import { graphModels } from "./ops/graph.ts";
import { nodeDependencyModels } from "./ops/node-dependencies.ts";
import { opModels } from "./ops/op.ts";
import { partitionsModels } from "./partitions/partitions.ts";
import { recordModels } from "./record-models.ts";
import { refreshModels } from "./remote/refreshes.ts";
import { remoteComponentModels } from "./remote/remote-components.ts";
import { workspaceModels } from "./remote/workspaces.ts";
import { envVarModels } from "./resources/env-var.ts";
import { resourceModels } from "./resources/resources.ts";
import { runTimeModels } from "./run-time-models.ts";
import { OBJECT_MEMBERS, PUBLIC_NAMES } from "./signatures.generated.ts";
import { slingAssetsModels } from "./sling/sling-assets.ts";
import { slingComponentModels } from "./sling/sling-component.ts";
import { slingResourceModels } from "./sling/sling-resources.ts";
import { slingTranslatorModels } from "./sling/sling-translator.ts";

const MODELS: readonly Models[] = [
  runTimeModels,
  configFileModels,
  enumerationModels,
  recordModels,
  assetKeyModels,
  assetDepModels,
  assetInOutModels,
  assetSpecModels,
  assetsDefinitionModels,
  assetModels,
  multiAssetModels,
  fromNodeModels,
  rewriteSpecsModels,
  sourceAssetModels,
  externalAssetsModels,
  assetCheckSpecModels,
  assetCheckModels,
  checkBuilderModels,
  opModels,
  nodeDependencyModels,
  graphModels,
  selectionModels,
  assetJobModels,
  scheduleModels,
  sensorModels,
  partitionsModels,
  autoMaterializePolicyModels,
  automationConditionModels,
  policyModels,
  envVarModels,
  resourceModels,
  definitionsModels,
  lazyDefinitionsModels,
  loaderModels,
  componentMarkModels,
  defsFolderModels,
  resolutionModels,
  resolverModels,
  templateScopeModels,
  definitionsComponentModels,
  executableModels,
  metadataChecksModels,
  stateBackedModels,
  componentLoadModels,
  dbtCloudComponentModels,
  dbtProjectComponentModels,
  packageOpModels,
  resourceClassModels,
  runFailureSensorModels,
  dagsterCloudModels,
  dagsterInsightsModels,
  dagstermillModels,
  slingTranslatorModels,
  slingAssetsModels,
  slingComponentModels,
  slingResourceModels,
  ...DLT_MODELS,
  workspaceModels,
  refreshModels,
  remoteComponentModels,
  dbtModels,
];

export function dagsterLibrary(): Library {
  const symbols = new Map<string, SymbolModel>();
  const constants = new Map<string, Value>();
  const types = new Map<string, TypeModel>();
  for (const models of MODELS) {
    for (const [name, model] of Object.entries(models.symbols ?? {})) symbols.set(name, model);
    for (const [name, value] of Object.entries(models.constants ?? {})) constants.set(name, value);
    for (const [name, model] of Object.entries(models.types ?? {})) types.set(name, model);
  }
  const isModelled = (name: string): boolean => types.has(name) || symbols.has(name);
  const isKnown = (root: string, name: string): boolean => isModelled(`${root}.${name}`) || (root === "dagster" && PUBLIC_NAMES.has(name));
  return {
    symbols,
    constants,
    types,
    exports: new Map([["dagster", EXPORTED]]),
    members: new Map(Object.entries(OBJECT_MEMBERS).map(([type, members]) => [type, new Set(members.split(" "))])),
    standsFor: STANDS_FOR,
    canonical: (name) => (isModelled(name) ? name : canonicalName(name, isKnown)),
  };
}

/** A star import brings the modules of the package, too. */
const EXPORTED: ReadonlySet<string> = new Set([...PUBLIC_NAMES, "components", "importlib", "sys", "version"]);

/** A fork of Dagster is read as Dagster: its source is no definition of anybody's. */
const STANDS_FOR: ReadonlySet<string> = new Set(["dagster"]);

const CLASS_NAME = /^_?[A-Z]/;
/** Dagster and its integrations. */
const PACKAGE = /^dagster(?:_\w+)?\./;

/** Packages that Dagster has renamed since, most of their names with them. */
const RENAMED: readonly (readonly [before: string, after: string])[] = [
  ["dagster_embedded_elt.sling.", "dagster_sling."],
  ["dagster_embedded_elt.dlt.", "dagster_dlt."],
  ["dagster_components.", "dagster."],
];

function presentName(name: string): string {
  const [before, after] = RENAMED.find(([prefix]) => name.startsWith(prefix)) ?? ["", ""];
  return after + name.slice(before.length);
}

/**
 * Names of Dagster's private modules lead to the public ones: the last part decides, or the last two of a member of a class.
 * `dagster._core.definitions.asset_selection.AssetSelection.groups` is `dagster.AssetSelection.groups`.
 */
function canonicalName(given: string, isKnown: (root: string, name: string) => boolean): string {
  if (!PACKAGE.test(given)) return given;
  const name = presentName(given);
  if (name !== given && isKnown(name.slice(0, name.lastIndexOf(".")), name.slice(name.lastIndexOf(".") + 1))) return name;
  const parts = name.split(".");
  const [, second] = parts;
  if (parts.length <= 2 || (second && CLASS_NAME.test(second))) return name;
  const classAt = parts.findIndex((part, index) => index > 0 && CLASS_NAME.test(part));
  const publicAt = classAt > 0 ? classAt : parts.length - 1;
  const found = parts[publicAt];
  if (!found) return name;
  // The package, or a package in it: `dagster_aws.s3.resources.S3Resource` is `dagster_aws.s3.S3Resource`.
  for (let length = 1; length < publicAt; length += 1) {
    const home = parts.slice(0, length).join(".");
    if (isKnown(home, found)) return [home, ...parts.slice(publicAt)].join(".");
  }
  return name;
}
