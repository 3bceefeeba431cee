/** A clock that a test turns; sleeping is instant and noted. */
import type { Clock } from "../../../src/ports/clock.ts";

export interface ManualClock extends Clock {
  /** Milliseconds of every sleep, in order. */
  readonly sleeps: readonly number[];
  advance(milliseconds: number): void;
}

export function createManualClock(start = Date.UTC(2024, 0, 1)): ManualClock {
  let time = start;
  const sleeps: number[] = [];
  return {
    sleeps,
    now: () => time,
    advance: (milliseconds) => {
      time += milliseconds;
    },
    sleep: async (milliseconds) => {
      sleeps.push(milliseconds);
      time += milliseconds;
    },
  };
}
