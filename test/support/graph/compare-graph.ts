/**
 * Compares what Dagsight claims of a location with what Dagster loaded: facts that are wrong, facts that are missing, and the tally of each
 * facet (precision and recall). A difference names facet, subject, expected and got, so that a failure reads like a sentence.
 */
import { collectFacts, type Fact, type FactSet, type GraphFacts } from "./graph-facts.ts";

export interface Comparison {
  /** Claimed, and not so. */
  readonly wrong: readonly Difference[];
  /** So, and not claimed. */
  readonly missing: readonly Difference[];
  readonly tallies: ReadonlyMap<string, Tally>;
}

export interface Difference {
  readonly facet: string;
  readonly subject: string;
  /** Canonical JSON; null: Dagster has none. */
  readonly expected: string | null;
  /** Canonical JSON; null: nothing is claimed. */
  readonly got: string | null;
}

export interface Tally {
  readonly truth: number;
  readonly claimed: number;
  readonly right: number;
}

/** What Dagster loads and no reader can know. Without a facet: everything of the subject. */
export interface Exception {
  readonly subject: string;
  readonly facet?: string;
  readonly reason: string;
}

/** Facts that are excepted may be claimed, and are not missing when they are not. */
export function compareGraphs(truth: GraphFacts, claimed: GraphFacts, exceptions: readonly Exception[] = []): Comparison {
  const [expected, got] = [collectFacts(truth), collectFacts(claimed)];
  const known = index(got.facts);
  const due = expected.facts.filter((fact) => known.has(factId(fact)) || !exceptions.some((exception) => excepts(exception, fact)));
  return compareFacts({ ...expected, facts: due }, got);
}

function excepts({ subject, facet }: Exception, fact: Fact): boolean {
  return subject === fact.subject && (facet ?? fact.facet) === fact.facet;
}

export function compareFacts(truth: FactSet, claimed: FactSet): Comparison {
  const expected = index(truth.facts);
  const got = index(claimed.facts.filter((fact) => !truth.isSilent(fact.facet, fact.subject)));
  // A truth may be silent where Dagster has no words; a claim that is silent about what Dagster says is missing.
  const wrong = [...got].filter(([id]) => !expected.has(id)).map(([, fact]) => fact);
  const missing = [...expected].filter(([id]) => !got.has(id)).map(([, fact]) => fact);
  return { wrong: differences(wrong, missing, "got"), missing: differences(missing, wrong, "expected"), tallies: tally(expected, got) };
}

/** `group of asset:orders: expected "sales", got "default"` */
export function describeDifference({ facet, subject, expected, got }: Difference): string {
  if (facet === "asset" || facet === subject.split(":")[0]) {
    return `${facet}: ${got === null ? "expected" : "did not expect"} ${subject}`;
  }
  return `${facet} of ${subject}: expected ${expected ?? "none"}, got ${got ?? "no claim"}`;
}

function index(facts: readonly Fact[]): ReadonlyMap<string, Fact> {
  return new Map(facts.map((fact) => [factId(fact), fact]));
}

function factId({ facet, subject, value }: Fact): string {
  return `${facet}\n${subject}\n${value}`;
}

/** Each fact of one side with the one of the other side that stands in its place, where there is exactly one. */
function differences(facts: readonly Fact[], others: readonly Fact[], side: "expected" | "got"): readonly Difference[] {
  return facts.map(({ facet, subject, value }) => {
    const [counterpart, ...more] = others.filter((fact) => fact.facet === facet && fact.subject === subject);
    const other = more.length === 0 ? (counterpart?.value ?? null) : null;
    return side === "got" ? { facet, subject, expected: other, got: value } : { facet, subject, expected: value, got: other };
  });
}

function tally(expected: ReadonlyMap<string, Fact>, got: ReadonlyMap<string, Fact>): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, { truth: number; claimed: number; right: number }>();
  const of = (facet: string) => {
    const known = tallies.get(facet) ?? { truth: 0, claimed: 0, right: 0 };
    tallies.set(facet, known);
    return known;
  };
  for (const fact of expected.values()) of(fact.facet).truth += 1;
  for (const [id, fact] of got) {
    of(fact.facet).claimed += 1;
    if (expected.has(id)) of(fact.facet).right += 1;
  }
  return tallies;
}
