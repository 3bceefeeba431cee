/**
 * The YAML that says what an asset is: an entry with its `key` among a component's attributes, the stream of a Sling replication, the properties of a
 * dbt model. The latter two say it below `meta.dagster`, and their key follows from a name unless `asset_key` is given there.
 */
import type { AssetClaim } from "../../dagster/loading/graph/asset-graph.ts";
import type { KeyPath } from "../../dagster/model/asset-key.ts";
import { entryOf, type FormatNode, type FormatPath, nodeAt } from "../../formats/format-node.ts";
import { parseYaml } from "../../formats/yaml.ts";
import type { YamlValue } from "../../formats/yaml-render.ts";
import type { Value } from "../../python/value.ts";
import type { Project } from "../project.ts";
import { isYaml, placeInYaml, type YamlDocument } from "./yaml-place.ts";

export interface AssetEntry {
  readonly document: YamlDocument;
  /** The mapping that holds the fields; it may still be missing. */
  readonly at: FormatPath;
  readonly kind: "spec" | "sling" | "dbt";
}

export function assetEntry(project: Project, claim: AssetClaim): AssetEntry | undefined {
  if (isDbt(claim)) return dbtEntry(project, claim.path);
  const key = claim.spec.fields.get("key");
  const places = [
    ...partsOf(key)
      .flatMap((part) => (part.kind === "str" && part.origin ? [part.origin] : []))
      .reverse(),
    claim.spec.at,
  ];
  for (const origin of places) {
    const place = isYaml(origin.path) ? placeInYaml(project, origin.path, origin) : undefined;
    const entry = place && entryAround(place.document, place.at, place.isKey);
    if (entry) return entry;
  }
  return undefined;
}

export function isDbt({ payload }: AssetClaim): boolean {
  return payload?.definition === "dbt_assets";
}

function partsOf(key: Value | undefined): readonly Value[] {
  const path = key?.kind === "object" ? key.fields.get("path") : undefined;
  return path?.kind === "list" ? path.items : [];
}

function entryAround(document: YamlDocument, at: FormatPath, isKey: boolean): AssetEntry | undefined {
  const stream = at.indexOf("streams");
  if (stream >= 0 && at.length > stream + 1) return { document, at: [...at.slice(0, stream + 2), "meta", "dagster"], kind: "sling" };
  if (isKey || at.at(-1) !== "key") return undefined;
  return { document, at: at.slice(0, -1), kind: "spec" };
}

/** The entry of the model in a properties file; `undefined` when none lists it. */
function dbtEntry(project: Project, path: KeyPath): AssetEntry | undefined {
  const name = path.at(-1) ?? "";
  for (const file of project.tree.paths().filter(isYaml)) {
    const text = project.text(file);
    if (!text?.includes(name) || !/^(models|seeds|snapshots):/m.test(text)) continue;
    const { root } = parseYaml(text, "core");
    for (const section of root ? ["models", "seeds", "snapshots"] : []) {
      const list = entryOf(root, section)?.value;
      const index = list?.kind === "sequence" ? list.items.findIndex((item) => isNamed(item, name)) : -1;
      if (!root || index < 0) continue;
      const config = nodeAt(root, [section, index, "config"]);
      const above = config?.kind === "mapping" ? ["config"] : [];
      return { document: { path: file, text, offset: 0, root }, at: [section, index, ...above, "meta", "dagster"], kind: "dbt" };
    }
  }
  return undefined;
}

function isNamed(item: FormatNode, name: string): boolean {
  const own = entryOf(item, "name")?.value;
  return own?.kind === "scalar" && own.value === name;
}

/** Where the key is said, and how, for an asset whose key follows from a name. */
export function givenKey({ at, kind }: AssetEntry, key: KeyPath): { readonly at: FormatPath; readonly value: YamlValue } | undefined {
  if (kind === "spec") return undefined;
  return { at: [...at, "asset_key"], value: kind === "sling" ? key.join(".") : [...key] };
}

/** The field's place in the entry; `undefined`: it has none. */
export function fieldPlace({ at, kind }: AssetEntry, argument: string): FormatPath | undefined {
  if (kind === "spec") return SPEC_FIELDS.has(argument) ? [...at, argument] : undefined;
  const name = META_FIELDS[argument];
  return name === undefined ? undefined : [...at, name];
}

const SPEC_FIELDS: ReadonlySet<string> = new Set([
  "description",
  "owners",
  "kinds",
  "tags",
  "group_name",
  "code_version",
  "partitions_def",
  "automation_condition",
]);

const META_FIELDS: Readonly<Record<string, string>> = { group_name: "group", owners: "owners", description: "description", kinds: "kinds" };
