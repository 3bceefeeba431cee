// What a dbt manifest says, as facts that can be counted: nodes, their parents, tests, sources, configuration and further properties.
import { reduceProject } from "../../test/dbt/reduced-manifest.ts";

/** Written as they stand; where a package or the adapter decides them they are not the repository's. */
const UNCOMPARED_CONFIG = new Set(["freshness"]);
const PROPERTIES = ["name", "fqn", "original_file_path", "alias", "group", "access", "version", "latest_version", "description", "source_name", "identifier", "meta"];

export function recordedFacts(record) {
  return factsOf(record.nodes, record);
}

export function claimedFacts(project, record) {
  const { nodes } = reduceProject(project);
  const uncertain = new Set([...project.nodes.values()].filter(({ config }) => isUnknown(config.get("enabled"))).map(({ uniqueId }) => uniqueId));
  for (const [id, node] of Object.entries(nodes)) {
    const { uncertainParents } = project.nodes.get(id);
    node.depends_on = node.depends_on.filter((parent) => !uncertainParents.includes(parent));
  }
  const certain = Object.fromEntries(Object.entries(nodes).filter(([id]) => !uncertain.has(id)));
  return factsOf(certain, record).filter(({ text }) => !text.includes("unknown("));
}

function isUnknown(value) {
  return typeof value === "object" && value !== null && value.kind === "unknown";
}

function factsOf(nodes, { added }) {
  const foreign = new Set(added);
  const facts = [];
  const add = (facet, ...parts) => facts.push({ facet, text: parts.map((part) => (typeof part === "string" ? part : stable(part))).join(" | ") });
  for (const [id, node] of Object.entries(nodes)) {
    if (foreign.has(node.package_name)) continue;
    add(facetOf(node), id, node.test ?? null, node.attached_node ?? null);
    for (const parent of node.depends_on) if (!foreign.has(parent.split(".")[1])) add("parent", id, parent);
    for (const [key, value] of Object.entries(node.config)) {
      if (!UNCOMPARED_CONFIG.has(key)) add("configuration", id, key, key === "tags" ? [...new Set(value)].sort() : value);
    }
    for (const key of PROPERTIES) if (node[key] !== undefined) add("property", id, key, node[key]);
    for (const tag of new Set(node.tags)) add("property", id, "tag", tag);
    for (const [name, column] of Object.entries(node.columns)) add("property", id, "column", name, column);
  }
  return facts;
}

function facetOf({ resource_type: type }) {
  return type === "test" || type === "unit_test" ? "test" : type === "source" ? "source" : "node";
}

/** JSON with sorted keys. */
function stable(value) {
  return JSON.stringify(value, (_key, inner) =>
    inner && typeof inner === "object" && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}
