/** An asset as its definition describes it. Every field says whether it is known. */
import type { LibraryObject, Value } from "../../python/value.ts";
import type { AssetNode, EdgeVia, Partitions } from "../../types/graph-document.ts";
import { type KeyPath, readAssetKey } from "./asset-key.ts";
import { type AutomationCondition, readAutomationCondition } from "./automation-condition.ts";
import type { DepPayload } from "./objects.ts";
import { readPartitionMapping } from "./partition-mapping.ts";
import { readPartitions } from "./partitions.ts";
import { readPlain } from "./plain-value.ts";
import { readFreshnessPolicy } from "./policies.ts";
import { gapOf, known, type Listing, type Read, readBool, readListing, readMapping, readOptionalStr, readStr } from "./read.ts";

export interface AssetSpec {
  readonly object: LibraryObject;
  readonly key: Read<KeyPath>;
  readonly deps: Listing<AssetDep>;
  readonly description: Read<string | null>;
  readonly group: Read<string | null>;
  readonly codeVersion: Read<string | null>;
  readonly owners: Listing<string>;
  /** All but kinds. */
  readonly tags: Listing<readonly [string, string]>;
  readonly kinds: Listing<string>;
  readonly metadata: Listing<readonly [string, unknown]>;
  readonly partitions: Read<Partitions | null>;
  readonly automation: Read<AutomationCondition | null>;
  readonly freshness: Read<AssetNode["freshnessPolicy"]>;
  readonly skippable: Read<boolean>;
}

export interface AssetDep {
  readonly object: LibraryObject;
  readonly key: KeyPath;
  readonly via: EdgeVia;
  /** The parameter that loads it, when one does: such a key must exist. */
  readonly parameter: string | null;
  readonly mapping: Read<string | null>;
}

const KIND_PREFIX = "dagster/kind/";

export function readAssetSpec(spec: LibraryObject): AssetSpec {
  const field = (name: string): Value | undefined => spec.fields.get(name);
  const tags = readMapping(field("tags"), "tags", (value) => readStr(value, "the value of a tag"));
  return {
    object: spec,
    key: readAssetKey(field("key") ?? spec),
    deps: readListing(field("deps"), "dependencies", readAssetDep),
    description: readOptionalStr(field("description"), "the description"),
    group: readOptionalStr(field("group_name"), "the group"),
    codeVersion: readOptionalStr(field("code_version"), "the code version"),
    owners: readListing(field("owners"), "owners", (item) => readStr(item, "an owner")),
    tags: { ...tags, items: tags.items.filter((item) => !item.value[0].startsWith(KIND_PREFIX)) },
    kinds: {
      ...tags,
      items: tags.items
        .filter((item) => item.value[0].startsWith(KIND_PREFIX))
        .map((item) => ({ ...item, value: item.value[0].slice(KIND_PREFIX.length) })),
    },
    metadata: readMapping(field("metadata"), "metadata", readPlain),
    partitions: readPartitions(field("partitions_def")),
    automation: readAutomationCondition(field("automation_condition")),
    freshness: readFreshnessPolicy(field("freshness_policy")),
    skippable: readBool(field("skippable"), "`skippable`"),
  };
}

export function readAssetDep(value: Value): Read<AssetDep> {
  if (value.kind !== "object" || value.type !== "dagster.AssetDep") return gapOf(value, "a dependency");
  const key = readAssetKey(value.fields.get("asset_key") ?? value);
  if (!key.known) return key;
  const payload = value.payload as DepPayload | undefined;
  const mapping = readPartitionMapping(value.fields.get("partition_mapping"));
  return known({ object: value, key: key.value, via: payload?.via ?? "deps", parameter: payload?.parameter ?? null, mapping }, key.assumes);
}
