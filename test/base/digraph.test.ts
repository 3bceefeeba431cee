import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDigraph, cycles, edgesOnCycles, reachable, stronglyConnectedComponents, topologicalOrder } from "../../src/base/digraph.ts";

function graphOf(...edges: readonly string[]) {
  return createDigraph(
    [],
    edges.map((edge) => {
      const [from = "", to = ""] = edge.split(">");
      return { from, to };
    }),
  );
}

describe("a digraph", () => {
  it("has the ends of its edges as keys, and each edge once", () => {
    const graph = createDigraph(
      ["orders"],
      [
        { from: "raw", to: "orders" },
        { from: "raw", to: "orders" },
      ],
    );

    expect(graph.keys).toEqual(["orders", "raw"]);
    expect(graph.successors("raw")).toEqual(["orders"]);
    expect(graph.predecessors("orders")).toEqual(["raw"]);
    expect(graph.successors("unknown")).toEqual([]);
  });

  it("keeps the edges of circles and what comes after them, and none that lies before", () => {
    const edges = [
      { from: "raw", to: "orders" },
      { from: "orders", to: "revenue" },
      { from: "revenue", to: "orders" },
      { from: "customers", to: "segments" },
    ];

    expect(edgesOnCycles(edges)).toEqual(edges.slice(1, 3));
    expect(edgesOnCycles([...edges, { from: "revenue", to: "report" }])).toContainEqual({ from: "revenue", to: "report" });
    expect(edgesOnCycles(edges.slice(0, 2))).toEqual([]);
  });

  it("orders keys after their predecessors and names those that a cycle holds up", () => {
    const graph = graphOf("raw>orders", "orders>revenue", "raw>customers", "a>b", "b>a", "b>after");

    expect(topologicalOrder(graph)).toEqual({ order: ["raw", "customers", "orders", "revenue"], cyclic: ["a", "after", "b"] });
  });

  it("finds cycles, a key that leads to itself included", () => {
    const graph = graphOf("a>b", "b>c", "c>a", "c>d", "d>d", "e>f");

    expect(cycles(graph)).toEqual([["a", "b", "c"], ["d"]]);
    expect(stronglyConnectedComponents(graph)).toEqual([["a", "b", "c"], ["d"], ["e"], ["f"]]);
  });

  it("measures the distance both ways, within a bound", () => {
    const graph = graphOf("a>b", "b>c", "a>c", "c>d");

    expect([...reachable(graph, ["a"], "successors")]).toEqual([
      ["a", 0],
      ["b", 1],
      ["c", 1],
      ["d", 2],
    ]);
    expect([...reachable(graph, ["d"], "predecessors", 1)]).toEqual([
      ["d", 0],
      ["c", 1],
    ]);
    expect([...reachable(graph, ["nowhere"], "successors")]).toEqual([]);
  });

  it("walks a chain of 100,000 keys", () => {
    const edges = Array.from({ length: 100_000 }, (_, index) => ({ from: `k${index}`, to: `k${index + 1}` }));
    const graph = createDigraph([], edges);

    expect(stronglyConnectedComponents(graph).length).toBe(100_001);
    expect(topologicalOrder(graph).cyclic).toEqual([]);
    expect(reachable(graph, ["k0"], "successors").get("k100000")).toBe(100_000);
  });

  it("answers the same whatever the order of the edges, and two keys share a component when each reaches the other", () => {
    const key = fc.constantFrom("a", "b", "c", "d", "e", "f");
    fc.assert(
      fc.property(fc.array(fc.record({ from: key, to: key }), { maxLength: 15 }), (edges) => {
        const graph = createDigraph([], edges);
        const components = stronglyConnectedComponents(graph);

        expect(components).toEqual(stronglyConnectedComponents(createDigraph([], edges.toReversed())));
        for (const component of components) {
          for (const from of component) {
            const near = reachable(graph, [from], "successors");
            const mutual = graph.keys.filter((to) => near.has(to) && reachable(graph, [to], "successors").has(from));
            expect(mutual).toEqual(component);
          }
        }
      }),
    );
  });
});
