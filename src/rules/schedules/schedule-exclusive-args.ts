import type { LoadedLocation } from "../../dagster/analysis.ts";
import { listNames, type NamedArgument, truthy } from "../facts/arguments/exclusive-arguments.ts";
import { aboutInstigator, describeInstigator, scheduleCalls } from "../facts/automation/instigator-calls.ts";
import type { Call } from "../facts/calls.ts";
import { defineRule } from "../rule.ts";

/** The first of each excludes the others. In Dagster's order: the first that is violated is the one it names. */
const EXCLUSIVE: readonly { readonly first: string; readonly others: readonly string[]; readonly message: string }[] = [
  {
    first: "execution_fn",
    others: ["run_config_fn", "tags_fn", "should_execute", "run_config"],
    message: "Attempted to provide both execution_fn and individual run_config/tags_fn arguments to ScheduleDefinition.",
  },
  {
    first: "run_config_fn",
    others: ["run_config"],
    message: "Attempted to provide both run_config_fn and run_config as arguments to ScheduleDefinition.",
  },
  { first: "tags_fn", others: ["tags"], message: "Attempted to provide both tags_fn and tags as arguments to ScheduleDefinition." },
];

export const scheduleExclusiveArgs = defineRule({
  name: "schedule-exclusive-args",
  group: "schedules",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A schedule is given both a value and the function that computes it (`tags` and `tags_fn`, `run_config` and `run_config_fn`), or `execution_fn` beside them.",
    why: "Dagster refuses: `Attempted to provide both tags_fn and tags as arguments to ScheduleDefinition. Must provide only one of the two.`",
    example: `import dagster as dg

@dg.asset
def orders(): ...

def tags_of(context):
    return {"team": "sales"}

nightly = dg.ScheduleDefinition("nightly", cron_schedule="@daily", target=[orders], tags={"team": "sales"}, tags_fn=tags_of)

defs = dg.Definitions(assets=[orders], schedules=[nightly])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.ScheduleDefinition("nightly", cron_schedule="@daily", target=[orders], tags={"team": "sales"})

defs = dg.Definitions(assets=[orders], schedules=[nightly])
`,
    source: "dagster/_core/definitions/schedule_definition.py, 1.13.27",
  },
  check({ location, report }) {
    for (const call of scheduleCalls(location)) {
      const clash = firstClash(call, location);
      if (!clash) continue;
      report({
        message: `${describeInstigator(call, "schedule")} has ${listNames(clash.arguments)}, which exclude each other`,
        why: `Dagster: "${clash.message} Must provide only one of the two."`,
        help: `Leave \`${clash.arguments[0]?.name}\` or the other out.`,
        location: clash.arguments.at(-1)?.argument.at ?? call.at,
        ...aboutInstigator(call),
      });
    }
  },
});

function firstClash(
  call: Call,
  location: LoadedLocation,
): { readonly arguments: readonly NamedArgument[]; readonly message: string } | undefined {
  for (const { first, others, message } of EXCLUSIVE) {
    const [own] = truthy(call, [first], location);
    const [other] = truthy(call, others, location);
    if (own && other) return { arguments: [own, other], message };
  }
  return undefined;
}
