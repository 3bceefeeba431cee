// The tables: what differs in each case, precision and recall of each facet, and the lines by which a state is known.
import { describeDifference } from "../../test/support/graph/compare-graph.ts";

export function printResults(results, show) {
  for (const result of results) printCase(result, show);
  for (const line of tableLines(results)) console.log(line);
}

/** The table of facets, and the lines below it. */
export function tableLines(results) {
  const lines = [];
  const pooled = pool(results);
  lines.push(`${"facet".padEnd(28)} ${"truth".padStart(6)} ${"claimed".padStart(7)} ${"right".padStart(6)} precision recall`);
  for (const [facet, tally] of [...pooled].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [precision, recall] = ratios(tally);
    const counts = `${String(tally.truth).padStart(6)} ${String(tally.claimed).padStart(7)} ${String(tally.right).padStart(6)}`;
    lines.push(`${facet.padEnd(28)} ${counts} ${precision.toFixed(4).padStart(9)} ${recall.toFixed(4)}`);
  }
  return [...lines, ...summaryLines(results, pooled)];
}

function printCase({ name, failure, comparison: { wrong, missing } }, show) {
  if (failure) console.log(`FAIL ${name}: ${failure}`);
  else if (wrong.length + missing.length > 0) {
    console.log(`DIFF ${name}: ${wrong.length} wrong, ${missing.length} missing`);
    for (const difference of wrong.slice(0, show)) console.log(`   wrong    ${shorten(describeDifference(difference))}`);
    for (const difference of missing.slice(0, show)) console.log(`   missing  ${shorten(describeDifference(difference))}`);
  }
}

function shorten(text) {
  return text.length > 240 ? `${text.slice(0, 239)}…` : text;
}

function summaryLines(results, pooled) {
  const lines = [];
  const repositories = [...new Set(results.map(({ repository }) => repository))].map((name) =>
    pool(results.filter((result) => result.repository === name)),
  );
  const line = (label, of) => lines.push(`${label} assets ${of("asset")} edges ${of("edge")} other ${of(null)}`);
  line("micro", (facet) =>
    ratios(sum(pooled, facet))
      .map((ratio) => ratio.toFixed(4))
      .join("/"),
  );
  line("macro", (facet) => {
    const each = repositories.map((tallies) => ratios(sum(tallies, facet)));
    return [0, 1].map((index) => mean(each.map((pair) => pair[index])).toFixed(4)).join("/");
  });
  const exact = results.filter(({ failure, comparison: { wrong, missing } }) => !failure && wrong.length + missing.length === 0).length;
  const failed = results.filter(({ failure }) => failure).length;
  lines.push(`exact ${exact}/${results.length} failed ${failed} repositories ${repositories.length}`);
  return [...lines, unresolvedLine(results)];
}

/** `unsupported` is our own gap: above one per cent of assets it is a defect. */
function unresolvedLine(results) {
  const documents = results.flatMap(({ document }) => document ?? []);
  const unresolved = documents.flatMap((document) => document.unresolved ?? []);
  const assets = documents.reduce((count, { nodes }) => count + nodes.length, 0);
  const unsupported = unresolved.filter(({ reason }) => reason === "unsupported");
  const share = assets === 0 ? 0 : (100 * unsupported.length) / assets;
  const reasons = Map.groupBy(unresolved, ({ reason }) => reason);
  const counts = [...reasons].map(([reason, list]) => `${reason} ${list.length}`).sort();
  return `unresolved ${unresolved.length} (${counts.join(", ") || "none"}); unsupported ${unsupported.length}, ${share.toFixed(2)} % of ${assets} assets`;
}

function pool(results) {
  const tallies = new Map();
  for (const { comparison } of results) {
    for (const [facet, { truth, claimed, right }] of comparison.tallies) {
      const known = tallies.get(facet) ?? { truth: 0, claimed: 0, right: 0 };
      tallies.set(facet, { truth: known.truth + truth, claimed: known.claimed + claimed, right: known.right + right });
    }
  }
  return tallies;
}

/** Of one facet; null: of all but assets and edges. */
function sum(tallies, facet) {
  const chosen = [...tallies].filter(([name]) => (facet === null ? name !== "asset" && name !== "edge" : name === facet));
  return chosen.reduce(
    (total, [, { truth, claimed, right }]) => ({
      truth: total.truth + truth,
      claimed: total.claimed + claimed,
      right: total.right + right,
    }),
    {
      truth: 0,
      claimed: 0,
      right: 0,
    },
  );
}

function ratios({ truth, claimed, right }) {
  return [claimed === 0 ? 1 : right / claimed, truth === 0 ? 1 : right / truth];
}

function mean(values) {
  return values.reduce((total, value) => total + value, 0) / Math.max(1, values.length);
}
