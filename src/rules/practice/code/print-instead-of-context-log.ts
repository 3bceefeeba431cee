import { decorationsOf } from "../../facts/decorations.ts";
import { callsInBody } from "../../facts/functions/calls-in-body.ts";
import { mentions } from "../../facts/functions/mentions.ts";
import { defineRule } from "../../rule.ts";

const PRINT = /\bprint\b/;

export const printInsteadOfContextLog = defineRule({
  name: "print-instead-of-context-log",
  group: "practice",
  tier: "practice",
  severity: "info",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "An asset or op prints.",
    why: "What is printed is not in the log of the run, with its step, level and time.",
    example: `import dagster as dg

@dg.asset
def orders() -> None:
    """The orders."""
    print("loading")

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset
def orders(context: dg.AssetExecutionContext) -> None:
    """The orders."""
    context.log.info("loading")

defs = dg.Definitions(assets=[orders])
`,
    source: "https://docs.dagster.io/guides/log-debug/logging",
  },
  check({ location, report }) {
    for (const { function: fn } of decorationsOf(location, "dagster.asset", "dagster.multi_asset", "dagster.op", "dagster.asset_check")) {
      if (!mentions(fn, PRINT)) continue;
      const [first] = callsInBody(fn, location).filter(({ name }) => name === "print" || name === "builtins.print");
      if (!first) continue;
      report({
        message: `\`${fn.name}\` prints`,
        why: "What is printed is not in the log of the run, with its step, level and time.",
        help: "Write `context.log.info(…)`, or `dagster.get_dagster_logger()` where there is no context.",
        location: first.at,
      });
    }
  },
});
