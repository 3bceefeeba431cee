import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CheckRun } from "../../../src/ports/code-host.ts";
import type { Fault } from "../../support/github-server/faults.ts";
import { startGitHub, type TestGitHub } from "../../support/github-server/start-github.ts";
import type { RepositoryStory } from "../../support/github-server/story/repository.ts";
import { connect } from "./connect.ts";

const repository = { owner: "acme", name: "shop" };

/** One run of a worker: when it read the pull request, what it found, and what goes wrong at GitHub meanwhile. */
const run = fc.record({
  sequence: fc.integer({ min: 1, max: 9 }),
  findings: fc.integer({ min: 0, max: 70 }),
  fault: fc.option(
    fc.oneof(
      fc.constant<Fault>({ kind: "drop-after" }),
      fc.constant<Fault>({ kind: "drop-before" }),
      fc.constant<Fault>({ kind: "error-after", status: 502 }),
      fc.constant<Fault>({ kind: "half" }),
      fc.constant<Fault>({ kind: "secondary-rate-limit", status: 429, retryAfter: 5 }),
    ),
    { nil: undefined },
  ),
  /** How many requests pass before it strikes. */
  after: fc.nat(4),
});

const runs = fc.array(run, { minLength: 1, maxLength: 5 });
const settings = { numRuns: 12, seed: 20261122 };

describe("runs in any order, with anything going wrong once", () => {
  let github: TestGitHub;
  let shop: RepositoryStory;

  beforeAll(async () => {
    github = await startGitHub();
    shop = await github.repository("acme/shop").withFiles({ "shop/orders.py": "orders = 1\n" });
  });

  afterAll(() => github.stop());

  it("end in one comment, with the words of the newest", async () => {
    await fc.assert(
      fc.asyncProperty(runs, async (all) => {
        const issue = shop.issue({ title: "A pull request" });
        const at = { repository, number: issue.number };
        const head = await shop.commitOf("main");
        for (const { sequence, fault, after } of all) {
          if (fault !== undefined) github.fails(fault, { operation: "issues/", after });
          await connect(github).host.ensureComment(at, {
            topic: "review",
            body: `Run ${sequence}`,
            head,
            sequence,
            whenMissing: "create",
            whenChanged: "update",
            weight: 1,
          });
          github.recovers();
        }

        const newest = Math.max(...all.map(({ sequence }) => sequence));
        expect(issue.comments().map(({ body }) => body.split("\n").at(-1))).toEqual([`Run ${newest}`]);
      }),
      settings,
    );
  });

  it("end in completed check runs, the last of which says what the newest found, each line once", async () => {
    let commits = 0;
    await fc.assert(
      fc.asyncProperty(runs, async (all) => {
        const head = await shop.commit("work", { "shop/orders.py": `orders = ${++commits}\n` });
        // A run of one moment finds one thing.
        const found = new Map(all.map(({ sequence, findings }) => [sequence, findings]));
        for (const { sequence, fault, after } of all) {
          const check = checkRun(head, { sequence, findings: found.get(sequence) ?? 0 });
          const { host } = connect(github);
          if (fault !== undefined) github.fails(fault, { operation: "checks/", after });
          await host.ensureCheckRun(repository, { ...check, state: { kind: "in-progress" } });
          await host.ensureCheckRun(repository, check);
          github.recovers();
        }

        const shown = shop.checkRuns(head);
        const newest = Math.max(...all.map(({ sequence }) => sequence));
        expect(shown.every(({ status }) => status === "completed")).toBe(true);
        expect(shown.at(-1)?.title).toBe(`${found.get(newest)} findings`);
        expect(shown.at(-1)?.annotations.map(({ line }) => line)).toEqual(
          Array.from({ length: found.get(newest) ?? 0 }, (_, index) => index + 1),
        );
      }),
      settings,
    );
  });
});

function checkRun(head: string, { sequence, findings }: { sequence: number; findings: number }): CheckRun {
  const annotations = Array.from({ length: findings }, (_, index) => ({
    path: "shop/orders.py",
    startLine: index + 1,
    endLine: index + 1,
    level: "warning" as const,
    title: "unused-asset",
    message: `Finding ${index + 1}`,
  }));
  const output = { title: `${findings} findings`, summary: "See the lines", annotations };
  return { name: "dagsight", head, pullRequest: null, sequence, state: { kind: "completed", conclusion: "neutral", output } };
}
