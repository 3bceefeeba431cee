/**
 * The nodes of the graph: all claims by key, the one that Dagster loads, dependencies with where they lead, stubs for keys that are only named, and the same
 * graph as selections see it. Dagster puts source assets after all others, so one that comes later than a definition of its key wins over it.
 */
import { groupBy } from "../../../base/group-by.ts";
import type { Location } from "../../../base/span.ts";
import type { Interpreter } from "../../../python/interpreter.ts";
import type { Unknown } from "../../../python/value.ts";
import { type KeyId, type KeyPath, keyId } from "../../model/asset-key.ts";
import type { SelectionGraph, SelectionNode, UncertainAttribute } from "../../selection/selection-graph.ts";
import type { AssetClaim, GraphAsset, GraphCheck, ResolvedDependency } from "./asset-graph.ts";
import { partitionsFamily, partitionsIdentity } from "./partitions-class.ts";
import { resolveDependencies } from "./resolve-dependencies.ts";

export interface AssetParts {
  readonly claims: readonly AssetClaim[];
  readonly checks: readonly GraphCheck[];
  /** Why assets, and checks, may be missing. */
  readonly assetGaps: readonly Unknown[];
  readonly checkGaps: readonly Unknown[];
}

export interface BuiltAssets {
  readonly assets: ReadonlyMap<KeyId, GraphAsset>;
  readonly checks: readonly GraphCheck[];
  readonly selectable: SelectionGraph;
  /** Why assets may be missing. */
  readonly gaps: readonly Unknown[];
}

export function buildAssets({ claims, checks, assetGaps, checkGaps }: AssetParts, interpreter: Interpreter): BuiltAssets {
  const byKey = groupBy(claims, ({ id }) => id);
  const loaded = new Map([...byKey].map(([id, list]) => [id, loadedClaim(list, interpreter)]));
  const dependencies = resolveDependencies([...loaded.values()], (claim) => unitOf(claim, interpreter));
  const named = namedKeys(dependencies, checks);

  const assets = new Map<KeyId, GraphAsset>();
  for (const [id, claim] of loaded) {
    assets.set(id, {
      id,
      path: claim.path,
      kind: claim.kind,
      claims: byKey.get(id) ?? [claim],
      claim,
      dependencies: dependencies.get(claim) ?? [],
      namedAt: named.get(id)?.at ?? [],
    });
  }
  for (const [id, { path, at, condition, isSure }] of named) {
    if (assets.has(id)) continue;
    const under = !isSure && condition ? { namedUnder: condition } : {};
    assets.set(id, { id, path, kind: "stub", claims: [], dependencies: [], namedAt: at, ...under });
  }
  const isOpen = assetGaps.length > 0;
  const sets = executionSets([...loaded.values()]);
  const nodes = new Map([...assets].map(([id, asset]) => [id, selectionNode(asset, { isOpen, sets, interpreter })]));
  const checkPaths = checks.map(({ asset, name: checkName }) => ({ asset, name: checkName }));
  return { assets, checks, gaps: assetGaps, selectable: { nodes, checks: checkPaths, open: isOpen, checksOpen: checkGaps.length > 0 } };
}

interface Named {
  readonly path: KeyPath;
  readonly at: Location[];
  condition?: Unknown | undefined;
  /** Something unconditional names it. */
  isSure: boolean;
}

/** Every key that a dependency or a check names, with the places in order. */
function namedKeys(
  dependencies: ReadonlyMap<AssetClaim, readonly ResolvedDependency[]>,
  checks: readonly GraphCheck[],
): ReadonlyMap<KeyId, Named> {
  const named = new Map<KeyId, Named>();
  const name = (id: KeyId, mention: { readonly path: KeyPath; readonly at: Location; readonly condition: Unknown | undefined }): void => {
    const known = named.get(id);
    if (!known) {
      named.set(id, { path: mention.path, at: [mention.at], condition: mention.condition, isSure: !mention.condition });
      return;
    }
    known.at.push(mention.at);
    known.isSure ||= !mention.condition;
  };
  for (const [claim, list] of dependencies) {
    for (const { to, path, at, condition } of list) name(to, { path, at, condition: condition ?? claim.condition });
  }
  for (const { asset, at, condition } of checks) name(keyId(asset), { path: asset, at, condition });
  return named;
}

/** Of several claims, the one that Dagster loads; an unconditional one before a conditional one. */
function loadedClaim(claims: readonly AssetClaim[], interpreter: Interpreter): AssetClaim {
  const sure = claims.filter((claim) => !claim.condition);
  const candidates = sure.length > 0 ? sure : claims;
  const source = candidates.find((claim) => interpreter.isInstance(claim.object, "dagster.SourceAsset"));
  const winner = source ?? candidates[0];
  if (winner === undefined) throw new Error("a key without a claim");
  return winner;
}

/** Bare specs become one definition for each partitions definition; everything else is what it is. */
function unitOf(claim: AssetClaim, interpreter: Interpreter): unknown {
  if (!interpreter.isInstance(claim.object, "dagster.AssetSpec")) return claim.object;
  return `specs:${partitionsIdentity(claim.spec.fields.get("partitions_def")) ?? ""}`;
}

/** Keys of definitions that cannot be executed in part, by definition. */
function executionSets(claims: readonly AssetClaim[]): ReadonlyMap<unknown, readonly KeyId[]> {
  const sets = new Map<unknown, KeyId[]>();
  for (const { object, id } of claims) {
    const list = sets.get(object);
    if (list) list.push(id);
    else sets.set(object, [id]);
  }
  return sets;
}

interface NodeContext {
  readonly isOpen: boolean;
  readonly sets: ReadonlyMap<unknown, readonly KeyId[]>;
  readonly interpreter: Interpreter;
}

function selectionNode({ id, path, kind, claim, dependencies }: GraphAsset, { isOpen, sets, interpreter }: NodeContext): SelectionNode {
  if (claim === undefined) {
    const stub = {
      id,
      path,
      group: "default",
      tags: {},
      owners: [],
      kinds: [],
      partitions: "none",
      execution: "none",
      parents: [],
      executionSet: [id],
    } as const;
    return isOpen
      ? { ...stub, uncertain: new Set<UncertainAttribute>(["group", "tags", "owners", "kinds", "partitions", "execution", "parents"]) }
      : stub;
  }
  const family = partitionsFamily(claim.spec.fields.get("partitions_def"), interpreter);
  const canSubset = claim.object.fields.get("can_subset");
  const isSubsettable = canSubset === undefined || canSubset.kind === "none" || (canSubset.kind === "bool" && canSubset.value);
  const uncertain = new Set<UncertainAttribute>();
  if (claim.condition) uncertain.add("existence");
  if (!claim.group.known) uncertain.add("group");
  if (claim.tags.gaps.length > 0) uncertain.add("tags").add("kinds");
  if (claim.owners.gaps.length > 0) uncertain.add("owners");
  if (claim.deps.gaps.length > 0 || dependencies.some((dependency) => dependency.condition)) uncertain.add("parents");
  if (family === undefined) uncertain.add("partitions");
  if (canSubset?.kind === "unknown" || canSubset?.kind === "one-of") uncertain.add("execution-set");
  const execution = kind === "asset" ? "materialization" : kind === "observable" ? "observation" : "none";
  return {
    id,
    path,
    group: claim.group.known ? claim.group.value : "",
    tags: Object.fromEntries(claim.tags.items.map(({ value }) => value)),
    owners: claim.owners.items.map(({ value }) => value),
    kinds: claim.kinds.items.map(({ value }) => value),
    partitions: family ?? "none",
    execution,
    parents: [...new Set(dependencies.flatMap((dependency) => (dependency.condition ? [] : [dependency.to])))],
    executionSet: isSubsettable ? [id] : (sets.get(claim.object) ?? [id]),
    ...(uncertain.size > 0 && { uncertain }),
  };
}
