/**
 * The configuration of one node: dbt's defaults, the folders of its package, its YAML, its `config(…)`, and the project's folders over a
 * package's. Nodes of one folder that add nothing share one mapping: nobody changes what is given here.
 */
import type { ConfigSection, DbtPackage } from "../project/project-file.ts";
import { type DbtMapping, type DbtValue, isMapping } from "../value.ts";
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
  const { type, fqn, root, patch, calls } = input;
  const below = folderConfig(input.package, type, fqn);
  const above = input.package.name === root.name ? [] : folderLevels(root, type, fqn);
  if (!addsTo(patch) && !addsTo(calls) && above.length === 0) {
    below.whole ??= completed(type, new Map(below.raw));
    return below.whole;
  }
  const config = new Map(below.raw);
  const replacesTags = replacesTagsOf(type);
  if (patch !== undefined) mergeLevel(config, patch, replacesTags);
  if (calls !== undefined) mergeLevel(config, calls, replacesTags);
  for (const level of above) mergeLevel(config, level, replacesTags);
  return completed(type, config);
}

function addsTo(level: DbtMapping | undefined): boolean {
  return level !== undefined && level.size > 0;
}

function replacesTagsOf(type: ResourceType): boolean {
  return type === "source" || type === "exposure";
}

/** What all nodes of a type in a folder begin with. */
interface FolderConfig {
  readonly raw: DbtMapping;
  /** As it is where nothing is added. */
  whole: DbtMapping | undefined;
}

/** By what the project file says of the innermost folder that it says something of, then by type: a package has few of those, and many nodes. */
const FOLDER_CONFIGS = new WeakMap<DbtMapping, Map<ResourceType, FolderConfig>>();

function folderConfig(dbtPackage: DbtPackage, type: ResourceType, fqn: readonly string[]): FolderConfig {
  const folders = configuredFolders(dbtPackage, type, fqn);
  const innermost = folders.at(-1);
  const known = innermost === undefined ? undefined : FOLDER_CONFIGS.get(innermost);
  const found = known?.get(type);
  if (found !== undefined) return found;
  const raw: DbtMapping = new Map(defaultsOf(type));
  for (const folder of folders) mergeLevel(raw, optionsOf(folder), replacesTagsOf(type));
  const made: FolderConfig = { raw, whole: undefined };
  if (known !== undefined) known.set(type, made);
  else if (innermost !== undefined) FOLDER_CONFIGS.set(innermost, new Map([[type, made]]));
  return made;
}

function completed(type: ResourceType, config: DbtMapping): DbtMapping {
  if (typeof config.get("tags") === "string") config.set("tags", [config.get("tags") ?? ""]);
  for (const key of ["pre-hook", "post-hook"]) {
    const hooks = config.get(key);
    if (Array.isArray(hooks) && hooks.length > 0) config.set(key, hooks.map(hookOf));
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
  return configuredFolders(dbtPackage, type, fqn)
    .map(optionsOf)
    .filter(({ size }) => size > 0);
}

/** What the project file says of the section, and of each folder on the way to a node, outermost first. */
function configuredFolders(dbtPackage: DbtPackage, type: ResourceType, fqn: readonly string[]): DbtMapping[] {
  const folders: DbtMapping[] = [];
  let folder: DbtValue | undefined = dbtPackage.configs.get(SECTION_OF[type]);
  for (const step of fqn) {
    if (!isMapping(folder)) break;
    folders.push(folder);
    folder = folder.get(step);
  }
  if (isMapping(folder)) folders.push(folder);
  return folders;
}

function optionsOf(folder: DbtMapping): DbtMapping {
  const options: DbtMapping = new Map();
  for (const [key, value] of folder) {
    if (key.startsWith("+")) options.set(key.slice(1).trim(), value);
    else if (!isMapping(value)) options.set(key, value);
  }
  return options;
}
