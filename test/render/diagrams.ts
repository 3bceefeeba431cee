/** Every Mermaid source that the renderers make of the scenarios, by name: what the goldens hold and what mermaid itself must parse. */
import { NEAR, renderChangeDiagram, renderGroupDiagram, WIDE } from "../../src/render/mermaid/change-diagram.ts";
import { renderGraphDiagram } from "../../src/render/mermaid/graph-diagram.ts";
import { DAILY, location } from "../support/graph/graph-builder.ts";
import { scenarios } from "./scenarios.ts";

export function diagrams(): ReadonlyMap<string, string> {
  const sources = new Map<string, string>();
  for (const [name, report] of scenarios()) {
    for (const { diagram, name: of } of report.locations) {
      const drawn = {
        near: renderChangeDiagram(diagram, NEAR),
        wide: renderChangeDiagram(diagram, WIDE),
        groups: renderGroupDiagram(diagram, NEAR.maxNodes),
      };
      for (const [size, one] of Object.entries(drawn)) {
        if (one !== null) {
          sources.set(`${name}, ${of}, ${size}`, one.source);
        }
      }
    }
  }
  sources.set("the graph of a location", renderGraphDiagram([shop()]) ?? "");
  sources.set("the graph of two locations", renderGraphDiagram([shop(), { ...shop(), name: "reporting", root: "reporting" }]) ?? "");
  return sources.set("a graph too large to draw asset by asset", renderGraphDiagram([large()]) ?? "");
}

function large() {
  const keys = Array.from({ length: 900 }, (_, index) => `source_${index}`);
  return location({
    assets: Object.fromEntries(
      keys.map((key, index) => [key, { group: `team_${index % 7}`, deps: index < 7 ? [] : [`source_${Math.floor(index / 7)}`] }]),
    ),
  }).document;
}

function shop() {
  return location({
    assets: {
      "raw/orders": { kind: "external", group: null },
      orders: { deps: ["raw/orders"], group: "staging", kinds: ["python", "duckdb"] },
      revenue: { deps: ["orders"], group: "marts", partitions: DAILY, unresolved: ["owners"] },
    },
  }).document;
}
