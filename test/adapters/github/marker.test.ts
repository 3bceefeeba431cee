import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  parseCheckRunMarker,
  parseCommentMarker,
  parseSuggestionMarker,
  printCheckRunMarker,
  printCommentMarker,
  printSuggestionMarker,
} from "../../../src/adapters/github/publication/marker.ts";
import { truncateToBytes, truncateToUnits } from "../../../src/adapters/github/publication/text-limit.ts";

const hex = (length: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`));
const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/);

describe("the hidden marker", () => {
  it("of a comment is read back as it was printed, whatever follows", () => {
    const marker = fc.record({ topic: name, head: hex(40), sequence: fc.nat(), hash: hex(16), weight: fc.nat() });
    fc.assert(
      fc.property(marker, fc.string(), (one, body) => {
        expect(parseCommentMarker(`${printCommentMarker(one)}\n${body}`)).toEqual(one);
      }),
    );
  });

  it("of a check run and a suggestion is read back as it was printed", () => {
    const marker = fc.record({ pullRequest: fc.option(fc.nat()), sequence: fc.nat(), hash: hex(16) });
    fc.assert(
      fc.property(marker, name, (one, fingerprint) => {
        expect(parseCheckRunMarker(printCheckRunMarker(one))).toEqual(one);
        expect(parseSuggestionMarker(`${printSuggestionMarker(fingerprint)}\nWhy`)).toBe(fingerprint);
      }),
    );
  });

  it.each([
    "",
    undefined,
    "Two assets changed.",
    "Quoted:\n<!-- dagsight:v1 topic=review head=ab seq=1 hash=ab -->",
    "<!-- dagsight:v2 topic=review head=ab seq=1 hash=ab -->",
    "<!-- dagsight:v1 topic=review head=ab seq=x hash=ab -->",
    "<!-- dagsight:v1 topic=re view head=ab seq=1 hash=ab -->",
  ])("is not found in %j", (body) => {
    expect(parseCommentMarker(body)).toBeUndefined();
  });
});

describe("a text that is cut", () => {
  it("never has more bytes than allowed, is a beginning, and has whole characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(40), (text, limit) => {
        const cut = truncateToBytes(text, limit);
        expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(limit);
        expect(text.startsWith(cut)).toBe(true);
        expect(Buffer.from(cut).toString("utf8")).toBe(cut);
        const next = [...text.slice(cut.length)][0];
        if (next !== undefined) expect(Buffer.byteLength(cut + next)).toBeGreaterThan(limit);
      }),
    );
  });

  it("by units has no half of a pair", () => {
    expect(truncateToUnits("ab🟢", 3)).toBe("ab");
    expect(truncateToUnits("ab🟢", 4)).toBe("ab🟢");
  });
});
