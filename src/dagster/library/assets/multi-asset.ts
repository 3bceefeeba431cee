/**
 * `@multi_asset` and `@multi_observable_source_asset`: several assets of one op, by `outs=` or by `specs=`.
 * Source: `DecoratorAssetsDefinitionBuilder` of dagster 1.13.
 */

import type { CallContext } from "../../../python/library.ts";
import { entryOf, list, NONE, native, str } from "../../../python/make-value.ts";
import type { LibraryObject, ListValue, Unknown, Value } from "../../../python/value.ts";
import { hashKey } from "../../../python/values/hash-key.ts";
import type { AssetOutput, AssetsDefinitionKind } from "../../model/objects.ts";
import { checkSpecList } from "../checks/asset-check-spec.ts";
import { copy, isEmpty, isObject, orElse } from "../construct.ts";
import { type FunctionSignature, signatureOfFunction } from "../function-signature.ts";
import type { Models } from "../models.ts";
import { refuseDefinition } from "../refusal.ts";
import { type Bound, bind } from "../signature.ts";
import { coerceDeps, makeDep } from "./asset-dep.ts";
import { specOfOut } from "./asset-in-out.ts";
import { buildInputs, depsOfInputs, type Inputs } from "./asset-inputs.ts";
import { coerceToAssetKey, knownPath, prefixedKey, prefixParts } from "./asset-key.ts";
import { IO_MANAGER_KEY_METADATA } from "./asset-spec.ts";
import { type AssetsParts, makeAssetsDefinition, makeOp, outputDescriptions } from "./make-assets-definition.ts";

interface Variant {
  readonly name: "dagster.multi_asset" | "dagster.multi_observable_source_asset";
  readonly definition: "multi_asset" | "multi_observable_source_asset";
  readonly execution: "materialization" | "observation";
}

function decorator(variant: Variant): (context: CallContext) => Value {
  return (context) => {
    const bound = bind(variant.name, context);
    return native(variant.name, (inner) => decorate(inner.args.positional[0]?.value ?? NONE, bound, variant));
  };
}

function decorate(fn: Value, bound: Bound, { definition, execution }: Variant): Value {
  const signature = signatureOfFunction(fn, bound.context.interpreter, bound.context.at);
  return makeMultiAsset({ bound, signature, function: fn, definition, execution });
}

export interface MultiAssetParts {
  /** Arguments by the parameters of `multi_asset`. */
  readonly bound: Bound;
  readonly signature: FunctionSignature;
  readonly function?: Value;
  readonly definition: AssetsDefinitionKind;
  readonly execution: AssetsParts["execution"];
}

/** What decorators and components make that come down to `multi_asset`. */
export function makeMultiAsset({ bound, signature, function: fn, definition, execution }: MultiAssetParts): LibraryObject {
  const { context } = bound;
  const node = makeOp(
    { function: fn, name: orElse(bound.value("name"), signature.name), bound, signature, description: bound.value("description") },
    context,
  );
  const specs = bound.value("specs");
  const made = isEmpty(specs) ? fromOuts(bound, signature) : fromSpecs(specs, bound, signature);
  const parts: AssetsParts = {
    definition,
    execution,
    ...made,
    specs: made.specs.map((spec) => withDecoratorAttributes(spec, bound)),
    outputDescriptions: outputDescriptions(signature, made.specs.length, bound.value("check_specs")),
    function: fn,
    node,
    checkSpecs: checkSpecList(bound.value("check_specs"), context),
    canSubset: bound.value("can_subset"),
    backfillPolicy: bound.value("backfill_policy"),
    resourceDefs: bound.value("resource_defs"),
    requiredResources: node.fields.get("required_resource_keys") ?? NONE,
    computeKind: bound.value("compute_kind"),
  };
  return makeAssetsDefinition(parts, context);
}

type Made = Pick<AssetsParts, "specs" | "gap" | "inputs" | "outputs">;

/** `group_name` and `partitions_def` of the decorator, where the spec has none. */
function withDecoratorAttributes(spec: Value, bound: Bound): Value {
  if (spec.kind === "one-of") return { ...spec, options: spec.options.map((option) => withDecoratorAttributes(option, bound)) };
  if (spec.kind !== "object") return spec;
  const fields: Record<string, Value> = {};
  for (const name of ["group_name", "partitions_def"]) {
    if (isEmpty(spec.fields.get(name)) && !isEmpty(bound.value(name))) fields[name] = bound.value(name);
  }
  return Object.keys(fields).length > 0 ? copy(spec, fields) : spec;
}

function fromSpecs(value: Value, bound: Bound, signature: FunctionSignature): Made {
  const { context } = bound;
  const { items, gap } = context.interpreter.iterate(value, context.at);
  const specs = items.filter((item) => item.kind !== "unknown");
  const upstream = upstreamDeps(specs);
  const inputs = buildInputs(signature, upstream, bound.value("ins"), context);
  const outputs = specs.map((spec) => outputOfSpec(spec, context));
  refuseSharedNames(specs, outputs, context);
  return {
    specs,
    gap: gap ?? items.find((item): item is Unknown => item.kind === "unknown"),
    inputs: inputs.inputs,
    outputs,
  };
}

/** Two keys of which Dagster makes one name: of its outputs the last one is kept, and the other key has none. */
function refuseSharedNames(specs: readonly Value[], outputs: readonly AssetOutput[], context: CallContext): void {
  const paths = new Map<string, string>();
  for (const [index, { name }] of outputs.entries()) {
    const spec = specs[index];
    const path = isObject(spec, "dagster.AssetSpec") ? knownPath(spec.fields.get("key") ?? NONE) : undefined;
    if (name.kind !== "str" || !path) continue;
    const other = paths.get(name.value);
    const key = `AssetKey([${path.map((part) => `'${part}'`).join(", ")}])`;
    if (other !== undefined && other !== key) refuseDefinition(context, "KeyError", other);
    paths.set(name.value, key);
  }
}

/** Dependencies that are not among the definition's own keys, or have a mapping (a dependency on itself). */
function upstreamDeps(specs: readonly Value[]): ListValue {
  const known = specs
    .flatMap((spec) => (spec.kind === "one-of" ? spec.options : [spec]))
    .filter((spec) => isObject(spec, "dagster.AssetSpec"));
  const own = new Set(known.map((spec) => hashKey(spec.fields.get("key") ?? NONE)));
  const deps = new Map<string | Value, Value>();
  for (const spec of known) {
    const listed = spec.fields.get("deps");
    for (const dep of listed?.kind === "list" ? listed.items : []) {
      if (!isObject(dep, "dagster.AssetDep")) continue;
      const key = hashKey(dep.fields.get("asset_key") ?? NONE);
      const mapped = !isEmpty(dep.fields.get("partition_mapping"));
      if (key === undefined || !own.has(key) || mapped) deps.set(key ?? dep, dep);
    }
  }
  return list([...deps.values()]);
}

function outputOfSpec(spec: Value, context: CallContext): AssetOutput {
  if (!isObject(spec, "dagster.AssetSpec")) return { name: NONE, ioManagerKey: str("io_manager") };
  const metadata = spec.fields.get("metadata");
  const key = metadata?.kind === "dict" ? entryOf(metadata, IO_MANAGER_KEY_METADATA) : undefined;
  const identifier = context.interpreter.attribute(spec.fields.get("key") ?? NONE, "to_python_identifier", context.at);
  const name = context.interpreter.call(identifier, { positional: [], keywords: new Map(), complete: true }, context.at);
  return { name, ioManagerKey: orElse(key, str("io_manager")) };
}

function fromOuts(bound: Bound, signature: FunctionSignature): Made {
  const { context } = bound;
  const deps = coerceDeps(orElse(bound.value("deps"), bound.value("non_argument_deps")), "deps", context, bound.given("deps"));
  const inputs = buildInputs(signature, deps, bound.value("ins"), context);
  const outs = bound.value("outs");
  if (outs.kind === "none") return { specs: [], inputs: inputs.inputs, outputs: [] };
  if (outs.kind !== "dict") {
    const gap = outs.kind === "unknown" ? outs : context.interpreter.unknown("runtime-input", "`outs` is not known", context.at);
    return { specs: [], gap, inputs: inputs.inputs, outputs: [] };
  }
  const internal = bound.value("internal_asset_deps");
  const specs: Value[] = [];
  const outputs: AssetOutput[] = [];
  let gap = outs.gap;
  for (const { key: name, value: out } of outs.entries.values()) {
    if (name.kind !== "str" || !isObject(out, "dagster.AssetOut")) {
      gap ??= out.kind === "unknown" ? out : context.interpreter.unknown("runtime-input", "an entry of `outs` is not known", context.at);
      continue;
    }
    const own = isEmpty(internal) ? depsOfInputs(inputs, context) : internalDeps(internal, name.value, inputs, context);
    specs.push(specOfOut(out, { key: keyOfOut(name, out), deps: own, partitions: bound.value("partitions_def") }, context));
    outputs.push({ name: str(name.value.replaceAll("-", "_")), ioManagerKey: orElse(out.fields.get("io_manager_key"), str("io_manager")) });
  }
  return { specs, gap, inputs: inputs.inputs, outputs };
}

export function keyOfOut(name: Value, out: LibraryObject): Value {
  const key = out.fields.get("key") ?? NONE;
  return isEmpty(key) ? prefixedKey(prefixParts(out.fields.get("key_prefix")), [name], out.at) : key;
}

/** The dependencies that `internal_asset_deps` names for one output; nothing for an output that it leaves out. */
export function internalDeps(internal: Value, output: string, inputs: Inputs, context: CallContext): ListValue {
  if (internal.kind !== "dict") return list([], internal.kind === "unknown" ? internal : undefined);
  const named = entryOf(internal, output);
  if (named === undefined) return list([], internal.gap);
  const { items, gap } = context.interpreter.iterate(named, context.at);
  const ofInputs = depsOfInputs(inputs, context).items;
  const deps = items.map((item) => {
    const key = coerceToAssetKey(item, context);
    if (key.kind === "unknown") return key;
    const hash = hashKey(key);
    const existing = ofInputs.find((dep) => isObject(dep, "dagster.AssetDep") && hashKey(dep.fields.get("asset_key") ?? NONE) === hash);
    return existing ?? makeDep({ key, payload: { kind: "dep", via: "internal" } }, context);
  });
  return list(deps, gap ?? inputs.gap);
}

export const multiAssetModels: Models = {
  symbols: {
    "dagster.multi_asset": decorator({ name: "dagster.multi_asset", definition: "multi_asset", execution: "materialization" }),
    "dagster.multi_observable_source_asset": decorator({
      name: "dagster.multi_observable_source_asset",
      definition: "multi_observable_source_asset",
      execution: "observation",
    }),
  },
};
