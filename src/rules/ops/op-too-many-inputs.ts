import { opInvocationsOf } from "../facts/functions/compositions.ts";
import { defineRule } from "../rule.ts";

export const opTooManyInputs = defineRule({
  name: "op-too-many-inputs",
  group: "ops",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "An op is called with more arguments than it has inputs.",
    why: "Dagster refuses: `In @job '...', received too many inputs for invocation ... Only ... defined, received ...`",
    example: `import dagster as dg

@dg.op
def load(): ...

@dg.op
def clean(rows): ...

@dg.job
def nightly():
    clean(load(), load())

defs = dg.Definitions()
`,
    instead: `import dagster as dg

@dg.op
def load(): ...

@dg.op
def clean(rows): ...

@dg.job
def nightly():
    clean(load())

defs = dg.Definitions(jobs=[nightly])
`,
    source: "dagster/_core/definitions/composition.py, 1.13.27",
  },
  check({ location, report }) {
    for (const { decorator, within, node, inputs } of opInvocationsOf(location)) {
      const given = node.args?.positional.length ?? 0;
      if (!inputs || given <= inputs.length) continue;
      report({
        message: `\`${node.name}\` has ${inputs.length} inputs and is given ${given}`,
        why: `Dagster: "In ${decorator} '${within}', received too many inputs for invocation ${node.name}. Only ${inputs.length} defined, received ${given}".`,
        help: "Remove the surplus arguments, or give the op more parameters.",
        location: node.at,
      });
    }
  },
});
