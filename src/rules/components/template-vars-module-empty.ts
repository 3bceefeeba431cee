import { refusedComponents } from "../facts/loading/refused-components.ts";
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
    setting: {
      path: "shop/defs/orders/defs.yaml",
      files: {
        "pyproject.toml": '[tool.dg]\ndirectory_type = "project"\n\n[tool.dg.project]\nroot_module = "shop"\n',
        "shop/__init__.py": "",
        "shop/definitions.py":
          "from pathlib import Path\n\nfrom dagster import definitions, load_from_defs_folder\n\n\n@definitions\ndef defs():\n    return load_from_defs_folder(path_within_project=Path(__file__).parent)\n",
        "shop/defs/__init__.py": "",
        "shop/lib.py": "def run(context):\n    return None\n",
        "shop/components.py":
          'import dagster as dg\n\n\nclass Orders(dg.Component):\n    def build_defs(self, context):\n        return dg.Definitions(assets=[dg.AssetSpec("orders")])\n',
      },
    },
  },
  check({ location, report }) {
    for (const { problem, at } of refusedComponents(location)) {
      if (!/of template variables is not there$|^no template variable is in|^a template variable has/.test(problem)) continue;
      report({
        message: problem,
        why: 'Dagster: "No template vars found in module …", or "Template var must have 0 or 1 parameters, got …".',
        help: "Decorate functions of the module with `@dg.template_var`; they take nothing, or the context.",
        location: at,
        subject: `file:${at.path}`,
      });
    }
  },
});
