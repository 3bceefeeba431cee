/**
 * Dagster's resolution of dependencies: a key that nothing defines is taken for the asset of that name in the same group, else for the one of the
 * same table name; what is left becomes a stub. A replacement found for one asset of a definition holds for the whole definition.
 * Source: dagster/_core/definitions/resolved_asset_deps.py, 1.13.27.
 */
import { groupBy } from "../../../base/group-by.ts";
import type { LibraryObject, Value } from "../../../python/value.ts";
import type { KeyId } from "../../model/asset-key.ts";
import { readOptionalStr } from "../../model/read.ts";
import type { AssetClaim, ResolvedDependency } from "./asset-graph.ts";

const TABLE_NAME = "dagster/table_name";

/** By claim: its dependencies with where they lead. `unitOf` gives what Dagster holds as one definition. Linear in claims and dependencies. */
export function resolveDependencies(
  claims: readonly AssetClaim[],
  unitOf: (claim: AssetClaim) => unknown,
): ReadonlyMap<AssetClaim, readonly ResolvedDependency[]> {
  const index = indexClaims(claims);
  const units = groupBy(claims, unitOf);
  const resolved = new Map<AssetClaim, readonly ResolvedDependency[]>();
  for (const unit of units.values()) {
    const replacements = replacementsOf(unit, index);
    for (const claim of unit) {
      resolved.set(
        claim,
        claim.deps.items.map(({ value, condition }) => {
          const dependency = condition ? { ...value, condition } : value;
          const replacement = replacements.get(value.id);
          if (replacement) return { ...dependency, to: replacement.to, resolvedBy: replacement.by };
          return { ...dependency, to: value.id, resolvedBy: index.keys.has(value.id) ? "key" : "none" };
        }),
      );
    }
  }
  return resolved;
}

interface ClaimIndex {
  readonly keys: ReadonlySet<KeyId>;
  readonly names: Names;
}

interface Names {
  readonly byGroupAndName: ReadonlyMap<string, readonly KeyId[]>;
  readonly byTable: ReadonlyMap<string, readonly KeyId[]>;
}

interface Replacement {
  readonly to: KeyId;
  readonly by: "group" | "table";
}

/** Names in groups and tables only when a key that nothing defines asks for them. */
function indexClaims(claims: readonly AssetClaim[]): ClaimIndex {
  let names: Names | undefined;
  return {
    keys: new Set(claims.map(({ id }) => id)),
    get names() {
      names ??= indexNames(claims);
      return names;
    },
  };
}

function indexNames(claims: readonly AssetClaim[]): Names {
  const byGroupAndName = new Map<string, KeyId[]>();
  const byTable = new Map<string, KeyId[]>();
  for (const { id, path, group, spec } of claims) {
    if (group.known) add(byGroupAndName, nameInGroup(group.value, path.at(-1) ?? ""), id);
    const table = tableName(spec);
    if (table !== undefined) add(byTable, table, id);
  }
  return { byGroupAndName, byTable };
}

function replacementsOf(unit: readonly AssetClaim[], index: ClaimIndex): ReadonlyMap<KeyId, Replacement> {
  const replacements = new Map<KeyId, Replacement>();
  let own: ReadonlySet<KeyId> | undefined;
  for (const claim of unit) {
    for (const { value: dependency } of claim.deps.items) {
      const { id, path, object } = dependency;
      if (index.keys.has(id)) continue;
      const { byGroupAndName, byTable } = index.names;
      const inGroup = claim.group.known ? (byGroupAndName.get(nameInGroup(claim.group.value, path[0] ?? "")) ?? []) : [];
      const [only] = inGroup;
      own ??= new Set(unit.map((each) => each.id));
      if (path.length === 1 && inGroup.length === 1 && only !== undefined && !own.has(only)) {
        replacements.set(id, { to: only, by: "group" });
        continue;
      }
      const table = tableName(object);
      const [ofTable] = table === undefined ? [] : (byTable.get(table) ?? []);
      if (ofTable !== undefined) replacements.set(id, { to: ofTable, by: "table" });
    }
  }
  return replacements;
}

function tableName(object: LibraryObject): string | undefined {
  const metadata: Value | undefined = object.fields.get("metadata");
  if (metadata?.kind !== "dict") return undefined;
  for (const { key, value } of metadata.entries.values()) {
    if (key.kind !== "str" || key.value !== TABLE_NAME) continue;
    const name = readOptionalStr(value, "a table name");
    return name.known && name.value !== null ? name.value : undefined;
  }
  return undefined;
}

function nameInGroup(group: string, name: string): string {
  return `${group}\0${name}`;
}

function add(map: Map<string, KeyId[]>, key: string, id: KeyId): void {
  const list = map.get(key);
  if (!list) map.set(key, [id]);
  else if (!list.includes(id)) list.push(id);
}
