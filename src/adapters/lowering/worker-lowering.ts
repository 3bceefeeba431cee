/**
 * Lowering by worker threads that live for one batch, while this thread evaluates. Nothing is handed out: shared memory says who reads which
 * text. Nobody stands idle: while a worker is at the text that this thread needs, this thread reads one of those that follow. It blocks only
 * when none is left, and not for long, as a dead worker says nothing: what a worker claimed and did not deliver is read here.
 */
import { availableParallelism } from "node:os";
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";
import type { Log } from "../../ports/log.ts";
import type { LoweredTree, Lowering } from "../../ports/lowering.ts";
import { awaitDelivery, claimFrom, isDelivered, type LoweredText, type LoweringTask, type SharedTexts } from "./shared-texts.ts";

/** Each holds a parser of its own, about 40 MB, and its trees come back through this thread. */
const MAXIMUM_WORKERS = 3;

const WORKERS = Math.min(MAXIMUM_WORKERS, availableParallelism() - 1);

/** Milliseconds for which a text that a worker has claimed is waited for: the largest takes about a second, and a dead worker says nothing. */
const PATIENCE = 5_000;

/** `script` is the bundled `entrypoints/lowering-worker.ts`. */
export function createWorkerLowering(script: URL, log: Log, { workers = WORKERS, patience = PATIENCE } = {}): Lowering {
  return {
    begin(texts, parse) {
      const shared: SharedTexts = { texts, states: new Int32Array(new SharedArrayBuffer(4 * texts.length)) };
      const started = Array.from({ length: workers }, () => startWorker(script, shared, log));
      const trees = new Map<number, LoweredTree>();
      const receive = () => {
        for (const { port } of started) receiveAll(port, trees);
      };
      return {
        take(index) {
          while (!trees.has(index) && !isDelivered(shared, index)) {
            const free = claimFrom(shared, index);
            if (free === undefined) {
              awaitDelivery(shared, index, patience);
              break;
            }
            trees.set(free.index, parse(free.text));
          }
          if (!trees.has(index)) receive();
          const tree = trees.get(index) ?? parse(texts[index] ?? "");
          trees.delete(index);
          return tree;
        },
        async end() {
          while (claimFrom(shared, 0));
          await Promise.all(started.map(({ ended }) => ended));
          receive();
          return trees;
        },
      };
    },
  };
}

interface StartedWorker {
  readonly port: MessagePort;
  /** Resolves when the worker has given all that it claimed, or is dead. */
  readonly ended: Promise<void>;
}

function startWorker(script: URL, shared: SharedTexts, log: Log): StartedWorker {
  const { port1, port2 } = new MessageChannel();
  const task: LoweringTask = { ...shared, port: port2 };
  const worker = new Worker(script, { workerData: task, transferList: [port2] });
  worker.once("error", (error) => log.warn("files are read with one thread less", { error: String(error) }));
  return { port: port1, ended: new Promise((resolve) => worker.once("exit", () => resolve())) };
}

function receiveAll(port: MessagePort, trees: Map<number, LoweredTree>): void {
  for (let next = receiveMessageOnPort(port); next; next = receiveMessageOnPort(port)) {
    const { index, tree } = next.message as LoweredText;
    trees.set(index, tree);
  }
}
