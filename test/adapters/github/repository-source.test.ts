import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Files } from "../../support/github-server/bare-repository.ts";
import { startGitHub, type TestGitHub } from "../../support/github-server/start-github.ts";
import { connect } from "./connect.ts";

const repository = { owner: "acme", name: "shop" };
const text = (content: unknown) => (content instanceof Uint8Array ? Buffer.from(content).toString("utf8") : content);

/** `assets/asset_7.py` holds `asset_7 = 7`. */
const assets = (count: number): Files =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`assets/asset_${index}.py`, `asset_${index} = ${index}\n`]));

describe("a repository as a source store", () => {
  let github: TestGitHub;

  beforeEach(async () => {
    github = await startGitHub();
  });

  afterEach(() => github.stop());

  const blobRequests = () => github.requests().filter(({ operation }) => operation === "git/get-blob" || operation === "graphql").length;

  it("knows every regular file of a commit, without links and submodules, before any byte is there", async () => {
    const shop = await github.repository("acme/shop").withFiles({
      "shop/orders.py": "orders = 1\n",
      "shop/größe.py": "größe = 1\n",
      "shop/run.sh": { executable: "#!/bin/sh\n" },
      "shop/link.py": { symlink: "orders.py" },
      "vendor/library": { submodule: "1234567890123456789012345678901234567890" },
    });

    const tree = await connect(github)
      .host.openSource(repository)
      .open(await shop.commitOf("main"));

    expect(tree.paths()).toEqual(["shop/größe.py", "shop/orders.py", "shop/run.sh"].sort());
    expect(tree.has("shop/link.py")).toBe(false);
    expect(tree.hasFolder("vendor")).toBe(false);
    expect(tree.read("shop/orders.py")).toBe("not-loaded");
    expect(tree.read("shop/gone.py")).toBe("absent");
  });

  it("loads what is asked for and nothing else", async () => {
    const shop = await github
      .repository("acme/shop")
      .withFiles({ "shop/orders.py": "orders = 1\n", "shop/customers.py": "customers = 1\n" });
    const tree = await connect(github)
      .host.openSource(repository)
      .open(await shop.commitOf("main"));

    await tree.load(["shop/orders.py", "shop/gone.py"]);

    expect(text(tree.read("shop/orders.py"))).toBe("orders = 1\n");
    expect(tree.read("shop/customers.py")).toBe("not-loaded");
    expect(blobRequests()).toBe(1);
  });

  it("fetches the blobs that base and head share once", async () => {
    const shop = await github
      .repository("acme/shop")
      .withFiles({ "shop/orders.py": "orders = 1\n", "shop/customers.py": "customers = 1\n" });
    const base = await shop.commitOf("main");
    const head = await shop.commit("main", { "shop/orders.py": "orders = 2\n" });
    const source = connect(github).host.openSource(repository);
    const trees = await Promise.all([source.open(base), source.open(head)]);

    await Promise.all(trees.map((tree) => tree.load(["shop/orders.py", "shop/customers.py"])));

    expect(trees.map((tree) => text(tree.read("shop/orders.py")))).toEqual(["orders = 1\n", "orders = 2\n"]);
    expect(blobRequests()).toBe(3);
  });

  it("asks for nothing at all when the cache has it", async () => {
    const shop = await github.repository("acme/shop").withFiles({ "shop/orders.py": "orders = 1\n" });
    const commit = await shop.commitOf("main");
    const { cache, host } = connect(github);
    await (await host.openSource(repository).open(commit)).load(["shop/orders.py"]);
    github.forgetRequests();

    const tree = await connect(github, { cache }).host.openSource(repository).open(commit);
    await tree.load(["shop/orders.py"]);

    expect(text(tree.read("shop/orders.py"))).toBe("orders = 1\n");
    expect(github.requests()).toEqual([]);
  });

  it("fetches a few dozen files in one batch", async () => {
    const shop = await github.repository("acme/shop").withFiles(assets(60));
    const tree = await connect(github)
      .host.openSource(repository)
      .open(await shop.commitOf("main"));

    await tree.load(tree.paths());

    expect(text(tree.read("assets/asset_7.py"))).toBe("asset_7 = 7\n");
    expect(github.requests("graphql")).toHaveLength(1);
    expect(github.requests("git/get-blob")).toHaveLength(0);
  });

  it("takes from a batch only what has the right hash: binary, Latin-1 and long files come by themselves", async () => {
    const odd: Files = {
      "data/logo.png": Buffer.from([0x89, 0x50, 0, 1, 2]),
      "shop/latin.py": Buffer.from("größe = 1\n", "latin1"),
      "shop/bom.py": Buffer.from("\uFEFForders = 1\n"),
      "shop/long.py": `long = "${"x".repeat(600_000)}"\n`,
    };
    const shop = await github.repository("acme/shop").withFiles({ ...assets(20), ...odd });
    const tree = await connect(github)
      .host.openSource(repository)
      .open(await shop.commitOf("main"));

    await tree.load(tree.paths());

    for (const [path, content] of Object.entries(odd))
      expect(Buffer.from(tree.read(path) as Uint8Array).equals(Buffer.from(content as string))).toBe(true);
    expect(github.requests("git/get-blob")).toHaveLength(3);
  });

  it("takes the tarball when hundreds of files are missing, and still every byte", async () => {
    const odd: Files = {
      "shop/latin.py": Buffer.from("größe = 1\n", "latin1"),
      [`deep/${"folder/".repeat(30)}orders.py`]: "orders = 1\n",
      ".gitattributes": "hidden.py export-ignore\nstamped.py export-subst\n",
      "hidden.py": "hidden = 1\n",
      "stamped.py": "commit = '$Format:%H$'\n",
    };
    const shop = await github.repository("acme/shop").withFiles({ ...assets(400), ...odd });
    const tree = await connect(github)
      .host.openSource(repository)
      .open(await shop.commitOf("main"));

    await tree.load(tree.paths());

    for (const path of tree.paths()) expect(tree.read(path), path).toBeInstanceOf(Uint8Array);
    expect(text(tree.read("assets/asset_399.py"))).toBe("asset_399 = 399\n");
    expect(text(tree.read("stamped.py"))).toBe("commit = '$Format:%H$'\n");
    expect(text(tree.read("hidden.py"))).toBe("hidden = 1\n");
    expect(github.requests("repos/download-tarball-archive")).toHaveLength(1);
    expect(blobRequests()).toBe(2);
  });

  it("walks a tree that GitHub cut off, subtree by subtree", async () => {
    const shop = await github
      .repository("acme/shop")
      .withFiles({ ...assets(30), "jobs/a/b/nightly.py": "nightly = 1\n", "README.md": "# Shop\n" });
    shop.truncateTreesAt(20);

    const tree = await connect(github)
      .host.openSource(repository)
      .open(await shop.commitOf("main"));

    expect(tree.paths()).toEqual([...Object.keys(assets(30)), "jobs/a/b/nightly.py", "README.md"].sort());
  });

  it("reads a fork's commits through the repository they were proposed to, also when the fork is gone", async () => {
    const shop = await github.repository("acme/shop").withFiles({ "shop/orders.py": "orders = 1\n" });
    const base = await shop.commitOf("main");
    const fork = await shop.fork("hopper");
    const pr = await shop.pullRequest({ from: "orders", files: { "shop/orders.py": "orders = 2\n" }, fork });
    const { host } = connect(github);
    expect(await host.readPullRequest({ repository, number: pr.number })).toMatchObject({
      fork: true,
      head: { repository: { owner: "hopper" } },
    });
    pr.deleteFork();

    const pullRequest = await host.readPullRequest({ repository, number: pr.number });
    const source = host.openSource(repository);
    const tree = await source.open(pullRequest.head.commit);
    await tree.load(["shop/orders.py"]);

    expect(pullRequest).toMatchObject({ fork: true, head: { repository: null } });
    expect(text(tree.read("shop/orders.py"))).toBe("orders = 2\n");
    expect(await source.mergeBase(base, pr.head)).toBe(base);
  });

  it("compares with the merge-base although the base branch has moved", async () => {
    const shop = await github.repository("acme/shop").withFiles({ "shop/orders.py": "orders = 1\n" });
    const start = await shop.commitOf("main");
    const pr = await shop.pullRequest({ from: "revenue", files: { "shop/revenue.py": "revenue = 1\n" } });
    const moved = await shop.commit("main", { "shop/orders.py": "orders = 3\n" });

    expect(await connect(github).host.openSource(repository).mergeBase(moved, pr.head)).toBe(start);
  });

  it("resolves branches and short ids, and says which ref does not exist", async () => {
    const shop = await github.repository("acme/shop").withFiles({ "shop/orders.py": "orders = 1\n" });
    const commit = await shop.commitOf("main");
    const source = connect(github).host.openSource(repository);

    expect(await source.resolve("main")).toBe(commit);
    expect(await source.resolve(commit.slice(0, 10))).toBe(commit);
    await expect(source.resolve("gone")).rejects.toMatchObject({ failure: { code: "unknown-ref", ref: "gone", repository: "acme/shop" } });
    await expect(source.mergeBase(commit, "0".repeat(40))).rejects.toMatchObject({ failure: { code: "unknown-ref" } });
  });

  it("says that two histories have nothing in common", async () => {
    const shop = await github.repository("acme/shop").withFiles({ "shop/orders.py": "orders = 1\n" });
    const base = await shop.commitOf("main");
    const other = await shop.record.git.commit({
      branch: "other",
      parent: null,
      files: { "README.md": "# Other\n" },
      message: "Start again",
    });

    const answer = connect(github).host.openSource(repository).mergeBase(base, other);

    await expect(answer).rejects.toMatchObject({ failure: { code: "no-merge-base", base, head: other } });
  });

  it("goes on with single blobs when the tarball breaks off", async () => {
    const shop = await github.repository("acme/shop").withFiles(assets(320));
    const { host, log } = connect(github);
    const tree = await host.openSource(repository).open(await shop.commitOf("main"));
    github.fails({ kind: "half" }, { operation: "tarball" });

    await tree.load(tree.paths());

    expect(text(tree.read("assets/asset_319.py"))).toBe("asset_319 = 319\n");
    expect(log.lines.filter(({ level }) => level === "warn").map(({ message }) => message)).toEqual([
      "The tarball broke off; the rest is fetched by the blob",
    ]);
  });
});
