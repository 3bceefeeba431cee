/** Where a dependency stands: at its element in `deps=`, not at the definition of what it names. */
import { expect, test } from "vitest";
import { loadDefinitions } from "../loading/analyze-files.ts";

test("a dependency on an asset defined elsewhere stands at its element", async () => {
  const { document } = await loadDefinitions(`
@dg.asset
def orders(): ...

@dg.asset
def customers(): ...

UPSTREAM = [orders]

@dg.asset(
    deps=[
        orders,
        customers,
    ],
)
def revenue(): ...

@dg.asset(deps=UPSTREAM)
def returns(): ...

defs = dg.Definitions(assets=[orders, customers, revenue, returns])
`);

  const lines = Object.fromEntries(document.edges.map(({ from, to, source }) => [`${from} -> ${to}`, source?.line]));
  const first = lines["orders -> revenue"] ?? 0;

  expect(lines).toEqual({ "orders -> revenue": first, "customers -> revenue": first + 1, "orders -> returns": first + 6 });
  expect(first).toBeGreaterThan(10);
});
