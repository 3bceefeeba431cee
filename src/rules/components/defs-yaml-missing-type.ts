import { componentExample } from "../facts/components/component-example.ts";
import { reportRefusedComponents } from "../facts/components/report-refused-components.ts";
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
    setting: componentExample(),
  },
  check(context) {
    reportRefusedComponents(context, ["missing-type"], () => ({
      message: "the component has no `type`",
      why: 'Dagster: "ValidationError: 1 validation error for ComponentFileModel type Field required".',
      help: "Name the class of the component: `type: my_project.components.MyComponent`.",
    }));
  },
});
