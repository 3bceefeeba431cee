import { refusedComponents } from "../facts/loading/refused-components.ts";
import { defineRule } from "../rule.ts";

export const defsYamlUnknownKey = defineRule({
  name: "defs-yaml-unknown-key",
  group: "components",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A key in a component file that no component has: only `type`, `attributes`, `template_vars_module`, `requirements` and `post_processing` may stand there.",
    why: "Dagster refuses: `ValidationError ... Extra inputs are not permitted`, and nothing of the code location is loaded.",
    example: `type: dagster.DefsFolderComponent
attributs:
  path: orders.py
`,
    instead: `type: dagster.DefsFolderComponent
`,
    source: "dagster/components/core/defs_module.py (ComponentFileModel), 1.13.27",
    setting: {
      path: "shop/defs/orders/defs.yaml",
      files: {
        "pyproject.toml": '[tool.dg]\ndirectory_type = "project"\n\n[tool.dg.project]\nroot_module = "shop"\n',
        "shop/__init__.py": "",
        "shop/definitions.py":
          "from pathlib import Path\n\nfrom dagster import definitions, load_from_defs_folder\n\n\n@definitions\ndef defs():\n    return load_from_defs_folder(path_within_project=Path(__file__).parent)\n",
        "shop/defs/__init__.py": "",
      },
    },
  },
  check({ location, report }) {
    for (const { problem, at } of refusedComponents(location)) {
      if (!/is no key of a component/.test(problem)) continue;
      report({
        message: problem,
        why: 'Dagster: "ValidationError: 1 validation error for ComponentFileModel … Extra inputs are not permitted".',
        help: "Correct the key; what the component takes belongs below `attributes`.",
        location: at,
        subject: `file:${at.path}`,
      });
    }
  },
});
