import { refusedComponents } from "../facts/loading/refused-components.ts";
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
      if (!/names no function|is not in the scope of the template$/.test(problem)) continue;
      report({
        message: problem,
        why: /names no function/.test(problem)
          ? 'Dagster: "ResolutionException: No resolver matched the field value".'
          : 'Dagster: "UndefinedError: … not found in scope, available scope is: …".',
        help: "Write the dotted path of the function (`my_project.lib.run`, without a colon), or a name that is in scope: `env`, `dg`, `context`, or a `@template_var`.",
        location: at,
        subject: `file:${at.path}`,
      });
    }
  },
});
