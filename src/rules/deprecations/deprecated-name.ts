import { callsOf } from "../facts/calls.ts";
import { nameFix } from "../facts/deprecated/fixes.ts";
import { DEPRECATED_NAMES } from "../facts/deprecated/names.ts";
import { isBefore } from "../facts/newest.ts";
import { defineRule } from "../rule.ts";

export const deprecatedName = defineRule({
  name: "deprecated-name",
  group: "deprecations",
  tier: "practice",
  severity: "warning",
  since: "0.1.0",
  fixable: "safe",
  docs: {
    what: "A name of Dagster is deprecated, or superseded by another way to do the same.",
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
    for (const deprecated of DEPRECATED_NAMES) {
      if (isBefore(deprecated.from, location)) continue;
      for (const call of callsOf(location, deprecated.name)) {
        const fix = nameFix({ call, deprecated }, location);
        report({
          message: `\`${deprecated.name.slice("dagster.".length)}\` is ${deprecated.status}`,
          why: deprecated.status === "deprecated" ? "It goes away in a later release of Dagster." : "There is a newer way to do the same.",
          help: deprecated.instead,
          location: call.at,
          ...(fix && { fix }),
        });
      }
    }
  },
});
