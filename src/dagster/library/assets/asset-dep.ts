/** `AssetDep` and everything that is accepted in `deps=`. A definition of several assets stands for a dependency on each. */

import type { Location } from "../../../base/span.ts";
import type { ArgumentValue, CallContext } from "../../../python/library.ts";
import { list, NONE } from "../../../python/make-value.ts";
import type { LibraryObject, ListValue, Unknown, Value } from "../../../python/value.ts";
import { hashKey } from "../../../python/values/hash-key.ts";
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
  /** Where it is written, if that is not where the key is made. */
  readonly at?: Location | undefined;
}

export function makeDep({ key, mapping, metadata, payload, at: written }: DepParts, context: CallContext): LibraryObject {
  const at = written ?? (key.kind === "object" ? key.at : context.at);
  return derive(DEP, { asset_key: key, partition_mapping: mapping ?? NONE, metadata: metadata ?? NONE }, at, { payload });
}

/**
 * `deps=`: a list of `AssetDep`, without repetitions. `via` says how the dependency was written, unless it already knows. `written` is the argument:
 * an element that is an asset defined elsewhere stands as a dependency where it is named.
 */
export function coerceDeps(value: Value | undefined, via: EdgeVia, context: CallContext, written?: ArgumentValue): ListValue {
  if (value === undefined || value.kind === "none") return list([]);
  const { items, gap } = context.interpreter.iterate(value, context.at);
  const deps: Value[] = [];
  let gaps: Unknown | undefined = gap;
  const places = placesOf(written, items.length);
  for (const [index, item] of items.entries()) {
    const expanded = expand(item, { via, at: places[index] ?? written?.at }, context);
    deps.push(...expanded.items);
    gaps ??= expanded.gap;
  }
  return list(unique(deps), gaps);
}

/** The elements of a list that is written out; none where an element may stand for several. */
function placesOf(written: ArgumentValue | undefined, count: number): readonly Location[] {
  const expression = written?.expression;
  if (!written || (expression?.kind !== "list" && expression?.kind !== "tuple" && expression?.kind !== "set")) return [];
  if (expression.items.length !== count || expression.items.some((item) => item.kind === "starred")) return [];
  return expression.items.map(({ start, end }) => ({ path: written.at.path, start, end }));
}

/** How a dependency is written, and where its element stands. */
interface Writing {
  readonly via: EdgeVia;
  readonly at?: Location | undefined;
}

function expand(item: Value, writing: Writing, context: CallContext): { readonly items: readonly Value[]; readonly gap?: Unknown } {
  if (isObject(item, "dagster.AssetsDefinition")) {
    const specs = item.fields.get("specs");
    if (specs?.kind === "list") {
      const items = specs.items.map((spec) => distribute(spec, (known) => depOfSpec(known, writing, context)));
      return specs.gap ? { items, gap: specs.gap } : { items };
    }
  }
  return { items: [distribute(item, (known) => coerceDep(known, writing, context))] };
}

function depOfSpec(spec: Value, { via, at }: Writing, context: CallContext): Value {
  const key = isObject(spec, "dagster.AssetSpec") ? (spec.fields.get("key") ?? NONE) : coerceToAssetKey(spec, context);
  return key.kind === "unknown" ? key : makeDep({ key, payload: { kind: "dep", via }, at }, context);
}

function coerceDep(value: Exclude<Value, Unknown>, { via, at }: Writing, context: CallContext): Value {
  if (isObject(value, DEP)) return value.payload === undefined ? copy(value, {}, { kind: "dep", via } satisfies DepPayload) : value;
  const key = coerceToAssetKey(value, context);
  // A key made of text stands where the text does.
  const named = value.kind === "object" ? at : undefined;
  return distribute(key, (known) => makeDep({ key: known, payload: { kind: "dep", via }, at: named }, context));
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
