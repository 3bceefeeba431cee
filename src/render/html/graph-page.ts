/** `dagsight graph --format html`: every code location with its diagram, its assets and what could not be read. */
import type { AssetNode, CodeLocation, GraphDocument } from "../../types/graph-document.ts";
import { renderGraphDiagram } from "../mermaid/graph-diagram.ts";
import type { TemplateTexts } from "../templates.ts";
import { code, count, join, list, message, type Phrase, phrase, plain } from "../wording/phrase.ts";
import { phraseHtml, textHtml } from "./escape.ts";
import { createPage } from "./page.ts";

const OPEN_ROWS = 30;

/** `mermaidScript`: the text of `mermaid.min.js`, or null. */
export function createGraphPageRenderer(templates: TemplateTexts, mermaidScript: string | null): (document: GraphDocument) => string {
  const page = createPage(templates, "html/graph.hbs", mermaidScript);
  return (document) => {
    const assets = document.codeLocations.reduce((total, location) => total + definedAssets(location), 0);
    const title = textHtml(`${count(assets, "asset")} in ${count(document.codeLocations.length, "code location")}`);
    return page(title, { title, version: textHtml(document.generator.version), locations: document.codeLocations.map(locationView) });
  };
}

function locationView(location: CodeLocation): object {
  const upstream = new Map<string, string[]>();
  for (const edge of location.edges) {
    upstream.set(edge.to, [...(upstream.get(edge.to) ?? []), edge.from]);
  }
  const diagram = renderGraphDiagram([location]);
  return {
    name: textHtml(location.name),
    entry: textHtml(location.root === "" ? location.entry : `${location.root}/${location.entry}`),
    counts: textHtml(
      [
        count(definedAssets(location), "asset"),
        count(location.jobs.length, "job"),
        count(location.schedules.length, "schedule"),
        count(location.sensors.length, "sensor"),
        count(location.checks.length, "check"),
        count(location.resources.length, "resource"),
      ].join(" · "),
    ),
    diagram: diagram === null ? null : textHtml(diagram),
    open: location.nodes.length <= OPEN_ROWS,
    assets: location.nodes.map((node) => ({
      key: html([code(node.key)]),
      words: html(describeNode(node, upstream.get(node.key) ?? [])),
      where: html([code(`${node.source.file}:${node.source.line}`)]),
    })),
    unresolved: location.unresolved.map((entry) => ({
      what: html(entry.subject === "location" ? plain("definitions") : phrase`${code(entry.subject)} ${entry.field ?? ""}`),
      why: html(message(entry.message)),
      where: html([code(`${entry.file}:${entry.line}`)]),
    })),
  };
}

/** A stub is only named. */
function definedAssets(location: CodeLocation): number {
  return location.nodes.filter((node) => node.kind !== "stub").length;
}

function describeNode(node: AssetNode, upstream: readonly string[]): Phrase {
  return join(
    [
      node.kind === "asset" ? [] : plain(node.kind),
      node.group === null ? [] : phrase`group ${code(node.group)}`,
      node.kinds.length === 0 ? [] : list(node.kinds.map(code), 5),
      node.partitions === null ? [] : plain(`${node.partitions.type} partitions`),
      upstream.length === 0 ? [] : phrase`depends on ${list(upstream.map(code), 8)}`,
    ],
    " · ",
  );
}

function html(words: Phrase) {
  return phraseHtml(words, () => null);
}
