/**
 * What of an asset is compared. A stub (a key that is only named) is no asset: a definition that becomes one was removed.
 * The two lists at the end say which fields others feel: those that only describe an asset do not reach its consumers.
 */
import { compareKeys } from "../../base/order.ts";
import type { AssetNode } from "../../types/graph-document.ts";
import type { FieldName } from "../../types/review-report.ts";
import { codeField, mappingField, scalarField, setField, stableJson } from "../compare-field.ts";
import type { ComparedLocation } from "../compared-location.ts";
import type { ComparedField, Entry, ObjectKind } from "../entry.ts";
import { printPartitions } from "./partitions.ts";

const FIELDS: readonly ComparedField<AssetNode>[] = [
  codeField(),
  setField(
    "dependencies",
    "deps",
    (entry) => entry.dependencies.keys(),
    (key, renamed) => renamed.assets.get(key) ?? key,
  ),
  mappingOfDependencies(),
  scalarField("partitions", "partitions", (entry) => printPartitions(entry.object.partitions)),
  scalarField("automation", "automation", (entry) => {
    const automation = entry.object.automation;
    return automation === null ? null : (automation.label ?? automation.expression ?? "a condition");
  }),
  scalarField("kind", "kind", (entry) => entry.object.kind),
  keyPath(),
  scalarField("group", "group", (entry) => entry.object.group),
  setField("kinds", "kinds", (entry) => entry.object.kinds),
  scalarField("compute kind", "computeKind", (entry) => entry.object.computeKind),
  setField("owners", "owners", (entry) => entry.object.owners),
  mappingField("tags", "tags", (entry) => entry.object.tags),
  scalarField("description", "description", (entry) => entry.object.description),
  mappingField("metadata", "metadata", (entry) => entry.object.metadata),
  scalarField("code version", "codeVersion", (entry) => entry.object.codeVersion),
  setField("resources", "resources", (entry) => entry.object.resources),
  scalarField("I/O manager", "ioManager", (entry) => entry.object.ioManager),
  scalarField("pool", "pool", (entry) => entry.object.pool),
  scalarField("retry policy", "retryPolicy", (entry) => printPolicy(entry.object.retryPolicy)),
  scalarField("backfill policy", "backfillPolicy", (entry) => printPolicy(entry.object.backfillPolicy)),
  scalarField("freshness policy", "freshnessPolicy", (entry) => entry.object.freshnessPolicy?.expression ?? null),
];

export const ASSETS: ObjectKind<AssetNode> = {
  kind: "asset",
  entries: assetEntries,
  nameAtHead: (entry) => entry.name,
  fields: FIELDS,
  identities: ({ object, codeHash }) => [
    ...(codeHash === null ? [] : [`code ${object.kind} ${codeHash}`]),
    ...(object.definition?.function == null ? [] : [`function ${object.kind} ${object.definition.function}`]),
  ],
};

/** Fields that only describe: a change of nothing else stops at the asset. */
const DESCRIPTIVE: ReadonlySet<FieldName> = new Set([
  "description",
  "owners",
  "tags",
  "kinds",
  "compute kind",
  "group",
  "metadata",
  "pool",
]);

/** True when somebody downstream may get other data because of a change of this field. */
export function reachesDownstream(field: FieldName): boolean {
  return !DESCRIPTIVE.has(field);
}

function assetEntries(location: ComparedLocation): readonly Entry<AssetNode>[] {
  const dependencies = new Map<string, Map<string, string | null>>();
  for (const edge of location.document.edges) {
    if (edge.conditional === null) {
      const upstream = dependencies.get(edge.to) ?? new Map<string, string | null>();
      dependencies.set(edge.to, upstream.set(edge.from, edge.unresolved.includes("mapping") ? null : edge.mapping));
    }
  }
  return location.document.nodes
    .filter((node) => node.kind !== "stub")
    .map((node) => ({
      name: node.key,
      object: node,
      codeHash: location.codeHashes.get(`asset:${node.key}`) ?? null,
      dependencies: dependencies.get(node.key) ?? new Map(),
    }));
}

/** Same key, other parts: `AssetSpec("a/b")` has one part and prints like two. */
function keyPath(): ComparedField<AssetNode> {
  return {
    field: "key path",
    property: "keyPath",
    compare: (base, head) => {
      const before = stableJson(base.object.keyPath);
      const after = stableJson(head.object.keyPath);
      return base.name !== head.name || before === after ? null : { field: "key path", before, after, added: [], removed: [] };
    },
  };
}

/** The partition mapping of a dependency that stays: `raw/orders: TimeWindowPartitionMapping(…)`. */
function mappingOfDependencies(): ComparedField<AssetNode> {
  return {
    field: "mapping",
    property: "mapping",
    compare: (base, head, renamed) => {
      const added: string[] = [];
      const removed: string[] = [];
      for (const [key, mapping] of base.dependencies) {
        const keyAtHead = renamed.assets.get(key) ?? key;
        const after = head.dependencies.get(keyAtHead);
        if (after !== undefined && after !== mapping) {
          removed.push(`${keyAtHead}: ${mapping ?? "default"}`);
          added.push(`${keyAtHead}: ${after ?? "default"}`);
        }
      }
      return added.length === 0
        ? null
        : { field: "mapping", before: null, after: null, added: added.sort(compareKeys), removed: removed.sort(compareKeys) };
    },
  };
}

function printPolicy(policy: object | null): string | null {
  return policy === null
    ? null
    : Object.entries(policy)
        .filter(([, value]) => value !== null)
        .map(([name, value]) => `${name} ${value}`)
        .join(", ");
}
