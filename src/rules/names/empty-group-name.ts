import { attributeMembers, type Member } from "../facts/assets/spec-attributes.ts";
import { isLiteral } from "../facts/fixes/replace-text.ts";
import { defineRule } from "../rule.ts";

export const emptyGroupName = defineRule({
  name: "empty-group-name",
  group: "names",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "unsafe",
  docs: {
    what: '`group_name=""`.',
    why: "Dagster refuses: `Empty asset group name was provided, which is not permitted. Set group_name=None to use the default group_name or set non-empty string`",
    example: `import dagster as dg

@dg.asset(group_name="")
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(group_name=None)
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/definitions/utils.py (validate_group_name), 1.13.27",
  },
  check(context) {
    const isWanted = ({ value }: Member) => value.kind === "str" && value.value === "";
    for (const { at, subject, value } of attributeMembers(context, "group_name", isWanted)) {
      context.report({
        message: "the group name is empty",
        why: 'Dagster: "Empty asset group name was provided, which is not permitted. Set group_name=None to use the default group_name or set non-empty string"',
        help: "Name a group, or leave `group_name` out.",
        location: at,
        ...(isLiteral(value, context.location) &&
          value.kind === "str" &&
          value.origin && { fix: { title: "Write `None`", applicability: "unsafe", edits: [{ ...value.origin, text: "None" }] } }),
        ...(subject !== undefined && { subject }),
      });
    }
  },
});
