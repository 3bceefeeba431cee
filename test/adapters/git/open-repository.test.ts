import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openRepository } from "../../../src/adapters/git/open-repository.ts";
import type { FileContent } from "../../../src/base/source-tree.ts";
import type { LocalRepository } from "../../../src/ports/source-store.ts";
import { createGitFixture, createTemporaryFolder, GIT_ENVIRONMENT, type GitFixture } from "../../support/git-fixture.ts";

const text = (content: FileContent) => (typeof content === "string" ? content : new TextDecoder().decode(content));

describe("openRepository", () => {
  let fixture: GitFixture;
  let opened: LocalRepository[];
  const open = async (path = fixture.path) => {
    const repository = await openRepository(path, GIT_ENVIRONMENT);
    opened.push(repository);
    return repository;
  };
  const failure = (promise: Promise<unknown>) => promise.then(() => undefined).catch((error) => error.failure);

  beforeEach(() => {
    opened = [];
    fixture = createGitFixture({ "shop/orders.py": "orders = 1\n", "README.md": "Shop\n" });
  });
  afterEach(async () => {
    for (const repository of opened) await repository.close();
    fixture[Symbol.dispose]();
  });

  it("finds the root from a folder and from a file below it", async () => {
    expect((await open(join(fixture.path, "shop"))).root).toBe(fixture.path);
    expect((await open(join(fixture.path, "shop/orders.py"))).root).toBe(fixture.path);
  });

  it("refuses a folder that is in no repository, and a path that does not exist", async () => {
    const folder = createTemporaryFolder();

    expect(await failure(open(folder))).toEqual({ code: "not-a-repository", path: folder });
    expect(await failure(open(join(folder, "gone")))).toEqual({ code: "file-not-found", path: join(folder, "gone") });
  });

  it("resolves branches, annotated tags and abbreviated ids to a commit", async () => {
    const commit = fixture.git("rev-parse", "HEAD").trim();
    fixture.git("tag", "-a", "v1", "-m", "One");
    const repository = await open();

    for (const ref of ["main", "v1", commit.slice(0, 8), "HEAD", "main~0"]) expect(await repository.resolve(ref)).toBe(commit);
  });

  it.each(["nowhere", "", "--help", "-n", "main:README.md", "main..main", "main\n", "HEAD^{tree}"])("has no commit for %j", async (ref) => {
    expect(await failure((await open()).resolve(ref))).toMatchObject({ code: "unknown-ref", ref });
  });

  it("reads the files of a commit in one batch, by content id", async () => {
    const repository = await open();
    const tree = await repository.open(await repository.resolve("main"));

    expect(tree.paths()).toEqual(["README.md", "shop/orders.py"]);
    expect(tree.read("shop/orders.py")).toBe("not-loaded");
    await tree.load(["shop/orders.py", "shop/gone.py"]);

    expect(text(tree.read("shop/orders.py"))).toBe("orders = 1\n");
    expect(tree.read("shop/gone.py")).toBe("absent");
    expect(tree.id("shop/orders.py")).toBe(fixture.git("rev-parse", "main:shop/orders.py").trim());
  });

  it("reads bytes as they are stored: binary, empty, and longer than one pipe buffer", async () => {
    const binary = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 7) % 256);
    fixture.write("logo.png", binary);
    fixture.write("empty.py", "");
    const commit = fixture.commit("Add files of all kinds");
    const tree = await (await open()).open(commit);

    await tree.load(tree.paths());

    expect(tree.read("logo.png")).toEqual(binary);
    expect(tree.read("empty.py")).toEqual(new Uint8Array());
    expect(text(tree.read("README.md"))).toBe("Shop\n");
  });

  it("keeps names with spaces, newlines, quotes and other alphabets", async () => {
    const names = ["a b.py", "línea\nnueva.py", 'quo"te.py', "données/été.py", "数据.py", "-rf.py"];
    for (const name of names) fixture.write(name, `${JSON.stringify(name)}\n`);
    const tree = await (await open()).open(fixture.commit("Add odd names"));

    await tree.load(names);

    for (const name of names) expect(text(tree.read(name))).toBe(`${JSON.stringify(name)}\n`);
  });

  it("leaves symlinks and submodules out of a commit", async () => {
    fixture.link("link.py", "shop/orders.py");
    fixture.link("loop", "loop");
    fixture.git("update-index", "--add", "--cacheinfo", `160000,${fixture.git("rev-parse", "HEAD").trim()},vendored`);
    fixture.git("add", "link.py", "loop");
    fixture.git("commit", "-q", "-m", "Link");
    const tree = await (await open()).open("HEAD");

    expect(tree.paths()).toEqual(["README.md", "shop/orders.py"]);
  });

  it("finds the merge base, and says why there is none", async () => {
    const base = fixture.git("rev-parse", "HEAD").trim();
    fixture.git("switch", "-q", "-c", "feature");
    fixture.write("shop/orders.py", "orders = 2\n");
    const feature = fixture.commit("Change orders");
    fixture.git("switch", "-q", "main");
    fixture.write("README.md", "Shop, again\n");
    const main = fixture.commit("Change the readme");
    fixture.git("switch", "-q", "--orphan", "other");
    const other = fixture.commit("Start over");
    const repository = await open();

    expect(await repository.mergeBase(main, feature)).toBe(base);
    expect(await failure(repository.mergeBase(main, other))).toEqual({ code: "no-merge-base", base: main, head: other, shallow: false });
  });

  it("tells that a shallow clone hides the merge base", async () => {
    fixture.git("switch", "-q", "-c", "feature");
    const feature = fixture.commit("Change nothing");
    fixture.git("switch", "-q", "main");
    const main = fixture.commit("Change nothing either");
    const folder = join(createTemporaryFolder(), "clone");
    fixture.git("clone", "-q", "--depth", "1", "--no-single-branch", `file://${fixture.path}`, folder);
    const repository = await open(folder);

    const error = await repository.mergeBase(main, feature).catch((thrown) => thrown);

    expect(error.failure).toEqual({ code: "no-merge-base", base: main, head: feature, shallow: true });
    expect(error.message).toContain("fetch-depth: 0");
  });

  it("does not fetch what a partial clone left out, but says so", async () => {
    fixture.git("config", "uploadpack.allowFilter", "true");
    const folder = join(createTemporaryFolder(), "clone");
    fixture.git("clone", "-q", "--bare", "--filter=blob:none", `file://${fixture.path}`, folder);
    const tree = await (await open(folder)).open("main");

    expect(await failure(tree.load(["README.md"]))).toMatchObject({ code: "objects-missing" });
  });

  it("takes the remote's word for the default branch, then the usual names", async () => {
    expect(await (await open()).defaultBranch()).toBe("main");

    fixture.git("branch", "-m", "main", "trunk");
    expect(await (await open()).defaultBranch()).toBeUndefined();

    const folder = join(createTemporaryFolder(), "clone");
    fixture.git("clone", "-q", `file://${fixture.path}`, folder);
    expect(await (await open(folder)).defaultBranch()).toBe("origin/trunk");
  });

  it("opens a bare repository, which has no working tree", async () => {
    const folder = join(createTemporaryFolder(), "bare");
    fixture.git("clone", "-q", "--bare", `file://${fixture.path}`, folder);
    const repository = await open(folder);

    expect(repository.bare).toBe(true);
    expect((await repository.open(await repository.resolve("main"))).paths()).toEqual(["README.md", "shop/orders.py"]);
    expect(await failure(repository.openWorkingTree())).toEqual({ code: "no-working-tree", repository: folder });
  });

  it("opens a repository whose path begins with a dash", async () => {
    const folder = join(createTemporaryFolder(), "--upload-pack=touch");
    fixture.git("clone", "-q", `file://${fixture.path}`, folder);

    expect((await (await open(folder)).openWorkingTree()).paths()).toEqual(["README.md", "shop/orders.py"]);
  });

  describe("the working tree", () => {
    it("holds changed and untracked files, without deleted and ignored ones", async () => {
      fixture.write(".gitignore", "*.log\nbuild/\n");
      fixture.write("shop/orders.py", "orders = 2\n");
      fixture.write("shop/customers.py", "customers = 1\n");
      fixture.write("run.log", "…");
      fixture.write("build/out.py", "x = 1\n");
      fixture.remove("README.md");
      const tree = await (await open()).openWorkingTree();

      await tree.load(tree.paths());

      expect(tree.paths()).toEqual([".gitignore", "shop/customers.py", "shop/orders.py"]);
      expect(text(tree.read("shop/orders.py"))).toBe("orders = 2\n");
      expect(tree.id("shop/customers.py")).toBe(fixture.git("hash-object", "shop/customers.py").trim());
    });

    it("leaves untracked environments out, and keeps what was committed under such a name", async () => {
      fixture.write("vendor/site-packages/kept.py", "");
      fixture.commit("Vendor a package");
      fixture.write("env/pyvenv.cfg", "");
      fixture.write("env/lib/dagster.py", "");
      fixture.write(".venv/lib/dagster.py", "");

      expect((await (await open()).openWorkingTree()).paths()).toEqual(["README.md", "shop/orders.py", "vendor/site-packages/kept.py"]);
    });

    it("gives an unchanged file the id and the bytes that it has in the commit, whatever the checkout made of it", async () => {
      fixture.write(".gitattributes", "*.py text eol=crlf\n");
      fixture.commit("Check Python out with CRLF");
      fixture.remove("shop/orders.py");
      fixture.git("checkout", "-q", "shop/orders.py");
      const repository = await open();
      const tree = await repository.openWorkingTree();
      await tree.load(["shop/orders.py"]);

      expect(readFileSync(join(fixture.path, "shop/orders.py"), "utf8")).toBe("orders = 1\r\n");
      expect(text(tree.read("shop/orders.py"))).toBe("orders = 1\n");
      expect(tree.id("shop/orders.py")).toBe(fixture.git("rev-parse", "HEAD:shop/orders.py").trim());
    });

    it("follows no symlink, neither to a file nor in place of a folder", async () => {
      const outside = createTemporaryFolder();
      writeFileSync(join(outside, "orders.py"), "secret = 1\n");
      fixture.remove("shop");
      symlinkSync(outside, join(fixture.path, "shop"));
      symlinkSync(join(outside, "orders.py"), join(fixture.path, "README.md.py"));
      symlinkSync("loop", join(fixture.path, "loop"));
      const tree = await (await open()).openWorkingTree();

      expect(tree.paths()).toEqual(["README.md"]);
    });

    it("leaves a repository within the repository out", async () => {
      mkdirSync(join(fixture.path, "vendored"));
      createGitFixture({ "theirs.py": "" }, join(fixture.path, "vendored"));

      expect((await (await open()).openWorkingTree()).paths()).toEqual(["README.md", "shop/orders.py"]);
    });

    it("reads the files of a merge in progress from the disk", async () => {
      fixture.git("switch", "-q", "-c", "feature");
      fixture.write("shop/orders.py", "orders = 2\n");
      fixture.commit("Two");
      fixture.git("switch", "-q", "main");
      fixture.write("shop/orders.py", "orders = 3\n");
      fixture.commit("Three");
      expect(() => fixture.git("merge", "feature")).toThrow();
      const tree = await (await open()).openWorkingTree();

      await tree.load(["shop/orders.py"]);

      expect(text(tree.read("shop/orders.py"))).toContain("<<<<<<<");
    });

    it("runs nothing that the repository configures, and writes nothing", async () => {
      const trap = join(fixture.path, ".git", "sprung");
      const program = `touch ${trap}; cat`;
      fixture.write(".gitattributes", "*.py filter=trap diff=trap\n");
      for (const name of ["filter.trap.clean", "filter.trap.process", "diff.trap.textconv", "core.fsmonitor", "core.sshCommand"])
        fixture.git("config", name, program);
      fixture.git("config", "filter.trap.required", "true");
      const past = new Date("2020-01-01");
      utimesSync(join(fixture.path, "shop/orders.py"), past, past);
      const index = join(fixture.path, ".git/index");
      const before = { bytes: readFileSync(index), time: statSync(index).mtimeMs };
      const tree = await (await open()).openWorkingTree();

      await tree.load(tree.paths());

      expect(text(tree.read("shop/orders.py"))).toBe("orders = 1\n");
      expect(existsSync(trap)).toBe(false);
      expect({ bytes: readFileSync(index), time: statSync(index).mtimeMs }).toEqual(before);
    });
  });
});
