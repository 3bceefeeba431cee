/**
 * A committed `manifest.json`: what dbt itself read, in the shape that our own reading has. Of every node its entry is kept as it is.
 * A node's place is its file in the repository, where that is there; else the manifest.
 */
import type { SourceTree } from "../../base/source-tree.ts";
import type { ResourceType } from "../config/node-config.ts";
import type { DbtGroup, DbtProject } from "../dbt-project.ts";
import type { DbtColumn, DbtNode } from "../nodes/dbt-node.ts";
import { listOf, mappingOf, textOf } from "../project/project-file.ts";
import type { DbtProblem } from "../project/project-reading.ts";
import { type DbtMapping, type DbtValue, fromJson, isMapping } from "../value.ts";

export interface ManifestPlace {
  readonly tree: SourceTree;
  /** Of the manifest, from the repository's root. */
  readonly path: string;
  /** Of the dbt project. */
  readonly folder: string;
}

const SECTIONS = ["nodes", "sources", "exposures", "metrics", "semantic_models", "saved_queries", "unit_tests"];

/** A text that is no manifest gives an empty project with a problem. */
export function readManifest(text: string, place: ManifestPlace): DbtProject {
  const problems: DbtProblem[] = [];
  const manifest = mappingOf(parse(text, place, problems));
  const metadata = mappingOf(manifest.get("metadata"));
  const nodes = SECTIONS.flatMap((section) => entriesOf(manifest.get(section)).map(([id, entry]) => nodeOf(id, entry, place)));
  return {
    name: textOf(metadata.get("project_name")) ?? "",
    folder: place.folder,
    packages: [],
    adapter: textOf(metadata.get("adapter_type")),
    projectId: textOf(metadata.get("project_id")),
    nodes: new Map(nodes.map((node) => [node.uniqueId, node])),
    disabled: new Map(),
    groups: new Map(entriesOf(manifest.get("groups")).map(([id, entry]) => [id, groupOf(entry)])),
    selectors: new Map(entriesOf(manifest.get("selectors"))),
    problems,
    gaps: problems.map(({ message, location }) => ({ reason: "runtime-input", message, location })),
    missingPackages: [],
    needs: [],
  };
}

function entriesOf(section: DbtValue | undefined): (readonly [string, DbtMapping])[] {
  return [...mappingOf(section)].flatMap(([id, entry]) => (isMapping(entry) ? [[id, entry] as const] : []));
}

function parse(text: string, { path }: ManifestPlace, problems: DbtProblem[]): DbtValue {
  try {
    return fromJson(JSON.parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    problems.push({ kind: "manifest", severity: "error", message: "the manifest is no JSON", location: { path, start: 0, end: 0 } });
    return null;
  }
}

function groupOf(entry: DbtMapping): DbtGroup {
  return {
    name: textOf(entry.get("name")) ?? "",
    packageName: textOf(entry.get("package_name")) ?? "",
    owner: mappingOf(entry.get("owner")),
    config: mappingOf(entry.get("config")),
    description: textOf(entry.get("description")) ?? "",
  };
}

function nodeOf(uniqueId: string, entry: DbtMapping, { tree, path, folder }: ManifestPlace): DbtNode {
  const text = (key: string): string | undefined => textOf(entry.get(key));
  const originalFilePath = text("original_file_path") ?? "";
  const file = folder === "" ? originalFilePath : `${folder}/${originalFilePath}`;
  const known = tree.has(file) ? file : path;
  const patch = text("patch_path")?.split("://")[1];
  const test = mappingOf(entry.get("test_metadata"));
  return {
    uniqueId,
    resourceType: (text("resource_type") ?? "model") as ResourceType,
    packageName: text("package_name") ?? "",
    name: text("name") ?? "",
    fqn: listOf(entry.get("fqn")) ?? [],
    alias: text("alias") ?? text("name") ?? "",
    originalFilePath,
    path: text("path") ?? "",
    location: { path: known, start: 0, end: 0 },
    patchLocation: patch === undefined ? undefined : { path: folder === "" ? patch : `${folder}/${patch}`, start: 0, end: 0 },
    rawCode: text("raw_code") ?? text("raw_sql") ?? "",
    language: text("language") === "python" ? "python" : "sql",
    config: mappingOf(entry.get("config")),
    tags: listOf(entry.get("tags")) ?? [],
    meta: mappingOf(entry.get("meta")),
    description: text("description") ?? "",
    columns: new Map(entriesOf(entry.get("columns")).map(([name, column]) => [name, columnOf(name, column)])),
    group: text("group"),
    access: text("access"),
    version: entry.get("version") ?? undefined,
    latestVersion: entry.get("latest_version") ?? undefined,
    refs: [],
    sources: [],
    metrics: [],
    dependsOn: listOf(mappingOf(entry.get("depends_on")).get("nodes")) ?? [],
    uncertainParents: [],
    test:
      test.size === 0
        ? undefined
        : {
            namespace: textOf(test.get("namespace")),
            name: textOf(test.get("name")) ?? "",
            arguments: mappingOf(test.get("kwargs")),
            columnName: text("column_name"),
          },
    attachedNode: text("attached_node"),
    sourceName: text("source_name"),
    extra: new Map(),
    manifest: entry,
    gaps: [],
  };
}

function columnOf(name: string, column: DbtMapping): DbtColumn {
  return {
    name,
    description: textOf(column.get("description")) ?? "",
    dataType: textOf(column.get("data_type")),
    tags: listOf(column.get("tags")) ?? [],
    meta: mappingOf(column.get("meta")),
  };
}
