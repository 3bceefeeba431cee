import { decorationsGiving } from "../../facts/decorations.ts";
import { inputParametersOf, isNothing } from "../../facts/functions/inputs.ts";
import { about } from "../../facts/subject.ts";
import { defineRule } from "../../rule.ts";

const DECORATORS = ["asset", "multi_asset", "op"].map((name) => `dagster.${name}`);

export const nothingInputHasParameter = defineRule({
  name: "nothing-input-has-parameter",
  group: "functions",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A parameter for an input that is declared as `Nothing`.",
    why: "Dagster refuses: `... has parameter '...' that is one of the input_defs of type 'Nothing' which should not be included since no data will be passed for it.`",
    example: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset(ins={"orders": dg.AssetIn(dagster_type=dg.Nothing)})
def revenue(orders): ...

defs = dg.Definitions(assets=[orders, revenue])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset(ins={"orders": dg.AssetIn(dagster_type=dg.Nothing)})
def revenue(): ...

defs = dg.Definitions(assets=[orders, revenue])
`,
    source: "dagster/_core/definitions/decorators/op_decorator.py, 1.13.27",
  },
  check({ location, report }) {
    for (const { decorator, signature, function: fn, result } of decorationsGiving(location, "ins", ...DECORATORS)) {
      const ins = decorator.value("ins");
      if (ins.kind !== "dict") continue;
      for (const { key, value } of ins.entries.values()) {
        const parameter = inputParametersOf({ signature }, location).find(({ name }) => key.kind === "str" && name === key.value);
        if (!parameter || !isNothing(value)) continue;
        report({
          message: `\`${parameter.name}\` is an input of type \`Nothing\`, which no parameter takes`,
          why: `Dagster: "@op '${fn.name}' decorated function has parameter '${parameter.name}' that is one of the input_defs of type 'Nothing' which should not be included since no data will be passed for it."`,
          help: "Remove the parameter, or use `deps`.",
          location: parameter.at,
          ...about(result),
        });
      }
    }
  },
});
