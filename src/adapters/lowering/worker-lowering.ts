/**
 * Lowering shared with worker threads that live for one batch. Nothing is handed out: a counter that all threads see says which text is
 * next, so that a thread that starts late or runs slowly takes fewer. A worker that cannot start or dies is no loss: what it took and
 * did not give back is read here.
 */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Log } from "../../ports/log.ts";
import type { Lowering } from "../../ports/lowering.ts";
import type { Module } from "../../syntax/statement.ts";
import { type LoweredText, type SharedTexts, takeNext } from "./shared-texts.ts";

/** Each holds a parser of its own, about 40 MB, and its trees come back through this thread. */
const MAXIMUM_WORKERS = 3;

const WORKERS = Math.min(MAXIMUM_WORKERS, availableParallelism() - 1);

/** `script` is the bundled `entrypoints/lowering-worker.ts`. */
export function createWorkerLowering(script: URL, log: Log, workers = WORKERS): Lowering {
  return {
    async lower(texts, parse) {
      const shared: SharedTexts = { texts, next: new Int32Array(new SharedArrayBuffer(4)) };
      const trees = new Map<number, Module>();
      const others = Array.from({ length: workers }, () => lowerInWorker(script, shared, trees, log));
      // The workers get the texts before this thread is busy with its own.
      await new Promise((resolve) => setImmediate(resolve));
      for (let next = takeNext(shared); next; next = takeNext(shared)) trees.set(next.index, parse(next.text));
      await Promise.all(others);
      return texts.map((text, index) => trees.get(index) ?? parse(text));
    },
  };
}

/** Resolves when the worker has given all that it took, or is dead. */
function lowerInWorker(script: URL, shared: SharedTexts, trees: Map<number, Module>, log: Log): Promise<void> {
  return new Promise((resolve) => {
    const worker = new Worker(script, { workerData: shared });
    worker.on("message", ({ index, tree }: LoweredText) => trees.set(index, JSON.parse(tree) as Module));
    worker.once("error", (error) => log.warn("files are read with one thread less", { error: String(error) }));
    worker.once("exit", () => resolve());
  });
}
