/** `AssetDep` and everything that is accepted in `deps=`. A definition of several assets stands for a dependency on each. */

import { hashKey } from "../../../python/hash-key.ts";
import type { CallContext } from "../../../python/library.ts";
import { list, NONE } from "../../../python/make-value.ts";
import type { LibraryObject, ListValue, Unknown, Value } from "../../../python/value.ts";
import type { EdgeVia } from "../../../types/graph-document.ts";
import type { DepPayload } from "../../model/objects.ts";
import { construct, copy, derive, distribute, isObject } from "../construct.ts";
import type { Models } from "../models.ts";
import { bind } from "../signature.ts";
import { coerceToAssetKey } from "./asset-key.ts";

const DEP = "dagster.AssetDep";

export interface DepParts {
  readonly key: Value;
  readonly mapping?: Value;
  readonly metadata?: Value;
  readonly payload: DepPayload;
}

export function makeDep({ key, mapping, metadata, payload }: DepParts, context: CallContext): LibraryObject {
  const at = key.kind === "object" ? key.at : context.at;
  return derive(DEP, { asset_key: key, partition_mapping: mapping ?? NONE, metadata: metadata ?? NONE }, at, { payload });
}

/** `deps=`: a list of `AssetDep`, without repetitions. `via` says how the dependency was written, unless it already knows. */
export function coerceDeps(value: Value | undefined, via: EdgeVia, context: CallContext): ListValue {
  if (value === undefined || value.kind === "none") return list([]);
  const { items, gap } = context.interpreter.iterate(value, context.at);
  const deps: Value[] = [];
  let gaps: Unknown | undefined = gap;
  for (const item of items) {
    const expanded = expand(item, via, context);
    deps.push(...expanded.items);
    gaps ??= expanded.gap;
  }
  return list(unique(deps), gaps);
}

function expand(item: Value, via: EdgeVia, context: CallContext): { readonly items: readonly Value[]; readonly gap?: Unknown } {
  if (isObject(item, "dagster.AssetsDefinition")) {
    const specs = item.fields.get("specs");
    if (specs?.kind === "list") {
      const items = specs.items.map((spec) => distribute(spec, (known) => depOfSpec(known, via, context)));
      return specs.gap ? { items, gap: specs.gap } : { items };
    }
  }
  return { items: [distribute(item, (known) => coerceDep(known, via, context))] };
}

function depOfSpec(spec: Value, via: EdgeVia, context: CallContext): Value {
  const key = isObject(spec, "dagster.AssetSpec") ? (spec.fields.get("key") ?? NONE) : coerceToAssetKey(spec, context);
  return key.kind === "unknown" ? key : makeDep({ key, payload: { kind: "dep", via } }, context);
}

function coerceDep(value: Exclude<Value, Unknown>, via: EdgeVia, context: CallContext): Value {
  if (isObject(value, DEP)) return value.payload === undefined ? copy(value, {}, { kind: "dep", via } satisfies DepPayload) : value;
  const key = coerceToAssetKey(value, context);
  return distribute(key, (known) => makeDep({ key: known, payload: { kind: "dep", via } }, context));
}

/** The last of equal keys wins, in the place of the first. */
function unique(deps: readonly Value[]): readonly Value[] {
  const byKey = new Map<string | Value, Value>();
  for (const dep of deps) {
    const key = isObject(dep, DEP) ? hashKey(dep.fields.get("asset_key") ?? NONE) : undefined;
    byKey.set(key ?? dep, dep);
  }
  return [...byKey.values()];
}

export const assetDepModels: Models = {
  symbols: {
    [DEP]: (context) => {
      const bound = bind(DEP, context);
      const key = coerceToAssetKey(bound.value("asset"), context);
      return construct(
        DEP,
        { asset_key: key, partition_mapping: bound.value("partition_mapping"), metadata: bound.value("metadata") },
        context,
      );
    },
    "dagster.AssetDep.from_coercible": (context) => {
      const [dep] = coerceDeps(list(context.args.positional.map((argument) => argument.value)), "deps", context).items;
      return dep ?? NONE;
    },
  },
  types: { [DEP]: {} },
};
