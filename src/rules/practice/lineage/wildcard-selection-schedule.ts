import type { GraphSchedule, GraphSensor, RepositoryGraph } from "../../../dagster/loading/graph/asset-graph.ts";
import { placeOfArgument } from "../../facts/definition-place.ts";
import { defineRule } from "../../rule.ts";

export const wildcardSelectionSchedule = defineRule({
  name: "wildcard-selection-schedule",
  group: "practice",
  tier: "practice",
  severity: "info",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A schedule or sensor launches everything (`*`).",
    why: "What is added to the code location is launched with it, whatever it costs.",
    example: `import dagster as dg

@dg.asset
def orders() -> None:
    """The orders."""

nightly = dg.ScheduleDefinition("nightly", cron_schedule="@daily", target="*", execution_timezone="UTC")

defs = dg.Definitions(assets=[orders], schedules=[nightly])
`,
    instead: `import dagster as dg

@dg.asset
def orders() -> None:
    """The orders."""

nightly = dg.ScheduleDefinition("nightly", cron_schedule="@daily", target=[orders], execution_timezone="UTC")

defs = dg.Definitions(assets=[orders], schedules=[nightly])
`,
    source: "https://docs.dagster.io/guides/automate/schedules",
  },
  check({ graphs, report }) {
    for (const { owner, word } of graphs.flatMap(launchers)) {
      if (owner.condition) continue;
      report({
        message: `the ${word} \`${owner.name}\` launches everything`,
        why: "What is added to the code location is launched with it, whatever it costs.",
        help: "Select what belongs together: a group, a tag, the assets themselves.",
        location: placeOfArgument(owner.object, "target", "job", "job_name") ?? owner.at,
        subject: `${word}:${owner.name}`,
      });
    }
  },
});

interface Launcher {
  readonly owner: GraphSchedule | GraphSensor;
  readonly word: string;
}

/** Schedules and sensors whose target is all assets. Automation sensors are meant to watch all. */
function launchers({ schedules, sensors, jobs }: RepositoryGraph): readonly Launcher[] {
  const isAll = (target: GraphSensor["targets"][number] | null): boolean => {
    const job = target?.kind === "assets" ? target.job : target?.kind === "job" ? jobs.find(({ name }) => name === target.name) : undefined;
    return job?.selection?.tree.kind === "all";
  };
  return [
    ...schedules.filter(({ target }) => isAll(target)).map((owner) => ({ owner, word: "schedule" })),
    ...sensors.filter(({ targets, type }) => type !== "automation" && targets.some(isAll)).map((owner) => ({ owner, word: "sensor" })),
  ];
}
