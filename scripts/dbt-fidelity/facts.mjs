// What a dbt manifest says, as facts that can be counted: nodes, their parents, tests, sources, configuration and further properties.
import { reduceProject } from "../../test/dbt/reduced-manifest.ts";

/** Written as they stand; where a package or the adapter decides them they are not the repository's. */
const UNCOMPARED_CONFIG = new Set(["freshness"]);
const PROPERTIES = [
  "name",
  "fqn",
  "original_file_path",
  "alias",
  "group",
  "access",
  "version",
  "latest_version",
  "description",
  "source_name",
  "identifier",
  "meta",
];

export function recordedFacts(record) {
  return factsOf(record.nodes, record);
}

export function claimedFacts(project, record) {
  const { nodes } = reduceProject(project);
  const uncertain = new Set(
    [...project.nodes.values()].filter(({ config }) => isUnknown(config.get("enabled"))).map(({ uniqueId }) => uniqueId),
  );
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
  const isForeign = (id) => added.includes(id.split(".")[1]);
  return Object.entries(nodes)
    .filter(([id]) => !isForeign(id))
    .flatMap(([id, node]) => [
      fact(facetOf(node), id, node.test ?? null, node.attached_node ?? null),
      ...node.depends_on.filter((parent) => !isForeign(parent)).map((parent) => fact("parent", id, parent)),
      ...Object.entries(node.config)
        .filter(([key]) => !UNCOMPARED_CONFIG.has(key))
        .map(([key, value]) => fact("configuration", id, key, key === "tags" ? [...new Set(value)].sort() : value)),
      ...propertyFacts(id, node),
    ]);
}

function propertyFacts(id, node) {
  return [
    ...PROPERTIES.filter((key) => node[key] !== undefined).map((key) => fact("property", id, key, node[key])),
    ...[...new Set(node.tags)].map((tag) => fact("property", id, "tag", tag)),
    ...Object.entries(node.columns).map(([name, column]) => fact("property", id, "column", name, column)),
  ];
}

function fact(facet, ...parts) {
  return { facet, text: parts.map((part) => (typeof part === "string" ? part : stable(part))).join(" | ") };
}

function facetOf({ resource_type: type }) {
  return type === "test" || type === "unit_test" ? "test" : type === "source" ? "source" : "node";
}

/** JSON with sorted keys. */
function stable(value) {
  return JSON.stringify(value, (_key, inner) =>
    inner && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
