/** The tags of assets, without those that kinds are made into. */
import type { RuleContext } from "../../rule.ts";
import { type AttributeMember, attributeMembers, type Member } from "./spec-attributes.ts";

/** Each with the place of its key; that of a value is found from there. */
export function assetTags(context: RuleContext, isWanted: (tag: Member) => boolean): readonly AttributeMember[] {
  return attributeMembers(context, "tags", (tag) => tag.key !== undefined && isWanted(tag) && !isMadeOfKind(tag));
}

function isMadeOfKind({ key }: Member): boolean {
  return key?.kind === "str" && key.origin === undefined && key.value.startsWith("dagster/kind/");
}
