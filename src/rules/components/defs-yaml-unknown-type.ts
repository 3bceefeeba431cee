import { refusedComponents } from "../facts/loading/refused-components.ts";
import { defineRule } from "../rule.ts";

export const defsYamlUnknownType = defineRule({
  name: "defs-yaml-unknown-type",
  group: "components",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "The `type` of a component file names no class, or one that is no component.",
    why: "Dagster refuses: `Component type ... is of type ..., but must be a subclass of dagster.Component`, and nothing of the code location is loaded.",
    example: `type: Orders
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
      if (!/is no dotted path|is no class|cannot be imported|is no component$/.test(problem)) continue;
      report({
        message: `the \`type\` is no component: ${problem}`,
        why: 'Dagster: "Component type … is of type …, but must be a subclass of dagster.Component".',
        help: "Write the dotted path of the class; a leading dot starts from this folder.",
        location: at,
        subject: `file:${at.path}`,
      });
    }
  },
});
