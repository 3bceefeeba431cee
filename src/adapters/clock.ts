/** The machine's own time. */
import { setTimeout } from "node:timers/promises";
import type { Clock } from "../ports/clock.ts";

export function createSystemClock(): Clock {
  return { now: () => Date.now(), sleep: (milliseconds) => setTimeout(milliseconds) };
}
