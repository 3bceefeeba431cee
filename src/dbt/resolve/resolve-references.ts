/** From names to nodes: `ref`, `source` and `metric` in dbt's order of packages. What is disabled or missing is no parent. */
import type { Span } from "../../base/span.ts";
import type { ResourceType } from "../config/node-config.ts";
import type { RefCall, SourceCall } from "../jinja/context/node-context.ts";
import { type DbtNode, isEnabled, type UnresolvedNode } from "../nodes/dbt-node.ts";
import { inputMeasures } from "../nodes/yaml-nodes.ts";
import { textOf } from "../project/project-file.ts";
import { type DbtProblemKind, noteProblem, type ProjectReading, readProjectText } from "../project/project-reading.ts";
import { isMapping, pythonStr } from "../value.ts";

const REFERABLE: ReadonlySet<ResourceType> = new Set(["model", "seed", "snapshot"]);

/** By name, then by package; a version of a model also as `name.v2`, the latest under the plain name too. */
type Index = Map<string, Map<string, UnresolvedNode>>;

interface Lookup {
  readonly rootName: string;
  readonly refs: Index;
  readonly disabledRefs: Index;
  readonly sources: Index;
  readonly disabledSources: Index;
  readonly metrics: Index;
  /** Semantic models by the names of their measures. */
  readonly measures: Map<string, string>;
}

export function resolveReferences(reading: ProjectReading, nodes: readonly UnresolvedNode[], rootName: string): DbtNode[] {
  const lookup = indexNodes(nodes, rootName);
  return nodes.map((node) => resolveNode(reading, lookup, node));
}

function indexNodes(nodes: readonly UnresolvedNode[], rootName: string): Lookup {
  const lookup: Lookup = {
    rootName,
    refs: new Map(),
    disabledRefs: new Map(),
    sources: new Map(),
    disabledSources: new Map(),
    metrics: new Map(),
    measures: new Map(),
  };
  for (const node of nodes) {
    if (REFERABLE.has(node.resourceType)) {
      const index = isEnabled(node) ? lookup.refs : lookup.disabledRefs;
      for (const name of referableNames(node)) add(index, name, node);
    }
    if (node.resourceType === "source")
      add(isEnabled(node) ? lookup.sources : lookup.disabledSources, `${node.sourceName}.${node.name}`, node);
    if (!isEnabled(node)) continue;
    if (node.resourceType === "metric") add(lookup.metrics, node.name, node);
    for (const measure of measuresOf(node)) lookup.measures.set(measure, node.uniqueId);
  }
  return lookup;
}

function measuresOf(node: UnresolvedNode): string[] {
  const measures = node.resourceType === "semantic_model" ? node.extra.get("measures") : undefined;
  return (Array.isArray(measures) ? measures : []).flatMap((measure) => (isMapping(measure) ? (textOf(measure.get("name")) ?? []) : []));
}

function add(index: Index, name: string, node: UnresolvedNode): void {
  const packages = index.get(name) ?? new Map<string, UnresolvedNode>();
  index.set(name, packages);
  if (!packages.has(node.packageName)) packages.set(node.packageName, node);
}

function referableNames(node: UnresolvedNode): string[] {
  if (node.version === undefined || node.version === null) return [node.name];
  const version = pythonStr(node.version);
  const isLatest = version === pythonStr(node.latestVersion ?? null);
  return isLatest ? [`${node.name}.v${version}`, node.name] : [`${node.name}.v${version}`];
}

function find(index: Index, name: string, packages: readonly (string | undefined)[]): UnresolvedNode | undefined {
  const found = index.get(name);
  if (found === undefined) return undefined;
  for (const candidate of packages) {
    const node = candidate === undefined ? found.values().next().value : found.get(candidate);
    if (node !== undefined) return node;
  }
  return undefined;
}

function searchOrder({ rootName }: Lookup, node: UnresolvedNode): (string | undefined)[] {
  return [rootName, node.packageName, undefined];
}

interface Parents {
  /** The certain ones, until those that are not are put behind them. */
  readonly certain: string[];
  readonly uncertain: string[];
  lost: boolean;
}

function addParent(parents: string[], id: string): void {
  if (!parents.includes(id)) parents.push(id);
}

/** Fills the node's lists: most nodes are tests, and a copy of each would cost more than finding its parents. */
function resolveNode(reading: ProjectReading, lookup: Lookup, node: UnresolvedNode): DbtNode {
  const parents: Parents = { certain: node.dependsOn, uncertain: [], lost: false };
  if (node.resourceType !== "source") {
    for (const source of node.sources) resolveSource(reading, lookup, node, { call: source, parents });
    for (const ref of node.refs) resolveRef(reading, lookup, node, { call: ref, parents });
  }
  for (const metric of node.metrics) {
    const found = find(lookup.metrics, metric, searchOrder(lookup, node));
    if (found !== undefined) addParent(parents.certain, found.uniqueId);
  }
  if (node.resourceType === "metric") {
    for (const name of inputMeasures(node.extra)) {
      const measure = lookup.measures.get(name);
      if (measure !== undefined) addParent(parents.certain, measure);
    }
  }
  for (const parent of parents.uncertain) if (!parents.certain.includes(parent)) node.uncertainParents.push(parent);
  node.dependsOn.push(...node.uncertainParents);
  return parents.lost ? { ...node, config: new Map(node.config).set("enabled", false) } : node;
}

interface Resolving<Call> {
  readonly call: Call;
  readonly parents: Parents;
}

function resolveRef(reading: ProjectReading, lookup: Lookup, node: UnresolvedNode, { call, parents }: Resolving<RefCall>): void {
  const name = call.version === undefined ? call.name : `${call.name}.v${call.version}`;
  const packages = call.package === undefined ? searchOrder(lookup, node) : [call.package];
  const found = find(lookup.refs, name, packages);
  if (found !== undefined) {
    addParent(call.uncertain === undefined ? parents.certain : parents.uncertain, found.uniqueId);
    return;
  }
  const disabled = find(lookup.disabledRefs, name, packages) !== undefined;
  lose(reading, node, parents, {
    kind: disabled ? "disabled-ref" : "unknown-ref",
    disabled,
    uncertain: call.uncertain !== undefined,
    name: call.name,
    version: call.version,
    what: `a node named \`${name}\``,
  });
}

function resolveSource(reading: ProjectReading, lookup: Lookup, node: UnresolvedNode, { call, parents }: Resolving<SourceCall>): void {
  const name = `${call.source}.${call.table}`;
  const packages = searchOrder(lookup, node);
  const found = find(lookup.sources, name, packages);
  if (found !== undefined) addParent(call.uncertain === undefined ? parents.certain : parents.uncertain, found.uniqueId);
  else
    lose(reading, node, parents, {
      kind: "unknown-source",
      disabled: find(lookup.disabledSources, name, packages) !== undefined,
      uncertain: call.uncertain !== undefined,
      name: call.table,
      what: `a source named \`${name}\``,
    });
}

interface LostParent {
  readonly kind: DbtProblemKind;
  readonly disabled: boolean;
  readonly uncertain: boolean;
  /** As the call names it. */
  readonly name: string;
  readonly version?: string | undefined;
  readonly what: string;
}

/** A test without its node is switched off, without a word where its node is, too; of anything else dbt refuses the project. */
function lose(reading: ProjectReading, node: UnresolvedNode, parents: Parents, lost: LostParent): void {
  if (lost.uncertain || !isEnabled(node)) return;
  const isTest = node.resourceType === "test";
  if (isTest) parents.lost = true;
  if (isTest && lost.disabled) return;
  const title = `${node.resourceType.replace("_", " ")} \`${node.name}\``;
  noteProblem(reading, node.location.path, {
    kind: isTest ? "lost-test" : lost.kind,
    severity: isTest ? "warning" : "error",
    message: `the ${title} depends on ${lost.what} which ${lost.disabled ? "is disabled" : "was not found"}`,
    node: node.uniqueId,
    span: placeOfCall(reading, node, lost),
  });
}

/** Where the node's own text names it in a call; a name that a macro puts together stands nowhere, then it is the whole node. */
export function placeOfCall(
  reading: ProjectReading,
  { location }: Pick<DbtNode, "location">,
  { name, version }: Pick<LostParent, "name" | "version">,
): Span {
  const text = readProjectText(reading, location.path) ?? "";
  const quoted = name.replace(/[^\w]/g, "\\$&");
  const calls = [
    ...text.slice(location.start, location.end).matchAll(new RegExp(`\\b(?:ref|source)\\s*\\([^()]*['"]${quoted}['"][^()]*\\)`, "g")),
  ];
  const found = calls.find(([call]) => VERSION.exec(call)?.[1] === version) ?? calls[0];
  if (found === undefined) return location;
  const start = location.start + found.index;
  return { start, end: start + found[0].length };
}

/** `ref('orders', v=2)`. */
const VERSION = /\bv(?:ersion)?\s*=\s*['"]?([\w.]+)/;
