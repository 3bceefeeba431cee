import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { fingerprint } from "../../src/diagnostics/fingerprint.ts";
import { matchDiagnostics } from "../../src/diagnostics/match.ts";
import { orderDiagnostics } from "../../src/diagnostics/order.ts";

function finding(path: string, start: number, message = "`orders` is defined twice"): Diagnostic {
  return {
    rule: "duplicate-asset-key",
    tier: "dagster-would-fail",
    severity: "error",
    message,
    location: { path, start, end: start + 5 },
    related: [],
    subject: "asset:orders",
  };
}

function print(message: string): string {
  return fingerprint({ rule: "unused-resource", path: "shop/assets.py", subject: "resource:db", message });
}

describe("the fingerprint of a finding", () => {
  it("ignores counts and keeps names", () => {
    expect(print("used by 3 assets")).toBe(print("used by 14 assets"));
    expect(print("`orders_2023` is unused")).not.toBe(print("`orders_2024` is unused"));
  });

  it("is the same in every release", () => {
    expect(print("`db` is unused")).toMatchInlineSnapshot(`"e553298c1d1b82734e4f6cafb6d95e23"`);
  });
});

describe("the findings of two sides", () => {
  it("match although lines moved", () => {
    const matched = matchDiagnostics([finding("shop/assets.py", 10)], [finding("shop/assets.py", 99)], new Map());

    expect(matched).toEqual({ new: [], fixed: [], existing: [finding("shop/assets.py", 99)] });
  });

  it("match although the file was renamed", () => {
    const renames = new Map([["shop/assets.py", "shop/orders.py"]]);

    const matched = matchDiagnostics([finding("shop/assets.py", 10)], [finding("shop/orders.py", 10)], renames);

    expect(matched.existing).toHaveLength(1);
    expect(matched.new).toEqual([]);
  });

  it("count equal findings: one more of three is one new", () => {
    const base = [1, 2, 3].map((start) => finding("shop/assets.py", start));

    const matched = matchDiagnostics(base, [...base, finding("shop/assets.py", 40)], new Map());

    expect(matched.new.map((one) => one.location.start)).toEqual([40]);
    expect(matched.fixed).toEqual([]);
  });

  it("are fixed when the head lacks them", () => {
    const matched = matchDiagnostics([finding("shop/assets.py", 1)], [], new Map());

    expect(matched.fixed).toEqual([finding("shop/assets.py", 1)]);
  });
});

it("orders by path, start and rule", () => {
  const ordered = orderDiagnostics([finding("b.py", 1), finding("a.py", 9), finding("a.py", 2)]);

  expect(ordered.map((one) => `${one.location.path}:${one.location.start}`)).toEqual(["a.py:2", "a.py:9", "b.py:1"]);
});
