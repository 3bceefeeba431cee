import { refusedComponents } from "../facts/loading/refused-components.ts";
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
    setting: {
      path: "shop/defs/orders/defs.yaml",
      files: {
        "pyproject.toml": '[tool.dg]\ndirectory_type = "project"\n\n[tool.dg.project]\nroot_module = "shop"\n',
        "shop/__init__.py": "",
        "shop/definitions.py":
          "from pathlib import Path\n\nfrom dagster import definitions, load_from_defs_folder\n\n\n@definitions\ndef defs():\n    return load_from_defs_folder(path_within_project=Path(__file__).parent)\n",
        "shop/defs/__init__.py": "",
        "shop/lib.py": "def run(context):\n    return None\n",
      },
    },
  },
  check({ location, report }) {
    for (const { problem, at } of refusedComponents(location)) {
      if (!/is no attribute of|^the attribute `.*` is missing$|is expected here$|^`attributes` is no mapping/.test(problem)) continue;
      report({
        message: problem,
        why: /is missing$/.test(problem)
          ? 'Dagster: "ValidationError: 1 validation error for … Field required".'
          : 'Dagster: "ValidationError: 1 validation error for … Extra inputs are not permitted", or "Input should be …".',
        help: "Correct the attribute; `dg utils inspect-component TYPE` prints what the component takes.",
        location: at,
        subject: `file:${at.path}`,
      });
    }
  },
});
