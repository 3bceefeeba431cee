import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { GraphDocument } from "../../../src/types/graph-document.ts";
import type { ReviewReport } from "../../../src/types/review-report.ts";
import { createGitFixture, createTemporaryFolder, type GitFixture } from "../../support/git-fixture.ts";
import { runCli } from "../../support/run-cli.ts";
import { SHOP_PROJECT } from "../../support/shop-project.ts";

describe("bad input", () => {
  let shop: GitFixture;
  beforeEach(() => {
    shop = createGitFixture(SHOP_PROJECT);
  });
  afterEach(() => shop[Symbol.dispose]());

  const graphOf = async (args: readonly string[] = [], cwd = shop.path) => {
    const { exitCode, stdout, stderr } = await runCli(["graph", "--format", "json", ...args], { cwd });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    return JSON.parse(stdout) as GraphDocument;
  };
  const keysOf = (graph: GraphDocument) => graph.codeLocations.flatMap(({ nodes }) => nodes.map(({ key }) => key));
  const reviewOf = async (args: readonly string[] = []) => {
    const { stdout, stderr } = await runCli(["review", "--format", "json", ...args], { cwd: shop.path });
    expect(stderr).toBe("");
    return JSON.parse(stdout) as ReviewReport;
  };
  const changesOf = (report: ReviewReport) =>
    report.locations.flatMap(({ changes }) => changes.map(({ type, subject }) => `${type} ${subject.kind} ${subject.name}`)).sort();

  it("of an unpacked repository, which has no git any more, is read with what lies beside the folder that was named", async () => {
    const folder = createTemporaryFolder();
    const files = {
      ".github/workflows/ci.yml": "on: push\n",
      "config/tables.json": '["orders", "customers"]',
      "pipeline/definitions.py": `import json
from pathlib import Path
import dagster as dg

TABLES = json.loads((Path(__file__).parent.parent / "config" / "tables.json").read_text())
defs = dg.Definitions(assets=[dg.AssetSpec(table) for table in TABLES])
`,
    };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(folder, path, ".."), { recursive: true });
      writeFileSync(join(folder, path), text);
    }

    expect(keysOf(await graphOf(["pipeline"], folder))).toEqual(["customers", "orders"]);
  });

  describe("a repository without Dagster", () => {
    const plain = { "README.md": "Nothing here\n", "app/main.py": "print('hello')\n" };

    it.each(["json", "mermaid", "svg", "dot"])("has an empty graph (%s), which is no error", async (format) => {
      using fixture = createGitFixture(plain);

      const { exitCode, stderr } = await runCli(["graph", "--format", format], { cwd: fixture.path });

      expect(exitCode).toBe(0);
      expect(stderr).toContain("No Dagster code location found");
    });

    it("is an empty document in JSON", async () => {
      using fixture = createGitFixture(plain);

      const { stdout } = await runCli(["graph", "--format", "json"], { cwd: fixture.path });

      expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1, codeLocations: [] });
    });

    it("has nothing to review, and says so", async () => {
      using fixture = createGitFixture(plain);
      fixture.write("app/main.py", "print('bye')\n");

      const { exitCode, stdout, stderr } = await runCli(["review", "--format", "json"], { cwd: fixture.path });

      expect(exitCode).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({ verdict: "nothing-of-dagster", locations: [] });
      expect(stderr).toContain("No Dagster code location found");
    });

    it("has nothing to check, and says so", async () => {
      using fixture = createGitFixture(plain);

      const { exitCode, stdout, stderr } = await runCli(["check", "--format", "json"], { cwd: fixture.path });

      expect(exitCode).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({ findings: [] });
      expect(stderr).toContain("No Dagster code location found");
    });

    it("may be empty altogether", async () => {
      const { exitCode } = await runCli(["graph"], { cwd: createTemporaryFolder() });

      expect(exitCode).toBe(0);
    });
  });

  describe("what is not there", () => {
    it.each([
      [["review"], "is not in a git repository"],
      [["diff", "main", "feature"], "is not in a git repository"],
    ])("refuses %j outside of a repository", async (args, message) => {
      const { exitCode, stdout, stderr } = await runCli(args, { cwd: createTemporaryFolder() });

      expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
      expect(stderr).toContain(message);
    });

    it.each([
      [["review", "--base", "nowhere"], "`nowhere` is no branch, tag or commit"],
      [["review", "--head", "nowhere"], "`nowhere` is no branch, tag or commit"],
      [["review", "--base", "--output=/tmp/x"], "is no branch, tag or commit"],
      [["diff", "main", "nowhere"], "`nowhere` is no branch, tag or commit"],
      [["graph", "gone"], "gone does not exist"],
      [["graph", "pyproject.toml"], "neither a folder nor a Python file"],
      [["check", "gone.py"], "gone.py does not exist"],
      [["graph", "-m", "shop.definitions", "-d", ".."], "lies outside of"],
      [["graph", "-d", "shop"], "needs a module or a file"],
    ])("refuses %j", async (args, message) => {
      const { exitCode, stdout, stderr } = await runCli(args, { cwd: shop.path });

      expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
      expect(stderr).toContain(message);
    });

    it("asks for a base where no default branch can be told", async () => {
      shop.git("branch", "-m", "main", "trunk");

      const { exitCode, stderr } = await runCli(["review"], { cwd: shop.path });

      expect(exitCode).toBe(2);
      expect(stderr).toContain("--base REF");
    });

    it("asks for a head in a bare repository", async () => {
      const bare = join(createTemporaryFolder(), "bare");
      shop.git("clone", "-q", "--bare", shop.path, bare);

      const { exitCode, stderr } = await runCli(["review", "--repo", bare], { cwd: shop.path });

      expect(exitCode).toBe(2);
      expect(stderr).toContain("--head REF");
    });

    it("refuses a repository without a commit", async () => {
      const folder = createTemporaryFolder();
      using fixture = createGitFixture({}, folder);

      const { exitCode, stderr } = await runCli(["review", "--repo", fixture.path], { cwd: fixture.path });

      expect(exitCode).toBe(2);
      expect(stderr).toContain("--base REF");
    });
  });

  describe("ranges", () => {
    it("reviews an empty range as no change", async () => {
      expect(await reviewOf(["--base", "main", "--head", "main"])).toMatchObject({
        verdict: "no-change",
        provenance: { changedFiles: [] },
      });
    });

    it("reviews the working tree, what is not committed and not even added", async () => {
      shop.write("shop/assets.py", `${SHOP_PROJECT["shop/assets.py"]}\n\n@asset\ndef refunds():\n    return []\n`);

      const report = await reviewOf();

      expect(changesOf(report)).toEqual(["added asset refunds"]);
      expect(report.provenance).toMatchObject({ head: { ref: "working tree", commit: null }, changedFiles: ["shop/assets.py"] });
    });

    it("does not take what the base gained since for a change of the head", async () => {
      shop.git("switch", "-q", "-c", "feature");
      shop.write("shop/more.py", "");
      shop.commit("Add a module");
      shop.git("switch", "-q", "main");
      shop.write("shop/assets.py", `${SHOP_PROJECT["shop/assets.py"]}\n\n@asset\ndef refunds():\n    return []\n`);
      shop.commit("Add refunds");

      expect(await reviewOf(["--base", "main", "--head", "feature"])).toMatchObject({ verdict: "no-change" });
    });

    it("shows everything removed when the change deletes the project", async () => {
      for (const path of ["shop", "pyproject.toml"]) shop.remove(path);

      const report = await reviewOf();

      expect(report.locations).toMatchObject([{ status: "removed" }]);
      expect(changesOf(report)).toEqual(expect.arrayContaining(["removed asset daily_revenue", "removed asset orders"]));
    });

    it("shows everything added when the change brings the project", async () => {
      using fixture = createGitFixture({ "README.md": "Soon\n" });
      for (const [path, content] of Object.entries(SHOP_PROJECT)) fixture.write(path, content);

      const { stdout } = await runCli(["review", "--format", "json"], { cwd: fixture.path });

      expect(changesOf(JSON.parse(stdout))).toEqual(expect.arrayContaining(["added asset daily_revenue", "added asset orders"]));
    });
  });

  describe("files that are not what they should be", () => {
    const DEFAULT = ["daily_revenue", "orders"];

    it("reads on beside a binary file with the name of a module", async () => {
      shop.write(
        "shop/blob.py",
        Uint8Array.from({ length: 4096 }, (_, index) => index % 256),
      );
      shop.write(
        "shop/logo.png",
        Uint8Array.from({ length: 4096 }, (_, index) => (index * 31) % 256),
      );

      expect(keysOf(await graphOf())).toEqual(DEFAULT);
    });

    it("reads a file in the encoding that it declares", async () => {
      const text = '# -*- coding: latin-1 -*-\nfrom dagster import asset\n\n\n@asset(description="café")\ndef menu():\n    return 1\n';
      shop.write("shop/assets.py", Buffer.from(text, "latin1"));

      const graph = await graphOf();

      expect(graph.codeLocations[0]?.nodes).toMatchObject([{ key: "menu", description: "café" }]);
    });

    it("does not lose the project over a file that is not UTF-8", async () => {
      shop.write("shop/broken.py", Buffer.from('name = "caf\xe9"\n', "latin1"));
      shop.write("shop/definitions.py", `from shop import broken\n${SHOP_PROJECT["shop/definitions.py"]}`);

      const { exitCode } = await runCli(["graph", "--format", "json"], { cwd: shop.path });
      const { stdout } = await runCli(["graph", "--format", "json"], { cwd: shop.path });

      expect(exitCode).toBe(0);
      expect(JSON.parse(stdout).codeLocations).toHaveLength(1);
    });

    it("follows no symlink: not to a file, not out of the repository, not in a circle", async () => {
      const outside = createTemporaryFolder();
      writeFileSync(join(outside, "stolen.py"), "from dagster import asset\n\n\n@asset\ndef stolen():\n    return 1\n");
      shop.link("shop/stolen.py", join(outside, "stolen.py"));
      shop.link("shop/outside", outside);
      shop.link("shop/loop", ".");
      shop.link("shop/self.py", "self.py");
      shop.write(
        "shop/definitions.py",
        SHOP_PROJECT["shop/definitions.py"]?.replace("import assets", "import assets, stolen").replace("[assets]", "[assets, stolen]") ??
          "",
      );

      expect(keysOf(await graphOf())).not.toContain("stolen");
      shop.commit("Link out");
      expect(changesOf(await reviewOf(["--base", "HEAD~1", "--head", "HEAD"]))).not.toContain("added asset stolen");
    });

    it("leaves a submodule out", async () => {
      using vendored = createGitFixture(SHOP_PROJECT);
      shop.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", vendored.path, "vendored");
      shop.commit("Vendor a shop");

      expect((await graphOf()).codeLocations).toHaveLength(1);
    });

    it("reads a file of 5 MB without a hang", async () => {
      const rows = Array.from({ length: 100_000 }, (_, index) => `    (${index}, "customer number ${index}, of the street"),`).join("\n");
      shop.write("shop/table.py", `ROWS = [\n${rows}\n]\n`);
      shop.write("shop/definitions.py", `from shop.table import ROWS\n${SHOP_PROJECT["shop/definitions.py"]}`);
      expect(statSync(join(shop.path, "shop/table.py")).size).toBeGreaterThan(5_000_000);

      expect(keysOf(await graphOf())).toEqual(DEFAULT);
    });

    it("reads on after 2,000 nested parentheses", async () => {
      shop.write("shop/assets.py", `NESTED = ${"(".repeat(2000)}1${")".repeat(2000)}\n${SHOP_PROJECT["shop/assets.py"]}`);

      expect(keysOf(await graphOf())).toEqual(DEFAULT);
    });

    it("ends a loop that has no end", async () => {
      shop.write("shop/assets.py", `${SHOP_PROJECT["shop/assets.py"]}\nwhile True:\n    orders_seen = 1\n`);

      const graph = await graphOf();

      expect(graph.codeLocations).toHaveLength(1);
      expect(graph.codeLocations[0]?.nodes.map(({ key }) => key)).toEqual(DEFAULT);
      expect(graph.codeLocations[0]?.unresolved).toMatchObject([
        { subject: "location", message: expect.stringContaining("does not end"), file: "shop/assets.py" },
      ]);
    });

    it("keeps names with spaces, newlines and other alphabets apart", async () => {
      for (const name of ["a b.py", "new\nline.py", "données.py", "-rf.py", "数据/资产.py"]) shop.write(`shop/${name}`, "x = 1\n");

      expect(keysOf(await graphOf())).toEqual(DEFAULT);
      expect((await reviewOf()).provenance.changedFiles).toEqual(
        ["-rf.py", "a b.py", "données.py", "new\nline.py", "数据/资产.py"].map((name) => `shop/${name}`).sort(),
      );
    });

    it("reads a repository whose path begins with a dash", async () => {
      const folder = join(createTemporaryFolder(), "-shop");
      mkdirSync(folder);
      using fixture = createGitFixture(SHOP_PROJECT, folder);

      expect(keysOf(await graphOf(["--", "./-shop"], join(fixture.path, "..")))).toEqual(DEFAULT);
    });

    it("shows syntax errors, and what is right beside them", async () => {
      shop.write("shop/customers.py", "from dagster import asset\n\n\n@asset\ndef customers(:\n    return 1\n");
      shop.write("shop/definitions.py", SHOP_PROJECT["shop/definitions.py"]?.replace("import assets", "import assets, customers") ?? "");

      const { exitCode, stdout } = await runCli(["check", "--format", "json"], { cwd: shop.path });

      expect(exitCode).toBe(1);
      expect(JSON.parse(stdout).findings).toEqual(
        expect.arrayContaining([expect.objectContaining({ rule: "invalid-syntax", file: "shop/customers.py" })]),
      );
    });
  });

  it("reads what git ignores when it is named", async () => {
    shop.write(".gitignore", "scratch/\n");
    shop.write("scratch/defs.py", "from dagster import asset\n\n\n@asset\ndef trial():\n    return 1\n");

    expect(keysOf(await graphOf(["scratch/defs.py"]))).toEqual(["trial"]);
  });

  it("leaves the working tree and the index as they were, byte for byte", async () => {
    shop.write("shop/assets.py", `${SHOP_PROJECT["shop/assets.py"]}\nx = 1\n`);
    shop.git("add", "shop/assets.py");
    shop.write("shop/assets.py", `${SHOP_PROJECT["shop/assets.py"]}\nx = 2\n`);
    shop.write("untracked.py", "y = 1\n");
    symlinkSync("untracked.py", join(shop.path, "link.py"));
    const before = snapshot(shop.path);

    for (const args of [["graph"], ["check"], ["review"], ["diff", "HEAD", "main"]]) await runCli(args, { cwd: shop.path });

    expect(snapshot(shop.path)).toEqual(before);
  });
});

/** Every file below a folder, `.git` included, with its bytes and its time. */
function snapshot(folder: string): ReadonlyMap<string, unknown> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path, { bytes: readFileSync(path, "latin1"), time: statSync(path).mtimeMs }];
    }),
  );
}
