import { decorationsOf } from "../../facts/decorations.ts";
import { defineRule } from "../../rule.ts";

export const assetMissingReturnAnnotation = defineRule({
  name: "asset-missing-return-annotation",
  group: "practice",
  tier: "practice",
  severity: "info",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "The function of an asset does not say what it returns.",
    why: "The annotation tells readers, type checkers and Dagster what is stored.",
    example: `import dagster as dg

@dg.asset
def orders():
    """The orders."""
    return 1

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset
def orders() -> int:
    """The orders."""
    return 1

defs = dg.Definitions(assets=[orders])
`,
    source: "https://github.com/dagster-io/skills, https://docs.dagster.io/guides/build/projects/organizing-dagster-projects",
  },
  check({ location, report }) {
    const silent = decorationsOf(location, "dagster.asset").filter(
      ({ function: { definition } }) => definition.kind === "function" && !definition.returns,
    );
    for (const { function: fn, at } of silent) {
      report({
        message: `\`${fn.name}\` does not say what it returns`,
        why: "The annotation tells readers, type checkers and Dagster what is stored.",
        help: "Add `-> …`; `-> None` or `-> MaterializeResult` where nothing is stored.",
        location: at,
      });
    }
  },
});
