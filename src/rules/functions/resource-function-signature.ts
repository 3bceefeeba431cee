import { decorationsOf } from "../facts/decorations.ts";
import { defineRule } from "../rule.ts";

export const resourceFunctionSignature = defineRule({
  name: "resource-function-signature",
  group: "functions",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A function under `@resource` with another parameter than the first that has no default; `**kwargs` counts.",
    why: "Dagster refuses: `@resource decorated function '...' expects only a single positional required argument. Got required extra params ...`",
    example: `import dagster as dg

@dg.resource
def shop(context, url): ...

defs = dg.Definitions(resources={"shop": shop})
`,
    instead: `import dagster as dg

@dg.resource
def shop(context, url=""): ...

defs = dg.Definitions(resources={"shop": shop})
`,
    source: "dagster/_core/definitions/resource_definition.py, 1.13.27",
  },
  check({ location, report }) {
    for (const { signature, function: fn, at } of decorationsOf(location, "dagster.resource")) {
      const required = signature.parameters.slice(1).filter(({ name }) => {
        const parameter = fn.definition.parameters.find((each) => each.name === name);
        return parameter !== undefined && !parameter.default;
      });
      if (required.length === 0 || fn.wraps) continue;
      const names = required.map(({ name }) => name).join(", ");
      report({
        message: `\`${fn.name}\` asks for more than the context: ${names}`,
        why: `Dagster: "@resource decorated function '${fn.name}' expects only a single positional required argument. Got required extra params ${names}".`,
        help: "Give the others defaults, or take them from the configuration.",
        location: required[0]?.at ?? at,
      });
    }
  },
});
