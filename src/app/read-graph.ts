/** Use case: the graph document of a project. */
import type { AnalysisOptions } from "../dagster/analysis.ts";
import type { LoadableTree } from "../ports/source-store.ts";
import { summarizeGraph } from "../report/graph-summary.ts";
import { GRAPH_SCHEMA_VERSION, type GraphDocument } from "../types/graph-document.ts";
import type { Engine } from "./analysis/engine.ts";
import { loadAnalysis } from "./analysis/load-analysis.ts";

export async function readGraph(tree: LoadableTree, options: AnalysisOptions, engine: Engine): Promise<GraphDocument> {
  const { locations } = await loadAnalysis(tree, options, engine);
  const codeLocations = locations.map(({ document }) => document);
  return {
    schemaVersion: GRAPH_SCHEMA_VERSION,
    generator: { name: "dagsight", version: engine.version },
    environment: Object.fromEntries([...options.environment].sort()),
    codeLocations,
    summary: summarizeGraph(codeLocations),
  };
}
