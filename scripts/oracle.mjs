// npm run oracle [-- --python PATH] [--write] [--only TEXT]: asks real Dagster again what each fixture holds and shows every difference
// to the committed goldens. Without --python it makes a throw-away environment outside the project from test/oracle/requirements.txt.
// Only --write changes a golden; test runs never do. Exit code 1: a golden differs from what Dagster says today.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";

const ROOT = join(import.meta.dirname, "..");
/** Sets in messages print in one order. */
const ENVIRONMENT = { ...process.env, PYTHONHASHSEED: "0" };
const CASE_ROOTS = ["test/projects", "examples"];
const { values: options } = parseArgs({
  options: { python: { type: "string" }, write: { type: "boolean", default: false }, only: { type: "string", default: "" } },
});

const environment = options.python ? null : mkdtempSync(join(tmpdir(), "dagsight-oracle-"));
try {
  const python = options.python ?? makeEnvironment(environment);
  const cases = caseFolders().filter((folder) => folder.includes(options.only));
  const differing = (await recordCases(python, cases)) + recordVerdicts(python);
  console.error(`${cases.length} cases, ${differing} differ${options.write && differing > 0 ? ", written" : ""}`);
  const editsHold = "edits".includes(options.only) ? checkEdits(python) : true;
  process.exitCode = (differing > 0 && !options.write) || !editsHold ? 1 : 0;
} finally {
  if (environment) rmSync(environment, { recursive: true, force: true });
}

function makeEnvironment(folder) {
  run("python3", ["-m", "venv", folder]);
  const python = join(folder, "bin", "python");
  run(python, ["-m", "pip", "install", "--quiet", "--requirement", join(ROOT, "test/oracle/requirements.txt")]);
  return python;
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, { stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed: ${error?.message ?? `status ${status}`}`);
}

/** Folders with a case.json: the fixtures, and both sides of the example. */
function caseFolders() {
  return CASE_ROOTS.filter((root) => existsSync(join(ROOT, root)))
    .flatMap((root) => readdirSync(join(ROOT, root), { recursive: true }).map((path) => join(root, path)))
    .filter((path) => path.endsWith("case.json"))
    .map((path) => path.slice(0, -"/case.json".length))
    .sort();
}

async function recordCases(python, cases) {
  const recorder = spawn(python, [join(ROOT, "test/oracle/record.py"), ...cases], {
    cwd: ROOT,
    env: ENVIRONMENT,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let differing = 0;
  let answered = 0;
  for await (const line of createInterface({ input: recorder.stdout })) {
    const { case: folder, truth } = JSON.parse(line);
    answered += 1;
    differing += settle(join(ROOT, folder, "oracle.json"), truth) ? 1 : 0;
  }
  if (answered !== cases.length) throw new Error(`the recorder answered ${answered} of ${cases.length} cases`);
  return differing;
}

/** True when Dagster saw the same change as Dagsight after every operation on the example. */
function checkEdits(python) {
  const script = join(ROOT, "test/oracle/check_edits.py");
  const { status } = spawnSync(python, [script, "--count", "1", "examples/oracle/shop"], { cwd: ROOT, env: ENVIRONMENT, stdio: "inherit" });
  return status === 0;
}

function recordVerdicts(python) {
  const { stdout, status, stderr } = spawnSync(python, [join(ROOT, "test/oracle/record_verdicts.py")], {
    encoding: "utf8",
    env: ENVIRONMENT,
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(`record_verdicts.py failed: ${stderr}`);
  return settle(join(ROOT, "test/oracle/verdicts/verdicts.json"), JSON.parse(stdout)) ? 1 : 0;
}

/** True when the golden differs; prints how, and writes it when that was asked for. */
function settle(golden, truth) {
  const text = `${JSON.stringify(truth, null, 1)}\n`;
  const before = existsSync(golden) ? readFileSync(golden, "utf8") : "";
  if (text === before) return false;
  console.log(`--- ${relative(ROOT, golden)}`);
  for (const [sign, line] of lineDifference(before.split("\n"), text.split("\n"))) console.log(`${sign} ${line}`);
  if (options.write) writeFileSync(golden, text);
  return true;
}

/** Lines that only one side has, as often as it has them: enough to see what moved, without an edit script. */
function lineDifference(before, after) {
  const surplus = (lines, others) => {
    const left = new Map();
    for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
    return lines.filter((line) => {
      const count = left.get(line) ?? 0;
      left.set(line, count - 1);
      return count <= 0;
    });
  };
  const shown = [...surplus(before, after).map((line) => ["-", line]), ...surplus(after, before).map((line) => ["+", line])];
  return shown.length > 40 ? [...shown.slice(0, 40), ["…", `${shown.length - 40} more lines`]] : shown;
}
