import { componentExample } from "../facts/components/component-example.ts";
import { reportRefusedComponents } from "../facts/components/report-refused-components.ts";
import { defineRule } from "../rule.ts";

export const defsYamlAttributesNotAllowed = defineRule({
  name: "defs-yaml-attributes-not-allowed",
  group: "components",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "Attributes in a component file whose component takes none.",
    why: "Dagster refuses: `Component is not resolvable from YAML, but attributes were provided. This error can be avoided by making the component a subclass of `Resolvable` or by overriding `get_model_cls` on your component.`",
    example: `type: shop.components.Orders
attributes:
  table: orders
`,
    instead: `type: shop.components.Orders
`,
    source: "dagster/components/core/decl.py, 1.13.27",
    setting: componentExample(),
  },
  check(context) {
    reportRefusedComponents(context, ["attributes-not-allowed"], () => ({
      why: 'Dagster: "Component is not resolvable from YAML, but attributes were provided.".',
      help: "Remove the attributes, or make the component a subclass of `dg.Resolvable` as well.",
    }));
  },
});
