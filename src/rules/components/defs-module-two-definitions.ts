import { componentExample } from "../facts/components/component-example.ts";
import { reportRefusedComponents } from "../facts/components/report-refused-components.ts";
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
    setting: componentExample("orders.py"),
  },
  check(context) {
    reportRefusedComponents(context, ["several-definitions", "definitions-and-function"], ({ kind, at }) => ({
      why: `Dagster: "Found ${kind === "definitions-and-function" ? "both @definitions-decorated functions and" : "multiple"} Definitions objects in ${at.path}. At most one …".`,
      help: "Merge them into one, or put each into a file of its own.",
    }));
  },
});
