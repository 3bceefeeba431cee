import { describe, expect, it } from "vitest";
import { createStoredLoweredFiles } from "../../../src/app/analysis/stored-lowered-files.ts";
import type { Module } from "../../../src/syntax/statement.ts";
import { createMemoryCache } from "../../support/memory-cache.ts";

const tree: Module = { kind: "module", start: 0, end: 4, body: [{ kind: "pass", start: 0, end: 4 }], comments: [], errors: [] };

describe("createStoredLoweredFiles", () => {
  it("gives a later run the trees that an earlier one made", async () => {
    const cache = createMemoryCache();
    const first = createStoredLoweredFiles(cache, "1");
    first.set("blob", tree);
    await first.store();

    const second = createStoredLoweredFiles(cache, "1");
    expect(second.get("blob")).toBeUndefined();
    await second.fetch(["blob", "other"]);

    expect(second.get("blob")).toEqual(tree);
    expect(second.get("other")).toBeUndefined();
  });

  it("knows nothing of trees that another version made", async () => {
    const cache = createMemoryCache();
    const first = createStoredLoweredFiles(cache, "1");
    first.set("blob", tree);
    await first.store();

    const second = createStoredLoweredFiles(cache, "2");
    await second.fetch(["blob"]);

    expect(second.get("blob")).toBeUndefined();
  });

  it("keeps what came as JSON as it came, and decodes it for who asks", async () => {
    const cache = createMemoryCache();
    const first = createStoredLoweredFiles(cache, "1");
    first.add("blob", JSON.stringify(tree));
    first.set("other", tree);
    expect(first.get("blob")).toEqual(tree);
    expect(first.get("blob")).toBe(first.get("blob"));
    await first.store();

    const second = createStoredLoweredFiles(cache, "1");
    await second.fetch(["blob", "other"]);

    expect([second.has("blob"), second.get("blob"), second.get("other")]).toEqual([true, tree, tree]);
  });

  it("stores only what is new, once", async () => {
    const cache = createMemoryCache();
    const files = createStoredLoweredFiles(cache, "1");
    files.set("blob", tree);
    await files.store();
    cache.entries.clear();

    await files.store();

    expect(cache.entries.size).toBe(0);
  });

  it.each(["", "{", "null", "blob", "blob ", "blob {", "blob null", 'blob {"kind":"other"}'])(
    "takes %j in the cache for a miss",
    async (text) => {
      const cache = createMemoryCache();
      cache.entries.set("lowered/1/index", new TextEncoder().encode('{"blob":"pack"}'));
      cache.entries.set("lowered/1/pack", new TextEncoder().encode(text));
      const files = createStoredLoweredFiles(cache, "1");

      await files.fetch(["blob"]);

      expect(files.get("blob")).toBeUndefined();
    },
  );
});
