/** Equal to Dagster, or honest: every fixture against what real Dagster loaded from it (scripts/oracle.mjs records; no test writes a golden). */
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readParserBinaries } from "../../src/adapters/files/package-files.ts";
import { analyzeProject } from "../../src/dagster/analyze-project.ts";
import { createPythonParser } from "../../src/syntax/python-parser.ts";
import type { CodeLocation } from "../../src/types/graph-document.ts";
import { analysisOptions, type ExpectedUnresolved, type Fixture, readFixtures } from "../support/fixture-project.ts";
import { compareGraphs, describeDifference } from "../support/graph/compare-graph.ts";
import { createMemoryTree } from "../support/memory-tree.ts";

const parser = await createPythonParser(await readParserBinaries());
const lowered = new Map();
const examples = readFixtures(join(import.meta.dirname, "../../examples/oracle"));
const fixtures = [...readFixtures(import.meta.dirname), ...examples].filter((fixture) => !("refused" in fixture.truth));

describe.each(fixtures)("$id", (fixture) => {
  it("claims nothing that Dagster does not load, and misses nothing but what the case excepts", async () => {
    const { document } = await readLocation(fixture, true);
    const truth = loadedTruth(fixture);

    const { wrong, missing } = compareGraphs(truth, document, fixture.case.exceptions);

    expect(wrong.map(describeDifference)).toEqual([]);
    expect(missing.map(describeDifference)).toEqual([]);
  });

  it("has no unresolved thing that it does not expect", async () => {
    const { document } = await readLocation(fixture, true);
    const expected = fixture.expectedUnresolved;

    const unexpected = document.unresolved.filter((unresolved) => !isExpected(unresolved, expected));

    expect(unexpected).toEqual([]);
  });
});

describe.each(fixtures.filter((fixture) => fixture.case.discovered))("$id, discovered", (fixture) => {
  it("is entered as Dagster's own tools would enter it", async () => {
    const { document, locations } = await readLocation(fixture, false);

    const { wrong, missing } = compareGraphs(loadedTruth(fixture), document);

    expect(locations).toBe(1);
    expect([...wrong, ...missing].map(describeDifference)).toEqual([]);
  });
});

const unknowable = fixtures.flatMap((fixture) =>
  fixture.expectedUnresolved ? [{ ...fixture, expected: fixture.expectedUnresolved }] : [],
);

describe.each(unknowable)("$id, unresolved", (fixture) => {
  it("says what cannot be known: the subject, the field, the reason and the place", async () => {
    const { document } = await readLocation(fixture, true);

    const unsaid = fixture.expected.unresolved.filter(
      (expected) => !document.unresolved.some((actual) => isSameUnresolved(actual, expected)),
    );

    expect({ unsaid, reported: unsaid.length > 0 ? document.unresolved : [] }).toEqual({ unsaid: [], reported: [] });
  });

  it("marks what exists only under a condition, and what an unset variable decided", async () => {
    const { document } = await readLocation(fixture, true);
    const nodes = new Map(document.nodes.map((node) => [`asset:${node.key}`, node]));

    const conditional = document.nodes.filter((node) => node.conditional).map((node) => `asset:${node.key}`);
    const assumptions = Object.keys(fixture.expected.assumes ?? {}).map((subject) => [subject, nodes.get(subject)?.assumes]);

    expect(conditional).toEqual(fixture.expected.conditional ?? []);
    expect(Object.fromEntries(assumptions)).toEqual(fixture.expected.assumes ?? {});
  });
});

interface ReadLocation {
  readonly document: CodeLocation;
  readonly locations: number;
}

const read = new Map<string, Promise<ReadLocation>>();

/** Each is read once, however many things are asked of it. */
function readLocation(fixture: Fixture, named: boolean): Promise<ReadLocation> {
  const name = `${fixture.id} ${named}`;
  const reading = read.get(name) ?? analyzeFixture(fixture, named);
  read.set(name, reading);
  return reading;
}

async function analyzeFixture(fixture: Fixture, named: boolean): Promise<ReadLocation> {
  const tree = createMemoryTree(fixture.files);
  await tree.load(tree.paths());
  const { locations } = analyzeProject(tree, analysisOptions(fixture, named), parser, lowered);
  const [location] = locations;
  if (!location) throw new Error(`no code location in ${fixture.id}`);
  return { document: location.document, locations: locations.length };
}

function loadedTruth({ id, truth }: Fixture) {
  if ("refused" in truth) throw new Error(`${id}: Dagster refuses it (${truth.refused.error}); a fixture must load`);
  return truth;
}

function isExpected(actual: CodeLocation["unresolved"][number], expected: ExpectedUnresolved | null): boolean {
  if (!expected) return false;
  const isAllowed = expected.allowed?.some(({ subject, field }) => subject === actual.subject && field === actual.field);
  return isAllowed || expected.unresolved.some((one) => isSameUnresolved(actual, one));
}

function isSameUnresolved(actual: CodeLocation["unresolved"][number], expected: ExpectedUnresolved["unresolved"][number]): boolean {
  return (
    actual.subject === expected.subject &&
    actual.field === expected.field &&
    actual.file === expected.file &&
    expected.reasons.includes(actual.reason) &&
    (expected.line === undefined || expected.line === actual.line) &&
    (expected.mentions === undefined || actual.message.includes(expected.mentions))
  );
}
