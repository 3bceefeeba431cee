import { componentExample } from "../facts/components/component-example.ts";
import { reportRefusedComponents } from "../facts/components/report-refused-components.ts";
import { defineRule } from "../rule.ts";

export const defsYamlUnknownType = defineRule({
  name: "defs-yaml-unknown-type",
  group: "components",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "The `type` of a component file names no class, or one that is not a component.",
    why: "Dagster refuses: `Component type ... is of type ..., but must be a subclass of dagster.Component`, and nothing of the code location is loaded.",
    example: `type: Orders
`,
    instead: `type: dagster.DefsFolderComponent
`,
    source: "dagster/components/core/decl.py, 1.13.27",
    setting: componentExample(),
  },
  check(context) {
    reportRefusedComponents(context, ["no-component"], ({ problem }) => ({
      message: `the \`type\` is not a component: ${problem}`,
      why: 'Dagster: "Component type … is of type …, but must be a subclass of dagster.Component".',
      help: "Write the dotted path of the class; a leading dot starts from this folder.",
    }));
  },
});
