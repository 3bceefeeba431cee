import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createWorkerLowering } from "../../../src/adapters/lowering/worker-lowering.ts";
import type { Module } from "../../../src/syntax/statement.ts";
import { testParser } from "../../syntax/test-parser.ts";

const TEXTS = Array.from({ length: 60 }, (_, index) => `orders_${index} = ${index}\n`);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "dagsight-lowering-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Takes all of `TEXTS` in order beside a worker that runs `code`. */
async function lowerBeside(code: string) {
  const script = join(folder, "worker.mjs");
  writeFileSync(script, `import { workerData } from "node:worker_threads";\n${code}`);
  const warnings: string[] = [];
  const log = { debug() {}, info() {}, warn: (message: string) => void warnings.push(message), error() {} };
  const { parseModule } = await testParser();
  const ours: string[] = [];
  const slowly = (text: string): Module => {
    // Leaves the worker the time to come to some texts.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    ours.push(text);
    return parseModule(text);
  };
  const ahead = createWorkerLowering(pathToFileURL(script), log, { workers: 1, patience: 100 }).begin(TEXTS, slowly);
  const trees = TEXTS.map((_, index) => ahead.take(index));
  const rest = await ahead.end();
  return {
    ours,
    trees: trees.map((tree) => (typeof tree === "string" ? (JSON.parse(tree) as Module) : tree)),
    rest,
    warnings,
    parseModule,
  };
}

/** The part of a worker that claims texts; a text's state is 0 while it is free, 1 when it is claimed, 2 when its tree is sent. */
const CLAIM = `
const { texts, states, port } = workerData;
const claims = function* () {
  for (const index of texts.keys()) if (Atomics.compareExchange(states, index, 0, 1) === 0) yield index;
};`;
const DELIVER = `
for (const index of claims()) {
  port.postMessage({ index, tree: JSON.stringify({ kind: "module", start: 0, end: texts[index].length, body: [], comments: [], errors: [] }) });
  Atomics.store(states, index, 2);
  Atomics.notify(states, index);
}`;

it("shares the texts with a worker: each is read by one, and given to who asks", async () => {
  const { ours, trees, rest, parseModule } = await lowerBeside(CLAIM + DELIVER);

  expect(trees.map(({ end }) => end)).toEqual(TEXTS.map((text) => parseModule(text).end));
  expect(trees.filter(({ body }) => body.length > 0)).toHaveLength(ours.length);
  expect(new Set(ours).size).toBe(ours.length);
  expect(ours.length).toBeLessThan(TEXTS.length);
  expect(rest.size).toBe(0);
});

it("gives at the end what a worker read and nobody took", async () => {
  const script = join(folder, "reader.mjs");
  writeFileSync(script, `import { workerData } from "node:worker_threads";\n${CLAIM}${DELIVER}`);
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const { parseModule } = await testParser();
  const ahead = createWorkerLowering(pathToFileURL(script), log, { workers: 1 }).begin(TEXTS, parseModule);
  ahead.take(TEXTS.length - 1);
  await new Promise((resolve) => setTimeout(resolve, 300));

  const rest = await ahead.end();

  expect(rest.has(TEXTS.length - 1)).toBe(false);
  expect([...rest.values()].filter((tree) => typeof tree === "string").length).toBeGreaterThan(0);
});

it("reads itself what a worker claimed and did not give back", async () => {
  const { trees, warnings, parseModule } = await lowerBeside(
    `${CLAIM}\nconst [first, second] = claims();\nthrow new Error("out of memory");`,
  );

  expect(trees).toEqual(TEXTS.map(parseModule));
  expect(warnings).not.toHaveLength(0);
});

it("reads everything itself when the worker cannot start", async () => {
  const { trees, parseModule } = await lowerBeside("import './not-there.mjs';");

  expect(trees).toEqual(TEXTS.map(parseModule));
});
