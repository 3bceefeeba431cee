/** What decorators are given about checks: their specs, and the parameters and additional assets of a single check. */
import type { Location } from "../../../base/span.ts";
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import { type KeyPath, readAssetKey } from "../../../dagster/model/asset-key.ts";
import type { LibraryObject, Value } from "../../../python/value.ts";
import { type Decoration, decorationsOf } from "../decorations.ts";
import { inputParametersOf } from "../functions/inputs.ts";
import { remember } from "../remember.ts";
import { elementsOf, placeWithin } from "../values.ts";

export interface GivenCheckSpec {
  readonly asset: KeyPath;
  readonly name: string;
  /** The spec; where one is not written by itself, the decorated function. */
  readonly at: Location;
}

export interface GivenCheckSpecs {
  readonly specs: readonly GivenCheckSpec[];
  /** `asset`, `multi_asset_check`, … */
  readonly from: string;
  /** Keys that the definition makes, when all are known; absent for definitions of checks only. */
  readonly made?: readonly KeyPath[];
}

const WITH_SPECS = [
  "asset",
  "multi_asset",
  "graph_asset",
  "graph_multi_asset",
  "multi_observable_source_asset",
  "multi_asset_check",
  "asset_check",
];

/** Of definitions with any. */
export const checkSpecsGiven: (location: LoadedLocation) => readonly GivenCheckSpecs[] = remember(findCheckSpecs);

function findCheckSpecs(location: LoadedLocation): readonly GivenCheckSpecs[] {
  return decorationsOf(location, ...WITH_SPECS.map((name) => `dagster.${name}`)).flatMap((decoration) => {
    const { result, decorator } = decoration;
    if (result?.kind !== "object") return [];
    const specs = elementsOf(result.fields.get("check_specs")).items.flatMap((spec) => readSpec(spec, decoration));
    if (specs.length === 0) return [];
    const made = keysOf(result);
    const from = decorator.name.slice("dagster.".length);
    return [{ specs, from, ...(made && result.type === "dagster.AssetsDefinition" && { made }) }];
  });
}

function readSpec(spec: Value, { at, decorator }: Decoration): readonly GivenCheckSpec[] {
  if (spec.kind !== "object" || spec.condition) return [];
  const [key, name] = [readAssetKey(spec.fields.get("asset_key") ?? spec), spec.fields.get("name")];
  if (!key.known || name?.kind !== "str") return [];
  const place = spec.args && spec.at !== decorator.at ? (name.origin ?? spec.at) : (decorator.given("name")?.at ?? at);
  return [{ asset: key.value, name: name.value, at: place }];
}

function keysOf(definition: LibraryObject): readonly KeyPath[] | undefined {
  const { items, complete } = elementsOf(definition.fields.get("specs"));
  const keys = items.map((spec) => (spec.kind === "object" ? readAssetKey(spec.fields.get("key") ?? spec) : undefined));
  const known = keys.flatMap((key) => (key?.known ? [key.value] : []));
  return complete && known.length === keys.length ? known : undefined;
}

export interface CheckInputs {
  readonly name: string;
  readonly asset: KeyPath | undefined;
  /** Without context, configuration and resources. */
  readonly parameters: readonly { readonly name: string; readonly at: Location }[];
  readonly additional: readonly { readonly name: string; readonly at: Location }[];
  /** Assets that are named beside the check's own. */
  readonly also: readonly { readonly key: KeyPath; readonly parameter: string; readonly at: Location }[];
}

const NAMED: ReadonlySet<string> = new Set(["regular", "keyword-only"]);

/** Of `@asset_check`, where all of it is known. */
export function checkInputs(location: LoadedLocation): readonly CheckInputs[] {
  return decorationsOf(location, "dagster.asset_check").flatMap((decoration) => {
    const { decorator, signature, function: fn } = decoration;
    const parameters = inputParametersOf({ signature }, location);
    const ins = decorator.given("additional_ins");
    if (parameters.some(({ kind }) => !NAMED.has(kind)) || (ins && (ins.value.kind !== "dict" || !ins.value.complete))) return [];
    const entries = ins?.value.kind === "dict" ? [...ins.value.entries.values()] : [];
    const additional = entries.flatMap(({ key }) =>
      key.kind === "str" && ins ? [{ name: key.value, at: placeWithin(key, ins.at) ?? ins.at }] : [],
    );
    if (additional.length !== entries.length) return [];
    const name = decorator.value("name");
    return [
      {
        name: name.kind === "str" ? name.value : fn.name,
        asset: assetOf(decorator.value("asset")),
        parameters,
        additional,
        also: alsoNamed(decoration),
      },
    ];
  });
}

/** What is surely one key: an asset with one, a key, a string. */
function assetOf(value: Value): KeyPath | undefined {
  if (value.kind === "str") return [value.value];
  if (value.kind !== "object") return undefined;
  if (value.type === "dagster.AssetKey") return known(value);
  if (value.type === "dagster.AssetDep") return known(value.fields.get("asset_key"));
  if (value.type === "dagster.AssetIn" || value.type === "dagster.AssetSpec" || value.type === "dagster.SourceAsset")
    return known(value.fields.get("key"));
  const keys = value.type === "dagster.AssetsDefinition" ? keysOf(value) : undefined;
  return keys?.length === 1 ? keys[0] : undefined;
}

function known(key: Value | undefined): KeyPath | undefined {
  const path = key && key.kind !== "none" ? readAssetKey(key) : undefined;
  return path?.known ? path.value : undefined;
}

function alsoNamed({ decorator }: Decoration): CheckInputs["also"] {
  const [deps, ins] = [decorator.given("additional_deps"), decorator.given("additional_ins")];
  const fromDeps = deps ? elementsOf(deps.value).items.flatMap((item) => named(item, "additional_deps", deps.at)) : [];
  const entries = ins?.value.kind === "dict" ? [...ins.value.entries.values()] : [];
  return [...fromDeps, ...entries.flatMap(({ value }) => (ins ? named(value, "additional_ins", ins.at) : []))];
}

function named(value: Value, parameter: string, at: Location): CheckInputs["also"] {
  const key = assetOf(value);
  return key ? [{ key, parameter, at: placeWithin(value, at) ?? at }] : [];
}
