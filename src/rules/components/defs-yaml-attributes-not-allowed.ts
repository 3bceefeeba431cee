import { refusedComponents } from "../facts/loading/refused-components.ts";
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
    setting: {
      path: "shop/defs/orders/defs.yaml",
      files: {
        "pyproject.toml": '[tool.dg]\ndirectory_type = "project"\n\n[tool.dg.project]\nroot_module = "shop"\n',
        "shop/__init__.py": "",
        "shop/definitions.py":
          "from pathlib import Path\n\nfrom dagster import definitions, load_from_defs_folder\n\n\n@definitions\ndef defs():\n    return load_from_defs_folder(path_within_project=Path(__file__).parent)\n",
        "shop/defs/__init__.py": "",
        "shop/components.py":
          'import dagster as dg\n\n\nclass Orders(dg.Component):\n    def build_defs(self, context):\n        return dg.Definitions(assets=[dg.AssetSpec("orders")])\n',
      },
    },
  },
  check({ location, report }) {
    for (const { problem, at } of refusedComponents(location)) {
      if (!/takes no attributes$/.test(problem)) continue;
      report({
        message: problem,
        why: 'Dagster: "Component is not resolvable from YAML, but attributes were provided.".',
        help: "Remove the attributes, or make the component a subclass of `dg.Resolvable` as well.",
        location: at,
        subject: `file:${at.path}`,
      });
    }
  },
});
