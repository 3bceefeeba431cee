import { refusedCalls } from "../facts/loading/refused-calls.ts";
import { defineRule } from "../rule.ts";

export const dynamicOutputMisuse = defineRule({
  name: "dynamic-output-misuse",
  group: "ops",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A dynamic output goes into an op without `map` or `collect`, or an op would run for each element of two of them.",
    why: "Dagster refuses: `received the dynamic output ... directly. Dynamic output must be unpacked by invoking map or collect.`, or `cannot be downstream of more than one dynamic output`.",
    example: `import dagster as dg

@dg.op(out=dg.DynamicOut())
def orders(): ...

@dg.op
def ship(order): ...

@dg.job
def shipping():
    ship(orders())

defs = dg.Definitions()
`,
    instead: `import dagster as dg

@dg.op(out=dg.DynamicOut())
def orders(): ...

@dg.op
def ship(order): ...

@dg.job
def shipping():
    orders().map(ship)

defs = dg.Definitions(jobs=[shipping])
`,
    source: "dagster/_core/definitions/composition.py, dependency.py (DependencyStructure), 1.13.27",
  },
  check({ location, report }) {
    for (const { pattern, message, help } of MISUSES) {
      for (const { at, words, groups } of refusedCalls(location, pattern)) {
        report({ message: message(groups["node"] ?? ""), why: `Dagster: "${words}"`, help, location: at });
      }
    }
  },
});

const MISUSES: readonly { readonly pattern: RegExp; readonly message: (node: string) => string; readonly help: string }[] = [
  {
    pattern: /^received the dynamic output \S+ from op '(?<node>[^']*)' directly/,
    message: (node) => `the dynamic output of \`${node}\` is given to an op without \`map\` or \`collect\``,
    help: "Write `output.map(op)` to run the op for each element, or `op(output.collect())` to give it all of them.",
  },
  {
    pattern: /^Could not handle output from map function invoked on (?<node>[^:]*):/,
    message: (node) => `the function that maps the output of \`${node}\` returns what is not an output of an op`,
    help: "Return what an op yields, or nothing.",
  },
  {
    pattern: /^op '(?<node>[^']*)' cannot be downstream of more than one dynamic output/,
    message: (node) => `\`${node}\` would run for each element of two dynamic outputs`,
    help: "Collect one of them first, or make one op that yields the pairs.",
  },
  {
    pattern: /^op '(?<node>[^']*)' cannot (?:both collect over|be both downstream)/,
    message: (node) => `\`${node}\` runs for each element of a dynamic output and collects one as well`,
    help: "Let one op collect, and give what it yields to the other.",
  },
  {
    pattern: /^Currently, items in a fan-in dependency .*"(?<node>[^:"]*):/,
    message: (node) => `a list of outputs has one in it that hangs on the dynamic output of \`${node}\``,
    help: "Collect the dynamic output, and give it to the op as an input of its own.",
  },
];
