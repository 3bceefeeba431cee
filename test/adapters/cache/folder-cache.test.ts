import { readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createFolderCache } from "../../../src/adapters/cache/folder-cache.ts";
import { createTemporaryFolder } from "../../support/git-fixture.ts";
import { createManualClock, type ManualClock } from "../../support/services/manual-clock.ts";

const DAY = 24 * 60 * 60 * 1000;
const bytes = (text: string) => new TextEncoder().encode(text);

describe("createFolderCache", () => {
  let folder: string;
  let clock: ManualClock;
  const open = (limitBytes = 1_000_000) => createFolderCache(folder, { clock, limitBytes });
  const entries = () =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile() && !path.endsWith("pruned"));

  beforeEach(() => {
    folder = createTemporaryFolder();
    clock = createManualClock(Date.now());
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("gives back what was put, also to another process", async () => {
    await open().put("tree/1", bytes("orders"));

    expect(await open().get("tree/1")).toEqual(Buffer.from("orders"));
    expect(await open().get("tree/2")).toBeUndefined();
  });

  it("takes any key, and an empty value", async () => {
    const cache = open();
    await cache.put("../../etc/passwd\0\n", bytes(""));

    expect(await cache.get("../../etc/passwd\0\n")).toEqual(Buffer.from(""));
    expect(entries()).toHaveLength(1);
  });

  it("finds many at once, and leaves out what it does not have", async () => {
    const cache = open();
    await cache.put("a", bytes("1"));
    await cache.put("b", bytes("2"));

    expect([...(await cache.getMany(["a", "gone", "b", "a"]))].sort()).toEqual([
      ["a", Buffer.from("1")],
      ["b", Buffer.from("2")],
    ]);
  });

  it.each([
    ["cut short", (stored: Buffer) => stored.subarray(0, stored.length - 1)],
    ["empty", () => Buffer.alloc(0)],
    ["flipped", (stored: Buffer) => Buffer.from(stored.map((byte, index) => (index === stored.length - 1 ? byte ^ 1 : byte)))],
  ])("misses an entry that is %s, and takes a new one in its place", async (_, damage) => {
    const cache = open();
    await cache.put("a", bytes("orders"));
    const [path = ""] = entries();
    writeFileSync(path, damage(readFileSync(path)));

    expect(await cache.get("a")).toBeUndefined();
    await cache.put("a", bytes("orders"));
    expect(await cache.get("a")).toEqual(Buffer.from("orders"));
  });

  it("goes on without a disk to write to", async () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    const cache = createFolderCache(join(file, "cache"), { clock, limitBytes: 1 });

    await cache.put("a", bytes("orders"));
    await cache.prune();

    expect(await cache.get("a")).toBeUndefined();
  });

  it("prunes what was not used for longest", async () => {
    const cache = open(400);
    for (const name of ["first", "second", "third"]) {
      await cache.put(name, new Uint8Array(100));
      for (const path of entries())
        if (Date.now() - statSync(path).mtimeMs < DAY) utimesSync(path, 0, (Date.now() - 10 * DAY) / 1000 + entries().length);
    }
    await cache.get("first");
    await cache.put("fourth", new Uint8Array(100));

    await cache.prune();

    const left = await cache.getMany(["first", "second", "third", "fourth"]);
    expect([...left.keys()].sort()).toEqual(["first", "fourth"]);
  });

  it("prunes once a day", async () => {
    const cache = open(200);
    await cache.prune();
    await cache.put("a", new Uint8Array(100));
    await cache.put("b", new Uint8Array(100));
    await cache.prune();
    expect(entries()).toHaveLength(2);

    clock.advance(DAY + 1);
    await cache.prune();

    expect(entries()).toHaveLength(1);
  });

  it("clears what a writer that died left behind", async () => {
    const cache = open();
    await cache.put("a", bytes("orders"));
    writeFileSync(`${entries()[0]}.dead.tmp`, "half");
    clock.advance(2 * 60 * 60 * 1000);

    await cache.prune();

    expect(entries()).toHaveLength(1);
  });
});
