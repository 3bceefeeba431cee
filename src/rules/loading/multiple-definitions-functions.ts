import { entryModule, membersOfType } from "../facts/loading/entry-members.ts";
import { defineRule } from "../rule.ts";

export const multipleDefinitionsFunctions = defineRule({
  name: "multiple-definitions-functions",
  group: "loading",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "The module of a code location has more than one function decorated with `@definitions`.",
    why: "Dagster refuses: `Cannot have more than one function decorated with @lazy_definitions defined in module scope`",
    example: `import dagster as dg

@dg.asset
def orders(): ...

@dg.definitions
def sales():
    return dg.Definitions(assets=[orders])

@dg.definitions
def defs():
    return dg.Definitions()
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

@dg.definitions
def defs():
    return dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/workspace/autodiscovery.py, 1.13.27",
  },
  check({ location, report }) {
    const entry = entryModule(location);
    const found = entry ? membersOfType(entry, "dagster.LazyDefinitions") : [];
    const [first, second] = found;
    if (!entry || !first || !second) return;
    report({
      message: `the module has ${found.length} functions decorated with \`@definitions\`: ${found.map(({ name }) => `\`${name}\``).join(", ")}`,
      why: 'Dagster: "Cannot have more than one function decorated with @lazy_definitions defined in module scope".',
      help: "Keep one that merges what the others return.",
      location: second.object.at.path === entry.path ? second.object.at : entry.at,
      related: [{ location: first.object.at, message: `\`${first.name}\`` }],
      subject: `file:${entry.path}`,
    });
  },
});
