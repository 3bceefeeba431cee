/** The tags of assets, without those that kinds are made into. */
import type { RuleContext } from "../rule.ts";
import { type AttributeMember, attributeMembers } from "./spec-attributes.ts";

/** Each with the place of its key; that of a value is found from there. */
export function assetTags(context: RuleContext): readonly AttributeMember[] {
  return attributeMembers(context, "tags", (tags) => (tags.kind === "dict" ? [...tags.entries.values()] : [])).filter(
    ({ key }) => !(key?.kind === "str" && key.origin === undefined && key.value.startsWith("dagster/kind/")),
  );
}
