// node scripts/dbt-fidelity.mjs RECORDS SOURCES [--only TEXT] [--show N]
// How equal is our reading of dbt projects to dbt's own? RECORDS is what test/dbt/record/record_public.py wrote of the projects below SOURCES.
// Each project is read from its repository, with the profile and the environment that dbt was given, but without the packages that were
// put in place for dbt: nodes of those are not compared. An unknown value is no claim.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { compareFacts } from "./dbt-fidelity/compare-facts.mjs";
import { claimedFacts, recordedFacts } from "./dbt-fidelity/facts.mjs";
import { readSource } from "./dbt-fidelity/read-source.mjs";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: "string", default: "" }, show: { type: "string", default: "0" } },
});
const [records, sources] = positionals;
if (positionals.length !== 2) {
  console.error("usage: node scripts/dbt-fidelity.mjs RECORDS SOURCES [--only TEXT] [--show N]");
  process.exit(2);
}

const FACETS = ["node", "parent", "test", "source", "configuration", "property"];
const totals = new Map();
const row = (name, counts) => console.log(`${name.padEnd(70)} ${FACETS.map((facet) => cell(counts.get(facet))).join(" ")}`);
const cell = ({ truth = 0, claimed = 0, right = 0 } = {}) => `${String(truth).padStart(7)} ${share(right, claimed)} ${share(right, truth)}`;
const share = (part, whole) => (whole === 0 ? "     -" : (part / whole).toFixed(4));

console.log(`${"project".padEnd(70)} ${FACETS.map((facet) => facet.padStart(21)).join(" ")}`);
console.log(`${"".padEnd(70)} ${FACETS.map(() => "  truth precis recall").join(" ")}`);
for (const file of readdirSync(records).sort()) {
  const record = JSON.parse(readFileSync(join(records, file), "utf8"));
  if (!record.project.includes(options.only)) continue;
  if (record.refused !== undefined) {
    console.log(`${record.project.padEnd(70)} refused by dbt: ${record.refused.trim().split("\n").at(-1)}`);
    continue;
  }
  const { project, seconds } = readSource(sources, record);
  const { counts, wrong, missed } = compareFacts(recordedFacts(record), claimedFacts(project, record));
  row(`${record.project} (${seconds.toFixed(2)} s)`, counts);
  for (const [facet, count] of counts) totals.set(facet, add(totals.get(facet), count));
  for (const fact of wrong.slice(0, Number(options.show))) console.log(`  claimed, not so: ${fact}`);
  for (const fact of missed.slice(0, Number(options.show))) console.log(`  not claimed:     ${fact}`);
}
row("all", totals);

function add(before = { truth: 0, claimed: 0, right: 0 }, { truth, claimed, right }) {
  return { truth: before.truth + truth, claimed: before.claimed + claimed, right: before.right + right };
}
