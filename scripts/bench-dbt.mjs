// What reading a dbt project costs a process that has read nothing before: the time that passes and the CPU time, the median of some runs.
// Exits 1 when a project of 1,000 models takes longer than MAXIMUM_MILLISECONDS.
//
//   node scripts/bench-dbt.mjs [--runs N] [--sizes 100,1000,5000]
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { generateDbtProject } from "./bench/generate-dbt-project.mjs";

const MAXIMUM_MILLISECONDS = 1000;
const READER = join(import.meta.dirname, "bench/read-dbt-project.mjs");

const { values } = parseArgs({
  options: { runs: { type: "string", default: "5" }, sizes: { type: "string", default: "100,1000,5000" } },
});

let isSlow = false;
for (const size of values.sizes.split(",").map(Number)) {
  const folder = mkdtempSync(join(tmpdir(), "dagsight-bench-dbt-"));
  try {
    generateDbtProject(folder, size);
    const runs = Array.from({ length: Number(values.runs) }, () => readOnce(folder)).sort((a, b) => a.elapsed - b.elapsed);
    const { elapsed, cpu, nodes } = runs[Math.floor(runs.length / 2)];
    const figures = `${elapsed.toFixed(0).padStart(6)} ms ${cpu.toFixed(0).padStart(6)} ms of CPU`;
    console.log(`${String(size).padStart(6)} models ${String(nodes).padStart(7)} nodes ${figures}`);
    isSlow ||= size === 1000 && elapsed > MAXIMUM_MILLISECONDS;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
if (isSlow) {
  console.error(`reading 1,000 models takes longer than ${MAXIMUM_MILLISECONDS} ms`);
  process.exitCode = 1;
}

function readOnce(folder) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [READER, folder], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
