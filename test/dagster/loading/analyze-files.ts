/** Reads a code location from files given as text, as the engine does, and gives what tests look at. */
import type { AnalysisOptions, LoadedLocation } from "../../../src/dagster/analysis.ts";
import { analyzeProject } from "../../../src/dagster/analyze-project.ts";
import type { CodeLocation } from "../../../src/types/graph-document.ts";
import { createMemoryTree } from "../../support/memory-tree.ts";
import { testParser } from "../../syntax/test-parser.ts";

type Files = Readonly<Record<string, string>>;

export async function analyzeFiles(files: Files, options: Partial<AnalysisOptions> = {}): Promise<readonly LoadedLocation[]> {
  const tree = createMemoryTree(files);
  await tree.load(tree.paths());
  return analyzeProject(tree, { environment: new Map(), root: "", ...options }, await testParser()).locations;
}

/** The only location of `definitions.py`. */
export async function loadDefinitions(text: string, others: Files = {}, options: Partial<AnalysisOptions> = {}): Promise<LoadedLocation> {
  const entries = [{ kind: "file", target: "definitions.py", workingDirectory: "" } as const];
  const [location] = await analyzeFiles({ ...others, "definitions.py": `import dagster as dg\n${text}` }, { entries, ...options });
  if (!location) throw new Error("there is no code location");
  return location;
}

/** `orders -> revenue` for each edge. */
export function edgesOf({ edges }: CodeLocation): readonly string[] {
  return edges.map(({ from, to }) => `${from} -> ${to}`);
}

/** `asset orders`, `stub raw` for each node; a conditional one ends in `?`. */
export function nodesOf({ nodes }: CodeLocation): readonly string[] {
  return nodes.map(({ kind, key, conditional }) => `${kind} ${key}${conditional ? "?" : ""}`);
}
