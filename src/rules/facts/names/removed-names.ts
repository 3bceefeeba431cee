/** Names that `dagster` no longer has, with what took their place. Source: dagster 1.0 to 1.13, and what 0.15 had. */
export interface RemovedName {
  /** Behind "Use". */
  readonly instead: string;
  /** The same under another name, as far as the arguments go that both take. */
  readonly renamed?: string;
  /** Arguments that changed their name with it. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** A function that gave back its argument in another form, which is taken as it is now. */
  readonly isUnwrapped?: true;
}

export const REMOVED_NAMES: ReadonlyMap<string, RemovedName> = new Map<string, RemovedName>([
  ["solid", { instead: "`op`", renamed: "op" }],
  ["lambda_solid", { instead: "`op`", renamed: "op" }],
  ["pipeline", { instead: "`job`", renamed: "job" }],
  ["composite_solid", { instead: "`graph`", renamed: "graph" }],
  ["InputDefinition", { instead: "`In`" }],
  ["OutputDefinition", { instead: "`Out`" }],
  ["DynamicOutputDefinition", { instead: "`DynamicOut`" }],
  ["ModeDefinition", { instead: "`resource_defs` of a job, or `Definitions(resources=…)`" }],
  ["PresetDefinition", { instead: "`config` of a job" }],
  ["ExperimentalWarning", { instead: "`PreviewWarning` or `BetaWarning`" }],
  ["FreshnessPolicySensorDefinition", { instead: "freshness checks" }],
  ["freshness_policy_sensor", { instead: "freshness checks" }],
  ["build_asset_reconciliation_sensor", { instead: "`AutomationCondition`" }],
  [
    "AutoMaterializeSensorDefinition",
    {
      instead: "`AutomationConditionSensorDefinition`",
      renamed: "AutomationConditionSensorDefinition",
      parameters: { asset_selection: "target" },
    },
  ],
  ["AssetCondition", { instead: "`AutomationCondition`", renamed: "AutomationCondition" }],
  ["LogicalVersion", { instead: "`DataVersion`", renamed: "DataVersion" }],
  ["LogicalVersionProvenance", { instead: "`DataProvenance`", renamed: "DataProvenance" }],
  ["ExecuteJobResult", { instead: "`JobExecutionResult`", renamed: "JobExecutionResult" }],
  ["external_asset_from_spec", { instead: "the `AssetSpec` itself, in `Definitions(assets=…)`", isUnwrapped: true }],
  ["external_assets_from_specs", { instead: "the `AssetSpec`s themselves, in `Definitions(assets=…)`", isUnwrapped: true }],
  ["load_assets_from_dbt_project", { instead: "`@dbt_assets` of `dagster_dbt`" }],
]);
