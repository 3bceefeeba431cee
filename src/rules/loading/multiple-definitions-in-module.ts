import { entryModule, membersOfType } from "../facts/loading/entry-members.ts";
import { defineRule } from "../rule.ts";

export const multipleDefinitionsInModule = defineRule({
  name: "multiple-definitions-in-module",
  group: "loading",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "The module of a code location has more than one `Definitions` object, or one under two names.",
    why: "Dagster refuses: `Cannot have more than one Definitions object defined at module scope. Found Definitions objects: ...`",
    example: `import dagster as dg

@dg.asset
def orders(): ...

sales = dg.Definitions(assets=[orders])
defs = dg.Definitions()
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/workspace/autodiscovery.py, 1.13.27",
  },
  check({ location, report }) {
    const entry = entryModule(location);
    if (!entry || membersOfType(entry, "dagster.LazyDefinitions").length > 0) return;
    const found = membersOfType(entry, "dagster.Definitions");
    const [first, second] = found;
    if (!first || !second) return;
    report({
      message: `the module has ${found.length} \`Definitions\`: ${found.map(({ name }) => `\`${name}\``).join(", ")}`,
      why: `Dagster: "Cannot have more than one Definitions object defined at module scope. Found Definitions objects: ${found.map(({ name }) => name).join(", ")}".`,
      help: "Merge them with `Definitions.merge(…)`, within a function so that the parts have no names in the module.",
      location: second.object.at.path === entry.path ? second.object.at : entry.at,
      related: [{ location: first.object.at, message: `\`${first.name}\`` }],
      subject: `file:${entry.path}`,
    });
  },
});
