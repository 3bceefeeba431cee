import type { Fix } from "../../../diagnostics/diagnostic.ts";
import type { Value } from "../../../python/value.ts";
import { assetTags } from "../../facts/assets/asset-tags.ts";
import { isUnsure, typeName } from "../../facts/values.ts";
import { defineRule, type RuleContext } from "../../rule.ts";

export const nonStringTagValue = defineRule({
  name: "non-string-tag-value",
  group: "metadata",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "safe",
  docs: {
    what: "The value of an asset's tag is not a string.",
    why: "Dagster refuses: `Tag values must be strings, got type ... at key ...`",
    example: `import dagster as dg

@dg.asset(tags={"priority": 3})
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(tags={"priority": "3"})
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_utils/tags.py (normalize_tags), 1.13.27",
  },
  check(context) {
    for (const { key, value, at, subject } of assetTags(context, ({ value }) => value.kind !== "str")) {
      if (isUnsure(value) || value.kind === "symbol" || isText(value, context)) continue;
      const name = key?.kind === "str" ? key.value : "…";
      const fix = quoted(value, context);
      context.report({
        message: `the value of the tag \`${name}\` is of type \`${typeName(value)}\`; only strings are allowed`,
        why: `Dagster: "Tag values must be strings, got type <class '${typeName(value)}'> at key ${name}."`,
        help: 'Write it as a string: `"3"` for 3.',
        location: at,
        ...(subject !== undefined && { subject }),
        ...(fix && { fix }),
      });
    }
  },
});

/** Members of an enumeration of strings are strings. */
function isText(value: Value, { location }: RuleContext): boolean {
  return value.kind === "object" || value.kind === "instance" || location.interpreter.isInstance(value, "builtins.str");
}

/** A number that is written as one becomes the same number in quotes. */
function quoted(value: Value, { location }: RuleContext): Fix | undefined {
  if ((value.kind !== "int" && value.kind !== "float") || !value.origin) return undefined;
  const { path, start, end } = value.origin;
  const text = location.files.get(path)?.text.slice(start, end) ?? "";
  if (!/^\d+(?:\.\d+)?$/.test(text)) return undefined;
  return { title: "Put the number into quotes", applicability: "safe", edits: [{ path, start, end, text: `"${text}"` }] };
}
