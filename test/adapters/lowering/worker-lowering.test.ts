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

/** Lowers `TEXTS` beside a worker that runs `code`. */
async function lowerBeside(code: string) {
  const script = join(folder, "worker.mjs");
  writeFileSync(script, `import { parentPort, workerData } from "node:worker_threads";\n${code}`);
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
  const trees = await createWorkerLowering(pathToFileURL(script), log, 1).lower(TEXTS, slowly);
  return { ours, trees, warnings, expected: TEXTS.map(parseModule) };
}

const TAKE = "const take = () => Atomics.add(workerData.next, 0, 1);";

it("shares the texts with a worker and gives the trees in the order of the texts", async () => {
  const tree = `JSON.stringify({ kind: "module", start: 0, end: workerData.texts[index].length, body: [], comments: [], errors: [] })`;
  const { ours, trees, expected } = await lowerBeside(
    `${TAKE}\nfor (let index = take(); index < workerData.texts.length; index = take()) parentPort.postMessage({ index, tree: ${tree} });`,
  );

  expect(trees.map(({ end }) => end)).toEqual(expected.map(({ end }) => end));
  expect(trees.filter(({ body }) => body.length > 0)).toHaveLength(ours.length);
});

it("reads itself what a worker took and did not give back", async () => {
  const { trees, expected, warnings } = await lowerBeside(`${TAKE}\ntake();\ntake();\nthrow new Error("out of memory");`);

  expect(trees).toEqual(expected);
  expect(warnings).not.toHaveLength(0);
});

it("reads everything itself when the worker cannot start", async () => {
  const { trees, expected } = await lowerBeside("import './not-there.mjs';");

  expect(trees).toEqual(expected);
});
