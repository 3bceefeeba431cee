// npm run fidelity [-- TRUTHS SOURCES] [--only TEXT] [--python-only] [--discover] [--show N] [--cli COMMAND]
// With --write the tables go into docs/fidelity.md: named, Python only, discovered.
// How equal is the graph to Dagster's? Without arguments over the project's own fixtures, in this process; with a list (or folder) of truths
// and a folder of laid-out repositories over those, through the built command line, so that it is the bytes people get.
// Last lines: micro (all facts pooled), macro (mean over repositories), exact locations, what is unresolved for want of our own support.
import { parseArgs } from "node:util";
import { compareOwnFixtures } from "./fidelity/own-fixtures.mjs";
import { printResults } from "./fidelity/print-results.mjs";
import { comparePublicProjects } from "./fidelity/public-projects.mjs";

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: "string", default: "" },
    "python-only": { type: "boolean", default: false },
    discover: { type: "boolean", default: false },
    show: { type: "string", default: "3" },
    cli: { type: "string" },
    write: { type: "boolean", default: false },
    jobs: { type: "string", default: "2" },
  },
});

const [truths, sources] = positionals;
if (positionals.length === 1 || positionals.length > 2) {
  console.error("usage: npm run fidelity -- [TRUTHS SOURCES] [--only TEXT] [--python-only] [--discover] [--show N] [--cli COMMAND]");
  process.exit(2);
}
if (options.write && truths) {
  const { writePage } = await import("./fidelity/write-page.mjs");
  await writePage({ truths, sources, ...options });
  process.exit(0);
}
const results = truths ? await comparePublicProjects({ truths, sources, ...options }) : await compareOwnFixtures(options);
if (results.length === 0) {
  console.error("no case of that name");
  process.exit(2);
}
printResults(results, Number(options.show));
process.exitCode = results.some(({ failure }) => failure) ? 1 : 0;
