/** The tables of sources: nodes without parents. The table's configuration and tags stand over the source's. */
import { overlaid } from "../config/merge-config.ts";
import { nodeConfig } from "../config/node-config.ts";
import { foldersOf } from "../project/package-files.ts";
import { listOf, mappingOf, textOf } from "../project/project-file.ts";
import type { ProjectContext } from "../project-context.ts";
import { readColumns, writtenColumns } from "../schema/columns.ts";
import { writtenTests } from "../schema/patch.ts";
import type { SchemaEntry } from "../schema/schema-file.ts";
import { type DbtMapping, type DbtValue, findUnknown, isMapping } from "../value.ts";
import { textList } from "./assemble-node.ts";
import type { UnresolvedNode } from "./dbt-node.ts";
import { testsOf } from "./generic-test.ts";

export interface SourceNodes {
  readonly sources: UnresolvedNode[];
  readonly tests: UnresolvedNode[];
}

export function sourceNodes(context: ProjectContext, entry: SchemaEntry, overrides: readonly SchemaEntry[]): SourceNodes {
  const written = entry.value;
  const override = overrides.find(
    ({ value }) => value.get("overrides") === entry.package.name && value.get("name") === written.get("name"),
  );
  const source = override === undefined ? written : new Map([...written, ...withoutTables(override.value)]);
  const tables = written.get("tables");
  const nodes: SourceNodes = { sources: [], tests: [] };
  for (const [index, raw] of (Array.isArray(tables) ? tables : []).entries()) {
    if (!isMapping(raw) || !raw.has("name")) continue;
    const table = override === undefined ? raw : overriddenTable(raw, override.value);
    const node = sourceNode(context, entry, source, { value: table, path: ["tables", index] });
    nodes.sources.push(node);
    nodes.tests.push(...sourceTests(context, entry, source, { value: table, path: ["tables", index] }));
  }
  return nodes;
}

function withoutTables(value: DbtMapping): DbtMapping {
  return new Map([...value].filter(([key]) => key !== "tables" && key !== "overrides"));
}

function overriddenTable(table: DbtMapping, override: DbtMapping): DbtMapping {
  const tables = override.get("tables");
  const found = (Array.isArray(tables) ? tables : []).find((other) => isMapping(other) && other.get("name") === table.get("name"));
  return isMapping(found) ? new Map([...table, ...found]) : table;
}

interface WrittenTable {
  readonly value: DbtMapping;
  readonly path: readonly (string | number)[];
}

function sourceNode(context: ProjectContext, entry: SchemaEntry, source: DbtMapping, table: WrittenTable): UnresolvedNode {
  const { package: dbtPackage, file } = entry;
  const sourceName = textOf(source.get("name")) ?? "";
  const name = textOf(table.value.get("name")) ?? "";
  const uniqueId = `source.${dbtPackage.name}.${sourceName}.${name}`;
  const fqn = [dbtPackage.name, ...foldersOf(file.relativePath), sourceName, name];
  const config = nodeConfig({ type: "source", fqn, package: dbtPackage, root: context.root, patch: sourceConfig(source, table.value) });
  const location = entry.locate(table.path);
  const enabledGap = findUnknown(config.get("enabled"));
  const describe = (text: string) => context.describe(text, { packageName: dbtPackage.name, uniqueId, location, config });
  const schema = source.get("schema") ?? sourceName;
  return {
    uniqueId,
    resourceType: "source",
    packageName: dbtPackage.name,
    name,
    fqn,
    alias: name,
    originalFilePath: file.originalPath,
    path: file.originalPath,
    location,
    patchLocation: undefined,
    rawCode: "",
    language: undefined,
    config,
    tags: textList(config.get("tags")),
    meta: mappingOf(config.get("meta")),
    description: describe(textOf(table.value.get("description")) ?? ""),
    columns: readColumns(writtenColumns(table.value), describe),
    group: undefined,
    access: undefined,
    version: undefined,
    latestVersion: undefined,
    refs: [],
    sources: [],
    metrics: [],
    dependsOn: [],
    uncertainParents: [],
    test: undefined,
    attachedNode: undefined,
    sourceName,
    extra: new Map<string, DbtValue>([
      ["schema", schema],
      ["database", source.get("database") ?? source.get("catalog") ?? context.target.attribute?.("database") ?? null],
      ["identifier", table.value.get("identifier") ?? name],
      ["loader", source.get("loader") ?? ""],
      ["source_description", describe(textOf(source.get("description")) ?? "")],
      ["source_meta", overlaid(mappingOf(source.get("meta")), mappingOf(mappingOf(source.get("config")).get("meta")))],
      [
        "freshness",
        table.value.get("freshness") ?? mappingOf(table.value.get("config")).get("freshness") ?? source.get("freshness") ?? null,
      ],
    ]),
    gaps:
      enabledGap === undefined
        ? []
        : [{ reason: enabledGap.reason, message: enabledGap.message, location, node: uniqueId, field: "enabled" }],
  };
}

/** `meta` and `tags` of both levels are put together; the rest of the table's replaces the source's. */
function sourceConfig(source: DbtMapping, table: DbtMapping): DbtMapping {
  const config: DbtMapping = new Map();
  const meta: DbtMapping = new Map();
  const tags = new Set<string>();
  for (const level of [source, table]) {
    const own = mappingOf(level.get("config"));
    setAll(config, own);
    for (const written of [level, own]) {
      setAll(meta, mappingOf(written.get("meta")));
      for (const tag of listOf(written.get("tags")) ?? []) tags.add(tag);
    }
  }
  config.set("meta", meta);
  for (const key of ["loaded_at_field", "loaded_at_query"]) {
    const given = [mappingOf(table.get("config")), table, mappingOf(source.get("config")), source]
      .find((level) => level.has(key))
      ?.get(key);
    if (given !== undefined && given !== null) config.set(key, given);
  }
  config.set("tags", [...tags].sort());
  return config;
}

function setAll(into: DbtMapping, level: DbtMapping): void {
  for (const [key, value] of level) into.set(key, value);
}

function sourceTests(context: ProjectContext, entry: SchemaEntry, source: DbtMapping, table: WrittenTable): UnresolvedNode[] {
  const sourceName = textOf(source.get("name")) ?? "";
  const name = textOf(table.value.get("name")) ?? "";
  const target = {
    package: entry.package,
    file: entry.file,
    name: `${sourceName}_${name}`,
    relation: `source('${sourceName}', '${name}')`,
    names: { source: { source: sourceName, table: name, uncertain: undefined } },
    attachedNode: undefined,
    isSource: true,
    group: undefined,
    quoteColumns: mappingOf(table.value.get("quoting") ?? source.get("quoting")).get("column") === true,
    tags: [...(listOf(source.get("tags")) ?? []), ...(listOf(table.value.get("tags")) ?? [])],
    locate: entry.locate,
  };
  return testsOf(context, target, writtenTests(table.value, table.path), writtenColumns(table.value, table.path));
}
