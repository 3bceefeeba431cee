import { describesJobRoots } from "../facts/automation/job-conditions.ts";
import { selectingJobs } from "../facts/automation/job-selections.ts";
import { defineRule } from "../rule.ts";

export const jobAutomationCondition = defineRule({
  name: "job-automation-condition",
  group: "jobs",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "The automation condition of a job is one for assets.",
    why: "Dagster cannot resolve the job: `Job '...' has an automation_condition that does not evaluate against the job's root assets.`",
    example: `import dagster as dg

@dg.asset
def orders(): ...

load = dg.define_asset_job("load", selection="orders", automation_condition=dg.AutomationCondition.eager())

defs = dg.Definitions(assets=[orders], jobs=[load])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

load = dg.define_asset_job(
    "load",
    selection="orders",
    automation_condition=dg.AutomationCondition.any_job_root_assets_match(dg.AutomationCondition.eager()),
)

defs = dg.Definitions(assets=[orders], jobs=[load])
`,
    source: "dagster/_core/definitions/job_definition.py, 1.13.27",
  },
  check({ graphs, report }) {
    for (const graph of graphs) {
      for (const { job, who, subject } of selectingJobs(graph)) {
        const condition = job.hidden ? undefined : job.object.fields.get("automation_condition");
        if (condition === undefined || condition.kind === "none" || describesJobRoots(condition) !== false) continue;
        report({
          message: `${who} has an automation condition that is for assets, not for jobs`,
          why: `Dagster: "Job '${job.name}' has an automation_condition that does not evaluate against the job's root assets."`,
          help: "Wrap it: `AutomationCondition.any_job_root_assets_match(…)` or `.all_job_root_assets_match(…)`.",
          location: job.object.args?.keywords.get("automation_condition")?.at ?? job.at,
          subject,
        });
      }
    }
  },
});
