/** Where a definition is best shown: at the argument that names it, else at the function's name, else at the call that made it. */
import type { Location } from "../../base/span.ts";
import type { GraphAsset } from "../../dagster/loading/graph/asset-graph.ts";
import type { AssetsPayload, CompositionPayload } from "../../dagster/model/objects.ts";
import type { FunctionValue, LibraryObject, Value } from "../../python/value.ts";
import { nameOfFunction } from "./decorations.ts";

export function placeOfDefinition(object: LibraryObject): Location {
  const named = object.args?.keywords.get("key") ?? object.args?.keywords.get("name");
  if (named && named.value.kind !== "none") return named.at;
  const fn = functionOf(object);
  if (fn && fn.file.path === object.at.path) return nameOfFunction(fn);
  return object.at;
}

/** The place of the argument of that name, when the definition has one. */
export function placeOfArgument(object: LibraryObject, ...names: readonly string[]): Location | undefined {
  for (const name of names) {
    const argument = object.args?.keywords.get(name);
    if (argument) return argument.at;
  }
  return undefined;
}

/** The decorated function. */
export function functionOf(object: LibraryObject): FunctionValue | undefined {
  const payload = object.payload as AssetsPayload | CompositionPayload | { readonly function?: Value } | undefined;
  const fn = payload && "function" in payload ? payload.function : (object.fields.get("evaluation_fn") ?? object.fields.get("observe_fn"));
  return fn?.kind === "function" ? fn : undefined;
}

/** The function of a certain asset that is one function's only asset. */
export function functionOfAsset({ claim }: GraphAsset): FunctionValue | undefined {
  return claim && !claim.condition && claim.payload?.definition === "asset" ? functionOf(claim.object) : undefined;
}
