/** Graphs, graph-backed assets and op jobs that certainly are composed by running their function, each once. */

import type { LoadedLocation } from "../../../dagster/analysis.ts";
import type { Composition, CompositionNode } from "../../../dagster/model/composition.ts";
import { payloadOf } from "../../../dagster/model/payload.ts";
import type { FunctionValue, LibraryObject, Value } from "../../../python/value.ts";
import { remember } from "../remember.ts";

export interface Composed {
  readonly kind: "graph" | "job" | "graph_asset" | "graph_multi_asset";
  readonly name: string;
  readonly object: LibraryObject;
  readonly function: FunctionValue;
  readonly composition: Composition;
}

/** Only those of which nothing is unknown: a gap may hold what seems to be missing. */
export const compositionsOf: (location: LoadedLocation) => readonly Composed[] = remember(findCompositionsOf);

function findCompositionsOf(location: LoadedLocation): readonly Composed[] {
  const seen = new Set<Composition>();
  const found: Composed[] = [];
  for (const object of location.objects) {
    const node = object.type === "dagster.AssetsDefinition" ? object.fields.get("node_def") : object;
    const payload = node?.kind === "object" ? payloadOf(node, "composition") : undefined;
    if (!payload?.function || object.condition || seen.has(payload.composition)) continue;
    seen.add(payload.composition);
    const kind = kindOf(object);
    if (!kind || payload.composition.gap || !payload.composition.returned) continue;
    found.push({ kind, name: payload.function.name, object, function: payload.function, composition: payload.composition });
  }
  return found;
}

export interface OpInvocation {
  /** As Dagster's messages name what is composed: `@job`, for graphs of all kinds `@graph`. */
  readonly decorator: "@job" | "@graph";
  /** Of the job or graph. */
  readonly within: string;
  readonly node: CompositionNode;
  /** What the op takes, by name; `undefined` where that is not wholly known. */
  readonly inputs: readonly string[] | undefined;
}

/** The ops and graphs that are surely called where a job or a graph is composed. */
export function opInvocationsOf(location: LoadedLocation): readonly OpInvocation[] {
  return compositionsOf(location).flatMap(({ kind, name, composition }) =>
    composition.nodes
      .filter(({ condition, definition }) => !condition && TAKING_INPUTS.has(definition.type))
      .map((node) => ({ decorator: decoratorOf(kind), within: name, node, inputs: inputsOf(node.definition) })),
  );
}

export function decoratorOf(kind: Composed["kind"]): OpInvocation["decorator"] {
  return kind === "job" ? "@job" : "@graph";
}

const TAKING_INPUTS: ReadonlySet<string> = new Set(["dagster.OpDefinition", "dagster.GraphDefinition"]);

/** Of a graph, only where its function tells them: one that is written as data maps inputs as it likes. */
function inputsOf(definition: LibraryObject): readonly string[] | undefined {
  const composition = payloadOf(definition, "composition")?.composition;
  if (composition) return composition.gap || !composition.returned ? undefined : composition.inputs;
  const ins = definition.fields.get("ins");
  if (ins?.kind !== "dict" || !ins.complete) return undefined;
  return [...ins.entries.values()].flatMap(({ key }) => (key.kind === "str" ? [key.value] : []));
}

/** An op or a graph without the parentheses that call it, under another name as well. */
export function isUncalledNode(value: Value): boolean {
  return value.kind === "object" && UNCALLED.has(value.type);
}

const UNCALLED: ReadonlySet<string> = new Set(["dagster.OpDefinition", "dagster.GraphDefinition", "dagster.PendingNodeInvocation"]);

function kindOf(object: LibraryObject): Composed["kind"] | undefined {
  if (object.type === "dagster.GraphDefinition") return "graph";
  if (object.type === "dagster.JobDefinition") return "job";
  const definition = payloadOf(object, "assets")?.definition;
  if (definition === "graph_asset") return "graph_asset";
  return definition === "graph_multi_asset" ? "graph_multi_asset" : undefined;
}
