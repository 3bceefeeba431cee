import { refusedComponents } from "../facts/loading/refused-components.ts";
import { defineRule } from "../rule.ts";

export const defsYamlMissingType = defineRule({
  name: "defs-yaml-missing-type",
  group: "components",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A component file, or a document in it, without a `type`.",
    why: "Dagster refuses: `ValidationError: 1 validation error for ComponentFileModel type Field required`, and nothing of the code location is loaded.",
    example: `attributes: {}
`,
    instead: `type: dagster.DefsFolderComponent
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
      },
    },
  },
  check({ location, report }) {
    for (const { problem, at } of refusedComponents(location)) {
      if (!/it has no `type`|with a `type` is expected/.test(problem)) continue;
      report({
        message: "the component has no `type`",
        why: 'Dagster: "ValidationError: 1 validation error for ComponentFileModel type Field required".',
        help: "Name the class of the component: `type: my_project.components.MyComponent`.",
        location: at,
        subject: `file:${at.path}`,
      });
    }
  },
});
