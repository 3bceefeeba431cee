/** `dagsight graph --format dot`: the same picture for Graphviz. Names are quoted strings, in which only `"` and `\` mean anything. */
import type { AssetNode, CodeLocation } from "../../types/graph-document.ts";
import { printable } from "../printable.ts";

const SHAPES: Readonly<Record<AssetNode["kind"], string>> = { asset: "box", observable: "ellipse", external: "ellipse", stub: "ellipse" };

/** Ends in a newline. */
export function renderGraphDot(locations: readonly CodeLocation[]): string {
  const lines = ["digraph dagsight {", "  rankdir=LR;", '  node [shape=box, style=rounded, fontname="sans-serif"];'];
  const ids = new Map<string, string>();
  for (const location of locations) {
    for (const node of location.nodes) {
      ids.set(idOf(location, node.key), `n${ids.size + 1}`);
    }
  }
  for (const [index, location] of locations.entries()) {
    lines.push(`  subgraph cluster_${index + 1} {`, `    label=${quote(location.name)};`);
    for (const node of location.nodes) {
      const style = node.kind === "stub" || node.conditional !== null ? ', style="rounded,dashed"' : "";
      lines.push(`    ${ids.get(idOf(location, node.key))} [label=${quote(node.key)}, shape=${SHAPES[node.kind]}${style}];`);
    }
    lines.push("  }");
    for (const edge of location.edges) {
      lines.push(`  ${ids.get(idOf(location, edge.from))} -> ${ids.get(idOf(location, edge.to))};`);
    }
  }
  return `${[...lines, "}"].join("\n")}\n`;
}

function idOf(location: CodeLocation, key: string): string {
  return JSON.stringify([location.name, location.root, key]);
}

function quote(text: string): string {
  return `"${printable(text).replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}
