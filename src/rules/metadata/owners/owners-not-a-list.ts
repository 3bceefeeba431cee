import { ASSET_CALLS, subjectOfCall } from "../../facts/assets/spec-attributes.ts";
import { callsGiving } from "../../facts/calls.ts";
import { isLiteral } from "../../facts/fixes/replace-text.ts";
import { defineRule } from "../../rule.ts";

export const ownersNotAList = defineRule({
  name: "owners-not-a-list",
  group: "metadata",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "safe",
  docs: {
    what: "`owners` is a string where a list of strings is expected.",
    why: "Dagster refuses: `Param \"owners\" is not a Sequence. Got '...' which is type <class 'str'>. str is a disallowed Sequence type`.",
    example: `import dagster as dg

@dg.asset(owners="team:shop")
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(owners=["team:shop"])
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/definitions/assets/definition/asset_spec.py, 1.13.27",
  },
  check({ location, report }) {
    for (const call of callsGiving(location, "owners", ...ASSET_CALLS)) {
      const argument = call.given("owners");
      if (argument?.value.kind !== "str") continue;
      const { origin, value } = argument.value;
      const fixed = origin && origin.path === argument.at.path && isLiteral(argument.value, location);
      report({
        message: "`owners` is a string; a list of strings is expected",
        why: `Dagster: "Param "owners" is not a Sequence. Got '${value}' which is type <class 'str'>. str is a disallowed Sequence type …"`,
        help: `Write \`owners=["${value}"]\`.`,
        location: argument.at,
        ...subjectOfCall(call.call),
        ...(fixed && {
          fix: {
            title: "Put the owner into a list",
            applicability: "safe",
            edits: [
              { ...origin, end: origin.start, text: "[" },
              { ...origin, start: origin.end, text: "]" },
            ],
          },
        }),
      });
    }
  },
});
