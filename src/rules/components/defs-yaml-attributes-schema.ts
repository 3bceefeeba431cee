import { componentExample } from "../facts/components/component-example.ts";
import { reportRefusedComponents } from "../facts/components/report-refused-components.ts";
import { defineRule } from "../rule.ts";

export const defsYamlAttributesSchema = defineRule({
  name: "defs-yaml-attributes-schema",
  group: "components",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "Attributes of a component file that its component does not have, or lacks: an unknown key, a missing one, a value of another shape.",
    why: "Dagster refuses: `ValidationError ... Extra inputs are not permitted` or `Field required`, with the place in the file, and nothing of the code location is loaded.",
    example: `type: dagster.FunctionComponent
attributes:
  execution:
    fn: shop.lib.run
  asets:
    - key: orders
`,
    instead: `type: dagster.FunctionComponent
attributes:
  execution:
    fn: shop.lib.run
  assets:
    - key: orders
`,
    source: "dagster/components/core/decl.py, dagster/components/resolved/model.py, 1.13.27",
    setting: componentExample(),
  },
  check(context) {
    reportRefusedComponents(context, ["wrong-attribute", "missing-attribute"], ({ kind }) => ({
      why:
        kind === "missing-attribute"
          ? 'Dagster: "ValidationError: 1 validation error for … Field required".'
          : 'Dagster: "ValidationError: 1 validation error for … Extra inputs are not permitted", or "Input should be …".',
      help: "Correct the attribute; `dg utils inspect-component TYPE` prints what the component takes.",
    }));
  },
});
