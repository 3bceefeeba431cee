import { attributeMembers, type Member } from "../facts/assets/spec-attributes.ts";
import { renameValue } from "../facts/fixes/rename-literal.ts";
import { isBefore } from "../facts/newest.ts";
import { defineRule } from "../rule.ts";

export const invalidGroupName = defineRule({
  name: "invalid-group-name",
  group: "names",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "unsafe",
  docs: {
    what: "A group name with characters other than ASCII letters, digits and `_`; `/` may stand between segments since 1.13.9.",
    why: "Dagster refuses: `\"...\" is not a valid asset group name. Group names must be one or more segments matching ^[A-Za-z0-9_]+$ separated by '/'.`",
    example: `import dagster as dg

@dg.asset(group_name="raw-data")
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(group_name="raw_data")
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/definitions/utils.py (validate_group_name), 1.13.27",
  },
  check(context) {
    const valid = isBefore(NESTED_SINCE, context.location) ? FLAT : NESTED;
    const isWanted = ({ value }: Member) => value.kind === "str" && value.value !== "" && !valid.test(value.value);
    for (const { value, at, subject } of attributeMembers(context, "group_name", isWanted)) {
      if (value.kind !== "str") continue;
      const name = value.value
        .replaceAll(valid === FLAT ? /[^A-Za-z0-9_]+/g : /[^A-Za-z0-9_/]+/g, "_")
        .replaceAll(/\/+/g, "/")
        .replaceAll(/^[/_]+|[/_]+$/g, "");
      const fix = renameValue(value, name === "" ? undefined : name, context.location);
      context.report({
        message: `\`${value.value}\` is not a valid group name`,
        why:
          valid === FLAT
            ? `Dagster: ""${value.value}" is not a valid name in Dagster. Names must be in regex ^[A-Za-z0-9_]+$."`
            : `Dagster: ""${value.value}" is not a valid asset group name. Group names must be one or more segments matching ^[A-Za-z0-9_]+$ separated by '/' …"`,
        help: `Use ASCII letters, digits and \`_\`${valid === FLAT ? " only: `/` between segments came with Dagster 1.13.9" : ", and `/` between segments"}.`,
        location: at,
        ...(fix && { fix }),
        ...(subject !== undefined && { subject }),
      });
    }
  },
});

/** Groups within groups. */
const NESTED_SINCE = "1.13.9";
const NESTED = /^[A-Za-z0-9_]+(\/[A-Za-z0-9_]+)*\n?$/;
const FLAT = /^[A-Za-z0-9_]+\n?$/;
