import type { CompositionNode } from "../../dagster/model/composition.ts";
import type { Value } from "../../python/value.ts";
import { isUncalledNode, type OpInvocation, opInvocationsOf } from "../facts/functions/compositions.ts";
import { typeName } from "../facts/values.ts";
import { defineRule } from "../rule.ts";

export const opInvalidInput = defineRule({
  name: "op-invalid-input",
  group: "ops",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "An op in a job or graph is given what is not an output of another op: a constant, an op that is not called, several outputs at once.",
    why: 'Dagster refuses: `In @job ..., received invalid type ... for input "..." in op invocation "...". Must pass the output from previous node invocations or inputs to the composition function as inputs when invoking nodes during composition.`',
    example: `import dagster as dg

@dg.op
def ship(order): ...

@dg.job
def shipping():
    ship(5)

defs = dg.Definitions()
`,
    instead: `import dagster as dg

@dg.op
def next_order(): ...

@dg.op
def ship(order): ...

@dg.job
def shipping():
    ship(next_order())

defs = dg.Definitions(jobs=[shipping])
`,
    source: "dagster/_core/definitions/composition.py (_process_argument_node), 1.13.27",
  },
  check({ location, report }) {
    for (const { decorator, within, node, inputs } of opInvocationsOf(location)) {
      const problem = problemOf(node, inputs);
      if (!problem) continue;
      report({
        message: `\`${node.name}\` ${problem.message}`,
        why: `Dagster: "${problem.why.replace("{graph}", `${decorator} ${within}`)}"`,
        help: problem.help,
        location: problem.at ?? node.at,
        subject: `op:${node.name}`,
      });
    }
  },
});

interface Problem {
  readonly message: string;
  readonly why: string;
  readonly help: string;
  readonly at?: CompositionNode["at"];
}

function problemOf({ name, args }: CompositionNode, inputs: OpInvocation["inputs"]): Problem | undefined {
  for (const [input, argument] of args?.keywords ?? []) {
    if (inputs && !inputs.includes(input))
      return {
        message: `has no input \`${input}\``,
        why: `Invalid dependencies: op "${name}" does not have input "${input}". Available inputs: [${inputs.map((each) => `'${each}'`).join(", ")}]`,
        help: "Correct the name.",
        at: argument.at,
      };
  }
  const twice = inputs?.slice(0, args?.positional.length).find((input) => args?.keywords.has(input));
  if (twice !== undefined)
    return {
      message: `is given two values for \`${twice}\``,
      why: `op ${name} got multiple values for argument '${twice}'`,
      help: "Give it by position or by name.",
    };
  const given = [
    ...(args?.positional ?? []).map((argument, index) => [inputs?.[index] ?? "…", argument] as const),
    ...(args?.keywords ?? []),
  ];
  for (const [input, argument] of given) {
    const problem = refusalOf(argument.value, input, name);
    if (problem) return { ...problem, at: argument.at };
  }
  return undefined;
}

function refusalOf(value: Value, input: string, op: string): Problem | undefined {
  if (value.kind === "list") {
    const inner = value.items.find((item) => isConstant(item) || isUncalledNode(item));
    if (!inner) return undefined;
    return {
      message: `is given a list with ${isUncalledNode(inner) ? "an op that is not called" : `a \`${typeName(inner)}\``} in it`,
      why: `In {graph}, received a list containing an invalid type for input "${input}" in op invocation ${op}. Lists can only contain the output from previous op invocations or input mappings.`,
      help: "Put outputs of ops into the list.",
    };
  }
  if (isUncalledNode(value))
    return {
      message: `is given an op that is not called, for \`${input}\``,
      why: `In {graph}, received an un-invoked op for input "${input}" in op invocation "${op}". Did you forget parentheses?`,
      help: "Call the op: write `()` behind it.",
    };
  if (value.kind === "tuple" && "names" in value && value.items.length > 1)
    return {
      message: `is given ${value.items.length} outputs for the one input \`${input}\``,
      why: `In {graph}, received a tuple of multiple outputs for input "${input}" in op invocation ${op}. Must pass individual output.`,
      help: "Take one of the outputs: `a, b = op()`.",
    };
  if (!isConstant(value)) return undefined;
  return {
    message: `is given a \`${typeName(value)}\` for \`${input}\`, which is not an output of an op`,
    why: `In {graph}, received invalid type <class '${typeName(value)}'> for input "${input}" in op invocation "${op}". Must pass the output from previous node invocations or inputs to the composition function as inputs when invoking nodes during composition.`,
    help: "Give constants as configuration, or make an op that returns it.",
  };
}

const CONSTANTS: ReadonlySet<Value["kind"]> = new Set(["none", "int", "float", "str", "bool", "dict", "function", "class", "set", "bytes"]);

function isConstant({ kind }: Value): boolean {
  return CONSTANTS.has(kind);
}
