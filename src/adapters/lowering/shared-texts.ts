/** What the threads of one batch share, and how they agree on who reads which text. */
import type { MessagePort } from "node:worker_threads";

export interface SharedTexts {
  readonly texts: readonly string[];
  /** A `State` for each text, in shared memory. */
  readonly states: Int32Array;
}

/** What a worker is given. */
export interface LoweringTask extends SharedTexts {
  /** Takes `LoweredText`s. */
  readonly port: MessagePort;
}

/** What a worker gives back. */
export interface LoweredText {
  readonly index: number;
  /** A `Module` as JSON: reading that takes a third of the time that the structured clone of its objects takes. */
  readonly tree: string;
}

const FREE = 0;
const CLAIMED = 1;
const DELIVERED = 2;

export interface ClaimedText {
  readonly index: number;
  readonly text: string;
}

/** The first text at `start` or after it that nobody has claimed; it is now the caller's to read. */
export function claimFrom({ texts, states }: SharedTexts, start: number): ClaimedText | undefined {
  for (let index = start; index < texts.length; index++) {
    if (Atomics.compareExchange(states, index, FREE, CLAIMED) === FREE) return { index, text: texts[index] ?? "" };
  }
  return undefined;
}

export function isDelivered({ states }: SharedTexts, index: number): boolean {
  return Atomics.load(states, index) === DELIVERED;
}

/** Says that the tree of a claimed text is on its way. */
export function deliver({ states, port }: LoweringTask, lowered: LoweredText): void {
  port.postMessage(lowered);
  Atomics.store(states, lowered.index, DELIVERED);
  Atomics.notify(states, lowered.index);
}

/** Blocks this thread until the text, claimed by another, is delivered, or for `patience` milliseconds. */
export function awaitDelivery({ states }: SharedTexts, index: number, patience: number): void {
  Atomics.wait(states, index, CLAIMED, patience);
}
