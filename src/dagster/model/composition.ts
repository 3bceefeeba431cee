/**
 * The body of a graph or op job as a graph of nodes: what invoking ops inside `@job`, `@graph` and `@graph_asset` wires up.
 * Names are those after aliasing (`load`, `load_2`); a nested graph is one node.
 */
import type { Location } from "../../base/span.ts";
import type { LibraryObject, Unknown } from "../../python/value.ts";

export interface Composition {
  readonly nodes: readonly CompositionNode[];
  /** One for each pair, in the order of wiring. */
  readonly edges: readonly { readonly from: string; readonly to: string }[];
  /** Why nodes or edges may be missing. */
  readonly gap?: Unknown;
}

export interface CompositionNode {
  readonly name: string;
  /** The `OpDefinition` or `GraphDefinition` invoked. */
  readonly definition: LibraryObject;
  readonly at: Location;
}
