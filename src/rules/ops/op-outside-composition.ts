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
    what: "A graph or job is called outside of the body of a job or graph, or an op, asset, sensor, schedule or resource is called there, as a function, without the context or the inputs that it takes.",
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
    pattern: /^No value provided for required input "(?<name>[^"]*)"/,
    message: (name) => `an op or asset is called as a function, without its input \`${name}\``,
    help: "Invoke it in a job or graph; a test gives each input a value.",
  },
  {
    pattern: /^Too many input arguments were provided for op '(?<name>[^']*)'/,
    message: (name) => `\`${name}\` is called as a function, with more values than it has inputs`,
    help: "Give each input one value; inputs of the type `Nothing` take none.",
  },
  {
    pattern: /^Attempted to provide value for nothing input '(?<name>[^']*)'/,
    message: (name) => `the input \`${name}\` is of the type \`Nothing\` and is given a value`,
    help: "Leave the argument out.",
  },
  {
    pattern: /^(?<name>Sensor|Schedule|Resource) (?:evaluation|initialization) function .* no context (?:argument )?was provided/,
    message: (name) => `a ${name.toLowerCase()} is called without the context that its function takes`,
    help: "Name the definition without parentheses; a test gives it a context, as `dagster.build_sensor_context()` makes one.",
  },
  {
    pattern: /^Decorated function '(?<name>[^']*)' has context argument/,
    message: (name) => `\`${name}\` is called without the context that it takes`,
    help: "Invoke it in a job; a test gives it `dagster.build_op_context()`.",
  },
];
