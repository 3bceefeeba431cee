import { attributeMembers, type Member } from "../../facts/assets/spec-attributes.ts";
import { isValidTagKey } from "../../facts/names/dagster-names.ts";
import { defineRule } from "../../rule.ts";

export const invalidKind = defineRule({
  name: "invalid-kind",
  group: "metadata",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A kind with other characters than letters, digits, `_`, `-` and `.`, or more than 63 of them.",
    why: "A kind is a tag. Dagster refuses: `Found invalid tag keys: ['dagster/kind/...'].`",
    example: `import dagster as dg

@dg.asset(kinds={"google sheets"})
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(kinds={"google_sheets"})
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_utils/tags.py (normalize_tags), 1.13.27",
  },
  check(context) {
    const isWanted = ({ value }: Member) => value.kind === "str" && !isValidTagKey(`dagster/kind/${value.value}`);
    for (const { value, at, subject } of attributeMembers(context, "kinds", isWanted)) {
      if (value.kind !== "str") continue;
      context.report({
        message: `\`${value.value}\` is not a valid kind`,
        why: `Dagster: "Found invalid tag keys: ['dagster/kind/${value.value}']. Allowed characters: alpha-numeric, '_', '-', '.'. …"`,
        help: "Use at most 63 ASCII letters, digits, `_`, `-` and `.`.",
        location: at,
        ...(subject !== undefined && { subject }),
      });
    }
  },
});
