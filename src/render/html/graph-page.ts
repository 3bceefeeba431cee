/** `dagsight graph --format html`: every code location with its diagram, its assets and what could not be read. */
import { groupBy } from "../../base/group-by.ts";
import type { AssetNode, CodeLocation, GraphDocument } from "../../types/graph-document.ts";
import { renderGraphPicture } from "../svg/graph-picture.ts";
import type { TemplateTexts } from "../templates.ts";
import { code, count, join, list, message, type Phrase, phrase, plain } from "../wording/phrase.ts";
import { phraseHtml, textHtml } from "./escape.ts";
import { createPage } from "./page.ts";

const OPEN_ROWS = 30;

export function createGraphPageRenderer(templates: TemplateTexts): (document: GraphDocument) => string {
  const page = createPage(templates, "html/graph.hbs");
  return (document) => {
    const assets = document.codeLocations.reduce((total, location) => total + definedAssets(location), 0);
    const title = textHtml(`${count(assets, "asset")} in ${count(document.codeLocations.length, "code location")}`);
    return page(title, { title, version: textHtml(document.generator.version), locations: document.codeLocations.map(locationView) });
  };
}

function locationView(location: CodeLocation, index: number): object {
  const edgesInto = groupBy(location.edges, ({ to }) => to);
  const upstreamOf = (key: string): readonly string[] => (edgesInto.get(key) ?? []).map(({ from }) => from);
  const rows = new Map(location.nodes.map(({ key }, row) => [key, `asset-${index + 1}-${row + 1}`]));
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
    picture: location.nodes.length === 0 ? null : renderGraphPicture([location], { linkOf: (_, key) => `#${rows.get(key)}` }),
    open: location.nodes.length <= OPEN_ROWS,
    assets: location.nodes.map((node) => ({
      id: rows.get(node.key),
      key: html([code(node.key)]),
      words: html(describeNode(node, upstreamOf(node.key))),
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
