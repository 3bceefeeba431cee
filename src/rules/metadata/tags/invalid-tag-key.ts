import { assetTags } from "../../facts/assets/asset-tags.ts";
import { isValidTagKey } from "../../facts/names/dagster-names.ts";
import { defineRule } from "../../rule.ts";

export const invalidTagKey = defineRule({
  name: "invalid-tag-key",
  group: "metadata",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "The key of an asset's tag has other characters than letters, digits, `_`, `-` and `.`, more than one `/`, or a part of more than 63 characters.",
    why: "Dagster refuses: `Found invalid tag keys: [...]. Allowed characters: alpha-numeric, '_', '-', '.'. Tag keys can also contain a namespace section, separated by a '/'.`",
    example: `import dagster as dg

@dg.asset(tags={"data domain": "shop"})
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(tags={"data_domain": "shop"})
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_utils/tags.py (normalize_tags), 1.13.27",
  },
  check(context) {
    for (const { key, at, subject } of assetTags(context, ({ key }) => key?.kind === "str" && !isValidTagKey(key.value))) {
      if (key?.kind !== "str") continue;
      context.report({
        message: `\`${key.value}\` is not a valid key of a tag`,
        why: `Dagster: "Found invalid tag keys: ['${key.value}']. Allowed characters: alpha-numeric, '_', '-', '.'. Tag keys can also contain a namespace section, separated by a '/'. Each section must have <= 63 characters."`,
        help: "Use ASCII letters, digits, `_`, `-` and `.`, and at most one `/`.",
        location: at,
        ...(subject !== undefined && { subject }),
      });
    }
  },
});
