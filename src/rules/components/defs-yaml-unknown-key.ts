import { componentExample } from "../facts/components/component-example.ts";
import { reportRefusedComponents } from "../facts/components/report-refused-components.ts";
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
    setting: componentExample(),
  },
  check(context) {
    reportRefusedComponents(context, ["unknown-key"], () => ({
      why: 'Dagster: "ValidationError: 1 validation error for ComponentFileModel … Extra inputs are not permitted".',
      help: "Correct the key; what the component takes belongs below `attributes`.",
    }));
  },
});
