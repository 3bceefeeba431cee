import { placeOfDefinition } from "../facts/definition-place.ts";
import { defineRule } from "../rule.ts";

export const reservedJobName = defineRule({
  name: "reserved-job-name",
  group: "jobs",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A job of ops is named `__ASSET_JOB` or `__anonymous_asset_job…`, which Dagster's own jobs are.",
    why: "Dagster refuses: `Attempted to provide job called ... to repository, which is a reserved name. Please rename the job.`",
    example: `import dagster as dg

@dg.op
def load(): ...

@dg.job(name="__ASSET_JOB")
def nightly():
    load()

defs = dg.Definitions(jobs=[nightly])
`,
    instead: `import dagster as dg

@dg.op
def load(): ...

@dg.job
def nightly():
    load()

defs = dg.Definitions(jobs=[nightly])
`,
    source: "dagster/_core/definitions/assets/job/asset_job.py (is_reserved_asset_job_name), 1.13.27",
  },
  check({ graphs, report }) {
    for (const { name, hidden, object, condition } of graphs.flatMap((graph) => graph.jobs)) {
      if (hidden || condition || object.type !== "dagster.JobDefinition") continue;
      if (name !== "__ASSET_JOB" && !name.startsWith("__anonymous_asset_job")) continue;
      report({
        message: `\`${name}\` is a name that Dagster keeps for its own jobs`,
        why: `Dagster: "Attempted to provide job called ${name} to repository, which is a reserved name. Please rename the job."`,
        help: "Give the job another name.",
        location: placeOfDefinition(object),
        subject: `job:${name}`,
      });
    }
  },
});
