// What each rule costs, in milliseconds of CPU: the project is read once, then every rule runs over it alone, several times. The first run of a
// rule pays for the facts that it is the first to ask for; the later ones show what it costs by itself.
//
//   node scripts/bench/check-rules.mjs FOLDER [--runs 3] [--top 40]
import { parseArgs } from "node:util";
import { openFolder } from "../../src/adapters/files/open-folder.ts";
import { readParserBinaries } from "../../src/adapters/files/package-files.ts";
import { DEFAULT_CONFIGURATION } from "../../src/configuration/default-configuration.ts";
import { analyzeProject } from "../../src/dagster/analyze-project.ts";
import { RULES } from "../../src/rules/registry.ts";
import { runRules } from "../../src/rules/run-rules.ts";
import { createPythonParser } from "../../src/syntax/python-parser.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: "string", default: "3" }, top: { type: "string", default: "40" } },
});

const cpu = () => process.cpuUsage().user / 1000;

/** The result of `work`, and the milliseconds of CPU that it took. */
function timed(work) {
  const start = cpu();
  const result = work();
  return [result, cpu() - start];
}

const parser = await createPythonParser(await readParserBinaries());
const tree = await openFolder(positionals[0], [""]);
await tree.load(tree.paths());
const [analysis, reading] = timed(() => analyzeProject(tree, { root: "", environment: new Map() }, parser));

/** What one rule reports, without what is done with all findings afterwards. */
function findingsOf(rule) {
  let count = 0;
  const report = () => {
    count += 1;
  };
  const shared = { analysis, base: undefined, files: analysis.files, configuration: DEFAULT_CONFIGURATION, report };
  if ("checkProject" in rule) rule.checkProject(shared);
  else if ("check" in rule) for (const location of analysis.locations) rule.check({ ...shared, location, graphs: location.graphs });
  return count;
}

const rows = RULES.map((rule) => {
  const [findings, first] = timed(() => findingsOf(rule));
  const later = Array.from({ length: Number(values.runs) - 1 }, () => timed(() => findingsOf(rule))[1]);
  return { name: rule.name, findings, first, again: Math.min(first, ...later) };
});
const [all, together] = timed(() => runRules(analysis, DEFAULT_CONFIGURATION, { parser }));

const sum = (read) => rows.reduce((total, row) => total + read(row), 0);
const print = (name, first, again, findings) =>
  console.log(`${name.padEnd(44)} ${first.toFixed(1).padStart(8)} ${again.toFixed(1).padStart(8)} ${String(findings).padStart(8)}`);
console.log(`${"rule".padEnd(44)} ${"first".padStart(8)} ${"again".padStart(8)} findings`);
for (const { name, first, again, findings } of rows.sort((left, right) => right.first - left.first).slice(0, Number(values.top)))
  print(name, first, again, findings);
print(
  "all rules, one by one",
  sum((row) => row.first),
  sum((row) => row.again),
  sum((row) => row.findings),
);
print("all rules at once, facts known", together, together, all.length);
console.log(`reading took ${reading.toFixed(0)} ms`);
