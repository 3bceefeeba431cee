import { refusedComponents } from "../facts/loading/refused-components.ts";
import { defineRule } from "../rule.ts";

export const defsModuleTwoDefinitions = defineRule({
  name: "defs-module-two-definitions",
  group: "components",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A Python file in the `defs` folder with more than one `Definitions` object, or with one beside a function decorated with `@definitions`.",
    why: "Dagster refuses: `Found multiple Definitions objects in ... At most one Definitions object may be specified per module.`, or `Found both @definitions-decorated functions and Definitions objects in ...`",
    example: `import dagster as dg

sales = dg.Definitions(assets=[dg.AssetSpec("orders")])
returns = dg.Definitions(assets=[dg.AssetSpec("returns")])
`,
    instead: `import dagster as dg

defs = dg.Definitions(assets=[dg.AssetSpec("orders"), dg.AssetSpec("returns")])
`,
    source: "dagster/components/core/defs_module.py (PythonFileComponent), 1.13.27",
    setting: {
      path: "shop/defs/orders.py",
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
      if (!/^the file has /.test(problem)) continue;
      report({
        message: problem,
        why: `Dagster: "Found ${problem.includes("both") ? "both @definitions-decorated functions and" : "multiple"} Definitions objects in ${at.path}. At most one …".`,
        help: "Merge them into one, or put each into a file of its own.",
        location: at,
        subject: `file:${at.path}`,
      });
    }
  },
});
