import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareKeys } from "../../src/base/order.ts";

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
