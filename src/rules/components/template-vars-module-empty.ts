import { componentExample } from "../facts/components/component-example.ts";
import { reportRefusedComponents } from "../facts/components/report-refused-components.ts";
import { defineRule } from "../rule.ts";

export const templateVarsModuleEmpty = defineRule({
  name: "template-vars-module-empty",
  group: "components",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "The `template_vars_module` of a component file is not there, holds no `@template_var`, or one with more than one parameter.",
    why: "Dagster refuses: `No template vars found in module ...`, or `Template var must have 0 or 1 parameters, got ...`.",
    example: `type: shop.components.Orders
template_vars_module: shop.lib
`,
    instead: `type: shop.components.Orders
`,
    source: "dagster/components/core/defs_module.py, 1.13.27",
    setting: componentExample(),
  },
  check(context) {
    reportRefusedComponents(context, ["template-vars"], () => ({
      why: 'Dagster: "No template vars found in module …", or "Template var must have 0 or 1 parameters, got …".',
      help: "Decorate functions of the module with `@dg.template_var`; they take nothing, or the context.",
    }));
  },
});
