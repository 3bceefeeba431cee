import { describe, expect, it } from "vitest";
import { isLinear } from "../../../../src/python/stdlib/re/linear-pattern.ts";

describe("a pattern is tried on a long text", () => {
  it.each([/(?:from|join)\s+([a-z_]+\.[a-z_]+)/gi, /\{\{\s*ref\('(\w+)'\)\s*\}\}/g, /^--\s*depends:/m, /[A-Z]{2,4}/])(
    "%s, whose repetitions end where the next part begins",
    (pattern) => {
      expect(isLinear(pattern)).toBe(true);
    },
  );
});

describe("a pattern is not tried on a long text", () => {
  it.each([/.*x/, /a*a*b/, /(a+)+$/, /\w+\d/, /\s*\s*;/, /(?=a)b/, /a+b?a/])("%s, which goes back and forth", (pattern) => {
    expect(isLinear(pattern)).toBe(false);
  });
});
