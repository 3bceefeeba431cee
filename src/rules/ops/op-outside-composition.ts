import { refusedCalls } from "../facts/loading/refused-calls.ts";
import { defineRule } from "../rule.ts";

export const opOutsideComposition = defineRule({
  name: "op-outside-composition",
  group: "ops",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A graph or job is called outside of the body of a job or graph, or an op is called there without the context that it takes.",
    why: "Dagster refuses: `Attempted to call graph '...' outside of a composition function. Invoking graphs is only valid in a function decorated with @job or @graph.` Nothing of the code location is loaded.",
    example: `import dagster as dg

@dg.op
def load(): ...

@dg.graph
def nightly():
    load()

nightly()

defs = dg.Definitions()
`,
    instead: `import dagster as dg

@dg.op
def load(): ...

@dg.graph
def nightly():
    load()

defs = dg.Definitions(jobs=[nightly.to_job()])
`,
    source: "dagster/_core/definitions/composition.py (assert_in_composition), op_invocation.py, 1.13.27",
  },
  check({ location, report }) {
    for (const { pattern, message, help } of CALLS) {
      for (const { at, words, groups } of refusedCalls(location, pattern)) {
        report({ message: message(groups["name"] ?? ""), why: `Dagster: "${words}"`, help, location: at });
      }
    }
  },
});

const CALLS: readonly { readonly pattern: RegExp; readonly message: (name: string) => string; readonly help: string }[] = [
  {
    pattern: /^Attempted to call graph '(?<name>[^']*)' outside of a composition function/,
    message: (name) => `the graph \`${name}\` is called outside of a job or graph`,
    help: "Make a job of it: `graph.to_job()`; a test runs it with `graph.execute_in_process()`.",
  },
  {
    pattern: /^Attempted to call job '(?<name>[^']*)' directly/,
    message: (name) => `the job \`${name}\` is called`,
    help: "Leave the call out: a schedule, a sensor or a person launches it; a test runs it with `job.execute_in_process()`.",
  },
  {
    pattern: /^Decorated function '(?<name>[^']*)' has context argument, but no context was provided/,
    message: (name) => `the op \`${name}\` is called without the context that it takes`,
    help: "Invoke it in a job; a test gives it `dagster.build_op_context()`.",
  },
];
