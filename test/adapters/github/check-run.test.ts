import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CheckAnnotation, CheckRun, CodeHost } from "../../../src/ports/code-host.ts";
import { startGitHub, type TestGitHub } from "../../support/github-server/start-github.ts";
import type { PullRequestStory } from "../../support/github-server/story/pull-request.ts";
import type { RepositoryStory } from "../../support/github-server/story/repository.ts";
import { connect } from "./connect.ts";

const repository = { owner: "acme", name: "shop" };

describe("a check run", () => {
  let github: TestGitHub;
  let shop: RepositoryStory;
  let pr: PullRequestStory;
  let host: CodeHost;

  beforeEach(async () => {
    github = await startGitHub();
    shop = await github.repository("acme/shop").withFiles({ "shop/orders.py": "orders = 1\n" });
    pr = await shop.pullRequest({ from: "revenue", files: { "shop/revenue.py": "revenue = 1\n" } });
    host = connect(github).host;
  });

  afterEach(() => github.stop());

  const annotation = (line: number): CheckAnnotation => ({
    path: "shop/revenue.py",
    startLine: line,
    endLine: line,
    level: "warning",
    title: "unused-asset",
    message: `Finding ${line}`,
  });
  const annotations = (count: number) => Array.from({ length: count }, (_, index) => annotation(index + 1));
  const run = (changes: Partial<CheckRun> = {}): CheckRun => ({
    name: "dagsight",
    head: pr.head,
    pullRequest: pr.number,
    sequence: 1000,
    state: { kind: "completed", conclusion: "success", output: { title: "No findings", summary: "All is well", annotations: [] } },
    ...changes,
  });
  const begun = (changes: Partial<CheckRun> = {}) => run({ state: { kind: "in-progress" }, ...changes });
  const failed = (count: number): CheckRun["state"] => ({
    kind: "completed",
    conclusion: "failure",
    output: { title: `${count} findings`, summary: "See the lines", annotations: annotations(count) },
  });
  const states = () => pr.checkRuns().map(({ status, conclusion, title }) => [status, conclusion, title]);
  const lines = () => pr.checkRuns().map((one) => one.annotations.map(({ line }) => line));

  it("begins, and completes in its place", async () => {
    const first = await host.ensureCheckRun(repository, begun());
    expect(states()).toEqual([["in_progress", null, null]]);

    const second = await host.ensureCheckRun(repository, run());

    expect(second).toEqual({ ...first, kind: "updated" });
    expect(pr.checkRuns()).toEqual([
      {
        name: "dagsight",
        status: "completed",
        conclusion: "success",
        title: "No findings",
        summary: "All is well",
        text: null,
        annotations: [],
      },
    ]);
  });

  it("changes nothing when the same delivery comes again", async () => {
    await host.ensureCheckRun(repository, begun());
    await host.ensureCheckRun(repository, run());
    github.forgetRequests();

    const outcomes = [
      await host.ensureCheckRun(repository, begun({ sequence: 2000 })),
      await host.ensureCheckRun(repository, run({ sequence: 2000 })),
    ];

    expect(outcomes.map(({ kind }) => kind)).toEqual(["already-completed", "unchanged"]);
    expect(github.requests().filter(({ method }) => method !== "GET")).toEqual([]);
  });

  it("is made anew when somebody asks for another run, and only once for each asking", async () => {
    await host.ensureCheckRun(repository, run());

    for (let times = 0; times < 2; times += 1) await host.ensureCheckRun(repository, begun({ sequence: 2000, restart: true }));
    await host.ensureCheckRun(repository, run({ sequence: 2000, state: failed(1) }));
    await host.ensureCheckRun(repository, begun({ sequence: 2000, restart: true }));

    expect(states()).toEqual([
      ["completed", "success", "No findings"],
      ["completed", "failure", "1 findings"],
    ]);
  });

  it("keeps what a newer run of the same commit said", async () => {
    await host.ensureCheckRun(repository, run({ sequence: 2000, state: failed(1) }));

    const outcome = await host.ensureCheckRun(repository, run({ sequence: 1000 }));

    expect(outcome.kind).toBe("superseded");
    expect(states()).toEqual([["completed", "failure", "1 findings"]]);
  });

  it("sends any number of annotations fifty at a time and completes with the last", async () => {
    await host.ensureCheckRun(repository, run({ state: failed(120) }));

    const sent = github.requests("checks/").filter(({ method }) => method !== "GET");
    const sizes = sent.map(({ body }) => [(body["output"] as { annotations: unknown[] }).annotations.length, body["status"]]);
    expect(sizes).toEqual([
      [50, "in_progress"],
      [50, undefined],
      [20, "completed"],
    ]);
    expect(lines()).toEqual([annotations(120).map(({ startLine }) => startLine)]);
  });

  it("sends no annotation twice when the connection broke in the middle", async () => {
    github.fails({ kind: "drop-after" }, { operation: "checks/update" });
    github.fails({ kind: "drop-after" }, { operation: "checks/create" });

    await host.ensureCheckRun(repository, run({ state: failed(120) }));

    expect(lines()).toEqual([annotations(120).map(({ startLine }) => startLine)]);
    expect(states()).toEqual([["completed", "failure", "120 findings"]]);
  });

  it("starts a new run when a crashed one left annotations that are not wanted", async () => {
    github.fails({ kind: "status", status: 502 }, { operation: "checks/update", times: 9 });
    await expect(host.ensureCheckRun(repository, run({ state: failed(60) }))).rejects.toMatchObject({ retryable: true });
    github.recovers();

    await host.ensureCheckRun(repository, run({ sequence: 2000, state: failed(2) }));

    expect(states()).toEqual([
      ["completed", "cancelled", "Superseded"],
      ["completed", "failure", "2 findings"],
    ]);
  });

  it("leaves none in progress when two workers began at the same time", async () => {
    const workers = [connect(github).host, connect(github).host];
    await Promise.all(workers.map((worker) => worker.ensureCheckRun(repository, begun())));

    for (const worker of workers) await worker.ensureCheckRun(repository, run());

    expect(pr.checkRuns().every(({ status }) => status === "completed")).toBe(true);
    expect(states().at(-1)).toEqual(["completed", "success", "No findings"]);
  });

  it("cuts summary and text at GitHub's bytes, at a whole character", async () => {
    const long = "🟢".repeat(20_000);
    const state = {
      kind: "completed",
      conclusion: "success",
      output: { title: "Long", summary: long, text: `x${long}`, annotations: [] },
    } as const;

    await host.ensureCheckRun(repository, run({ state }));

    const [shown] = pr.checkRuns();
    expect(shown?.summary).toBe("🟢".repeat(16_383));
    expect(shown?.text).toBe(`x${"🟢".repeat(16_383)}`);
  });

  it("is another for each pull request of one commit", async () => {
    await host.ensureCheckRun(repository, run());
    await host.ensureCheckRun(repository, run({ pullRequest: 99, state: failed(1) }));

    expect(states()).toHaveLength(2);
    expect(await host.findPullRequests(repository, pr.head)).toEqual([pr.number, 99]);
  });

  it("leaves another App's run of the same name alone", async () => {
    const suite = { id: 1, repository: shop.record, headSha: pr.head, headBranch: null, createdAt: "2026-01-01T00:00:00Z" };
    const theirs = {
      name: "dagsight",
      externalId: "dagsight:v1 pr=1 seq=1 hash=00",
      detailsUrl: null,
      status: "in_progress" as const,
      conclusion: null,
    };
    const empty = { startedAt: "2026-01-01T00:00:00Z", completedAt: null, title: null, summary: null, text: null, annotations: [] };
    github.world.checkRuns.push({ id: 1, suite, app: github.world.otherApp, ...theirs, ...empty });

    await host.ensureCheckRun(repository, run());

    expect(shop.checkRuns(pr.head).map(({ status }) => status)).toEqual(["in_progress", "completed"]);
  });

  it("tells which pull request a fork's commit was checked for, though GitHub's suite names none", async () => {
    const fork = await shop.fork("hopper");
    const theirs = await shop.pullRequest({ from: "orders", files: { "shop/orders.py": "orders = 2\n" }, fork });
    await host.ensureCheckRun(repository, run({ head: theirs.head, pullRequest: theirs.number }));

    const event = await theirs.rerun();

    expect(event.payload["check_suite"]).toMatchObject({ pull_requests: [], head_branch: null, head_sha: theirs.head });
    expect(await host.findPullRequests(repository, theirs.head)).toEqual([theirs.number]);
  });

  it("asks GitHub for the pull requests of a commit that was never checked", async () => {
    expect(await host.findPullRequests(repository, pr.head)).toEqual([pr.number]);
    expect(await host.findPullRequests(repository, await shop.commitOf("main"))).toEqual([]);
  });
});
