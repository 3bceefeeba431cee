import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startGitHub, type TestGitHub } from "../support/github-server/start-github.ts";
import type { PullRequestStory } from "../support/github-server/story/pull-request.ts";
import type { RepositoryStory } from "../support/github-server/story/repository.ts";
import { type Ask, asker } from "./ask.ts";

/** What GitHub does and does not say: `reference/github.md` 3.1 and 3.2, kept by this server. */
describe("GitHub's limits and surprises", () => {
  let github: TestGitHub;
  let shop: RepositoryStory;
  let pr: PullRequestStory;
  let ask: Ask;

  beforeAll(async () => {
    github = await startGitHub();
    shop = await github.repository("acme/shop").withFiles({ "shop/orders.py": `${"line\n".repeat(30)}` });
    pr = await shop.pullRequest({ from: "revenue", files: { "shop/orders.py": `first\n${"line\n".repeat(30)}` } });
    ask = asker(github);
  });

  afterAll(() => github.stop());

  const repo = "/repos/acme/shop";
  const comments = () => `${repo}/issues/${pr.number}/comments`;
  const newRun = async (fields: object = {}) => await ask(`POST ${repo}/check-runs`, { name: "dagsight", head_sha: pr.head, ...fields });

  it("counts a comment's bytes, though its refusal speaks of characters", async () => {
    expect((await ask(`POST ${comments()}`, { body: "é".repeat(131_072) })).status).toBe(201);

    const refused = await ask(`POST ${comments()}`, { body: `${"é".repeat(131_072)}.` });

    expect(refused.status).toBe(422);
    expect(refused.body.errors[0].message).toBe("body is too long (maximum is 65536 characters)");
  });

  it("refuses a new issue that is too long, and answers 200 to an update that is too long and keeps the old body", async () => {
    const issue = (await ask(`POST ${repo}/issues`, { title: "Health", body: "Old" })).body;
    const long = "x".repeat(262_145);

    expect((await ask(`POST ${repo}/issues`, { title: "Health", body: long })).status).toBe(422);
    const updated = await ask(`PATCH ${repo}/issues/${issue.number}`, { body: long });
    expect([updated.status, updated.body.body]).toEqual([200, "Old"]);
  });

  it("counts a pull request's body in code points", async () => {
    expect((await ask(`PATCH ${repo}/pulls/${pr.number}`, { body: "🟢".repeat(65_536) })).status).toBe(200);
    expect((await ask(`PATCH ${repo}/pulls/${pr.number}`, { body: "🟢".repeat(65_537) })).status).toBe(422);
  });

  it("counts the bytes of a check run's summary and text", async () => {
    expect((await newRun({ output: { title: "Long", summary: "x".repeat(65_535) } })).status).toBe(201);
    expect((await newRun({ output: { title: "Long", summary: "é".repeat(32_768) } })).status).toBe(422);
  });

  it("takes fifty annotations a request, adds them, and shows columns only of one line", async () => {
    const annotation = { path: "shop/orders.py", start_line: 1, end_line: 1, annotation_level: "warning", message: "Look" };
    const fifty = { title: "Lines", summary: "Fifty", annotations: Array.from({ length: 50 }, () => annotation) };
    const run = (await newRun({ output: fifty })).body;

    const again = await ask(`PATCH ${repo}/check-runs/${run.id}`, { status: "in_progress", output: fifty });
    const columns = { ...fifty, annotations: [{ ...annotation, end_line: 2, start_column: 1, end_column: 2 }] };

    expect(again.body.output.annotations_count).toBe(100);
    expect((await ask(`PATCH ${repo}/check-runs/${run.id}`, { status: "in_progress", output: columns })).status).toBe(422);
    expect((await newRun({ output: { ...fifty, annotations: [...fifty.annotations, annotation] } })).status).toBe(422);
    expect(github.takeViolations()).toEqual([expect.stringContaining("must NOT have more than 50 items")]);
  });

  it("does not take a completed check run back, and makes a new one of the same name the latest", async () => {
    const run = (await newRun({ name: "graph", status: "completed", conclusion: "success" })).body;

    expect((await ask(`PATCH ${repo}/check-runs/${run.id}`, { status: "in_progress" })).status).toBe(422);
    expect((await newRun({ name: "graph", status: "in_progress" })).body.id).not.toBe(run.id);
    const latest = (await ask(`GET ${repo}/commits/${pr.head}/check-runs?check_name=graph`)).body;
    expect(latest).toMatchObject({ total_count: 1, check_runs: [{ status: "in_progress" }] });
    expect((await ask(`GET ${repo}/commits/${pr.head}/check-runs?check_name=graph&filter=all`)).body.total_count).toBe(2);
  });

  it("refuses a review for one line that is not in the diff, and keeps none of it", async () => {
    const good = { path: "shop/orders.py", line: 1, side: "RIGHT", body: "Good" };
    const refuse = async (bad: object) =>
      (await ask(`POST ${repo}/pulls/${pr.number}/reviews`, { event: "COMMENT", body: "x", comments: [good, bad] })).body.errors;

    expect(await refuse({ ...good, line: 25 })).toEqual(["Line could not be resolved"]);
    expect(await refuse({ ...good, line: 2, start_line: 25 })).toEqual(["Start line could not be resolved"]);
    expect(await refuse({ ...good, path: "shop/customers.py" })).toEqual(["Path could not be resolved"]);
    expect(pr.reviewComments()).toEqual([]);
  });

  it("cuts a recursive tree and says so, but never a single folder", async () => {
    const big = await github
      .repository("acme/big")
      .withFiles(Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`f${index}/a.py`, "a\n"])));
    big.truncateTreesAt(20);

    const whole = (await ask("GET /repos/acme/big/git/trees/main?recursive=1")).body;
    const folder = (await ask("GET /repos/acme/big/git/trees/main")).body;

    expect([whole.truncated, whole.tree.length]).toEqual([true, 20]);
    expect([folder.truncated, folder.tree.length]).toEqual([false, 30]);
  });

  it("compares three hundred files at most, and from the merge-base", async () => {
    const start = await shop.commitOf("main");
    await shop.commit("wide", Object.fromEntries(Array.from({ length: 310 }, (_, index) => [`wide/f${index}.py`, "a\n"])));
    await shop.commit("main", { "elsewhere.py": "a\n" });

    const { body } = await ask(`GET ${repo}/compare/main...wide`);

    expect(body.files).toHaveLength(300);
    expect(body.merge_base_commit.sha).toBe(start);
    expect([body.status, body.ahead_by, body.behind_by]).toEqual(["diverged", 1, 1]);
    expect((await ask(`GET ${repo}/compare/main...wide?page=2`)).body.files).toEqual([]);
  });

  it("pages with links, a hundred at most", async () => {
    const issue = shop.issue({ title: "Talk" });
    for (let index = 0; index < 205; index += 1) issue.comment("grace", `Remark ${index}`);
    const path = `${repo}/issues/${issue.number}/comments`;

    const [first, last] = [await ask(`GET ${path}`), await ask(`GET ${path}?per_page=1000&page=3`)];

    expect(first.body).toHaveLength(30);
    expect(first.headers.get("link")).toBe(`<${github.url}${path}?page=2>; rel="next", <${github.url}${path}?page=7>; rel="last"`);
    expect(last.body).toHaveLength(5);
    expect(last.headers.get("link")).toContain('rel="prev"');
  });

  it("answers 304 to who has it already, and does not count that", async () => {
    const first = await ask(`GET ${repo}/branches`);
    const again = await ask(`GET ${repo}/branches`, undefined, { "if-none-match": first.headers.get("etag") ?? "" });

    expect([again.status, again.body]).toEqual([304, ""]);
    expect(again.headers.get("x-ratelimit-used")).toBe(first.headers.get("x-ratelimit-used"));
  });

  it("leads from a repository's old name to the new one", async () => {
    const old = await github.repository("acme/old").withFiles({ "a.py": "a\n" });
    old.rename("new");

    const moved = await ask("GET /repos/acme/old/branches/main");

    expect(moved.status).toBe(301);
    expect((await ask(`GET ${moved.headers.get("location")?.slice(github.url.length)}`)).body.name).toBe("main");
  });

  it("keeps a tarball's address good for five minutes, without credentials", async () => {
    const address = (await ask(`GET ${repo}/tarball/main`)).headers.get("location") ?? "";
    const get = async () => (await fetch(address)).status;

    expect(await get()).toBe(200);
    github.passes(301_000);
    expect(await get()).toBe(404);
  });

  it("names no pull request and no branch for a fork's commit", async () => {
    const fork = await shop.fork("hopper");
    const theirs = await shop.pullRequest({ from: "orders", files: { "a.py": "a\n" }, fork });
    await newRun({ head_sha: theirs.head, name: "fork" });

    const suites = (await ask(`GET ${repo}/commits/${theirs.head}/check-suites`)).body.check_suites;

    expect(suites).toMatchObject([{ head_branch: null, pull_requests: [] }]);
  });
});
