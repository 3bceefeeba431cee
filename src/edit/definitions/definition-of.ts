/** The definition behind a subject as it is written: the decorated function, the decorator, the call; and a subject's definitions by name. */
import type { LoadedLocation } from "../../dagster/analysis.ts";
import type { AssetClaim, GraphAsset } from "../../dagster/loading/graph/asset-graph.ts";
import { fromUserString, type KeyPath, keyId } from "../../dagster/model/asset-key.ts";
import type { SourceFile } from "../../python/files/source-file.ts";
import type { FunctionValue, LibraryObject, Value } from "../../python/value.ts";
import type { Expression } from "../../syntax/expression.ts";
import type { FunctionDefinition } from "../../syntax/statement.ts";
import { everyNode } from "../names/tree-search.ts";
import type { Project } from "../project.ts";

export interface FoundAsset {
  readonly location: LoadedLocation;
  readonly asset: GraphAsset;
}

/** In every code location that knows the key; stubs included. */
export function findAsset(project: Project, key: string): readonly FoundAsset[] {
  const id = keyId(fromUserString(key));
  return project.analysis.locations.flatMap((location) =>
    location.graphs.flatMap(({ assets }) => {
      const asset = assets.get(id) ?? [...assets.values()].find(({ path }) => path.join("/") === key);
      return asset ? [{ location, asset }] : [];
    }),
  );
}

export function isKnownKey(project: Project, path: KeyPath): boolean {
  return project.analysis.locations.some(({ graphs }) => graphs.some(({ assets }) => assets.has(keyId(path))));
}

/** The function that was decorated. */
export function functionOfClaim(claim: AssetClaim): FunctionValue | undefined {
  return asFunction(claim.payload?.function ?? claim.object.fields.get("observe_fn"));
}

/** The parts that a loader puts before those that the definition of a function gives. */
export function loaderPrefix(claim: AssetClaim): KeyPath {
  const given = claim.object.args?.keywords;
  if (!functionOfClaim(claim) || given?.has("key")) return [];
  return claim.path.slice(0, Math.max(0, claim.path.length - 1 - partsIn(given?.get("key_prefix")?.value)));
}

/** Of `key_prefix`. */
function partsIn(prefix: Value | undefined): number {
  if (prefix?.kind === "str") return 1;
  return prefix?.kind === "list" || prefix?.kind === "tuple" ? prefix.items.length : 0;
}

export function functionOfObject(object: LibraryObject): FunctionValue | undefined {
  const payload = object.payload as { readonly function?: Value } | undefined;
  return asFunction(payload?.function ?? object.fields.get("observe_fn") ?? object.fields.get("evaluation_fn"));
}

function asFunction(value: Value | undefined): FunctionValue | undefined {
  return value?.kind === "function" ? value : undefined;
}

export interface WrittenDefinition {
  readonly file: SourceFile;
  /** The decorator's expression or the call: what takes arguments. */
  readonly call: Expression;
  /** Absent for a call that decorates nothing: `AssetSpec(…)`. */
  readonly function?: FunctionDefinition;
}

/** Where the object was made, when that is a decorator or a call in the repository that stands there for this object alone. */
export function writtenDefinition(project: Project, object: LibraryObject, fn?: FunctionValue): WrittenDefinition | undefined {
  const file = project.file(object.at.path);
  if (!file) return undefined;
  if (fn && fn.file.path === file.path && fn.definition.kind === "function") {
    const { definition } = fn;
    const decorator = definition.decorators.find(({ start, end }) => start === object.at.start && object.at.end === end);
    if (decorator) return { file, call: decorator, function: definition };
  }
  const call = everyNode(file, project).find(
    (node) => node.kind === "call" && node.start === object.at.start && node.end === object.at.end,
  );
  return call?.kind === "call" ? { file, call } : undefined;
}
