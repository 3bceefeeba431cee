import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareKeys } from "../../src/base/order.ts";
import { stableHash, stableHashOf } from "../../src/base/stable-hash.ts";

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

describe("the order of keys", () => {
  it("is that of the code points, as in Python", () => {
    expect(["b", "", "\uffff", "😀", "a", "B", "ab", "\ue000"].sort(compareKeys)).toEqual([
      "",
      "B",
      "a",
      "ab",
      "b",
      "\ue000",
      "\uffff",
      "😀",
    ]);
  });

  it("is zero for equal keys only", () => {
    fc.assert(fc.property(fc.string(), fc.string(), (a, b) => (compareKeys(a, b) === 0) === (a === b)));
  });
});
