import { parseCron } from "../../../base/time/cron.ts";
import { isTimeZone } from "../../../base/time/time-zone.ts";
import { secondsOf, smallestInterval } from "../../facts/automation/duration.ts";
import { type Call, callsOf } from "../../facts/calls.ts";
import { defineRule } from "../../rule.ts";

export const freshnessCron = defineRule({
  name: "freshness-cron",
  group: "metadata",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A freshness policy has a cron expression or timezone that does not exist, or a `lower_bound_delta` that is too short or longer than the time between two ticks.",
    why: "Dagster refuses: `Invalid cron string.`, `Invalid IANA timezone: ...` or `lower_bound_delta must be ...`.",
    example: `from datetime import timedelta

import dagster as dg

policy = dg.FreshnessPolicy.cron(deadline_cron="0 10 * * *", lower_bound_delta=timedelta(hours=1), timezone="Europe/Viena")

defs = dg.Definitions(assets=[dg.AssetSpec("orders", freshness_policy=policy)])
`,
    instead: `from datetime import timedelta

import dagster as dg

policy = dg.FreshnessPolicy.cron(deadline_cron="0 10 * * *", lower_bound_delta=timedelta(hours=1), timezone="Europe/Vienna")

defs = dg.Definitions(assets=[dg.AssetSpec("orders", freshness_policy=policy)])
`,
    source: "dagster/_core/definitions/freshness.py, 1.13.27",
  },
  check({ location, report }) {
    for (const call of callsOf(location, ...FRESHNESS_CHECKS)) {
      for (const { parameter, message, why } of cronProblems(call, { interval: false })) {
        report({ message, why: `Dagster: "${why}"`, help: "Correct the argument.", location: call.given(parameter)?.at ?? call.at });
      }
    }
    for (const call of callsOf(location, "dagster.FreshnessPolicy.cron")) {
      for (const { parameter, message, why } of [...cronProblems(call), ...zoneProblems(call)]) {
        report({ message, why: `Dagster: "${why}"`, help: "Correct the argument.", location: call.given(parameter)?.at ?? call.at });
      }
    }
  },
});

const FRESHNESS_CHECKS = ["dagster.build_last_update_freshness_checks", "dagster.build_time_partition_freshness_checks"];

interface Problem {
  readonly parameter: string;
  readonly message: string;
  readonly why: string;
}

function cronProblems(call: Call, { interval: judgesInterval } = { interval: true }): readonly Problem[] {
  const cron = call.value("deadline_cron");
  const parsed = cron.kind === "str" ? parseCron(cron.value) : undefined;
  if (parsed && "invalid" in parsed && cron.kind === "str") {
    return [
      { parameter: "deadline_cron", message: `\`${cron.value}\` is not a cron expression: ${parsed.invalid}`, why: "Invalid cron string." },
    ];
  }
  const seconds = secondsOf(call.value("lower_bound_delta"));
  if (seconds === undefined || !judgesInterval) return [];
  const parameter = "lower_bound_delta";
  if (seconds < 60) {
    return [
      {
        parameter,
        message: "`lower_bound_delta` is less than a minute",
        why: "lower_bound_delta must be greater than or equal to 1 minute",
      },
    ];
  }
  const interval = parsed && !("invalid" in parsed) ? smallestInterval(parsed) : undefined;
  if (interval === undefined || seconds <= interval) return [];
  const message = "`lower_bound_delta` is longer than the time between two ticks of `deadline_cron`";
  return [{ parameter, message, why: "lower_bound_delta must be less than or equal to the smallest cron interval" }];
}

function zoneProblems(call: Call): readonly Problem[] {
  const zone = call.value("timezone");
  if (zone.kind !== "str" || isTimeZone(zone.value)) return [];
  return [{ parameter: "timezone", message: `\`${zone.value}\` is not a time zone`, why: `Invalid IANA timezone: ${zone.value}` }];
}
