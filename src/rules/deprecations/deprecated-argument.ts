import { callsGiving } from "../facts/calls.ts";
import { argumentFix } from "../facts/deprecated/argument-fix.ts";
import { DEPRECATED_ARGUMENTS } from "../facts/deprecated/arguments.ts";
import { isBefore } from "../facts/newest.ts";
import { defineRule } from "../rule.ts";

export const deprecatedArgument = defineRule({
  name: "deprecated-argument",
  group: "deprecations",
  tier: "practice",
  severity: "warning",
  since: "0.1.0",
  fixable: "safe",
  docs: {
    what: "An argument is deprecated, hidden or without effect.",
    why: "It goes away in a later release, and until then warns at most.",
    example: `import dagster as dg

@dg.asset(compute_kind="pandas")
def orders() -> None:
    """The orders."""

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(kinds={"pandas"})
def orders() -> None:
    """The orders."""

defs = dg.Definitions(assets=[orders])
`,
    source: "https://docs.dagster.io/migration/upgrading, 1.13.27",
  },
  check({ location, report }) {
    for (const deprecated of DEPRECATED_ARGUMENTS) {
      if (isBefore(deprecated.from, location)) continue;
      for (const call of callsGiving(location, deprecated.parameter, ...deprecated.calls)) {
        const argument = call.given(deprecated.parameter);
        if (!argument) continue;
        const fix = argumentFix({ call, deprecated, argument }, location);
        report({
          message: `\`${deprecated.parameter}\` of \`${call.name.slice("dagster.".length)}\` is deprecated`,
          why: "It goes away in a later release of Dagster.",
          help: deprecated.instead,
          location: argument.at,
          ...(fix && { fix }),
        });
      }
    }
  },
});
