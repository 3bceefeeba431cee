/**
 * What Dagster takes a string for, by the parameter that it is given to. One table for calls that were evaluated and for calls that are only read
 * (bodies of functions, tests): a string is a key, a user string, a selection or a name because of where it stands, never because of its text.
 */
import { parameterNames } from "../../dagster/library/signature.ts";

/**
 * - `key`: an asset key or what is coerced to one; a str is one part.
 * - `keys`: a collection of these.
 * - `user-string`: parts joined by slashes.
 * - `selection`: a string of the selection language, or several.
 * - `op`: the python identifier of a key.
 */
export type Meaning = "key" | "keys" | "user-string" | "selection" | "group" | "job" | "op" | "resource" | "resources" | "resource-mapping";

const PARAMETERS: Readonly<Record<string, Meaning>> = {
  asset_key: "key",
  asset: "key",
  asset_keys: "keys",
  deps: "keys",
  non_argument_deps: "keys",
  additional_deps: "keys",
  selection: "selection",
  asset_selection: "selection",
  target: "selection",
  monitored_assets: "selection",
  group_name: "group",
  job_name: "job",
  io_manager_key: "resource",
  input_manager_key: "resource",
  required_resource_keys: "resources",
  resources: "resource-mapping",
  resource_defs: "resource-mapping",
};

/** Parameters that mean something else than their name says elsewhere. */
const CALLS: Readonly<Record<string, Readonly<Record<string, Meaning>>>> = {
  "dagster.AssetKey": { path: "key" },
  "dagster.AssetKey.from_user_string": { asset_key_string: "user-string" },
  "dagster.AssetKey.from_coercible": { arg: "key" },
  "dagster.AssetSelection.from_string": { string: "selection" },
  "dagster.AssetSelection.from_coercible": { selection: "selection" },
  "dagster.AssetDep.from_coercible": { arg: "key" },
  "dagster.asset": { key: "key" },
  "dagster.graph_asset": { key: "key" },
  "dagster.observable_source_asset": { key: "key" },
  "dagster.AssetSpec": { key: "key" },
  "dagster.SourceAsset": { key: "key" },
  "dagster.AssetIn": { key: "key" },
  "dagster.AssetOut": { key: "key" },
};

/** Arguments of `*args`. */
const REST: Readonly<Record<string, Meaning>> = {
  "dagster.AssetSelection.assets": "user-string",
  "dagster.AssetSelection.keys": "user-string",
  "dagster.AssetSelection.checks_for_assets": "user-string",
  "dagster.AssetSelection.groups": "group",
};

/** First argument of methods of Dagster's objects, whatever stands before the dot. */
const METHODS: Readonly<Record<string, Meaning>> = {
  load_asset_value: "key",
  asset_value: "key",
  get_assets_def: "key",
  resolve_assets_def: "key",
  output_for_node: "op",
  asset_materializations_for_node: "op",
  get_job_def: "job",
  get_job: "job",
  resolve_job_def: "job",
  get_implicit_job_def_for_assets: "keys",
};

export function meaningOfKeyword(callee: string, parameter: string): Meaning | undefined {
  return CALLS[callee]?.[parameter] ?? PARAMETERS[parameter];
}

/** `index` counts from 0. */
export function meaningOfPositional(callee: string, index: number): Meaning | undefined {
  const rest = REST[callee];
  if (rest) return rest;
  const parameter = parameterNames(callee)[index];
  return parameter === undefined ? undefined : meaningOfKeyword(callee, parameter);
}

export function meaningOfMethod(name: string): Meaning | undefined {
  return METHODS[name];
}
