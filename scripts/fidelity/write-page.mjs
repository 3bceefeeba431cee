// docs/fidelity.md: the same tables that the script prints, named and discovered, between the words that stand there.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tableLines } from "./print-results.mjs";
import { comparePublicProjects } from "./public-projects.mjs";

const FENCE = "```";
const PAGE = join(import.meta.dirname, "../../docs/fidelity.md");

/** Each table stands in the fence after its mark: `<!-- fidelity: named -->`. */
export async function writePage(options) {
  const named = await comparePublicProjects({ ...options, discover: false, "python-only": false });
  const discovered = await comparePublicProjects({ ...options, discover: true, "python-only": false });
  const tables = { named, "python-only": named.filter(({ data }) => !data), discovered };
  let page = readFileSync(PAGE, "utf8");
  for (const [name, results] of Object.entries(tables)) {
    page = withTable(page, name, tableLines(results));
  }
  writeFileSync(PAGE, page);
}

function withTable(page, name, lines) {
  const mark = `<!-- fidelity: ${name} -->`;
  const at = page.indexOf(mark);
  const start = page.indexOf(FENCE, at) + FENCE.length;
  const end = page.indexOf(FENCE, start);
  if (at < 0 || end < 0) throw new Error(`docs/fidelity.md has no fence for ${name}`);
  return `${page.slice(0, start)}\n${lines.join("\n")}\n${page.slice(end)}`;
}
