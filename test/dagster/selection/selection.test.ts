import { expect, test } from "vitest";
import { keyId } from "../../../src/dagster/model/asset-key.ts";
import { resolveSelection } from "../../../src/dagster/selection/resolve-selection.ts";
import { selectionFromString, selectionFromStrings } from "../../../src/dagster/selection/selection-from-string.ts";
import type { SelectionGraph, SelectionNode, UncertainAttribute } from "../../../src/dagster/selection/selection-graph.ts";

function node(name: string, given: Partial<SelectionNode> & { readonly unsure?: readonly UncertainAttribute[] } = {}): SelectionNode {
  const { unsure, ...rest } = given;
  return {
    id: name,
    path: [name],
    group: "default",
    tags: {},
    owners: [],
    kinds: [],
    partitions: "none",
    execution: "materialization",
    parents: [],
    executionSet: [name],
    ...(unsure ? { uncertain: new Set(unsure) } : {}),
    ...rest,
  };
}

function graph(nodes: readonly SelectionNode[], open = false): SelectionGraph {
  return { nodes: new Map(nodes.map((each) => [each.id, each])), checks: [], open, checksOpen: false };
}

function resolve(text: string, within: SelectionGraph) {
  const parsed = selectionFromString(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  const { assets, errors } = resolveSelection(parsed.selection, within);
  return { certain: [...assets.certain].sort(), possible: [...assets.possible].sort(), open: assets.open, errors };
}

test("a key with a slash inside a part is another key than the one it prints like", () => {
  expect(keyId(["raw/orders"])).not.toBe(keyId(["raw", "orders"]));
  expect(keyId(["raw", "orders"])).toBe("raw/orders");
});

test("an error stands where the selection language breaks off", () => {
  const parsed = selectionFromString("key:orders and group:m*");

  expect(parsed).toEqual({
    ok: false,
    error: { message: "expected a value, found `m*`: put it in double quotes", start: 21, end: 23 },
  });
});

test("an unclosed quote is reported to the end of the string", () => {
  expect(selectionFromString('group:"marts')).toMatchObject({ ok: false, error: { start: 6, end: 12 } });
});

test("nesting without end is refused, not a crash", () => {
  expect(selectionFromString(`${"(".repeat(5000)}key:orders${")".repeat(5000)}`).ok).toBe(false);
  expect(selectionFromString(`${"not ".repeat(5000)}key:orders`).ok).toBe(false);
});

test("a list of strings is the union of what each selects", () => {
  const parsed = selectionFromStrings(["orders", "customers+"]);

  expect(parsed).toMatchObject({ ok: true, selection: { kind: "or", operands: [{ kind: "keys" }, { kind: "downstream", depth: 1 }] } });
});

test("a missing exact key is an error, a missing wildcard key is none", () => {
  const shop = graph([node("orders")]);

  expect(resolve("refunds", shop).errors).toEqual([{ kind: "unknown-asset", key: ["refunds"], certain: true }]);
  expect(resolve("key:refunds", shop)).toEqual({ certain: [], possible: [], open: false, errors: [] });
});

test("a missing key in a graph that is not fully known is no certain error", () => {
  expect(resolve("refunds", graph([node("orders")], true)).errors).toEqual([{ kind: "unknown-asset", key: ["refunds"], certain: false }]);
});

test("an attribute of the web interface cannot select in code", () => {
  expect(resolve("status:healthy", graph([node("orders")])).errors).toEqual([
    { kind: "interface-only", attribute: "status", certain: true },
  ]);
});

test("an asset whose group is not known is possible, not certain", () => {
  const shop = graph([node("orders", { group: "marts" }), node("customers", { unsure: ["group"] })]);

  expect(resolve("group:marts", shop)).toMatchObject({ certain: ["orders"], possible: ["customers"] });
});

test("what a subtraction may take away is not certain", () => {
  const shop = graph([node("orders"), node("customers", { unsure: ["group"] })]);

  expect(resolve("not group:marts", shop)).toMatchObject({ certain: ["orders"], possible: ["customers"] });
});

test("assets behind unknown parents are possible descendants of anything", () => {
  const shop = graph([node("orders"), node("revenue", { unsure: ["parents"] }), node("report", { parents: ["revenue"] })]);

  expect(resolve("key:orders+", shop)).toMatchObject({ certain: ["orders"], possible: ["report", "revenue"] });
});

test("an open graph leaves a selection by attribute open, one by keys not", () => {
  const shop = graph([node("orders")], true);

  expect(resolve("group:default", shop).open).toBe(true);
  expect(resolve("orders", shop).open).toBe(false);
});

test("a cycle does not hold up a traversal, and its members have each other as ancestors", () => {
  const shop = graph([node("orders", { parents: ["customers"] }), node("customers", { parents: ["orders"] })]);

  expect(resolve("key:orders+", shop).certain).toEqual(["customers", "orders"]);
  expect(resolve("roots(*)", shop).certain).toEqual([]);
});
