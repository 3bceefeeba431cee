import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Files } from "../../support/github-server/bare-repository.ts";
import { startGitHub, type TestGitHub } from "../../support/github-server/start-github.ts";
import type { RepositoryStory } from "../../support/github-server/story/repository.ts";
import { connect } from "./connect.ts";

const repository = { owner: "acme", name: "shop" };

describe("reading pull requests", () => {
  let github: TestGitHub;
  let shop: RepositoryStory;

  beforeEach(async () => {
    github = await startGitHub();
    shop = await github.repository("acme/shop").withFiles({ "shop/orders.py": "orders = 1\n", "shop/old.py": "a = 1\nb = 2\nc = 3\n" });
  });

  afterEach(() => github.stop());

  it("gives the pull request as it is now", async () => {
    const pr = await shop.pullRequest({
      from: "revenue",
      files: { "shop/revenue.py": "revenue = 1\n" },
      title: "Add revenue",
      draft: true,
    });
    await pr.push({ "shop/revenue.py": "revenue = 2\n" });

    expect(await connect(github).host.readPullRequest({ repository, number: pr.number })).toEqual({
      repository,
      number: 1,
      title: "Add revenue",
      url: "https://github.example.com/acme/shop/pull/1",
      repositoryUrl: "https://github.example.com/acme/shop",
      defaultBranch: "main",
      state: "open",
      draft: true,
      author: { login: "grace", bot: false },
      labels: [],
      base: { ref: "main", commit: await shop.commitOf("main") },
      head: { ref: "revenue", commit: pr.head, repository },
      fork: false,
    });
  });

  it("tells merged from closed", async () => {
    const merged = await shop.pullRequest({ from: "one", files: { "shop/one.py": "one = 1\n" } });
    const closed = await shop.pullRequest({ from: "two", files: { "shop/two.py": "two = 2\n" } });
    await merged.merge();
    closed.close();
    const { host } = connect(github);

    expect((await host.readPullRequest({ repository, number: merged.number })).state).toBe("merged");
    expect((await host.readPullRequest({ repository, number: closed.number })).state).toBe("closed");
  });

  it("follows a repository that was renamed or transferred, and writes where it is now", async () => {
    const pr = await shop.pullRequest({ from: "revenue", files: { "shop/revenue.py": "revenue = 1\n" } });
    shop.rename("store");
    shop.transfer("acme-data");
    const { host } = connect(github);

    const pullRequest = await host.readPullRequest({ repository, number: pr.number });
    const at = { repository, number: pr.number };
    await host.ensureComment(at, {
      topic: "review",
      body: "Moved.",
      head: pr.head,
      sequence: 1,
      whenMissing: "create",
      whenChanged: "update",
      weight: 1,
    });

    expect(pullRequest.repository).toEqual({ owner: "acme-data", name: "store" });
    expect(pr.comments()).toHaveLength(1);
  });

  it("lists the changed files with their renames", async () => {
    const files = {
      "shop/orders.py": "orders = 2\n",
      "shop/old.py": null,
      "shop/new.py": "a = 1\nb = 2\nc = 3\n",
      "shop/more.py": "more = 1\n",
    };
    const pr = await shop.pullRequest({ from: "revenue", files });

    expect(await connect(github).host.listChangedFiles({ repository, number: pr.number })).toEqual({
      complete: true,
      files: [
        { path: "shop/more.py", status: "added", previousPath: null },
        { path: "shop/new.py", status: "renamed", previousPath: "shop/old.py" },
        { path: "shop/orders.py", status: "modified", previousPath: null },
      ],
    });
  });

  it("says that a list of 3,000 files is not all", async () => {
    const files: Files = Object.fromEntries(Array.from({ length: 3100 }, (_, index) => [`many/file_${index}.py`, `x = ${index}\n`]));
    const pr = await shop.pullRequest({ from: "many", files });

    const changed = await connect(github).host.listChangedFiles({ repository, number: pr.number });

    expect(changed.files).toHaveLength(3000);
    expect(changed.complete).toBe(false);
    expect(github.requests("pulls/list-files")).toHaveLength(30);
  });

  it("reads what a person may do, and nothing into a stranger or a bot", async () => {
    shop.give("ada", "admin");
    shop.give("linus", "maintain");
    shop.give("grace", "triage");
    const { host } = connect(github);

    const asked = ["ada", "linus", "grace", "nobody", "dagsight[bot]"].map((login) => host.readPermission(repository, login));

    expect(await Promise.all(asked)).toEqual(["admin", "write", "read", "none", "none"]);
  });

  it("reads one file without opening the tree", async () => {
    await shop.commit("main", { ".github/dagsight.yml": "rules: {}\n", "large.csv": "x".repeat(1_100_000), "link.yml": { symlink: "x" } });
    const { host } = connect(github);
    const read = async (path: string, ref: string | null = null, at = repository) => {
      const content = await host.readFile(at, ref, path);
      return content === "absent" ? content : Buffer.from(content).toString("utf8");
    };

    expect(await read(".github/dagsight.yml")).toBe("rules: {}\n");
    expect(await read(".github/dagsight.yml", "main~1")).toBe("absent");
    expect((await read("large.csv")).length).toBe(1_100_000);
    expect(await read(".github")).toBe("absent");
    expect(await read("gone.yml")).toBe("absent");
    expect(await read("dagsight.yml", null, { owner: "acme", name: ".github" })).toBe("absent");
  });

  it("works through the base URL of a GitHub Enterprise Server", async () => {
    const files = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`many/file_${index}.py`, `x = ${index}\n`]));
    const pr = await shop.pullRequest({ from: "many", files });
    const { host } = connect(github, { baseUrl: github.enterpriseUrl });

    const { head } = await host.readPullRequest({ repository, number: pr.number });
    const tree = await host.openSource(repository).open(head.commit);
    await tree.load(tree.paths());

    expect(tree.read("many/file_11.py")).toBeInstanceOf(Uint8Array);
    expect(github.requests("graphql")).toHaveLength(1);
  });
});
