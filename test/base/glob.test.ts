import { describe, expect, it } from "vitest";
import { matchAny } from "../../src/base/glob.ts";

describe("a path pattern", () => {
  it.each([
    ["*.py", "shop/assets.py", true],
    ["*.py", "assets.py", true],
    ["/assets.py", "shop/assets.py", false],
    ["/assets.py", "assets.py", true],
    ["shop/*.py", "shop/assets.py", true],
    ["shop/*.py", "shop/raw/assets.py", false],
    ["shop/**/*.py", "shop/assets.py", true],
    ["shop/**/*.py", "shop/raw/eu/assets.py", true],
    ["**/tests/**", "shop/tests/test_a.py", true],
    ["**/tests/**", "tests/a/b.py", true],
    ["**/tests/**", "shop/tests", false],
    ["**", "a/b/c", true],
    ["**/a", "a", true],
    ["a/**/b", "a/b", true],
    ["a/**/b", "a/x/y/b", true],
    ["a/**/b", "a/x/y/c", false],
    ["shop", "shop/assets.py", true],
    ["shop/", "services/shop/assets.py", true],
    ["services/shop", "services/shop/a/b.py", true],
    ["services/shop", "services/shopping/a.py", false],
    ["./shop", "shop/a.py", true],
    ["legacy_?.py", "legacy_1.py", true],
    ["legacy_?.py", "legacy_12.py", false],
    ["{raw,marts}/*.{py,sql}", "marts/orders.sql", true],
    ["{raw,marts}/*.{py,sql}", "staging/orders.sql", false],
    ["{a,b/{c,d}}/x", "b/d/x", true],
    ["{}", "{}", true],
    ["v[0-9].py", "v7.py", true],
    ["v[!0-9].py", "v7.py", false],
    ["v[ab", "v[ab", true],
    ["a.b", "axb", false],
    ["*a*a*b", "aXaXb", true],
    ["(x)+", "(x)+", true],
  ])("%s on %s is %s", (pattern, path, expected) => {
    expect(matchAny([pattern])(path)).toBe(expected);
  });

  it("is one of several", () => {
    expect(matchAny(["*.sql", "*.py"])("a.py")).toBe(true);
    expect(matchAny([])("a.py")).toBe(false);
  });

  it("stays quick on a hostile pattern", () => {
    const { user } = process.cpuUsage();
    matchAny([`${"*a".repeat(200)}b`, "{a,b}".repeat(40), `${"**/".repeat(200)}x`])(`${"a".repeat(2000)}/${"a/".repeat(500)}`);
    // Processor time: a busy machine is no hang.
    expect((process.cpuUsage().user - user) / 1000).toBeLessThan(2000);
  });
});
