import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { md5 } from "../../../src/base/hash/md5.ts";
import { sha1 } from "../../../src/base/hash/sha1.ts";
import { sha256, stableHash, stableHashOf } from "../../../src/base/hash/stable-hash.ts";

const DIGESTS = { md5, sha1, sha256 };

describe("a digest", () => {
  it.each(Object.entries(DIGESTS))("by %s has the digits that every other tool prints", (name, digest) => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        expect(digest(text)).toBe(createHash(name).update(text).digest("hex"));
      }),
    );
  });
});

describe("the stable hash", () => {
  it("is the beginning of SHA-256", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        expect(stableHash(text)).toBe(createHash("sha256").update(text).digest("hex").slice(0, 32));
      }),
    );
  });

  it("tells where one text ends and the next begins", () => {
    expect(stableHashOf(["ab", "c"])).not.toBe(stableHashOf(["a", "bc"]));
    expect(stableHashOf([])).not.toBe(stableHashOf([""]));
  });
});
