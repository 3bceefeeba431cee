import type { Severity } from "../../diagnostics/diagnostic.ts";
import { deprecatedUses } from "../facts/deprecated/name-uses.ts";
import type { DeprecatedMethod, DeprecatedName } from "../facts/deprecated/names.ts";
import { defineRule } from "../rule.ts";

const WHY: Readonly<Record<DeprecatedName["status"], string>> = {
  deprecated: "It goes away in a later release of Dagster.",
  superseded: "There is a newer way to do the same.",
  "documented-otherwise": "It works, and what Dagster documents and extends is something else.",
};

export const deprecatedName = defineRule({
  name: "deprecated-name",
  group: "deprecations",
  tier: "practice",
  severity: "warning",
  since: "0.1.0",
  fixable: "safe",
  docs: {
    what: "A name of Dagster is deprecated, or superseded by another way to do the same. What works as before and is only documented otherwise now is a note.",
    why: "It goes away in a later release, or gets no better.",
    example: `import dagster as dg

raw_orders = dg.SourceAsset("raw_orders")

defs = dg.Definitions(assets=[raw_orders])
`,
    instead: `import dagster as dg

raw_orders = dg.AssetSpec("raw_orders")

defs = dg.Definitions(assets=[raw_orders])
`,
    source: "https://docs.dagster.io/migration/upgrading, 1.13.27",
  },
  check({ location, report }) {
    for (const { deprecated, at, fix } of deprecatedUses(location)) report({ ...described(deprecated), location: at, ...(fix && { fix }) });
  },
});

function described(deprecated: DeprecatedName | DeprecatedMethod): {
  readonly message: string;
  readonly why: string;
  readonly help: string;
  readonly severity?: Severity;
} {
  const name = "method" in deprecated ? `${deprecated.of}.${deprecated.method}` : deprecated.name.slice("dagster.".length);
  const status = "method" in deprecated ? "deprecated" : deprecated.status;
  const isNote = status === "documented-otherwise";
  return {
    message: isNote ? `\`${name}\` is the older way` : `\`${name}\` is ${status}`,
    why: WHY[status],
    help: deprecated.instead,
    ...(isNote && { severity: "info" as const }),
  };
}
