/**
 * A queue within this process: for tests, the demo and one-off runs. Groups run beside each other, the jobs of one group one after
 * another. It is lost with the process; what must survive uses another adapter.
 */
import { isAppError, waitAsked } from "../../app/errors.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Log } from "../../ports/log.ts";
import type { Queue, Worker } from "../../ports/queue.ts";

export interface InProcessQueueOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** Deliveries of one job at most; the last failure is logged and the job given up. */
  readonly attempts?: number;
  /** Pause before the second delivery, in milliseconds; doubled for each one after it. */
  readonly delay?: number;
}

export interface InProcessQueue<Job> extends Queue<Job> {
  /** Resolves when nothing waits and nothing runs. */
  idle(): Promise<void>;
}

export function createInProcessQueue<Job>({ clock, log, attempts = 3, delay = 1000 }: InProcessQueueOptions): InProcessQueue<Job> {
  const waiting = new Map<string, Job[]>();
  const running = new Map<string, Promise<void>>();
  let worker: Worker<Job> | undefined;
  let stopped = false;

  async function deliver(job: Job, group: string, work: Worker<Job>): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await work(job, { attempt, last: attempt === attempts });
      } catch (error) {
        const again = isAppError(error) && error.retryable && attempt < attempts && !stopped;
        log[again ? "warn" : "error"](again ? "job failed, and is tried again" : "job failed", { group, attempt, error: String(error) });
        if (!again) return;
        await clock.sleep(Math.max(delay * 2 ** (attempt - 1), waitAsked(error)));
      }
    }
  }

  async function runGroup(group: string, work: Worker<Job>): Promise<void> {
    const jobs = waiting.get(group) ?? [];
    while (!stopped) {
      const job = jobs.shift();
      if (job === undefined) break;
      await deliver(job, group, work);
    }
    if (jobs.length === 0) waiting.delete(group);
    running.delete(group);
  }

  function wake(group: string): void {
    if (!worker || stopped || running.has(group)) return;
    // Starts in a later turn: `send` answers before any work is done.
    const work = worker;
    running.set(
      group,
      Promise.resolve().then(() => runGroup(group, work)),
    );
  }

  async function idle(): Promise<void> {
    while (running.size > 0) await Promise.all(running.values());
  }

  return {
    async send(job, group) {
      const jobs = waiting.get(group);
      if (jobs) jobs.push(job);
      else waiting.set(group, [job]);
      wake(group);
    },
    async work(given) {
      worker = given;
      for (const group of waiting.keys()) wake(group);
    },
    async stop() {
      stopped = true;
      await idle();
    },
    idle,
  };
}
