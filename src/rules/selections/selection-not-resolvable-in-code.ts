import type { RepositoryGraph } from "../../dagster/loading/graph/asset-graph.ts";
import type { SelectionProblem } from "../../dagster/selection/resolve-expression.ts";
import { selectingJobs, selectionPlace } from "../facts/automation/job-selections.ts";
import { defineRule } from "../rule.ts";

export const selectionNotResolvableInCode = defineRule({
  name: "selection-not-resolvable-in-code",
  group: "selections",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A selection in code uses an attribute that only the web interface knows: `status:`, `column:`, `column_tag:`, `table_name:`, `changed_in_branch:`, `automation_type:`, `code_location:`, `sensor:`, `schedule:`, `job:`.",
    why: "Dagster cannot resolve the job: `Failed to resolve asset job ...`, for `code_location: cannot be used to select assets in user code.` and the like.",
    example: `import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.define_asset_job("nightly", selection="key:orders or status:HEALTHY")

defs = dg.Definitions(assets=[orders], jobs=[nightly])
`,
    instead: `import dagster as dg

@dg.asset(tags={"tier": "gold"})
def orders(): ...

nightly = dg.define_asset_job("nightly", selection="tag:tier=gold")

defs = dg.Definitions(assets=[orders], jobs=[nightly])
`,
    source: "dagster/_core/definitions/asset_selection.py, 1.13.27",
  },
  check({ graphs, report }) {
    for (const { who, at, subject, problems } of graphs.flatMap(selections)) {
      for (const { error } of problems) {
        if (error.kind !== "interface-only") continue;
        report({
          message: `${who} selects by \`${error.attribute}:\`, which only the web interface can`,
          why: `Dagster fails to resolve the selection: \`${error.attribute}:\` cannot be used to select assets in user code.`,
          help: "Select by `key:`, `group:`, `tag:`, `owner:` or `kind:`.",
          location: at,
          subject,
        });
      }
    }
  },
});

interface Selecting {
  readonly who: string;
  readonly at: ReturnType<typeof selectionPlace>;
  readonly subject: string;
  readonly problems: readonly SelectionProblem[];
}

/** Of jobs, and of automation sensors: the other sensors' are resolved when they run. */
function selections(graph: RepositoryGraph): readonly Selecting[] {
  const jobs = selectingJobs(graph).map(({ who, at, subject, selection }) => ({ who, at, subject, problems: selection.problems }));
  const sensors = graph.sensors.flatMap(({ type, implicit, condition, selection, name, object }) =>
    type === "automation" && !implicit && !condition && selection
      ? [{ who: `the sensor \`${name}\``, at: selectionPlace(object), subject: `sensor:${name}`, problems: selection.problems }]
      : [],
  );
  return [...jobs, ...sensors];
}
