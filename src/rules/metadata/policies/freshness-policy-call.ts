import type { LoadedLocation } from "../../../dagster/analysis.ts";
import type { Fix } from "../../../diagnostics/diagnostic.ts";
import { importName } from "../../../edit/text/imports.ts";
import type { LibraryCall } from "../../../python/library-call.ts";
import { callsOf } from "../../facts/calls.ts";
import { isOnNewestDagster } from "../../facts/newest.ts";
import { defineRule } from "../../rule.ts";

export const freshnessPolicyCall = defineRule({
  name: "freshness-policy-call",
  group: "metadata",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "unsafe",
  docs: {
    what: "`FreshnessPolicy(...)` is called with arguments, as it was before Dagster 1.12.",
    why: "Python raises `TypeError: FreshnessPolicy() takes no arguments`: policies are now made by `FreshnessPolicy.time_window` and `FreshnessPolicy.cron`.",
    example: `import dagster as dg

policy = dg.FreshnessPolicy(maximum_lag_minutes=60)

@dg.asset(freshness_policy=policy)
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `from datetime import timedelta

import dagster as dg

policy = dg.FreshnessPolicy.time_window(fail_window=timedelta(hours=1))

@dg.asset(freshness_policy=policy)
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/definitions/freshness.py, 1.13.27",
  },
  check({ location, report }) {
    if (!isOnNewestDagster(location)) return;
    for (const { call, at } of callsOf(location, "dagster.FreshnessPolicy")) {
      if (call.args.positional.length + call.args.keywords.size === 0) continue;
      const fix = policyFix(call, location);
      report({
        message: "`FreshnessPolicy` takes no arguments",
        why: 'Python: "TypeError: FreshnessPolicy() takes no arguments". The older policy of that name is now `LegacyFreshnessPolicy`.',
        help: "Use `FreshnessPolicy.time_window(fail_window=…)` or `FreshnessPolicy.cron(deadline_cron=…, lower_bound_delta=…)`.",
        location: at,
        ...(fix && { fix }),
      });
    }
  },
});

/** The lag becomes the window. Never safe: the older policy was measured from the data at the roots, this one from the last materialization. */
function policyFix({ args, at }: LibraryCall, { files }: LoadedLocation): Fix | undefined {
  const file = files.get(at.path);
  const [lag, ...others] = [...args.keywords];
  if (!file || !args.complete || args.positional.length > 0 || others.length > 0 || lag?.[0] !== "maximum_lag_minutes") return undefined;
  const [, { at: place, expression }] = lag;
  const [callee] = /^[\w.]+/.exec(file.text.slice(at.start, at.end)) ?? [];
  if (!expression || callee === undefined) return undefined;
  const minutes = file.text.slice(expression.start, expression.end);
  const { text: timedelta, edits } = importName(file, { module: "datetime", name: "timedelta" });
  const end = at.start + callee.length;
  return {
    title: "Write `FreshnessPolicy.time_window(…)`",
    applicability: "unsafe",
    edits: [
      ...edits,
      { path: at.path, start: end, end, text: ".time_window" },
      { ...place, text: `fail_window=${timedelta}(minutes=${minutes})` },
    ],
  };
}
