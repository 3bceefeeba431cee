/** From a tree to its analysis: the first batch of files, what the cache knows of them, the rounds, and back to the cache. */
import type { Analysis, AnalysisOptions } from "../../dagster/analysis.ts";
import { analyzeProject } from "../../dagster/analyze-project.ts";
import type { LoadableTree } from "../../ports/source-store.ts";
import type { Engine } from "./engine.ts";
import { chooseFirstBatch } from "./first-batch.ts";
import { lowerAhead } from "./lower-ahead.ts";
import { computeInRounds } from "./rounds.ts";

export async function loadAnalysis(tree: LoadableTree, options: AnalysisOptions, engine: Engine): Promise<Analysis> {
  const batch = chooseFirstBatch(tree.paths(), options);
  engine.log.debug("loading files", { files: batch.length });
  await tree.load(batch);
  const python = batch.filter((path) => path.endsWith(".py"));
  await engine.lowered.fetch(python.flatMap((path) => tree.id(path) ?? []));
  const ahead = lowerAhead(tree, python, engine);
  engine.log.debug("reading the project", { root: options.root });
  const analysis = await computeInRounds(tree, () => analyzeProject(tree, options, engine.parser, ahead.files));
  await ahead.end();
  await engine.lowered.store();
  engine.log.debug("read", { locations: analysis.locations.length, missing: analysis.needs.length });
  return analysis;
}
