import { callsOf } from "../facts/calls.ts";
import { nameOfFunction } from "../facts/decorations.ts";
import { compositionsOf } from "../facts/functions/compositions.ts";
import { defineRule } from "../rule.ts";

export const jobReturnsValue = defineRule({
  name: "job-returns-value",
  group: "ops",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "An op job returns what an op yields; a job has no outputs.",
    why: "Dagster refuses: `Returned a single output (...) in @job '...' but 0 outputs are defined.`",
    example: `import dagster as dg

@dg.op
def load(): ...

@dg.job
def nightly():
    return load()

defs = dg.Definitions()
`,
    instead: `import dagster as dg

@dg.op
def load(): ...

@dg.job
def nightly():
    load()

defs = dg.Definitions(jobs=[nightly])
`,
    source: "dagster/_core/definitions/composition.py, 1.13.27",
  },
  check({ location, report }) {
    const decorators = new Set(callsOf(location, "dagster.job").map(({ at }) => `${at.path}:${at.start}`));
    for (const { kind, name, object, function: fn, composition } of compositionsOf(location)) {
      const isDecorated = decorators.has(`${object.at.path}:${object.at.start}`);
      if (kind !== "job" || !isDecorated || composition.outputs.length === 0) continue;
      report({
        message: `the job \`${name}\` returns something, and a job has no outputs`,
        why: `Dagster: "Returned a single output (…) in @job '${name}' but 0 outputs are defined."`,
        help: "Leave out the `return`.",
        location: nameOfFunction(fn),
        subject: `job:${name}`,
      });
    }
  },
});
