import { componentExample } from "../facts/components/component-example.ts";
import { reportRefusedComponents } from "../facts/components/report-refused-components.ts";
import { defineRule } from "../rule.ts";

export const defsYamlBadReference = defineRule({
  name: "defs-yaml-bad-reference",
  group: "components",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A component file refers to what is not there: a function that cannot be imported, a name that the template does not know.",
    why: "Dagster refuses: `ResolutionException ... AttributeError: module ... has no attribute ...`, or `UndefinedError: ... not found in scope, available scope is: ...`",
    example: `type: dagster.FunctionComponent
attributes:
  execution:
    fn: shop.lib:run
  assets:
    - key: orders
`,
    instead: `type: dagster.FunctionComponent
attributes:
  execution:
    fn: shop.lib.run
  assets:
    - key: orders
`,
    source: "dagster/components/resolved/context.py, 1.13.27",
    setting: componentExample(),
  },
  check(context) {
    reportRefusedComponents(context, ["no-function", "not-in-scope"], ({ kind }) => ({
      why:
        kind === "no-function"
          ? 'Dagster: "ResolutionException: No resolver matched the field value".'
          : 'Dagster: "UndefinedError: … not found in scope, available scope is: …".',
      help: "Write the dotted path of the function (`my_project.lib.run`, without a colon), or a name that is in scope: `env`, `dg`, `context`, or a `@template_var`.",
    }));
  },
});
