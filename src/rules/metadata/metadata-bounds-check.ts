import type { Value } from "../../python/value.ts";
import { callsOf } from "../facts/calls.ts";
import { defineRule } from "../rule.ts";

export const metadataBoundsCheck = defineRule({
  name: "metadata-bounds-check",
  group: "metadata",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "`build_metadata_bounds_checks` without a bound, or with the bounds in the wrong order.",
    why: "Dagster refuses: `At least one of `min_value` or `max_value` must be set` or `` `min_value` may not be greater than `max_value` ``.",
    example: `import dagster as dg

@dg.asset
def orders(): ...

checks = dg.build_metadata_bounds_checks(assets=[orders], metadata_key="rows")

defs = dg.Definitions(assets=[orders], asset_checks=checks)
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

checks = dg.build_metadata_bounds_checks(assets=[orders], metadata_key="rows", min_value=1)

defs = dg.Definitions(assets=[orders], asset_checks=checks)
`,
    source: "dagster/_core/definitions/asset_checks/asset_check_factories/metadata_bounds_checks.py, 1.13.27",
  },
  check({ location, report }) {
    for (const call of callsOf(location, "dagster.build_metadata_bounds_checks")) {
      const [min, max] = [call.value("min_value"), call.value("max_value")];
      const [low, high] = [numberOf(min), numberOf(max)];
      if (min.kind === "none" && max.kind === "none") {
        report({
          message: "the check has no bound",
          why: 'Dagster: "At least one of `min_value` or `max_value` must be set".',
          help: "Give `min_value`, `max_value`, or both.",
          location: call.at,
        });
      } else if (low !== undefined && high !== undefined && low > high) {
        report({
          message: "`min_value` is greater than `max_value`",
          why: 'Dagster: "`min_value` may not be greater than `max_value`".',
          help: "Exchange the two.",
          location: call.given("min_value")?.at ?? call.at,
        });
      }
    }
  },
});

function numberOf(value: Value): number | undefined {
  return value.kind === "int" || value.kind === "float" ? Number(value.value) : undefined;
}
