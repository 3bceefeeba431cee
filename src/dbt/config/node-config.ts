/** The configuration of one node: dbt's defaults, the folders of its package, its YAML, its `config(…)`, and the project's folders over a package's. */
import type { ConfigSection, DbtPackage } from "../project/project-file.ts";
import { cloneValue, type DbtMapping, type DbtValue, isMapping } from "../value.ts";
import { mergeLevel } from "./merge-config.ts";

export type ResourceType =
  | "model"
  | "seed"
  | "snapshot"
  | "analysis"
  | "test"
  | "source"
  | "exposure"
  | "metric"
  | "semantic_model"
  | "saved_query"
  | "unit_test"
  | "operation";

const SECTION_OF: Readonly<Record<ResourceType, ConfigSection>> = {
  model: "models",
  analysis: "models",
  operation: "models",
  seed: "seeds",
  snapshot: "snapshots",
  test: "data_tests",
  source: "sources",
  exposure: "exposures",
  metric: "metrics",
  semantic_model: "semantic_models",
  saved_query: "saved_queries",
  unit_test: "unit_tests",
};

type Defaults = readonly (readonly [string, DbtValue])[];

const NODE_DEFAULTS: Defaults = [
  ["enabled", true],
  ["tags", []],
  ["meta", new Map()],
  ["materialized", "view"],
  ["lookback", 1],
  ["persist_docs", new Map()],
  ["post-hook", []],
  ["pre-hook", []],
  ["quoting", new Map()],
  ["column_types", new Map()],
  ["on_schema_change", "ignore"],
  ["on_configuration_change", "apply"],
  ["grants", new Map()],
  ["packages", []],
  [
    "docs",
    new Map<string, DbtValue>([
      ["show", true],
      ["node_color", null],
    ]),
  ],
  [
    "contract",
    new Map<string, DbtValue>([
      ["enforced", false],
      ["alias_types", true],
    ]),
  ],
];

const SNAPSHOT_COLUMNS = ["dbt_valid_to", "dbt_valid_from", "dbt_scd_id", "dbt_updated_at", "dbt_is_deleted"];

const TEST_DEFAULTS: Defaults = [
  ["enabled", true],
  ["schema", "dbt_test__audit"],
  ["tags", []],
  ["meta", new Map()],
  ["materialized", "test"],
  ["severity", "ERROR"],
  ["fail_calc", "count(*)"],
  ["warn_if", "!= 0"],
  ["error_if", "!= 0"],
];

const PLAIN_DEFAULTS: Defaults = [
  ["enabled", true],
  ["meta", new Map()],
  ["tags", []],
];

const MODEL_DEFAULTS: Defaults = [...NODE_DEFAULTS, ["access", "protected"]];

function defaultsOf(type: ResourceType): Defaults {
  if (type === "test") return TEST_DEFAULTS;
  if (type === "model") return MODEL_DEFAULTS;
  if (type === "seed") return [...NODE_DEFAULTS, ["materialized", "seed"], ["delimiter", ","]];
  if (type === "snapshot")
    return [
      ...NODE_DEFAULTS,
      ["materialized", "snapshot"],
      ["snapshot_meta_column_names", new Map<string, DbtValue>(SNAPSHOT_COLUMNS.map((name) => [name, null]))],
    ];
  if (type === "analysis" || type === "operation") return NODE_DEFAULTS;
  if (type === "metric")
    return [
      ["enabled", true],
      ["meta", new Map()],
    ];
  if (type === "semantic_model")
    return [
      ["enabled", true],
      ["meta", new Map()],
    ];
  if (type === "saved_query")
    return [
      ["enabled", true],
      ["meta", new Map()],
      ["export_as", null],
      ["cache", new Map<string, DbtValue>([["enabled", false]])],
    ];
  return PLAIN_DEFAULTS;
}

export interface ConfigInput {
  readonly type: ResourceType;
  readonly fqn: readonly string[];
  readonly package: DbtPackage;
  readonly root: DbtPackage;
  /** From YAML. */
  readonly patch?: DbtMapping | undefined;
  /** From `config(…)`. */
  readonly calls?: DbtMapping | undefined;
}

export function nodeConfig(input: ConfigInput): DbtMapping {
  const { type, fqn, root } = input;
  const config: DbtMapping = new Map();
  for (const [key, value] of defaultsOf(type)) config.set(key, cloneValue(value));
  const replacesTags = type === "source" || type === "exposure";
  for (const level of folderLevels(input.package, type, fqn)) mergeLevel(config, level, replacesTags);
  if (input.patch !== undefined) mergeLevel(config, input.patch, replacesTags);
  if (input.calls !== undefined) mergeLevel(config, input.calls, replacesTags);
  if (input.package.name !== root.name) for (const level of folderLevels(root, type, fqn)) mergeLevel(config, level, replacesTags);
  if (typeof config.get("tags") === "string") config.set("tags", [config.get("tags") ?? ""]);
  for (const key of ["pre-hook", "post-hook"]) {
    const hooks = config.get(key);
    if (Array.isArray(hooks)) config.set(key, hooks.map(hookOf));
  }
  return type === "test" ? withStoreFailures(config) : config;
}

/** A hook is its SQL, or JSON that says more. */
function hookOf(hook: DbtValue): DbtValue {
  const plain = new Map<string, DbtValue>([
    ["sql", hook],
    ["transaction", true],
    ["index", null],
  ]);
  return typeof hook === "string" ? plain : isMapping(hook) ? new Map([...plain, ...hook]) : hook;
}

/** `store_failures_as` decides `store_failures`, and the other way round where it is not given. */
function withStoreFailures(config: DbtMapping): DbtMapping {
  const as = config.get("store_failures_as") ?? null;
  const store = config.get("store_failures") ?? null;
  if (as !== null) config.set("store_failures", as !== "ephemeral");
  else if (typeof store === "boolean") config.set("store_failures_as", store ? "table" : "ephemeral");
  return config;
}

/** `+key` at any level, and plain keys whose value is no folder. */
function folderLevels(dbtPackage: DbtPackage, type: ResourceType, fqn: readonly string[]): DbtMapping[] {
  const levels: DbtMapping[] = [];
  let folder: DbtValue | undefined = dbtPackage.configs.get(SECTION_OF[type]);
  for (const step of [undefined, ...fqn]) {
    if (step !== undefined) folder = isMapping(folder) ? folder.get(step) : undefined;
    if (!isMapping(folder)) break;
    const level = optionsOf(folder);
    if (level.size > 0) levels.push(level);
  }
  return levels;
}

/** Every node below a folder asks for its options. */
const OPTIONS = new WeakMap<DbtMapping, DbtMapping>();

function optionsOf(folder: DbtMapping): DbtMapping {
  const known = OPTIONS.get(folder);
  if (known !== undefined) return known;
  const options: DbtMapping = new Map();
  for (const [key, value] of folder) {
    if (key.startsWith("+")) options.set(key.slice(1).trim(), value);
    else if (!isMapping(value)) options.set(key, value);
  }
  OPTIONS.set(folder, options);
  return options;
}
