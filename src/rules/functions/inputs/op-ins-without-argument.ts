import { decorationsOf } from "../../facts/decorations.ts";
import { inputParametersOf, isNothing } from "../../facts/functions/inputs.ts";
import { about } from "../../facts/subject.ts";
import { placeInArgument } from "../../facts/values.ts";
import { defineRule } from "../../rule.ts";

export const opInsWithoutArgument = defineRule({
  name: "op-ins-without-argument",
  group: "functions",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A name in the `ins` of an op or graph that is not a parameter of the function.",
    why: "Dagster refuses: `@op '...' decorated function does not have argument(s) '...'. @op-decorated functions should have an argument for each of their Ins…`",
    example: `import dagster as dg

@dg.op(ins={"rows": dg.In(int)})
def load(): ...

defs = dg.Definitions()
`,
    instead: `import dagster as dg

@dg.op(ins={"rows": dg.In(int)})
def load(rows): ...

defs = dg.Definitions()
`,
    source: "dagster/_core/definitions/decorators/op_decorator.py, 1.13.27",
  },
  check({ location, report }) {
    for (const { decorator, signature, function: fn, result } of decorationsOf(location, "dagster.op", "dagster.graph")) {
      const argument = decorator.given("ins");
      if (argument?.value.kind !== "dict" || signature.gap || signature.parameters.some(({ kind }) => kind === "keyword-variadic"))
        continue;
      const names = inputParametersOf({ signature }, location).map(({ name }) => name);
      for (const { key, value } of argument.value.entries.values()) {
        if (key.kind !== "str" || names.includes(key.value) || isNothing(value) || value.kind === "unknown" || value.kind === "one-of")
          continue;
        report({
          message: `\`${key.value}\` in \`ins\` is not a parameter of the function`,
          why: `Dagster: "@op '${fn.name}' decorated function does not have argument(s) '${key.value}'. @op-decorated functions should have an argument for each of their Ins, except for Ins that have the Nothing dagster_type."`,
          help: `Add the parameter \`${key.value}\`.`,
          location: placeInArgument(key, argument),
          ...about(result),
        });
      }
    }
  },
});
