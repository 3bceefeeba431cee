// The project's own fixtures against their oracle.json, in this process and from the sources: Node takes the types out.
import { join } from "node:path";
import { readParserBinaries } from "../../src/adapters/files/package-files.ts";
import { analyzeProject } from "../../src/dagster/analyze-project.ts";
import { createPythonParser } from "../../src/syntax/python-parser.ts";
import { analysisOptions, readFixtures } from "../../test/support/fixture-project.ts";
import { compareGraphs } from "../../test/support/graph/compare-graph.ts";
import { createMemoryTree } from "../../test/support/memory-tree.ts";

const ROOTS = ["../../test/projects", "../../examples/oracle"];

export async function compareOwnFixtures({ only, discover }) {
  const parser = await createPythonParser(await readParserBinaries());
  const fixtures = ROOTS.flatMap((root) => readFixtures(join(import.meta.dirname, root)));
  const chosen = fixtures.filter(
    ({ id, truth, case: { discovered } }) => id.includes(only) && !("refused" in truth) && (!discover || discovered),
  );
  const results = [];
  for (const fixture of chosen) results.push(await compareFixture(fixture, parser, discover));
  return results;
}

async function compareFixture(fixture, parser, discover) {
  const name = fixture.id;
  const repository = name.split("/")[0];
  try {
    const tree = createMemoryTree(fixture.files);
    await tree.load(tree.paths());
    const { locations } = analyzeProject(tree, analysisOptions(fixture, !discover), parser, new Map());
    const document = locations[0]?.document;
    if (!document)
      return { name, repository, failure: "no code location", comparison: compareGraphs(fixture.truth, NOTHING), document: null };
    return { name, repository, comparison: compareGraphs(fixture.truth, document, fixture.case.exceptions), document };
  } catch (error) {
    return { name, repository, failure: String(error?.stack ?? error), comparison: compareGraphs(fixture.truth, NOTHING), document: null };
  }
}

const NOTHING = { nodes: [], edges: [], checks: [], jobs: [], schedules: [], sensors: [], resources: [] };
