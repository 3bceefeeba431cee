/** A node as a manifest says it, as far as that is known: the dictionary that tools over dbt read. */
import { checksumOf } from "../nodes/checksum.ts";
import { type DbtNode, isEnabled } from "../nodes/dbt-node.ts";
import { type DbtMapping, type DbtUnknown, type DbtValue, dbtUnknown } from "../value.ts";

const RELATION = dbtUnknown("runtime-input", "where a node is built is known at run time only: it depends on the dbt profile");

export function manifestEntry(node: DbtNode): DbtMapping {
  if (node.manifest !== undefined) return node.manifest;
  const entry: DbtMapping = new Map<string, DbtValue>([
    ["unique_id", node.uniqueId],
    ["resource_type", node.resourceType],
    ["package_name", node.packageName],
    ["name", node.name],
    ["path", node.path],
    ["original_file_path", node.originalFilePath],
    ["fqn", [...node.fqn]],
    ["alias", node.alias],
    ["config", node.config],
    ["tags", [...node.tags]],
    ["meta", node.meta],
    ["description", node.description],
    ["columns", new Map([...node.columns].map(([name, column]) => [name, columnEntry(column)]))],
    [
      "depends_on",
      new Map<string, DbtValue>([
        ["macros", []],
        ["nodes", dependsOn(node)],
      ]),
    ],
    [
      "refs",
      node.refs.map(
        ({ name, package: packageName, version }) =>
          new Map<string, DbtValue>([
            ["name", name],
            ["package", packageName ?? null],
            ["version", version ?? null],
          ]),
      ),
    ],
    ["sources", node.sources.map(({ source, table }) => [source, table])],
    ["patch_path", node.patchLocation === undefined ? null : `${node.packageName}://${node.originalFilePath}`],
  ]);
  return node.resourceType === "source" ? withSource(entry, node) : withRelation(entry, node);
}

function columnEntry({
  name,
  description,
  dataType,
  tags,
  meta,
}: DbtNode["columns"] extends ReadonlyMap<string, infer Column> ? Column : never): DbtMapping {
  return new Map<string, DbtValue>([
    ["name", name],
    ["description", description],
    ["data_type", dataType ?? null],
    ["tags", [...tags]],
    ["meta", meta],
  ]);
}

/** Parents that hang on something unknown leave the list open. */
function dependsOn(node: DbtNode): DbtValue {
  return node.dependsOn.filter((parent) => !node.uncertainParents.includes(parent));
}

function withSource(entry: DbtMapping, node: DbtNode): DbtMapping {
  for (const key of ["alias", "depends_on", "refs", "sources"]) entry.delete(key);
  entry.set("source_name", node.sourceName ?? "");
  for (const [key, value] of node.extra) entry.set(key, value);
  entry.set("relation_name", RELATION);
  return entry;
}

function withRelation(entry: DbtMapping, node: DbtNode): DbtMapping {
  entry.set("raw_code", node.rawCode);
  entry.set("language", node.language ?? "sql");
  entry.set("group", node.group ?? null);
  entry.set("schema", RELATION);
  entry.set("database", RELATION);
  entry.set("relation_name", RELATION);
  entry.set("compiled_path", null);
  const checksum = checksumOf(node);
  if (checksum !== undefined) entry.set("checksum", checksum);
  if (node.resourceType === "model") {
    entry.set("access", node.access ?? "protected");
    entry.set("version", node.version ?? null);
    entry.set("latest_version", node.latestVersion ?? null);
  }
  if (node.resourceType !== "test") return entry;
  entry.set("column_name", node.test?.columnName ?? null);
  entry.set("attached_node", node.attachedNode ?? null);
  if (node.test !== undefined) {
    const { namespace, name, arguments: kwargs } = node.test;
    entry.set(
      "test_metadata",
      new Map<string, DbtValue>([
        ["name", name],
        ["kwargs", kwargs],
        ["namespace", namespace ?? null],
      ]),
    );
  }
  return entry;
}

/** Whether the node is there at all, where that is not known. */
export function existenceGap(node: DbtNode): DbtUnknown | undefined {
  const enabled = node.config.get("enabled");
  return isEnabled(node) && typeof enabled === "object" && enabled !== null && "kind" in enabled && enabled.kind === "unknown"
    ? enabled
    : undefined;
}
