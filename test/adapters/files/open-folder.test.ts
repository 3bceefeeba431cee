import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { blobId } from "../../../src/adapters/files/blob-id.ts";
import { MAXIMUM_FILE_BYTES } from "../../../src/adapters/files/file-limit.ts";
import { openFolder } from "../../../src/adapters/files/open-folder.ts";
import { createTemporaryFolder } from "../../support/git-fixture.ts";

describe("openFolder", () => {
  let folder: string;
  const write = (path: string, content = "") => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };

  beforeEach(() => {
    folder = createTemporaryFolder();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("knows every path and loads bytes when asked, with git's ids", async () => {
    write("shop/orders.py", "orders = 1\n");
    write("pyproject.toml");
    const tree = await openFolder(folder);

    expect(tree.paths()).toEqual(["pyproject.toml", "shop/orders.py"]);
    expect(tree.read("shop/orders.py")).toBe("not-loaded");
    await tree.load(["shop/orders.py", "shop/gone.py"]);

    expect(tree.read("shop/orders.py")).toEqual(new TextEncoder().encode("orders = 1\n"));
    expect(tree.id("shop/orders.py")).toBe(blobId(new TextEncoder().encode("orders = 1\n")));
    expect(tree.read("shop/gone.py")).toBe("absent");
  });

  it("skips other people's code and the leavings of tools", async () => {
    write("shop/orders.py");
    for (const skipped of [".git/config", "node_modules/x/y.py", ".venv/lib/z.py", "shop/__pycache__/orders.pyc", "lib/site-packages/a.py"])
      write(skipped);
    write("odd-name/pyvenv.cfg");
    write("odd-name/lib/b.py");

    expect((await openFolder(folder)).paths()).toEqual(["shop/orders.py"]);
  });

  it("follows no symlink, also not one that appears after the listing", async () => {
    const outside = createTemporaryFolder();
    writeFileSync(join(outside, "orders.py"), "secret = 1\n");
    write("shop/orders.py", "orders = 1\n");
    symlinkSync(outside, join(folder, "elsewhere"));
    symlinkSync(join(outside, "orders.py"), join(folder, "link.py"));
    symlinkSync("loop", join(folder, "loop"));
    const tree = await openFolder(folder);
    expect(tree.paths()).toEqual(["shop/orders.py"]);

    rmSync(join(folder, "shop"), { recursive: true });
    symlinkSync(outside, join(folder, "shop"));
    await tree.load(["shop/orders.py"]);

    expect(tree.read("shop/orders.py")).toBe("absent");
  });

  it("opens a folder that is itself behind a symlink: it was named by its user", async () => {
    write("shop/orders.py", "orders = 1\n");
    const link = join(createTemporaryFolder(), "link");
    symlinkSync(folder, link);
    const tree = await openFolder(link);

    await tree.load(["shop/orders.py"]);

    expect(tree.read("shop/orders.py")).toEqual(new TextEncoder().encode("orders = 1\n"));
  });

  it("leaves a file beyond the size limit not loaded", async () => {
    writeFileSync(join(folder, "dump.json"), new Uint8Array(MAXIMUM_FILE_BYTES + 1));
    const tree = await openFolder(folder);

    await tree.load(["dump.json"]);

    expect(tree.read("dump.json")).toBe("not-loaded");
  });

  it("has no tree for a folder that does not exist", async () => {
    await expect(openFolder(join(folder, "gone"))).rejects.toMatchObject({
      failure: { code: "file-not-found", path: join(folder, "gone") },
    });
  });
});

describe("blobId", () => {
  it("is the id that git gives", () => {
    expect(blobId(new Uint8Array())).toBe("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");
    expect(blobId(new Uint8Array(), "sha256")).toBe("473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813");
  });
});
