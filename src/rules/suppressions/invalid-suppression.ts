import { nearestWord } from "../../base/edit-distance.ts";
import { defineRule } from "../rule.ts";

export const invalidSuppression = defineRule({
  name: "invalid-suppression",
  group: "suppressions",
  tier: "practice",
  severity: "warning",
  since: "0.1.0",
  fixable: "unsafe",
  docs: {
    what: "A comment for Dagsight cannot be read, or names a rule that does not exist.",
    why: "It suppresses nothing, whatever it was meant to.",
    example: `import dagster as dg

@dg.asset  # dagsight: ignore[asset-mising-owner] nobody owns it yet
def orders() -> None:
    """The orders."""

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset  # dagsight: ignore[asset-missing-owner] nobody owns it yet
def orders() -> None:
    """The orders."""

defs = dg.Definitions(assets=[orders])
`,
    source: "docs/rules.md lists the names, 0.1.0",
  },
  checkSuppressions({ suppressing, names, outcomeOf, report }) {
    const why = "It suppresses nothing.";
    for (const { path, problems, suppressions } of suppressing) {
      for (const { span, message, help } of problems) report({ message, why, help, location: { path, ...span } });
      for (const named of suppressions.flatMap(({ rules }) => rules)) {
        if (outcomeOf(named, path) !== "unknown-rule") continue;
        const nearest = nearestWord(named.name, names);
        const location = { path, ...named.span };
        report({
          message: `there is no rule \`${named.name}\``,
          why,
          help: nearest === undefined ? "`dagsight rules` lists them." : `Did you mean \`${nearest}\`?`,
          location,
          ...(nearest && { fix: { title: `Write \`${nearest}\``, applicability: "unsafe", edits: [{ ...location, text: nearest }] } }),
        });
      }
    }
  },
});
