/** A file's node and what YAML says of it, put together: identity (a version changes it), configuration, description. */
import { nodeConfig } from "../config/node-config.ts";
import { type Named, newNamed } from "../jinja/context/node-context.ts";
import { foldersOf } from "../project/package-files.ts";
import { mappingOf, textOf } from "../project/project-file.ts";
import type { DbtGap } from "../project/project-reading.ts";
import { evaluateTexts, nodeContext, type ProjectContext } from "../project-context.ts";
import { readColumns } from "../schema/columns.ts";
import type { NodePatch } from "../schema/patch.ts";
import { type DbtMapping, type DbtUnknown, type DbtValue, findUnknown, isMapping, pythonStr } from "../value.ts";
import type { UnresolvedNode } from "./dbt-node.ts";
import { type FileNode, uniqueIdOf } from "./file-node.ts";

export function assembleNode(context: ProjectContext, node: FileNode, patch: NodePatch | undefined): UnresolvedNode {
  const version = patch?.version ?? undefined;
  const name = patch?.name ?? node.name;
  const suffix = version === undefined ? "" : `v${pythonStr(version)}`;
  const uniqueId =
    version === undefined ? uniqueIdOf(node.type, node.package, name) : `${uniqueIdOf(node.type, node.package, name)}.${suffix}`;
  const fqn = version === undefined ? node.fqn : [...node.fqn.slice(0, -1), name, suffix];
  const calls = node.language === "python" && !patch?.config.has("materialized") ? withTable(node.named.config) : node.named.config;
  const config = nodeConfig({ type: node.type, fqn, package: node.package, root: context.root, patch: patch?.config, calls });
  const named = withHooks(context, node, config);
  const described = { packageName: node.package.name, uniqueId, location: patch?.entry.location ?? node.location, config };
  const gaps = [...gapsOfNames(named, node, uniqueId), ...gapsOfConfig(config, node, uniqueId)];
  return {
    uniqueId,
    resourceType: node.type,
    packageName: node.package.name,
    name,
    fqn,
    alias: aliasOf(config, name, version),
    originalFilePath: node.file.originalPath,
    path: node.path,
    location: node.location,
    patchLocation: patch?.entry.location,
    rawCode: node.rawCode,
    language: node.language,
    config,
    tags: textList(config.get("tags")),
    meta: mappingOf(config.get("meta")),
    description: patch === undefined ? "" : context.describe(patch.description, described),
    columns: patch === undefined ? new Map() : readColumns(patch.columns, (text) => context.describe(text, described)),
    group: textOf(config.get("group")),
    access: node.type === "model" ? (textOf(config.get("access")) ?? "protected") : undefined,
    version,
    latestVersion: patch?.latestVersion ?? undefined,
    refs: named.refs,
    sources: named.sources,
    metrics: named.metrics,
    dependsOn: [],
    uncertainParents: [],
    test: undefined,
    attachedNode: undefined,
    sourceName: undefined,
    extra: node.checksum === undefined ? new Map() : new Map([["checksum", node.checksum]]),
    gaps,
  };
}

/** A Python model is a table unless something says otherwise; its own `config` comes after. */
function withTable(calls: DbtMapping): DbtMapping {
  return new Map<string, DbtValue>([["materialized", "table"], ...calls]);
}

export function aliasOf(config: DbtMapping, name: string, version: DbtValue | undefined): string {
  const alias = config.get("alias");
  if (typeof alias === "string" && alias.trim() !== "") return alias.trim();
  return version === undefined ? name : `${name}_v${pythonStr(version).replaceAll(".", "_")}`;
}

/** Hooks are rendered with the node: what they name counts. */
function withHooks(context: ProjectContext, node: FileNode, config: DbtMapping): Named {
  const hooks = [...hookTexts(config.get("pre-hook")), ...hookTexts(config.get("post-hook"))];
  if (hooks.length === 0) return node.named;
  const identity = { name: node.name, uniqueId: uniqueIdOf(node.type, node.package, node.name), resourceType: node.type };
  const { refs, sources, metrics, unknown } = node.named;
  const named: Named = { ...newNamed(), refs: [...refs], sources: [...sources], metrics: [...metrics], unknown: [...unknown] };
  return evaluateTexts(nodeContext(context, node.package, identity), hooks, named);
}

function hookTexts(value: DbtValue | undefined): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(hookTexts);
  return isMapping(value) ? hookTexts(value.get("sql")) : [];
}

export function textList(value: DbtValue | undefined): string[] {
  const items = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
  if (items.length === 0) return [];
  return [...new Set(items.filter((item) => findUnknown(item) === undefined).map(pythonStr))];
}

export function gapsOfNames(named: Named, node: Pick<FileNode, "location">, uniqueId: string): DbtGap[] {
  return named.unknown.map(({ what, cause }) => gap(cause, node, uniqueId, what === "config" ? "config" : "depends_on"));
}

function gapsOfConfig(config: DbtMapping, node: FileNode, uniqueId: string): DbtGap[] {
  const gaps: DbtGap[] = [];
  for (const [key, value] of config) {
    const unknown = findUnknown(value);
    if (unknown !== undefined) gaps.push(gap(unknown, node, uniqueId, key === "enabled" ? "enabled" : `config.${key}`));
  }
  return gaps;
}

function gap({ reason, message }: DbtUnknown, { location }: Pick<FileNode, "location">, node: string, field: string): DbtGap {
  return { reason, message, location, node, field };
}

/** A snapshot that YAML alone defines: `relation: ref('orders')`. */
export function yamlSnapshot(context: ProjectContext, patch: NodePatch): FileNode | undefined {
  const { entry } = patch;
  const relation = textOf(entry.value.get("relation"));
  if (relation === undefined) return undefined;
  const { package: dbtPackage, file } = entry;
  const identity = { name: patch.name, uniqueId: uniqueIdOf("snapshot", dbtPackage, patch.name), resourceType: "snapshot" };
  const rawCode = `select * from {{ ${relation} }}`;
  return {
    type: "snapshot",
    name: patch.name,
    package: dbtPackage,
    file,
    path: `${file.relativePath}/${patch.name}.sql`,
    fqn: [dbtPackage.name, ...foldersOf(file.relativePath), patch.name],
    location: entry.location,
    rawCode,
    checksum: undefined,
    language: "sql",
    named: evaluateTexts(nodeContext(context, dbtPackage, identity), [rawCode]),
  };
}
