/**
 * The inputs of an asset's op: parameters of the function, `ins=` and `deps=` together, one for each asset key.
 * Source: `build_and_validate_named_ins` of dagster 1.13.
 */

import type { Location } from "../../../base/span.ts";
import type { CallContext } from "../../../python/library.ts";
import { list, NONE, str } from "../../../python/make-value.ts";
import type { LibraryObject, ListValue, Unknown, Value } from "../../../python/value.ts";
import { hashKey } from "../../../python/values/hash-key.ts";
import { perhaps } from "../../../python/values/one-of.ts";
import type { EdgeVia } from "../../../types/graph-document.ts";
import type { AssetInput } from "../../model/objects.ts";
import { payloadOf } from "../../model/payload.ts";
import { isEmpty, isObject } from "../construct.ts";
import type { FunctionSignature } from "../function-signature.ts";
import { inputParameters } from "../resource-parameters.ts";
import { makeDep } from "./asset-dep.ts";
import { knownPath, prefixedKey, prefixParts } from "./asset-key.ts";

export interface NamedInput extends AssetInput {
  /** `AssetIn(dagster_type=Nothing)`: waited for, not loaded. */
  readonly isNothing?: boolean;
  readonly mapping: Value;
  readonly metadata: Value;
  /** Where `deps=` names it. */
  readonly at?: Location;
  /** The undecidable condition under which it is there. */
  readonly condition?: Unknown;
}

export interface Inputs {
  readonly inputs: readonly NamedInput[];
  readonly gap?: Unknown;
}

/** `deps` are `AssetDep` objects, `ins` is what was given for `ins=`. */
export function buildInputs(signature: FunctionSignature, deps: ListValue, ins: Value, context: CallContext): Inputs {
  const explicit = readIns(ins, context);
  const inputs = new Map<string, NamedInput>();
  for (const parameter of inputParameters(signature, context.interpreter)) {
    if (parameter.kind !== "regular") continue;
    const path = [str(parameter.name)];
    inputs.set(parameter.name, makeInput(parameter.name, prefixedKey([], path, parameter.at), "parameter"));
  }
  for (const [name, assetIn] of explicit.items) inputs.set(name, inputOf(name, assetIn, context));
  const byKey = new Map<string | NamedInput, NamedInput>();
  for (const input of inputs.values()) byKey.set(hashKey(input.key) ?? input, input);
  let gap = signature.gap ?? explicit.gap ?? deps.gap;
  for (const dep of deps.items) {
    for (const option of dep.kind === "one-of" ? dep.options : [dep]) {
      if (!isObject(option, "dagster.AssetDep")) {
        gap ??= option.kind === "unknown" ? option : undefined;
        continue;
      }
      addDep(byKey, option, dep.kind === "one-of" ? dep.condition : undefined);
    }
  }
  const result = [...byKey.values()].map((input) => ({ ...input, name: input.name.replaceAll("-", "_") }));
  return gap ? { inputs: result, gap } : { inputs: result };
}

/** A dependency that an input has already is no second input, but what it says of it counts. */
function addDep(byKey: Map<string | NamedInput, NamedInput>, dep: LibraryObject, condition: Unknown | undefined): void {
  const key = dep.fields.get("asset_key") ?? NONE;
  const mapping = dep.fields.get("partition_mapping") ?? NONE;
  const metadata = dep.fields.get("metadata") ?? NONE;
  const existing = byKey.get(hashKey(key) ?? makeInput("", key, "deps"));
  if (existing) {
    byKey.set(hashKey(key) ?? existing, { ...existing, mapping: isEmpty(existing.mapping) ? mapping : existing.mapping, metadata });
    return;
  }
  const path = knownPath(key);
  const input = {
    ...makeInput(path ? inputName(path) : "", key, viaOf(dep)),
    mapping,
    metadata,
    at: dep.at,
    ...(condition && { condition }),
  };
  byKey.set(hashKey(key) ?? input, input);
}

function viaOf(dep: LibraryObject): EdgeVia {
  return payloadOf(dep, "dep")?.via ?? "deps";
}

/** Source: `stringify_asset_key_to_input_name`. */
function inputName(path: readonly string[]): string {
  return path.join("_").replaceAll("-", "_").replaceAll(".", "_");
}

function makeInput(name: string, key: Value, via: EdgeVia): NamedInput {
  return { name, key, via, mapping: NONE, metadata: NONE };
}

interface Ins {
  readonly items: readonly (readonly [string, Value])[];
  readonly gap?: Unknown;
}

function readIns(ins: Value, context: CallContext): Ins {
  if (ins.kind === "none") return { items: [] };
  if (ins.kind !== "dict") {
    return {
      items: [],
      gap: ins.kind === "unknown" ? ins : context.interpreter.unknown("runtime-input", "`ins` is not known", context.at),
    };
  }
  let { gap } = ins;
  const items: (readonly [string, Value])[] = [];
  for (const { key, value } of ins.entries.values()) {
    if (key.kind === "str") items.push([key.value, value]);
    else gap ??= context.interpreter.unknown("runtime-input", "a name in `ins` is not known", context.at);
  }
  return gap ? { items, gap } : { items };
}

/** `AssetIn.resolve_key`: its key, or its prefix and the name. */
function inputOf(name: string, assetIn: Value, context: CallContext): NamedInput {
  if (isObject(assetIn, "dagster.AssetKey")) return makeInput(name, assetIn, "ins");
  if (!isObject(assetIn, "dagster.AssetIn")) {
    const gap =
      assetIn.kind === "unknown" ? assetIn : context.interpreter.unknown("runtime-input", `\`ins["${name}"]\` is not known`, context.at);
    return makeInput(name, gap, "ins");
  }
  const key = assetIn.fields.get("key") ?? NONE;
  const prefix = prefixParts(assetIn.fields.get("key_prefix"));
  const resolved = key.kind === "none" ? prefixedKey(prefix, [str(name)], assetIn.at) : key;
  const manager = assetIn.fields.get("input_manager_key");
  return {
    ...makeInput(
      name,
      resolved,
      key.kind === "none" && prefix.length === 0 && assetIn.args?.positional.length === 0 && assetIn.args.keywords.size === 0
        ? "parameter"
        : "ins",
    ),
    mapping: assetIn.fields.get("partition_mapping") ?? NONE,
    metadata: assetIn.fields.get("metadata") ?? NONE,
    ...(manager && manager.kind !== "none" && { inputManagerKey: manager }),
    ...(isObject(assetIn.fields.get("dagster_type"), "dagster.Nothing") && { isNothing: true }),
  };
}

/** The inputs as dependencies of a spec. */
export function depsOfInputs({ inputs, gap }: Inputs, context: CallContext): ListValue {
  const deps = inputs.map((input) => {
    if (input.key.kind === "unknown") return input.key;
    const { key, via, mapping, metadata, condition, at } = input;
    const isLoaded = (via === "parameter" || via === "ins") && !input.isNothing;
    const payload = isLoaded ? ({ kind: "dep", via, parameter: input.name } as const) : ({ kind: "dep", via } as const);
    const dep = makeDep({ key, mapping, metadata, payload, at }, context);
    return condition ? perhaps(dep, condition) : dep;
  });
  return list(deps, gap);
}
