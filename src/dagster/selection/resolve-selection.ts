/**
 * What a selection selects: each node of the AST as the class of the same meaning in Dagster's asset_selection.py resolves it (1.13.27),
 * over an abstract graph. Where the graph is uncertain the answer is a partial set; refusals of Dagster are listed, never thrown.
 */
import { checkId, type KeyId, type KeyPath, keyId, toUserString } from "../model/asset-key.ts";
import type { AssetSelection, CheckPath } from "./asset-selection.ts";
import { differenceOf, doubted, EMPTY_SET, filterSet, intersectionOf, type PartialSet, unionOf } from "./partial-set.ts";
import type { SelectionGraph, SelectionNode, UncertainAttribute } from "./selection-graph.ts";
import { type Adjacency, adjacencyOf, expand, rootsOf, sinksOf } from "./traverse-selection.ts";

/** Why Dagster refuses to resolve the selection. `certain` is false when something unknown may supply what is missing. */
export type SelectionError =
  | { readonly kind: "unknown-asset"; readonly key: KeyPath; readonly certain: boolean }
  | { readonly kind: "unknown-check"; readonly check: CheckPath; readonly certain: boolean }
  /** An attribute that cannot select assets in code. */
  | { readonly kind: "interface-only"; readonly attribute: string; readonly certain: true };

export interface ResolvedSelection {
  /** Ids of assets ({@link keyId}). */
  readonly assets: PartialSet;
  /** Ids of checks ({@link checkId}) that are selected explicitly or go along with the assets. */
  readonly checks: PartialSet;
  readonly errors: readonly SelectionError[];
}

interface Resolution {
  readonly graph: SelectionGraph;
  readonly adjacency: Adjacency;
  readonly errors: Map<string, SelectionError>;
}

/** Resolves `selection` over `graph`. Linear in the graph for each node of the selection; `roots` and `sinks` take a walk for each member. */
export function resolveSelection(selection: AssetSelection, graph: SelectionGraph): ResolvedSelection {
  const resolution: Resolution = { graph, adjacency: adjacencyOf(graph), errors: new Map() };
  const assets = resolveAssets(selection, resolution);
  const checks = resolveChecks(selection, resolution);
  return { assets, checks, errors: [...resolution.errors.values()] };
}

function resolveAssets(selection: AssetSelection, resolution: Resolution): PartialSet {
  const { graph } = resolution;
  switch (selection.kind) {
    case "all":
      return where(resolution, selection.includeSources, [], () => true);
    case "all-asset-checks":
    case "checks-for-assets":
    case "checks":
      return EMPTY_SET;
    case "keys":
      return exactKeys(selection.keys, resolution);
    case "key-wildcard": {
      const pattern = wildcard(selection.pattern);
      return where(resolution, true, [], (node) => pattern.test(toUserString(node.path)));
    }
    case "key-prefixes":
      return where(resolution, selection.includeSources, [], (node) => selection.prefixes.some((prefix) => hasPrefix(node.path, prefix)));
    case "key-substring":
      return where(resolution, selection.includeSources, [], (node) => toUserString(node.path).includes(selection.substring));
    case "groups":
      return where(resolution, selection.includeSources, ["group"], (node) => selection.groups.includes(node.group));
    case "group-wildcard": {
      const pattern = wildcard(selection.pattern);
      return where(resolution, selection.includeSources, ["group"], (node) => pattern.test(node.group));
    }
    case "tag":
      return where(resolution, selection.includeSources, ["tags"], (node) => tagOf(node, selection.key) === selection.value);
    case "owner":
      return where(resolution, true, ["owners"], (node) => selection.owner !== null && node.owners.includes(selection.owner));
    case "asset-kind":
      return where(resolution, selection.includeSources, ["kinds"], (node) =>
        selection.assetKind === null ? node.kinds.length === 0 : node.kinds.includes(selection.assetKind),
      );
    case "is":
      return where(
        resolution,
        true,
        ["execution"],
        (node) => (node.execution === "materialization") === (selection.attribute === "materializable"),
      );
    case "partitions":
      return where(resolution, true, ["partitions"], (node) => node.partitions === (selection.partitions ?? "none"));
    case "interface-only":
      resolution.errors.set(selection.attribute, { kind: "interface-only", attribute: selection.attribute, certain: true });
      return EMPTY_SET;
    case "and":
      return combine(selection.operands, (operand) => resolveAssets(operand, resolution), intersectionOf);
    case "or":
      return combine(selection.operands, (operand) => resolveAssets(operand, resolution), unionOf);
    case "subtract":
      return differenceOf(resolveAssets(selection.left, resolution), resolveAssets(selection.right, resolution));
    case "unknown":
      return { certain: new Set(), possible: new Set(graph.nodes.keys()), open: true };
    default:
      return resolveChained(selection, resolution);
  }
}

function resolveChained(selection: Extract<AssetSelection, { readonly child: AssetSelection }>, resolution: Resolution): PartialSet {
  const child = resolveAssets(selection.child, resolution);
  const { adjacency } = resolution;
  switch (selection.kind) {
    case "downstream": {
      const all = expand(child, resolution, "downstream", selection.depth);
      return selection.includeSelf ? all : differenceOf(all, child);
    }
    case "upstream": {
      const all = expand(child, resolution, "upstream", selection.depth);
      return filterSet(selection.includeSelf ? all : differenceOf(all, child), (id) => isMaterializable(resolution, id));
    }
    case "upstream-sources":
      return filterSet(expand(child, resolution, "upstream", null), (id) => negate(isMaterializable(resolution, id)));
    case "materializable":
      return filterSet(child, (id) => isMaterializable(resolution, id));
    case "required-neighbors":
      return requiredNeighbours(child, resolution);
    case "sinks":
      return extremes(child, (members) => sinksOf(members, adjacency), adjacency);
    case "roots":
      return extremes(child, (members) => rootsOf(members, adjacency), adjacency);
  }
}

/** Only `and`, `or`, subtraction and the selections of checks look at checks; every other selection takes those of its assets. */
function resolveChecks(selection: AssetSelection, resolution: Resolution): PartialSet {
  const { graph } = resolution;
  switch (selection.kind) {
    case "all-asset-checks":
      return { certain: new Set(graph.checks.map(checkId)), possible: new Set(), open: graph.checksOpen || graph.open };
    case "checks-for-assets": {
      const ids = new Set(selection.keys.map(keyId));
      const certain = graph.checks.filter((check) => ids.has(keyId(check.asset))).map(checkId);
      return { certain: new Set(certain), possible: new Set(), open: graph.checksOpen };
    }
    case "checks":
      return exactChecks(selection.checks, resolution);
    case "and":
      return combine(selection.operands, (operand) => resolveChecks(operand, resolution), intersectionOf);
    case "or":
      return combine(selection.operands, (operand) => resolveChecks(operand, resolution), unionOf);
    case "subtract":
      return differenceOf(resolveChecks(selection.left, resolution), resolveChecks(selection.right, resolution));
    default:
      return checksOf(resolveAssets(selection, resolution), graph);
  }
}

function checksOf(assets: PartialSet, graph: SelectionGraph): PartialSet {
  const certain = graph.checks.filter((check) => assets.certain.has(keyId(check.asset))).map(checkId);
  const possible = graph.checks.filter((check) => assets.possible.has(keyId(check.asset))).map(checkId);
  return { certain: new Set(certain), possible: new Set(possible), open: graph.checksOpen || assets.open };
}

function exactKeys(keys: readonly KeyPath[], resolution: Resolution): PartialSet {
  const certain = new Set<KeyId>();
  const possible = new Set<KeyId>();
  for (const key of keys) {
    const id = keyId(key);
    const node = resolution.graph.nodes.get(id);
    const exists = node !== undefined && !node.uncertain?.has("existence");
    if (exists) certain.add(id);
    else if (node) possible.add(id);
    if (!exists) resolution.errors.set(id, { kind: "unknown-asset", key, certain: node === undefined && !resolution.graph.open });
  }
  return { certain, possible, open: resolution.graph.open && keys.some((key) => !resolution.graph.nodes.has(keyId(key))) };
}

function exactChecks(checks: readonly CheckPath[], resolution: Resolution): PartialSet {
  const { graph, errors } = resolution;
  const existing = new Set(graph.checks.map(checkId));
  const isOpen = graph.checksOpen || graph.open;
  const certain = new Set<string>();
  for (const check of checks) {
    const id = checkId(check);
    if (existing.has(id)) certain.add(id);
    else errors.set(id, { kind: "unknown-check", check, certain: !isOpen });
  }
  return { certain, possible: new Set(), open: isOpen && certain.size < checks.length };
}

/** Nodes that pass the test; those for which `attributes` are uncertain are possible. */
function where(
  { graph }: Resolution,
  includeSources: boolean,
  attributes: readonly UncertainAttribute[],
  test: (node: SelectionNode) => boolean,
): PartialSet {
  const needed: readonly UncertainAttribute[] = includeSources ? attributes : [...attributes, "execution"];
  const certain = new Set<KeyId>();
  const possible = new Set<KeyId>();
  for (const node of graph.nodes.values()) {
    const isUnsure = node.uncertain !== undefined && needed.some((attribute) => node.uncertain?.has(attribute));
    const passes = (includeSources || node.execution === "materialization") && test(node);
    if (passes && !isUnsure && !node.uncertain?.has("existence")) certain.add(node.id);
    else if (passes || isUnsure) possible.add(node.id);
  }
  return { certain, possible, open: graph.open };
}

function extremes(child: PartialSet, pick: (members: ReadonlySet<KeyId>) => Set<KeyId>, adjacency: Adjacency): PartialSet {
  const isSure = child.possible.size === 0 && !child.open && adjacency.loose.size === 0;
  if (isSure) return { certain: pick(child.certain), possible: new Set(), open: false };
  return doubted(child);
}

function requiredNeighbours(child: PartialSet, { graph }: Resolution): PartialSet {
  const neighbours = (ids: ReadonlySet<KeyId>): Set<KeyId> =>
    new Set([...ids].flatMap((id) => [id, ...(graph.nodes.get(id)?.executionSet ?? [])]));
  const certain = neighbours(child.certain);
  const isUnsure = [...child.certain].some((id) => graph.nodes.get(id)?.uncertain?.has("execution-set"));
  return unionOf({ certain, possible: new Set(), open: child.open || isUnsure }, { ...EMPTY_SET, possible: neighbours(child.possible) });
}

function isMaterializable({ graph }: Resolution, id: KeyId): boolean | undefined {
  const node = graph.nodes.get(id);
  if (node === undefined) return false;
  return node.uncertain?.has("execution") ? undefined : node.execution === "materialization";
}

function negate(verdict: boolean | undefined): boolean | undefined {
  return verdict === undefined ? undefined : !verdict;
}

function combine(
  operands: readonly AssetSelection[],
  resolve: (operand: AssetSelection) => PartialSet,
  merge: (left: PartialSet, right: PartialSet) => PartialSet,
): PartialSet {
  const [first, ...rest] = operands.map(resolve);
  return rest.reduce(merge, first ?? EMPTY_SET);
}

function tagOf(node: SelectionNode, key: string): string | undefined {
  if (key.startsWith(KIND_PREFIX)) return node.kinds.includes(key.slice(KIND_PREFIX.length)) ? "" : undefined;
  return Object.hasOwn(node.tags, key) ? node.tags[key] : undefined;
}

const KIND_PREFIX = "dagster/kind/";

function hasPrefix(path: KeyPath, prefix: KeyPath): boolean {
  return prefix.length <= path.length && prefix.every((part, index) => path[index] === part);
}

/** `*` matches any characters but a line break; everything else itself. */
function wildcard(pattern: string): RegExp {
  const literal = pattern.split("*").map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"));
  return new RegExp(`^${literal.join(".*")}$`);
}
