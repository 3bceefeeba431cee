import { decorationsOf } from "../facts/decorations.ts";
import { defineRule } from "../rule.ts";

const NAMES: ReadonlySet<string> = new Set(["context", "_context", "context_", "_"]);

export const hookSignature = defineRule({
  name: "hook-signature",
  group: "functions",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A hook whose function does not take `context`.",
    why: "Dagster refuses: `'...' decorated function does not have required positional parameter 'context'.`",
    example: `import dagster as dg

@dg.failure_hook
def tell_the_team(message): ...

defs = dg.Definitions()
`,
    instead: `import dagster as dg

@dg.failure_hook
def tell_the_team(context): ...

defs = dg.Definitions()
`,
    source: "dagster/_core/definitions/decorators/hook_decorator.py, 1.13.27",
  },
  check({ location, report }) {
    for (const { signature, function: fn, at } of decorationsOf(location, "dagster.success_hook", "dagster.failure_hook")) {
      const [first] = signature.parameters;
      if (signature.gap || (first && NAMES.has(first.name) && (first.kind === "regular" || first.kind === "positional-only"))) continue;
      report({
        message: `the hook \`${fn.name}\` does not take \`context\` first`,
        why: `Dagster: "'${fn.name}' decorated function does not have required positional parameter 'context'."`,
        help: "Make `context` the first parameter.",
        location: first?.at ?? at,
      });
    }
  },
});
