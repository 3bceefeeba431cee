import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startGitHub, type TestGitHub } from "../../support/github-server/start-github.ts";
import type { PullRequestStory } from "../../support/github-server/story/pull-request.ts";
import { connect } from "./connect.ts";

const repository = { owner: "acme", name: "shop" };

describe("when GitHub is not well", () => {
  let github: TestGitHub;
  let pr: PullRequestStory;

  beforeEach(async () => {
    github = await startGitHub();
    const shop = await github.repository("acme/shop").withFiles({ "shop/orders.py": "orders = 1\n" });
    pr = await shop.pullRequest({ from: "revenue", files: { "shop/revenue.py": "revenue = 1\n" } });
  });

  afterEach(() => github.stop());

  const at = () => ({ repository, number: pr.number });
  const comment = () => ({
    topic: "review",
    body: "Two assets changed.",
    head: pr.head,
    sequence: 1,
    whenMissing: "create" as const,
    whenChanged: "update" as const,
    weight: 1,
  });

  it.each([500, 502, 503])("asks again after a %i", async (status) => {
    github.fails({ kind: "status", status }, { operation: "pulls/get", times: 2 });

    expect((await connect(github).host.readPullRequest(at())).number).toBe(pr.number);
    expect(github.requests("pulls/get").map((one) => one.status)).toEqual([status, status, 200]);
  });

  it("asks again when the connection was lost", async () => {
    github.fails({ kind: "drop-before" }, { operation: "pulls/get" });

    expect((await connect(github).host.readPullRequest(at())).number).toBe(pr.number);
  });

  it("asks again when half of the answer arrived", async () => {
    github.fails({ kind: "half" }, { operation: "pulls/get" });

    expect((await connect(github).host.readPullRequest(at())).number).toBe(pr.number);
    expect(github.requests("pulls/get")).toHaveLength(2);
  });

  it("gives up on a GitHub that stays down, and says that another try is worth it", async () => {
    github.fails({ kind: "status", status: 503 }, { operation: "pulls/get", times: 99 });

    const answer = connect(github).host.readPullRequest(at());

    await expect(answer).rejects.toMatchObject({
      failure: { code: "code-host-unavailable", operation: "pulls/get", status: 503 },
      retryable: true,
    });
    expect(github.requests("pulls/get")).toHaveLength(4);
  });

  it.each([403, 429] as const)("waits as long as a secondary limit of status %i says", async (status) => {
    github.fails({ kind: "secondary-rate-limit", status, retryAfter: 30 }, { operation: "issues/create-comment" });
    const { host, clock } = connect(github);

    await host.ensureComment(at(), comment());

    expect(clock.slept).toContain(30_000);
    expect(pr.comments()).toHaveLength(1);
  });

  it("waits a minute when a secondary limit says nothing, and longer the next time", async () => {
    github.fails({ kind: "secondary-rate-limit", status: 403 }, { operation: "pulls/get", times: 2 });
    const { host, clock } = connect(github, { longestWait: 300 });

    await host.readPullRequest(at());

    expect(clock.slept).toEqual([60_000, 120_000]);
  });

  it("does not wait out a long limit: it says when to come back", async () => {
    github.fails({ kind: "primary-rate-limit", resetInSeconds: 1800 }, { operation: "pulls/get" });
    const { host, clock } = connect(github);

    const failure = await host.readPullRequest(at()).catch((error) => error);

    expect(failure).toMatchObject({ failure: { code: "code-host-rate-limited", operation: "pulls/get" }, retryable: true });
    expect(failure.failure.retryAfterSeconds).toBeGreaterThan(1790);
    expect(failure.failure.retryAfterSeconds).toBeLessThan(1810);
    expect(clock.slept).toEqual([]);
  });

  it("keeps its writes a second apart, and comments three", async () => {
    const { host, clock } = connect(github);
    const check = { name: "dagsight", head: pr.head, pullRequest: pr.number, sequence: 1, state: { kind: "in-progress" as const } };
    await host.ensureComment(at(), comment());
    await host.ensureCheckRun(repository, check);
    await host.ensureComment(at(), { ...comment(), topic: "warehouse" });

    const slept = clock.slept.reduce((sum, one) => sum + one, 0);
    expect(slept).toBeGreaterThanOrEqual(3000);
    expect(slept).toBeLessThan(6000);
  });

  it("says which permission-bound operation was refused, and that trying again is of no use", async () => {
    github.revoke("checks");
    const check = { name: "dagsight", head: pr.head, pullRequest: pr.number, sequence: 1, state: { kind: "in-progress" as const } };

    const answer = connect(github).host.ensureCheckRun(repository, check);

    await expect(answer).rejects.toMatchObject({
      failure: { code: "code-host-forbidden", operation: "checks/list-for-ref", reason: "Resource not accessible by integration" },
      retryable: false,
    });
  });

  it("says that the installation is suspended, or gone", async () => {
    const { host } = connect(github);
    github.suspend();
    await expect(host.readPullRequest(at())).rejects.toMatchObject({ failure: { code: "code-host-unauthorized" }, retryable: false });
    github.unsuspend();
    await expect(host.readPullRequest(at())).resolves.toMatchObject({ number: pr.number });
    github.uninstall();
    await expect(host.readPullRequest(at())).rejects.toMatchObject({
      failure: { code: "code-host-unauthorized", reason: "the installation is gone" },
    });
  });

  it("says that a repository is not there, or not ours to see", async () => {
    const answer = connect(github).host.readPullRequest({ repository: { owner: "acme", name: "gone" }, number: 1 });

    await expect(answer).rejects.toMatchObject({ failure: { code: "code-host-not-found", operation: "pulls/get" }, retryable: false });
  });

  it("asks for one token for many requests, and for another when it has run out", async () => {
    const { host, clock } = connect(github);
    await Promise.all([host.readPullRequest(at()), host.readPullRequest(at()), host.readPermission(repository, "grace")]);
    expect(github.requests("apps/create-installation-access-token")).toHaveLength(1);

    github.passes(3_600_000);
    await clock.sleep(3_600_000);
    await host.readPullRequest(at());

    expect(github.requests("apps/create-installation-access-token")).toHaveLength(2);
    expect(github.requests().every(({ status }) => status < 400)).toBe(true);
  });

  it("asks for another token when GitHub does not take the one it has any more", async () => {
    const { host } = connect(github);
    await host.readPullRequest(at());
    github.fails({ kind: "status", status: 401, message: "Bad credentials" }, { operation: "pulls/get" });

    await host.readPullRequest(at());

    expect(github.requests("apps/create-installation-access-token")).toHaveLength(2);
  });

  it("writes no token and no key into its log", async () => {
    github.fails({ kind: "secondary-rate-limit", status: 403, retryAfter: 1 }, { operation: "pulls/get" });
    const { host, log } = connect(github);

    await host.readPullRequest(at());
    await host.ensureComment(at(), comment());

    expect(log.lines.length).toBeGreaterThan(0);
    expect(JSON.stringify(log.lines)).not.toMatch(/ghs_|eyJ|PRIVATE KEY/);
  });
});
