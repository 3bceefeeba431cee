import { attributeMembers, type Member } from "../../facts/assets/spec-attributes.ts";
import { renameValue } from "../../facts/fixes/rename-literal.ts";
import { isValidOwner } from "../../facts/names/dagster-names.ts";
import { defineRule } from "../../rule.ts";

export const invalidOwner = defineRule({
  name: "invalid-owner",
  group: "metadata",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "unsafe",
  docs: {
    what: "An owner of an asset that is neither an e-mail address nor `team:` and a name.",
    why: "Dagster refuses: `Invalid owner '...' for asset '...'. Owner must be an email address or a team name prefixed with 'team:'.`",
    example: `import dagster as dg

@dg.asset(owners=["data-platform"])
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(owners=["team:data-platform"])
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/definitions/utils.py (validate_asset_owner), 1.13.27",
  },
  check(context) {
    // Owners that are one text are refused for that.
    const isWanted = ({ value, of }: Member) => value.kind === "str" && value !== of && !isValidOwner(value.value);
    for (const { value, at, subject } of attributeMembers(context, "owners", isWanted)) {
      if (value.kind !== "str") continue;
      const team = /^[\w-]+$/.test(value.value) ? `team:${value.value}` : undefined;
      const fix = renameValue(value, team, context.location);
      context.report({
        message: `\`${value.value}\` is not an owner: neither an e-mail address nor a team`,
        why: `Dagster: "Invalid owner '${value.value}' for asset '…'. Owner must be an email address or a team name prefixed with 'team:'."`,
        help: `Write \`team:${value.value.replace(/^team:/, "") || "NAME"}\` for a team, or an e-mail address.`,
        location: at,
        ...(fix && { fix }),
        ...(subject !== undefined && { subject }),
      });
    }
  },
});
