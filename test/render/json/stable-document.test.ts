import { describe, expect, it } from "vitest";
import { renderJson, renderJsonPieces } from "../../../src/render/json/stable-document.ts";

function ordersUpTo(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    key: `orders_${index}`,
    owners: index % 2 === 0 ? [] : ["team:sales"],
    fix: null,
  }));
}

describe("a document in pieces", () => {
  for (const count of [0, 1, 499, 500, 501, 1000, 1001, 1700]) {
    it(`is the same text with ${count} findings`, () => {
      const report = { schemaVersion: 1, findings: ordersUpTo(count), related: ["[", "]"], summary: { errors: count, "a: [": [] } };
      expect([...renderJsonPieces(report)].join("")).toBe(`${renderJson(report)}\n`);
    });
  }

  it("is the same text where the long list is the only field, or its name holds brackets", () => {
    for (const report of [{ findings: ordersUpTo(1200) }, { "[findings]": ordersUpTo(1200), next: ordersUpTo(600) }])
      expect([...renderJsonPieces(report)].join("")).toBe(`${renderJson(report)}\n`);
  });

  it("leaves out what is undefined, as the whole text does", () => {
    const report = { findings: ordersUpTo(2), fixed: undefined, baselined: 0 };
    expect([...renderJsonPieces(report)].join("")).toBe(`${renderJson(report)}\n`);
  });

  it("never holds more than some hundred findings at once", () => {
    const pieces = [...renderJsonPieces({ findings: ordersUpTo(5000) })];
    expect(Math.max(...pieces.map((piece) => piece.split('"key"').length - 1))).toBeLessThanOrEqual(500);
  });
});
