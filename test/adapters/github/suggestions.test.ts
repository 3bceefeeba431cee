import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CodeHost, Suggestion } from "../../../src/ports/code-host.ts";
import { startGitHub, type TestGitHub } from "../../support/github-server/start-github.ts";
import type { PullRequestStory } from "../../support/github-server/story/pull-request.ts";
import { connect } from "./connect.ts";

const numbered = (count: number, changes: Readonly<Record<number, string>> = {}) =>
  Array.from({ length: count }, (_, index) => `${changes[index + 1] ?? `line_${index + 1} = ${index + 1}`}\n`).join("");

describe("suggestions", () => {
  let github: TestGitHub;
  let pr: PullRequestStory;
  let host: CodeHost;

  beforeEach(async () => {
    github = await startGitHub();
    const shop = await github.repository("acme/shop").withFiles({ "shop/orders.py": numbered(60) });
    pr = await shop.pullRequest({
      from: "revenue",
      files: { "shop/orders.py": numbered(60, { 20: "orders = load()", 21: "revenue = sum()" }) },
    });
    host = connect(github).host;
  });

  afterEach(() => github.stop());

  const at = () => ({ repository: { owner: "acme", name: "shop" }, number: pr.number });
  const suggestion = (changes: Partial<Suggestion> = {}): Suggestion => ({
    fingerprint: "rename-0a1b",
    path: "shop/orders.py",
    startLine: 20,
    endLine: 20,
    message: "The asset is called `raw_orders`.",
    replacement: "raw_orders = load()",
    ...changes,
  });
  const offer = (...suggestions: readonly Suggestion[]) =>
    host.ensureSuggestions(at(), { head: pr.head, body: "One click each.", suggestions });

  it("are comments of one review, whose fence replaces exactly the lines", async () => {
    const both = suggestion({ fingerprint: "both", endLine: 21, replacement: "one = 1\ntwo = 2" });

    const outcome = await offer(suggestion(), both);

    expect(outcome.offered).toEqual([suggestion(), both]);
    expect(pr.pull.reviews.map(({ body, state, commit }) => [body, state, commit])).toEqual([["One click each.", "COMMENTED", pr.head]]);
    expect(pr.reviewComments()).toEqual([
      {
        author: "dagsight[bot]",
        path: "shop/orders.py",
        line: 20,
        startLine: null,
        body: "<!-- dagsight:v1 suggestion=rename-0a1b -->\nThe asset is called `raw_orders`.\n\n```suggestion\nraw_orders = load()\n```",
      },
      expect.objectContaining({ line: 21, startLine: 20, body: expect.stringContaining("```suggestion\none = 1\ntwo = 2\n```") }),
    ]);
  });

  it("are not offered a second time, at a moved line either", async () => {
    await offer(suggestion());
    await pr.push({ "shop/orders.py": `# new first line\n${numbered(60, { 20: "orders = load()" })}` });

    const outcome = await offer(suggestion({ startLine: 21, endLine: 21 }));

    expect(outcome).toMatchObject({ offered: [], offeredBefore: [{ fingerprint: "rename-0a1b" }] });
    expect(pr.pull.reviews).toHaveLength(1);
  });

  it("outside of the diff are given back, and do not cost the others their place", async () => {
    const far = suggestion({ fingerprint: "far", startLine: 50, endLine: 50 });
    const across = suggestion({ fingerprint: "across", startLine: 20, endLine: 50 });
    const elsewhere = suggestion({ fingerprint: "elsewhere", path: "shop/customers.py" });

    const outcome = await offer(far, suggestion(), across, elsewhere);

    expect(outcome.outsideDiff).toEqual([far, across, elsewhere]);
    expect(pr.reviewComments()).toHaveLength(1);
  });

  it("for a commit that is not the head any more are not sent", async () => {
    const old = pr.head;
    await pr.push({ "shop/more.py": "more = 1\n" });

    const outcome = await host.ensureSuggestions(at(), { head: old, body: "One click each.", suggestions: [suggestion()] });

    expect(outcome).toMatchObject({ offered: [], outsideDiff: [{ fingerprint: "rename-0a1b" }] });
    expect(pr.pull.reviews).toEqual([]);
  });

  it("cannot be closed by their own text", async () => {
    await offer(suggestion({ replacement: 'help = """\n```\n"""' }));

    expect(pr.reviewComments()[0]?.body).toContain('````suggestion\nhelp = """\n```\n"""\n````');
  });

  it("copied by a person do not count as offered", async () => {
    await offer(suggestion());
    pr.pull.reviewComments[0] = { ...pr.pull.reviewComments[0]!, author: { id: 1, login: "mallory", type: "User" } };

    expect((await offer(suggestion())).offered).toHaveLength(1);
  });

  it("are there once although the connection broke after GitHub took them", async () => {
    github.fails({ kind: "drop-after" }, { operation: "pulls/create-review" });

    await offer(suggestion());

    expect(pr.reviewComments()).toHaveLength(1);
  });
});
