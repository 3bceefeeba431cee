/** Our reading of a dbt project in the shape that `record/record_manifest.py` keeps of dbt's manifest. */
import type { DbtProject } from "../../src/dbt/dbt-project.ts";
import type { DbtNode } from "../../src/dbt/nodes/dbt-node.ts";
import { type DbtValue, isFloat, isMapping, isUnknown, pythonStr } from "../../src/dbt/value.ts";

export type ReducedNode = Record<string, unknown>;

export interface ReducedManifest {
  readonly nodes: Record<string, ReducedNode>;
  readonly disabled: readonly string[];
  readonly groups: readonly string[];
}

export function reduceProject(project: DbtProject): ReducedManifest {
  return {
    nodes: Object.fromEntries([...project.nodes].map(([id, node]) => [id, reduceNode(node)])),
    disabled: [...project.disabled.keys()].filter((id) => !project.nodes.has(id)).sort(),
    groups: [...project.groups.keys()].sort(),
  };
}

function reduceNode(node: DbtNode): ReducedNode {
  const fields = {
    resource_type: node.resourceType,
    package_name: node.packageName,
    name: node.name,
    fqn: node.fqn,
    original_file_path: node.originalFilePath,
    alias: ["source", "exposure", "metric", "semantic_model", "saved_query", "unit_test"].includes(node.resourceType)
      ? undefined
      : node.alias,
    group: node.group,
    access: node.access,
    version: node.version,
    latest_version: node.latestVersion,
    description: node.description,
    attached_node: node.attachedNode,
    source_name: node.sourceName,
    identifier: node.extra.get("identifier"),
    depends_on: node.dependsOn.toSorted(),
    config: plain(new Map([...node.config].filter(([, item]) => item !== null))),
    tags: node.tags.toSorted(),
    meta: plain(node.meta),
    columns: Object.fromEntries(
      [...node.columns].map(([name, { description, dataType, tags, meta }]) => [
        name,
        dropEmpty({ description, data_type: dataType, tags: tags.toSorted(), meta: plain(meta) }),
      ]),
    ),
    test: node.test && { name: node.test.name, namespace: node.test.namespace ?? null, kwargs: plain(node.test.arguments) },
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== ""));
}

function dropEmpty(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).filter(
      ([, item]) => item !== undefined && item !== "" && JSON.stringify(item) !== "[]" && JSON.stringify(item) !== "{}",
    ),
  );
}

/** As JSON: an unknown says so. */
export function plain(value: DbtValue): unknown {
  if (isUnknown(value)) return `unknown(${value.reason})`;
  if (isFloat(value)) return value.value;
  if (Array.isArray(value)) return value.map(plain);
  if (isMapping(value)) return Object.fromEntries([...value].map(([key, item]) => [key, plain(item)]));
  return typeof value === "object" && value !== null ? pythonStr(value) : value;
}
