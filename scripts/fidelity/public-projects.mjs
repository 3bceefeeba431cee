// Public projects against truths recorded elsewhere: TRUTHS is a JSON list of cases whose truths lie in the folder of the same name, or a folder
// of <name>/{case.json,truth.json}; SOURCES holds each repository as OWNER+NAME. Each case is one run of the command line.
import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { compareFacts } from "../../test/support/graph/compare-graph.ts";
import { claimedFacts, truthFacts } from "./public-facts.mjs";

const run = promisify(execFile);
const CLI = [process.execPath, join(import.meta.dirname, "../../dist/cli.js")];
const ENTRY_FLAGS = { file: "-f", module: "-m", defs_folder: "--autoload-defs-module-name" };
const TIMEOUT_MS = 60_000;

export async function comparePublicProjects({ truths, sources, only, discover, "python-only": pythonOnly, cli, jobs }) {
  const command = cli ? cli.split(/\s+/) : CLI;
  const chosen = readCases(truths).filter(
    ({ spec }) =>
      spec.name.includes(only) && !(pythonOnly && spec.data) && !(discover && ["named by hand", "snippet"].includes(spec.entry.via)),
  );
  const queue = [...chosen.entries()];
  const results = [];
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift())
      results[next[0]] = await compareCase(next[1], { sources, discover, command });
  };
  await Promise.all(Array.from({ length: Math.max(1, Number(jobs)) }, work));
  return results;
}

function readCases(path) {
  const json = (file) => JSON.parse(readFileSync(file, "utf8"));
  if (statSync(path).isFile())
    return json(path).map((spec) => ({ spec, truth: json(join(path.replace(/\.json$/, ""), `${spec.name}.json`)) }));
  const folders = readdirSync(path).filter((name) => existsSync(join(path, name, "truth.json")));
  return folders.sort().map((name) => ({ spec: json(join(path, name, "case.json")), truth: json(join(path, name, "truth.json")) }));
}

async function compareCase({ spec, truth }, { sources, discover, command }) {
  const folder = join(sources, spec.repo.replace("/", "+"), spec.path);
  if (!existsSync(folder)) throw new Error(`no source for ${spec.name}: ${folder}`);
  const expected = truthFacts(truth);
  const named = { name: spec.name, repository: spec.repo, data: Boolean(spec.data) };
  try {
    const [program, ...first] = command;
    const args = [...first, "graph", folder, ...(discover ? [] : entryArguments(spec)), ...environment(spec), "--format", "json"];
    const { stdout } = await run(program, args, { timeout: TIMEOUT_MS, maxBuffer: 1 << 28 });
    const document = pickLocation(JSON.parse(stdout), spec, discover);
    if (document) return { ...named, document, comparison: compareFacts(expected, claimedFacts(document)) };
    return { ...named, failure: "no code location", document: null, comparison: compareFacts(expected, NOTHING) };
  } catch (error) {
    return {
      ...named,
      failure: String(error.stderr || error.message).slice(0, 300),
      document: null,
      comparison: compareFacts(expected, NOTHING),
    };
  }
}

function entryArguments({ entry: { kind, target, workdir = ".", attr } }) {
  return [ENTRY_FLAGS[kind], target, ...(workdir === "." ? [] : ["-d", workdir]), ...(attr ? ["-a", attr] : [])];
}

/** Variables that the truth was recorded with: dummies of the value 1, and Dagster's own for its development server. */
function environment({ dummy_env: dummies = [], dev_cli: isDevelopment }) {
  const variables = dummies.filter((name) => /^[A-Za-z_]\w*$/.test(name)).map((name) => `${name}=1`);
  return [...variables, ...(isDevelopment ? ["DAGSTER_IS_DEV_CLI=1"] : [])].flatMap((variable) => ["--env", variable]);
}

/** The location of the case's target, else the first. A lesson is a module beside the project's own entry: nothing names it, so discovery cannot find it. */
function pickLocation({ codeLocations = [] }, { entry: { kind, target = "", via } }, discover) {
  const path = kind === "file" ? target.replace(/\.py$/, "") : target.replaceAll(".", "/");
  return (
    codeLocations.find(({ root, entry }) => path && `${root ?? ""}/${entry ?? ""}`.replaceAll(".py", "").includes(path)) ??
    (discover && via === "lesson" ? null : codeLocations[0]) ??
    null
  );
}

const NOTHING = { facts: [], isSilent: () => false };
