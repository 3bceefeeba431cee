/**
 * The body of a graph or op job as a graph of nodes: what invoking ops inside `@job`, `@graph` and `@graph_asset` wires up.
 * Names are those after aliasing (`load`, `load_2`); a nested graph is one node.
 */
import type { Location } from "../../base/span.ts";
import type { CallArguments } from "../../python/library.ts";
import type { LibraryObject, Unknown, Value } from "../../python/value.ts";

export interface Composition {
  readonly nodes: readonly CompositionNode[];
  /** One for each pair, in the order of wiring. */
  readonly edges: readonly { readonly from: string; readonly to: string }[];
  /** The graph's inputs by name, and its outputs with the node's output that each is. */
  readonly inputs: readonly string[];
  readonly outputs: readonly CompositionOutput[];
  /** What the function returned; absent for a graph that is written as data. */
  readonly returned?: Value;
  /** Inputs that no node was given, and that are not returned. */
  readonly unusedInputs?: readonly string[];
  /** Why nodes or edges may be missing. */
  readonly gap?: Unknown;
}

export interface CompositionNode {
  readonly name: string;
  /** The `OpDefinition` or `GraphDefinition` invoked. */
  readonly definition: LibraryObject;
  readonly at: Location;
  /** Of the invocation. */
  readonly args?: CallArguments;
  /** The undecidable condition under which it is invoked. */
  readonly condition?: Unknown;
}

export interface CompositionOutput {
  readonly name: string;
  readonly node: string;
  /** The output of that node. */
  readonly output: string;
  /** It is one of many that only a run tells: what the graph yields has to be unpacked, too. */
  readonly isDynamic?: true;
}

/** Nothing in it, for the reason given. */
export function emptyComposition(gap?: Unknown): Composition {
  const empty = { nodes: [], edges: [], inputs: [], outputs: [] };
  return gap ? { ...empty, gap } : empty;
}
