import { defineRule } from "../rule.ts";

export const suppressionWithoutReason = defineRule({
  name: "suppression-without-reason",
  group: "suppressions",
  tier: "practice",
  severity: "warning",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A comment suppresses findings and does not say why, and the configuration asks for a reason (`suppressions.requireReason`).",
    why: "Who meets it in a year cannot tell whether it still holds.",
    example: `import dagster as dg

@dg.asset
def orders() -> None:  # dagsight: ignore[asset-missing-owner]
    """The orders."""

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset
def orders() -> None:  # dagsight: ignore[asset-missing-owner] the team is being formed
    """The orders."""

defs = dg.Definitions(assets=[orders])
`,
    source: "The configuration of the repository, 0.1.0",
    configuration: { suppressions: { requireReason: true } },
  },
  checkSuppressions({ configuration, suppressing, report }) {
    if (!configuration.suppressions.requireReason) return;
    for (const { path, suppressions } of suppressing) {
      for (const { directive } of suppressions.filter((suppression) => suppression.directive.reason === "")) {
        report({
          message: "this suppression gives no reason",
          why: "The configuration asks for one (`suppressions.requireReason`).",
          help: "Say why behind the brackets: `ignore[rule-name] because …`.",
          location: { path, ...directive.span },
        });
      }
    }
  },
});
