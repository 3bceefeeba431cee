import { assetTags } from "../../facts/assets/asset-tags.ts";
import { isValidTagValue } from "../../facts/names/dagster-names.ts";
import { defineRule } from "../../rule.ts";

export const invalidTagValue = defineRule({
  name: "invalid-tag-value",
  group: "metadata",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "The value of an asset's tag has other characters than letters, digits, `_`, `-` and `.`, or more than 63 of them.",
    why: "Dagster refuses: `Invalid tag value: ..., for key: ... Allowed characters: alpha-numeric, '_', '-', '.'. Must have <= 63 characters.`",
    example: `import dagster as dg

@dg.asset(tags={"source": "shop api"})
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(tags={"source": "shop_api"})
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_utils/tags.py (normalize_tags), 1.13.27",
  },
  check(context) {
    for (const { key, value, at, subject } of assetTags(context, ({ value }) => value.kind === "str" && !isValidTagValue(value.value))) {
      if (value.kind !== "str") continue;
      const name = key?.kind === "str" ? key.value : "…";
      context.report({
        message: `\`${value.value}\` is not a valid value of the tag \`${name}\``,
        why: `Dagster: "Invalid tag value: ${value.value}, for key: ${name}. Allowed characters: alpha-numeric, '_', '-', '.'. Must have <= 63 characters."`,
        help: "Use at most 63 ASCII letters, digits, `_`, `-` and `.`; longer text belongs into `metadata` or `description`.",
        location: at,
        ...(subject !== undefined && { subject }),
      });
    }
  },
});
