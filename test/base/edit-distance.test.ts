import { describe, expect, it } from "vitest";
import { editDistance, nearestWord } from "../../src/base/edit-distance.ts";

describe("the distance of two words", () => {
  it.each([
    ["", "", 0],
    ["orders", "orders", 0],
    ["orders", "", 6],
    ["orders", "order", 1],
    ["orders", "oredrs", 1],
    ["kitten", "sitting", 3],
  ])("%j and %j is %i", (a, b, expected) => {
    expect(editDistance(a, b)).toBe(expected);
    expect(editDistance(b, a)).toBe(expected);
  });
});

describe("the nearest word", () => {
  it.each([
    ["behavior", "behaviour"],
    ["max-nodes", "maxNodes"],
    ["Max_Nodes", "maxNodes"],
    ["maxNdoes", "maxNodes"],
    ["colour", undefined],
    ["x", undefined],
  ])("to %s is %s", (word, expected) => {
    expect(nearestWord(word, ["behaviour", "maxNodes", "check"])).toBe(expected);
  });
});
