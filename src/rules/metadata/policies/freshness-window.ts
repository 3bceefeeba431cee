import { secondsOf } from "../../facts/automation/duration.ts";
import { callsOf } from "../../facts/calls.ts";
import { defineRule } from "../../rule.ts";

export const freshnessWindow = defineRule({
  name: "freshness-window",
  group: "metadata",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A window of a freshness policy is shorter than a minute, or the warning does not come before the failure.",
    why: "Dagster refuses: `warn_window must be less than fail_window` or `... cannot be less than 1 minute`.",
    example: `from datetime import timedelta

import dagster as dg

policy = dg.FreshnessPolicy.time_window(fail_window=timedelta(hours=1), warn_window=timedelta(hours=2))

defs = dg.Definitions(assets=[dg.AssetSpec("orders", freshness_policy=policy)])
`,
    instead: `from datetime import timedelta

import dagster as dg

policy = dg.FreshnessPolicy.time_window(fail_window=timedelta(hours=2), warn_window=timedelta(hours=1))

defs = dg.Definitions(assets=[dg.AssetSpec("orders", freshness_policy=policy)])
`,
    source: "dagster/_core/definitions/freshness.py, 1.13.27",
  },
  check({ location, report }) {
    for (const call of callsOf(location, "dagster.FreshnessPolicy.time_window")) {
      const [fail, warn] = [call.given("fail_window"), call.given("warn_window")];
      const [failing, warning] = [secondsOf(fail?.value), secondsOf(warn?.value)];
      for (const [name, argument, seconds] of [
        ["fail_window", fail, failing],
        ["warn_window", warn, warning],
      ] as const) {
        if (!argument || seconds === undefined || seconds >= 60 || (name === "warn_window" && seconds === 0)) continue;
        report({
          message: `\`${name}\` is less than a minute`,
          why: `Dagster: "Due to Dagster system constraints, ${name} cannot be less than 1 minute".`,
          help: "Use a minute or more.",
          location: argument.at,
        });
      }
      if (!warn || !warning || failing === undefined || warning < 60 || failing < 60 || warning < failing) continue;
      report({
        message: "`warn_window` is not less than `fail_window`, so the warning would come too late",
        why: 'Dagster: "warn_window must be less than fail_window".',
        help: "Make `warn_window` the shorter one.",
        location: warn.at,
      });
    }
  },
});
