// node scripts/oracle-of-fixes.mjs --python PATH [--write]: loads every fixture of a fixable rule in real Dagster, as it is and with its fixes made,
// and shows every difference to test/rules/fixes.oracle.json, which `test/rules/fixes.test.ts` holds the fixes to. Exit code 1: something differs.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { stableHash } from "../src/base/hash/stable-hash.ts";
import { RULES } from "../src/rules/registry.ts";
import { fixFixture } from "../test/rules/fix-fixture.ts";
import { readRuleFixtures } from "../test/rules/fixtures.ts";

const ROOT = join(import.meta.dirname, "..");
const TARGET = join(ROOT, "test/rules/fixes.oracle.json");
/** What a fix may move. */
const PLACES = new Set(["source", "definition", "id", "function"]);
const { values: options } = parseArgs({ options: { python: { type: "string" }, write: { type: "boolean", default: false } } });
if (!options.python) throw new Error("--python PATH: an environment with test/oracle/requirements.txt");

const scratch = mkdtempSync(join(tmpdir(), "dagsight-fixes-"));
try {
  const cases = await layOut(scratch);
  const truths = record(cases.flatMap(({ before, after }) => [before, after]));
  const answers = Object.fromEntries(
    cases.map(({ name, hash, before, after }) => [name, answer(hash, truths.get(before), truths.get(after))]),
  );
  const text = `${JSON.stringify(answers, null, 2)}\n`;
  const known = JSON.parse(readFileSync(TARGET, "utf8"));
  const differing = [...new Set([...Object.keys(known), ...Object.keys(answers)])].filter(
    (name) => JSON.stringify(known[name]) !== JSON.stringify(answers[name]),
  );
  for (const name of differing) console.log(name, known[name], "->", answers[name]);
  console.error(
    `${cases.length} fixtures with fixes, ${differing.length} differ${options.write && differing.length > 0 ? ", written" : ""}`,
  );
  if (options.write) writeFileSync(TARGET, text);
  else if (differing.length > 0) process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function layOut(folder) {
  const fixable = new Set(RULES.filter((rule) => rule.fixable !== "no").map(({ name }) => name));
  const cases = [];
  for (const fixture of readRuleFixtures(join(ROOT, "test/rules")).filter(({ rule, entry }) => fixable.has(rule) && entry)) {
    const { changeSet } = await fixFixture(fixture, ["safe", "unsafe"]);
    if (changeSet.files.length === 0) continue;
    const name = `${fixture.group}/${fixture.rule}/${fixture.name}`;
    const place = join(folder, String(cases.length));
    const after = { ...fixture.files, ...Object.fromEntries(changeSet.files.map((file) => [file.path, file.after])) };
    writeCase(join(place, "before"), fixture.files, fixture.entry);
    writeCase(join(place, "after"), after, fixture.entry);
    const hash = stableHash(JSON.stringify(changeSet.files.map((file) => [file.path, file.after])));
    cases.push({ name, hash, before: join(place, "before"), after: join(place, "after") });
  }
  return cases;
}

function writeCase(folder, files, entry) {
  for (const [path, text] of Object.entries({ ...files, "case.json": JSON.stringify({ entry: { file: entry } }) })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function record(folders) {
  const { stdout, status } = spawnSync(options.python, [join(ROOT, "test/oracle/record.py"), ...folders], {
    env: { ...process.env, PYTHONHASHSEED: "0" },
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "ignore"],
  });
  if (status !== 0) throw new Error("the recorder failed");
  return new Map(
    stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line))
      .map(({ case: folder, truth }) => [folder, truth]),
  );
}

function answer(hash, before, after) {
  const said = (truth) => (truth?.refused ? "refused" : "loads");
  return {
    hash,
    before: said(before),
    after: said(after),
    sameGraph: !before?.refused && JSON.stringify(graph(before)) === JSON.stringify(graph(after)),
  };
}

function graph(value) {
  if (Array.isArray(value)) return value.map(graph).sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !PLACES.has(name))
      .map(([name, inner]) => [name, graph(inner)]),
  );
}
