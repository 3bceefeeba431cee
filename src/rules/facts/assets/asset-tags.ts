/** The tags of assets, without those that kinds are made into. */
import type { RuleContext } from "../../rule.ts";
import { type AttributeMember, attributeMembers, type Member, type WantedMembers } from "./spec-attributes.ts";

/** Each with the place of its key; that of a value is found from there. */
export function assetTags(context: RuleContext, isWanted: WantedMembers["isWanted"]): readonly AttributeMember[] {
  return attributeMembers(context, "tags", {
    membersOf: (tags) => (tags.kind === "dict" ? [...tags.entries.values()] : []),
    isWanted: (tag) => isWanted(tag) && !isMadeOfKind(tag),
  });
}

function isMadeOfKind({ key }: Member): boolean {
  return key?.kind === "str" && key.origin === undefined && key.value.startsWith("dagster/kind/");
}
