/** Every Mermaid source that the renderers make of the scenarios, by name: what the goldens hold and what mermaid itself must parse. */
import { NEAR, renderChangeDiagram, renderGroupDiagram, WIDE } from "../../src/render/mermaid/change-diagram.ts";
import { renderGraphDiagram } from "../../src/render/mermaid/graph-diagram.ts";
import { DAILY, location } from "../support/graph-builder.ts";
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
  return sources.set("the graph of a location", renderGraphDiagram([shop()]) ?? "");
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
