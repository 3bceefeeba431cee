import { notNone } from "../../facts/arguments/exclusive-arguments.ts";
import { callsOf } from "../../facts/calls.ts";
import { defineRule } from "../../rule.ts";

export const retryPolicyDelay = defineRule({
  name: "retry-policy-delay",
  group: "metadata",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "`RetryPolicy` with `backoff` or `jitter`, but without `delay`.",
    why: "Dagster refuses: `Can not set jitter on RetryPolicy without also setting delay` (and says `jitter` where `backoff` was set, and the other way round).",
    example: `import dagster as dg

@dg.asset(retry_policy=dg.RetryPolicy(max_retries=3, backoff=dg.Backoff.EXPONENTIAL))
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(retry_policy=dg.RetryPolicy(max_retries=3, delay=1, backoff=dg.Backoff.EXPONENTIAL))
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/definitions/policy.py, 1.13.27",
  },
  check({ location, report }) {
    for (const call of callsOf(location, "dagster.RetryPolicy")) {
      const [modifier] = notNone(call, ["backoff", "jitter"]);
      if (!modifier || call.value("delay").kind !== "none") continue;
      const said = modifier.name === "backoff" ? "jitter" : "backoff";
      report({
        message: `\`${modifier.name}\` changes a delay, and there is no \`delay\``,
        why: `Dagster: "Can not set ${said} on RetryPolicy without also setting delay".`,
        help: "Give `delay`, in seconds.",
        location: modifier.argument.at,
      });
    }
  },
});
