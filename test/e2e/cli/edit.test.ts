import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeChanges } from "../../../src/adapters/files/write-changes.ts";
import { runCli } from "../../support/run-cli.ts";
import { SHOP_PROJECT } from "../../support/shop-project.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "edit-"));
  for (const [path, text] of Object.entries(SHOP_PROJECT)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const assets = () => readFileSync(join(folder, "shop/assets.py"), "utf8");

describe("dagsight edit", () => {
  it("writes in place, keeps the file's mode, and leaves nothing else behind", async () => {
    chmodSync(join(folder, "shop/assets.py"), 0o640);
    const run = await runCli(["edit", "rename-asset", "orders", "purchases"], { cwd: folder });
    expect(run.exitCode).toBe(0);
    expect(run.stdout).toBe("");
    expect(assets()).toBe(SHOP_PROJECT["shop/assets.py"]?.replaceAll("orders", "purchases"));
    expect(statSync(join(folder, "shop/assets.py")).mode & 0o777).toBe(0o640);
    expect(readdirSync(join(folder, "shop")).sort()).toEqual(["__init__.py", "assets.py", "definitions.py"]);
  });

  it("prints the patch with --diff, says whether with --check, and writes with neither", async () => {
    const diff = await runCli(["edit", "set", "orders", "owners", "team:data", "--diff"], { cwd: folder });
    expect(diff.stdout).toContain('+@asset(group_name="sales", owners=["team:data"])\n');
    expect((await runCli(["edit", "remove-dep", "daily_revenue", "orders", "--check"], { cwd: folder })).exitCode).toBe(1);
    expect(assets()).toBe(SHOP_PROJECT["shop/assets.py"]);
  });

  it("shows the place of what it refuses", async () => {
    const run = await runCli(["edit", "remove-dep", "daily_revenue", "orders"], { cwd: folder });
    expect(run.exitCode).toBe(1);
    expect(run.stderr).toContain("shop/assets.py:11:16 error not-editable the function uses `orders`");
  });

  it("takes an unknown field for a usage error", async () => {
    expect((await runCli(["edit", "set", "orders", "colour", "red"], { cwd: folder })).exitCode).toBe(2);
  });
});

describe("writing a change set", () => {
  it("writes no file when one has changed since it was read", async () => {
    const file = (path: string, before: string) => ({ path, before, after: "new", edits: [] });
    const files = [file("shop/assets.py", assets()), file("shop/definitions.py", "something else")];
    await expect(writeChanges(folder, { kind: "change-set", title: "", files })).rejects.toThrow("it has changed since it was read");
    expect(assets()).toBe(SHOP_PROJECT["shop/assets.py"]);
  });
});
