import { constructionProblems } from "../facts/pydantic/constructions.ts";
import { defineRule } from "../rule.ts";

export const resourceInvalidFields = defineRule({
  name: "resource-invalid-fields",
  group: "resources",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A resource or configuration is made without a field that has no default, or with a value of another type.",
    why: "Pydantic raises `ValidationError: 1 validation error for ...` when the module is imported.",
    example: `import dagster as dg

class Shop(dg.ConfigurableResource):
    url: str

defs = dg.Definitions(resources={"shop": Shop()})
`,
    instead: `import dagster as dg

class Shop(dg.ConfigurableResource):
    url: str

defs = dg.Definitions(resources={"shop": Shop(url="https://shop.example")})
`,
    source: "https://docs.pydantic.dev/latest/errors/validation_errors, pydantic 2",
  },
  check({ location, report }) {
    for (const { cls, field, problem, at, doubts } of constructionProblems(location)) {
      report({
        message: problem === "missing" ? `\`${cls.name}\` is made without \`${field}\`` : `\`${field}\` of \`${cls.name}\` is ${problem}`,
        why: `Pydantic: "ValidationError: 1 validation error for ${cls.name} ${field} ${problem === "missing" ? "Field required" : "Input should be …"}".`,
        help: problem === "missing" ? "Give the field, or a default in the class." : "Give a value of the type that the class names.",
        location: at,
        subject: `class:${cls.name}`,
        doubts,
      });
    }
  },
});
