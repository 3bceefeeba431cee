import { refusedCalls } from "../facts/loading/refused-calls.ts";
import { defineRule } from "../rule.ts";

export const opNameRepeated = defineRule({
  name: "op-name-repeated",
  group: "ops",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "In one job or graph two ops get one name: by the same alias, or because two different ops are called alike.",
    why: "Dagster refuses: `... invoked the same node (...) twice without aliasing.`, or `Detected conflicting node definitions with the same name`. An op that is invoked twice without an alias is numbered, and fine.",
    example: `import dagster as dg

@dg.op
def load(): ...

@dg.job
def nightly():
    load.alias("orders")()
    load.alias("orders")()

defs = dg.Definitions()
`,
    instead: `import dagster as dg

@dg.op
def load(): ...

@dg.job
def nightly():
    load.alias("orders")()
    load.alias("customers")()

defs = dg.Definitions(jobs=[nightly])
`,
    source: "dagster/_core/definitions/composition.py (observe_invocation), 1.13.27",
  },
  check({ location, report }) {
    for (const { at, words, groups } of refusedCalls(location, REPEATED)) {
      const name = groups["alias"] ?? groups["name"] ?? "";
      report({
        message:
          groups["alias"] === undefined ? `two different ops here are called \`${name}\`` : `\`${name}\` is the name of another op here`,
        why: `Dagster: "${groups["alias"] === undefined ? "" : "… "}${words}"`,
        help: groups["alias"] === undefined ? 'Give one of them another name: `@op(name="…")`.' : "Choose another alias.",
        location: at,
        subject: `op:${name}`,
      });
    }
  },
});

const REPEATED =
  /^(?:invoked the same node \((?<alias>[^)]*)\) twice without aliasing|Detected conflicting node definitions with the same name "(?<name>[^"]*)")/;
