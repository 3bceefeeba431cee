/** Lowering in a worker thread that lives for one batch. A worker that cannot start or dies is no loss: the files are read in this thread. */
import { Worker } from "node:worker_threads";
import type { Log } from "../../ports/log.ts";
import type { Lowering } from "../../ports/lowering.ts";
import type { Module } from "../../syntax/statement.ts";

/** `script` is the bundled `entrypoints/lowering-worker.ts`. */
export function createWorkerLowering(script: URL, log: Log): Lowering {
  return {
    lower(texts) {
      const worker = new Worker(script);
      return new Promise((resolve) => {
        worker.once("message", (trees: readonly Module[]) => {
          resolve(trees);
          worker.terminate().catch((error: unknown) => log.debug("the lowering worker did not end", { error: String(error) }));
        });
        worker.once("error", (error) => {
          log.warn("files are read in one thread", { error: String(error) });
          resolve(texts.map(() => undefined));
        });
        worker.postMessage(texts);
      });
    },
  };
}
