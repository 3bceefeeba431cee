// How far from the limit: whole-process times of a bare tree-sitter parse, of parsing into compact trees, and of the command, over
// generated projects; and of `dagsight check` beside `dagsight graph`, with an empty cache and with a full one. Exits 1 when at the largest size, with
// an empty cache, the command takes more than MAXIMUM_RATIO of the bare parse, or checking more than MAXIMUM_CHECK_RATIO of reading.
//
//   node scripts/bench.mjs [--runs N] [--sizes 10,1000,10000] [--command "node dist/cli.js graph {path} --format json"]
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { generateProject } from "./bench/generate-project.mjs";

const MAXIMUM_RATIO = 2.5;
/** Of CPU time, with an empty cache: with a full one nothing is parsed, and what is left of reading is less than half of it. */
const MAXIMUM_CHECK_RATIO = 1.2;
const SCRIPTS = fileURLToPath(new URL("bench/", import.meta.url));
const ROOT = fileURLToPath(new URL("../", import.meta.url));

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "5" },
    sizes: { type: "string", default: "10,1000,10000" },
    command: { type: "string", default: `${process.execPath} dist/cli.js graph {path} --format json` },
  },
});

/** `cacheOf(run)` names the cache folder of a run: a new one each time is a cold run. */
function measure(command, cacheOf) {
  return measureInTurn([command], cacheOf)[0];
}

/** A run of each after the other, again and again, so that what slows the machine down slows all of them down. */
function measureInTurn(commands, cacheOf = () => undefined) {
  const figures = commands.map(() => ({ times: [], cpu: [], peaks: [] }));
  for (let run = 0; run < Number(values.runs); run++) {
    for (const [index, command] of commands.entries()) {
      const { time, cpu, peak } = runOnce(command, cacheOf(run, index));
      figures[index].times.push(time);
      figures[index].cpu.push(cpu);
      figures[index].peaks.push(peak);
    }
  }
  return figures.map(({ times, cpu, peaks }) => ({ median: medianOf(times), cpu, peak: Math.max(...peaks) }));
}

/** Milliseconds that pass, milliseconds of CPU, and KiB. */
function runOnce([program, ...args], cache) {
  const env = { ...process.env, NODE_OPTIONS: `--import=${new URL("bench/report-peak.mjs", import.meta.url)}`, NO_COLOR: "1" };
  if (cache !== undefined) env.DAGSIGHT_CACHE_DIR = cache;
  const start = performance.now();
  const { status, stderr, error } = spawnSync(program, args, {
    cwd: ROOT,
    env,
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
    maxBuffer: 1e9,
  });
  const time = performance.now() - start;
  if (error || status !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${status}: ${error?.message ?? stderr}`);
  // Worker threads report, too, before the process ends: the last word is the whole's.
  const peak = Number([...stderr.matchAll(/peak-rss-kib (\d+)/g)].at(-1)?.[1] ?? 0);
  const cpu = Number([...stderr.matchAll(/cpu-us (\d+)/g)].at(-1)?.[1] ?? 0) / 1000;
  return { time, cpu, peak };
}

/** Of the CPU time of checking to that of the command, run by run. */
function checkingOf([reading, checked]) {
  return medianOf(checked.cpu.map((cpu, run) => cpu / reading.cpu[run]));
}

function medianOf(figures) {
  return [...figures].sort((left, right) => left - right)[Math.floor(figures.length / 2)];
}

function kilobytes(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".py"));
  return Math.round(files.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0) / 1000);
}

const command = values.command.split(" ");
const hasCommand = values.command !== "" && existsSync(join(ROOT, "dist/cli.js"));
if (!hasCommand) console.log("the command is not built: only parsing is measured");

/** What the last size says of the two limits; the sizes are given in their order. */
let last;
for (const size of values.sizes.split(",").map(Number)) last = measureSize(size);
if (hasCommand) {
  holdTo(last.reading, MAXIMUM_RATIO, (ratio) => `the command takes ${ratio} of a bare parse`);
  holdTo(last.checking, MAXIMUM_CHECK_RATIO, (ratio) => `checking takes ${ratio} of the CPU time of reading`);
}

/** Prints the figures of a generated project of that many assets; gives the two ratios that have a limit. */
function measureSize(size) {
  const folder = mkdtempSync(join(tmpdir(), "dagsight-bench-"));
  try {
    generateProject(folder, size);
    const bare = measure([process.execPath, join(SCRIPTS, "bare-parse.mjs"), folder]);
    const lowered = measure([process.execPath, join(SCRIPTS, "parse-and-lower.mjs"), folder]);
    const commands = hasCommand ? measureCommands(folder) : undefined;
    const label = `${String(size).padStart(6)} assets`;
    if (commands) {
      const [cold, warm] = [commands.cold, commands.warm].map((figures) => checkingOf(figures).toFixed(2));
      console.log(`${label}: checking takes ${cold}x of the CPU time of the command cold, ${warm}x warm`);
    }
    const rows = [["bare parse", bare], ["parse and lower", lowered], ...(commands?.rows ?? [])];
    for (const [name, figures] of rows) printRow(`${label} ${String(kilobytes(folder)).padStart(6)} kB`, name, { ...figures, bare });
    return commands && { reading: commands.cold[0].median / bare.median, checking: checkingOf(commands.cold) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Of reading and of checking, in that order: with an empty cache each time, and with a full one. */
function measureCommands(folder) {
  const caches = mkdtempSync(join(tmpdir(), "dagsight-bench-cache-"));
  try {
    const words = command.map((word) => word.replace("{path}", folder));
    const commands = [words, [process.execPath, "dist/cli.js", "check", folder, "--format", "json", "--exit-zero"]];
    const cold = measureInTurn(commands, (run, index) => join(caches, `cold-${run}-${index}`));
    const warm = measureInTurn(commands, (_run, index) => join(caches, `cold-0-${index}`));
    const rows = [
      ["command, cold", cold[0]],
      ["checking, cold", cold[1]],
      ["command, warm", warm[0]],
      ["checking, warm", warm[1]],
    ];
    return { cold, warm, rows };
  } finally {
    rmSync(caches, { recursive: true });
  }
}

function printRow(label, name, { median, peak, bare }) {
  const figures = [`${median.toFixed(0).padStart(6)} ms`, `${(median / bare.median).toFixed(2)}x`, `${Math.round(peak / 1024)} MB`];
  console.log(`${label}  ${name.padEnd(16)} ${figures.join("  ")}`);
}

/** Says so and fails where a ratio is above its limit. */
function holdTo(ratio, limit, words) {
  if (ratio <= limit) return;
  console.error(`${words(`${ratio.toFixed(2)}x`)}: the limit is ${limit}x`);
  process.exitCode = 1;
}
