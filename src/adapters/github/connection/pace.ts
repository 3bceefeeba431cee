/**
 * How fast we ask: GitHub wants writes one after another and a second apart, comments further apart, and few requests at once. Stands in
 * for the throttling plugin's own timers, so that time is the clock's and a test need not wait.
 */
import type { Clock } from "../../../ports/clock.ts";

/** The shape that the throttling plugin asks its groups for. */
export interface Pace {
  key(id: string): Lane;
}

interface Lane {
  schedule<Args extends readonly unknown[], T>(options: unknown, task: (...args: Args) => Promise<T>, ...args: Args): Promise<T>;
}

export interface PaceLimits {
  readonly concurrent: number;
  /** Milliseconds between two starts. */
  readonly apart: number;
}

/** One lane for each installation: their limits are apart too. */
export function createPace(clock: Clock, limits: PaceLimits): Pace {
  const lanes = new Map<string, Lane>();
  return {
    key(id) {
      const lane = lanes.get(id) ?? createLane(clock, limits);
      lanes.set(id, lane);
      return lane;
    },
  };
}

function createLane(clock: Clock, { concurrent, apart }: PaceLimits): Lane {
  const waiting: (() => void)[] = [];
  let free = concurrent;
  let nextStart = 0;

  async function enter(): Promise<void> {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    const now = clock.now();
    const start = Math.max(now, nextStart);
    nextStart = start + apart;
    if (start > now) await clock.sleep(start - now);
  }

  function leave(): void {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  }

  return {
    async schedule(_options, task, ...args) {
      await enter();
      try {
        return await task(...args);
      } finally {
        leave();
      }
    },
  };
}
