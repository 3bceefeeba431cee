/** Which nodes of a project a selection means. Tests of selected nodes come with them (dbt's eager indirect selection), also out of an intersection. */
import { createDigraph, type Digraph, reachable } from "../../base/digraph.ts";
import type { DbtProject } from "../dbt-project.ts";
import { type DbtNode, isEnabled } from "../nodes/dbt-node.ts";
import type { DbtUnknown } from "../value.ts";
import { type MethodContext, matchesCriteria } from "./methods.ts";
import { namedSelection, parseSelection, type Selection, type SelectionCriteria } from "./selection.ts";

export interface NodeSelection {
  /** As `--select`; everything when absent. */
  readonly select?: string | undefined;
  readonly exclude?: string | undefined;
  readonly selector?: string | undefined;
}

export interface SelectedNodes {
  readonly ids: ReadonlySet<string>;
  /** Why membership of some nodes is not known. */
  readonly undecided: ReadonlyMap<string, DbtUnknown>;
  /** The selector that was named does not exist, or a part is no selection. */
  readonly invalid: readonly string[];
}

/** What one project is asked again and again: build it once. */
export interface SelectionGraph {
  readonly nodes: ReadonlyMap<string, DbtNode>;
  readonly graph: Digraph;
  readonly context: MethodContext;
  readonly project: DbtProject;
}

export function selectionGraph(project: DbtProject): SelectionGraph {
  const nodes = new Map([...project.nodes].filter(([, node]) => isEnabled(node)));
  const edges = [...nodes.values()].flatMap((node) =>
    node.dependsOn.filter((parent) => nodes.has(parent)).map((from) => ({ from, to: node.uniqueId })),
  );
  const folders = new Map(project.packages.map(({ name, folder }) => [name, folder === "" ? "" : `${folder}/`]));
  const patchPath = ({ patchLocation, packageName }: DbtNode): string | undefined =>
    patchLocation?.path.slice(folders.get(packageName)?.length ?? 0);
  return { nodes, graph: createDigraph(nodes.keys(), edges), context: { rootName: project.name, patchPath }, project };
}

export function selectNodes(graph: SelectionGraph, { select, exclude, selector }: NodeSelection): SelectedNodes {
  const run: SelectionRun = { ...graph, undecided: new Map(), invalid: [] };
  const included = selector ? namedSelection(graph.project.selectors, selector) : parseSelection(select || "fqn:*");
  if (included === undefined) return { ids: new Set(), undecided: new Map(), invalid: [`the selector \`${selector}\` does not exist`] };
  const selection: Selection = exclude ? { kind: "difference", from: included, without: parseSelection(exclude) } : included;
  const ids = evaluate(run, selection);
  return { ids, undecided: run.undecided, invalid: run.invalid };
}

interface SelectionRun extends SelectionGraph {
  readonly undecided: Map<string, DbtUnknown>;
  readonly invalid: string[];
}

function evaluate(run: SelectionRun, selection: Selection): ReadonlySet<string> {
  switch (selection.kind) {
    case "criteria":
      return withTests(run, evaluateCriteria(run, selection));
    case "invalid":
      run.invalid.push(`\`${selection.text}\` is no selection`);
      return new Set();
    case "difference":
      return without(evaluate(run, selection.from), evaluate(run, selection.without));
    case "union":
      return new Set(selection.parts.flatMap((part) => [...evaluate(run, part)]));
    case "intersection": {
      const [first = new Set<string>(), ...others] = selection.parts.map((part) => evaluate(run, part));
      return new Set([...first].filter((id) => others.every((other) => other.has(id))));
    }
  }
}

function without(from: ReadonlySet<string>, excluded: ReadonlySet<string>): Set<string> {
  return new Set([...from].filter((id) => !excluded.has(id)));
}

function evaluateCriteria(run: SelectionRun, criteria: SelectionCriteria): Set<string> {
  const selected = new Set<string>();
  for (const [id, node] of run.nodes) {
    const matches = matchesCriteria(node, criteria, run.context);
    if (matches === true) selected.add(id);
    else if (matches !== false) run.undecided.set(id, matches);
  }
  const { graph } = run;
  const all = new Set(selected);
  if (criteria.childrensParents) {
    const children = [...reachable(graph, selected, "successors").keys()];
    for (const id of reachable(graph, children, "predecessors").keys()) all.add(id);
  }
  if (criteria.parents > 0) for (const id of reachable(graph, selected, "predecessors", criteria.parents).keys()) all.add(id);
  if (criteria.children > 0) for (const id of reachable(graph, selected, "successors", criteria.children).keys()) all.add(id);
  return all;
}

/** Tests any of whose nodes is selected. */
function withTests({ nodes, graph }: SelectionRun, selected: ReadonlySet<string>): Set<string> {
  const all = new Set(selected);
  for (const id of selected) {
    for (const child of graph.successors(id)) {
      const type = nodes.get(child)?.resourceType;
      if (type === "test" || type === "unit_test") all.add(child);
    }
  }
  return all;
}
