/** Asset nodes and edges of the document, from the graph. A stub has nothing but its key and the place that names it. */
import { compareKeys } from "../../../base/order.ts";
import type { Location } from "../../../base/span.ts";
import { NOWHERE } from "../../../python/make-value.ts";
import type { FunctionValue, Value } from "../../../python/value.ts";
import type { AssetDefinition, AssetEdge, AssetNode } from "../../../types/graph-document.ts";
import { OPAQUE } from "../../library/remote/opaque-node.ts";
import { type KeyId, keyId, toUserString } from "../../model/asset-key.ts";
import { readAssetSpec } from "../../model/asset-spec.ts";
import { type AssetsDefinition, isAssetsDefinition, readAssetsDefinition, readIoManagerKey } from "../../model/assets-definition.ts";
import { readPartitionMapping } from "../../model/partition-mapping.ts";
import { payloadOf } from "../../model/payload.ts";
import { type Read, readListing, readStr } from "../../model/read.ts";
import type { AssetClaim, GraphAsset, RepositoryGraph, ResolvedDependency } from "../graph/asset-graph.ts";
import { type Doubts, Subject } from "./doubts.ts";

/** What has to be remembered over all nodes: definitions are read once, and their ids are handed out in order. */
export interface DefinitionRegistry {
  read(claim: AssetClaim): AssetsDefinition | undefined;
  idOf(claim: AssetClaim): string;
}

export function createDefinitionRegistry(doubts: Doubts): DefinitionRegistry {
  const definitions = new Map<object, AssetsDefinition>();
  const ids = new Map<object, string>();
  const taken = new Map<string, number>();
  return {
    read({ object }) {
      if (!isAssetsDefinition(object)) return undefined;
      let definition = definitions.get(object);
      if (!definition) {
        definition = readAssetsDefinition(object);
        definitions.set(object, definition);
      }
      return definition;
    },
    idOf({ object, payload }) {
      const identity = payload?.id ?? object;
      const given = ids.get(identity);
      if (given !== undefined) return given;
      const { file, line } = doubts.places.rangeOf(payload?.id.at ?? object.at);
      const place = `${file}:${line}`;
      const count = (taken.get(place) ?? 0) + 1;
      taken.set(place, count);
      const id = count === 1 ? place : `${place}#${count}`;
      ids.set(identity, id);
      return id;
    },
  };
}

export function assetNode(
  asset: GraphAsset,
  graph: RepositoryGraph,
  context: { readonly doubts: Doubts; readonly registry: DefinitionRegistry },
): AssetNode {
  const { claim } = asset;
  return claim ? definedNode(asset, claim, graph, context) : stubNode(asset, graph, context.doubts);
}

const NOTHING = {
  definition: null,
  group: null,
  kinds: [],
  computeKind: null,
  owners: [],
  tags: {},
  description: null,
  metadata: {},
  codeVersion: null,
  partitions: null,
  automation: null,
  resources: [],
  ioManager: null,
  pool: null,
  retryPolicy: null,
  backfillPolicy: null,
  freshnessPolicy: null,
} as const;

function stubNode(asset: GraphAsset, graph: RepositoryGraph, doubts: Doubts): AssetNode {
  const key = toUserString(asset.path);
  const subject = new Subject(`asset:${key}`, doubts, []);
  const [gap] = graph.gaps.assets;
  if (gap) subject.doubt("kind", gap);
  const [named] = asset.namedAt;
  return {
    key,
    keyPath: asset.path,
    kind: "stub",
    ...NOTHING,
    checks: checkNames(asset, graph),
    component: null,
    source: doubts.places.rangeOf(named ?? NOWHERE),
    conditional: doubts.conditional(asset.namedUnder),
    ...subject.fields(),
  };
}

function definedNode(
  asset: GraphAsset,
  claim: AssetClaim,
  graph: RepositoryGraph,
  { doubts, registry }: { readonly doubts: Doubts; readonly registry: DefinitionRegistry },
): AssetNode {
  const key = toUserString(asset.path);
  const subject = new Subject(`asset:${key}`, doubts, claim.assumes);
  const spec = readAssetSpec(claim.spec);
  const definition = registry.read(claim);
  const placeholder = claim.spec.fields.get(OPAQUE);
  if (placeholder?.kind === "unknown") subject.doubtKey(placeholder);
  for (const gap of claim.deps.gaps) subject.doubt("deps", gap);
  const automation = subject.value("automation", spec.automation, null);
  const ioManager = subject.value("ioManager", ioManagerOf(claim, definition), null);
  return {
    key,
    keyPath: asset.path,
    kind: asset.kind,
    definition: definitionOf(claim, registry.idOf(claim)),
    group: subject.value("group", claim.group, null),
    kinds: [...new Set(subject.members("kinds", claim.kinds))].sort(compareKeys),
    computeKind: definition ? subject.value("computeKind", definition.computeKind, null) : null,
    owners: [...subject.members("owners", claim.owners)].sort(compareKeys),
    tags: sortedRecord(subject.members("tags", claim.tags)),
    description: subject.value("description", spec.description, null),
    metadata: sortedRecord(subject.members("metadata", spec.metadata)),
    codeVersion: subject.value("codeVersion", spec.codeVersion, null),
    partitions: subject.value("partitions", spec.partitions, null),
    automation: automation && { label: automation.label, expression: automation.expression },
    resources: resourcesOf(claim, definition, subject, graph)
      .filter((name) => name !== ioManager)
      .sort(compareKeys),
    ioManager,
    pool: definition ? subject.value("pool", definition.pool, null) : null,
    retryPolicy: definition ? subject.value("retryPolicy", definition.retryPolicy, null) : null,
    backfillPolicy: definition ? subject.value("backfillPolicy", definition.backfillPolicy, null) : null,
    freshnessPolicy: subject.value("freshnessPolicy", spec.freshness, null),
    checks: checkNames(asset, graph),
    component: componentOf(claim),
    source: doubts.places.rangeOf(placeOfClaim(claim)),
    conditional: doubts.conditional(claim.condition),
    ...subject.fields(),
  };
}

/**
 * A key that is written in a data file stands there, whatever code makes an asset of it; but what has a file of its own, such as a dbt model,
 * lies in that, wherever the template of its key is written.
 */
export function placeOfClaim(claim: AssetClaim): Location {
  const { at, fields } = claim.spec;
  const key = fields.get("key");
  const path = key?.kind === "object" ? key.fields.get("path") : undefined;
  const last = path?.kind === "list" ? path.items.at(-1) : undefined;
  const origin = last?.kind === "str" ? last.origin : undefined;
  const hasOwnFile = payloadOf(claim.spec, "spec-code") !== undefined && isDataFile(at) && at.path !== origin?.path;
  if (origin && isDataFile(origin) && !hasOwnFile) return origin;
  return at.path === "" ? claim.at : at;
}

export function isDataFile({ path }: Location): boolean {
  return path !== "" && !path.endsWith(".py");
}

function definitionOf(claim: AssetClaim, id: string): AssetDefinition {
  const { payload } = claim;
  const fallback =
    claim.object.type === "dagster.SourceAsset" ? (claim.kind === "observable" ? "observable_source_asset" : "source_asset") : "spec";
  return { id, kind: payload?.definition ?? fallback, function: functionName(payload?.function ?? claim.object.fields.get("observe_fn")) };
}

function functionName(value: Value | undefined): string | null {
  const fn = functionOf(value);
  return fn ? fn.qualifiedName : null;
}

/** The function of the repository behind a value: itself, or what it wraps. */
export function functionOf(value: Value | undefined): FunctionValue | undefined {
  if (value?.kind === "function") return value;
  if (value?.kind === "bound-method") return functionOf(value.function);
  return undefined;
}

const DEFAULT_IO_MANAGER: Value = { kind: "str", value: "io_manager" };

function ioManagerOf(claim: AssetClaim, definition: AssetsDefinition | undefined): Read<string | null> {
  if (definition) {
    return readIoManagerKey(
      claim.spec,
      definition.isExecutable ? (definition.outputs[claim.index]?.ioManagerKey ?? DEFAULT_IO_MANAGER) : undefined,
    );
  }
  const own = claim.object.fields.get("io_manager_key");
  const given = own?.kind === "none" ? undefined : own;
  if (claim.kind === "observable") return readIoManagerKey(claim.spec, given ?? DEFAULT_IO_MANAGER);
  // A source asset under the default key says nothing of it.
  return readIoManagerKey(claim.spec, given?.kind === "str" && given.value === "io_manager" ? undefined : given);
}

/** What the op asks for, and what the resources under those keys and its I/O managers ask for in turn: Dagster binds them together. */
function resourcesOf(
  claim: AssetClaim,
  definition: AssetsDefinition | undefined,
  subject: Subject,
  graph: RepositoryGraph,
): readonly string[] {
  if (claim.kind === "external") return [];
  const listing =
    definition?.requiredResources ??
    readListing(claim.object.fields.get("required_resource_keys"), "required resources", (item) => readStr(item, "a resource key"));
  const found = new Set([...subject.members("resources", listing), ...(definition?.ioManagers ?? [])]);
  for (const key of found) {
    const value = graph.resources.find((resource) => resource.key === key)?.value;
    const inner = value?.kind === "object" ? value.fields.get("required_resource_keys") : undefined;
    const asked = readListing(inner, "required resources", (item) => readStr(item, "a resource key"));
    for (const { value: name } of asked.items) found.add(name);
  }
  return [...found];
}

function componentOf(claim: AssetClaim): string | null {
  const own = claim.object.fields.get("\0component") ?? claim.spec.fields.get("\0component");
  return own?.kind === "str" ? own.value : null;
}

function checkNames(asset: GraphAsset, graph: RepositoryGraph): readonly string[] {
  return namesByAsset(graph).get(asset.id) ?? [];
}

const namesOfGraph = new WeakMap<RepositoryGraph, ReadonlyMap<string, readonly string[]>>();

function namesByAsset(graph: RepositoryGraph): ReadonlyMap<string, readonly string[]> {
  const known = namesOfGraph.get(graph);
  if (known) return known;
  const names = new Map<string, string[]>();
  for (const check of graph.checks) {
    if (check.condition) continue;
    const id = keyId(check.asset);
    const list = names.get(id);
    if (!list) names.set(id, [check.name]);
    else if (!list.includes(check.name)) list.push(check.name);
  }
  for (const list of names.values()) list.sort(compareKeys);
  namesOfGraph.set(graph, names);
  return names;
}

/** The edges into an asset, one for each upstream. */
export function edgesInto(asset: GraphAsset, graph: RepositoryGraph, doubts: Doubts): readonly AssetEdge[] {
  const byUpstream = new Map<KeyId, ResolvedDependency[]>();
  for (const dependency of asset.dependencies) {
    const list = byUpstream.get(dependency.to);
    if (list) list.push(dependency);
    else byUpstream.set(dependency.to, [dependency]);
  }
  const edges: AssetEdge[] = [];
  for (const [id, dependencies] of byUpstream) edges.push(edgeFrom(id, dependencies, { asset, graph, doubts }));
  return edges;
}

interface EdgeContext {
  readonly asset: GraphAsset;
  readonly graph: RepositoryGraph;
  readonly doubts: Doubts;
}

function edgeFrom(id: KeyId, dependencies: readonly ResolvedDependency[], { asset, graph, doubts }: EdgeContext): AssetEdge {
  const [first] = dependencies;
  if (first === undefined) throw new Error("an edge without a dependency");
  const from = toUserString(graph.assets.get(id)?.path ?? first.path);
  const to = toUserString(asset.path);
  const subject = new Subject(`edge:${from}->${to}`, doubts, asset.claim?.assumes ?? []);
  const written = dependencies.find(hasMapping);
  const mapping = written ? readPartitionMapping(written.object.fields.get("partition_mapping")) : undefined;
  const isSure = dependencies.some((dependency) => !dependency.condition);
  return {
    from,
    to,
    via: dependencies.length === 1 ? [first.via] : [...new Set(dependencies.map(({ via }) => via))].sort(compareKeys),
    mapping: mapping ? subject.value("mapping", mapping, null) : null,
    source: doubts.places.rangeOf(first.at),
    conditional: doubts.conditional(asset.claim?.condition ?? (isSure ? undefined : first.condition)),
    ...subject.fields(),
  };
}

function hasMapping({ object }: ResolvedDependency): boolean {
  const mapping = object.type === "dagster.AssetDep" ? object.fields.get("partition_mapping") : undefined;
  return mapping !== undefined && mapping.kind !== "none";
}

export function sortedRecord<T>(entries: readonly (readonly [string, T])[]): Record<string, T> {
  return Object.fromEntries([...entries].sort(([left], [right]) => compareKeys(left, right)));
}
