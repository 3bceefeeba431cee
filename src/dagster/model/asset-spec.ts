/** An asset as its definition describes it. Every field says whether it is known. */
import type { LibraryObject, Value } from "../../python/value.ts";
import type { AssetNode, Partitions } from "../../types/graph-document.ts";
import { type AutomationCondition, readAutomationCondition } from "./automation-condition.ts";
import { readPartitions } from "./partitions.ts";
import { readPlain } from "./plain-value.ts";
import { readFreshnessPolicy } from "./policies.ts";
import { known, type Listing, type Read, readListing, readMapping, readOptionalStr, readStr } from "./read.ts";

/** What a claim does not hold already. */
export interface AssetSpec {
  readonly description: Read<string | null>;
  readonly codeVersion: Read<string | null>;
  readonly metadata: Listing<readonly [string, unknown]>;
  readonly partitions: Read<Partitions | null>;
  readonly automation: Read<AutomationCondition | null>;
  readonly freshness: Read<AssetNode["freshnessPolicy"]>;
}

/** What selections find an asset by. */
export interface SelectableAttributes {
  readonly group: Read<string>;
  /** All but kinds. */
  readonly tags: Listing<readonly [string, string]>;
  readonly kinds: Listing<string>;
  readonly owners: Listing<string>;
}

const DEFAULT_GROUP = "default";
const KIND_PREFIX = "dagster/kind/";

export function readAssetSpec({ fields }: LibraryObject): AssetSpec {
  return {
    description: readOptionalStr(fields.get("description"), "the description"),
    codeVersion: readOptionalStr(fields.get("code_version"), "the code version"),
    metadata: readMapping(fields.get("metadata"), "metadata", readPlain),
    partitions: readPartitions(fields.get("partitions_def")),
    automation: readAutomationCondition(fields.get("automation_condition")),
    freshness: readFreshnessPolicy(fields.get("freshness_policy")),
  };
}

export function readSelectableAttributes({ fields }: LibraryObject): SelectableAttributes {
  const { tags, kinds } = readTags(fields.get("tags"));
  const owners = readListing(fields.get("owners"), "owners", (value) => readStr(value, "an owner"));
  return { group: readGroup(fields.get("group_name")), tags, kinds, owners };
}

function readGroup(value: Value | undefined): Read<string> {
  if (value === undefined || value.kind === "none" || (value.kind === "str" && value.value === "")) return known(DEFAULT_GROUP);
  return readStr(value, "a group name");
}

/** Of tags that exclude each other the first, where all have the same kinds. */
function alikeInKinds(tags: Value | undefined): Value | undefined {
  if (tags?.kind !== "one-of" || tags.maybeAbsent) return tags;
  const kinds = tags.options.map((option) => {
    if (option.kind !== "dict" || !option.complete) return undefined;
    const names = [...option.entries.values()].map(({ key }) => (key.kind === "str" ? key.value : KIND_PREFIX));
    return names
      .filter((name) => name.startsWith(KIND_PREFIX))
      .sort()
      .join(" ");
  });
  return kinds[0] !== undefined && kinds.every((names) => names === kinds[0]) ? tags.options[0] : tags;
}

/** Kinds are the names of tags: that the value of some tag is not known makes no difference to them. */
function readTags(value: Value | undefined): Pick<SelectableAttributes, "tags" | "kinds"> {
  const isKind = ({ value: [name] }: { readonly value: readonly [string, string] }): boolean => name.startsWith(KIND_PREFIX);
  const tags = readMapping(value, "tags", (item) => readStr(item, "the value of a tag"));
  const names = readMapping(alikeInKinds(value), "kinds", () => known(""));
  return {
    tags: { ...tags, items: tags.items.filter((item) => !isKind(item)) },
    kinds: { ...names, items: names.items.filter(isKind).map((item) => ({ ...item, value: item.value[0].slice(KIND_PREFIX.length) })) },
  };
}
