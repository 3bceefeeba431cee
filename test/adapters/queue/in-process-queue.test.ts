import { describe, expect, it } from "vitest";
import { createLineLog } from "../../../src/adapters/log.ts";
import { createInProcessQueue } from "../../../src/adapters/queue/in-process-queue.ts";
import { AppError } from "../../../src/app/errors.ts";
import { createManualClock } from "../../support/services/manual-clock.ts";

function setUp() {
  const clock = createManualClock();
  const lines: string[] = [];
  const queue = createInProcessQueue<string>({ clock, log: createLineLog("warn", (line) => lines.push(line)), attempts: 3, delay: 100 });
  return { clock, lines, queue };
}

const outage = () => new AppError({ code: "git-failed", args: ["fetch"], exitCode: 128, stderr: "" }, { retryable: true });

describe("createInProcessQueue", () => {
  it("runs the jobs of a group one after another, in the order of sending", async () => {
    const { queue } = setUp();
    const events: string[] = [];
    await queue.work(async (job) => {
      events.push(`start ${job}`);
      await new Promise((resolve) => setTimeout(resolve, job === "first" ? 10 : 0));
      events.push(`end ${job}`);
    });

    await queue.send("first", "shop#1");
    await queue.send("second", "shop#1");
    await queue.idle();

    expect(events).toEqual(["start first", "end first", "start second", "end second"]);
  });

  it("runs groups beside each other", async () => {
    const { queue } = setUp();
    const ended: string[] = [];
    await queue.work(async (job) => {
      await new Promise((resolve) => setTimeout(resolve, job === "slow" ? 20 : 0));
      ended.push(job);
    });

    await queue.send("slow", "shop#1");
    await queue.send("fast", "shop#2");
    await queue.idle();

    expect(ended).toEqual(["fast", "slow"]);
  });

  it("keeps jobs that were sent before anybody works", async () => {
    const { queue } = setUp();
    const seen: string[] = [];
    await queue.send("early", "shop#1");

    await queue.work(async (job) => void seen.push(job));
    await queue.idle();

    expect(seen).toEqual(["early"]);
  });

  it("delivers again what failed for a passing reason, with growing pauses, before the next job of the group", async () => {
    const { queue, clock, lines } = setUp();
    const seen: string[] = [];
    await queue.work(async (job) => {
      seen.push(job);
      if (seen.length < 3) throw outage();
    });

    await queue.send("review", "shop#1");
    await queue.send("next", "shop#1");
    await queue.idle();

    expect(seen).toEqual(["review", "review", "review", "next"]);
    expect(clock.sleeps).toEqual([100, 200]);
    expect(lines.map((line) => line.split(" group=")[0])).toEqual(Array(2).fill("warn: job failed, and is tried again"));
  });

  it("gives a job up that keeps failing, and one that fails for good", async () => {
    const { queue, lines } = setUp();
    const seen: string[] = [];
    await queue.work(async (job) => {
      seen.push(job);
      throw job === "outage" ? outage() : new Error("defect");
    });

    await queue.send("outage", "shop#1");
    await queue.send("defect", "shop#1");
    await queue.idle();

    expect(seen).toEqual(["outage", "outage", "outage", "defect"]);
    expect(lines.filter((line) => line.startsWith("error: job failed"))).toHaveLength(2);
  });

  it("finishes the running job when it is stopped, and starts none after it", async () => {
    const { queue } = setUp();
    const seen: string[] = [];
    await queue.work(async (job) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      seen.push(job);
    });
    await queue.send("running", "shop#1");
    await queue.send("waiting", "shop#1");
    await new Promise((resolve) => setTimeout(resolve, 1));

    await queue.stop();
    await queue.send("late", "shop#2");

    expect(seen).toEqual(["running"]);
  });
});
