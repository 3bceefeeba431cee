import type { AssetClaim } from "../../../dagster/loading/graph/asset-graph.ts";
import { isMissing, ownAssets } from "../../facts/assets/own-assets.ts";
import { defineRule } from "../../rule.ts";

export const assetMissingRequiredMetadata = defineRule({
  name: "asset-missing-required-metadata",
  group: "practice",
  tier: "practice",
  severity: "warning",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "An asset lacks a field that the configuration asks of every asset (`requiredMetadata`).",
    why: "The organisation decided that every asset has it.",
    example: `import dagster as dg

@dg.asset
def orders() -> None:
    """The orders."""

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(owners=["team:sales"])
def orders() -> None:
    """The orders."""

defs = dg.Definitions(assets=[orders])
`,
    source: "https://docs.dagster.io/guides/build/projects/organizing-dagster-projects",
    configuration: { requiredMetadata: ["owners"] },
  },
  check({ configuration, graphs, report }) {
    for (const { claim, key, at, subject } of graphs.flatMap(ownAssets)) {
      const missing = configuration.requiredMetadata.filter((field) => lacks(claim, field));
      if (missing.length === 0) continue;
      report({
        message: `\`${key}\` lacks ${missing.map((field) => `\`${field}\``).join(", ")}`,
        why: "The configuration asks it of every asset (`requiredMetadata`).",
        help: "Add it to the definition of the asset.",
        location: at,
        subject,
      });
    }
  },
});

/** `owners`, `description`, `metadata.KEY`, `tags.KEY`, any field of a spec. What is not known is not missing. */
function lacks({ spec, kinds, group }: AssetClaim, field: string): boolean {
  if (field === "kinds") return kinds.items.length + kinds.gaps.length === 0;
  if (field === "group" || field === "group_name") return group.known && group.value === "default";
  const [name = "", ...rest] = field.split(".");
  const value = spec.fields.get(name);
  if (rest.length === 0) return isMissing(value);
  const key = rest.join(".");
  if (value === undefined || value.kind === "none") return true;
  return (
    value.kind === "dict" &&
    value.complete &&
    ![...value.entries.values()].some((entry) => entry.key.kind === "str" && entry.key.value === key)
  );
}
