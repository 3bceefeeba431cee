import type { LoadedLocation } from "../../dagster/analysis.ts";
import type { Decoration } from "../facts/decorations.ts";
import { decorationsOf } from "../facts/decorations.ts";
import { isLoaded } from "../facts/loading/loaded-objects.ts";
import { about } from "../facts/subject.ts";
import { defineRule } from "../rule.ts";

const DECORATORS = [
  "asset",
  "multi_asset",
  "graph_asset",
  "asset_check",
  "multi_asset_check",
  "job",
  "schedule",
  "sensor",
  "asset_sensor",
].map((name) => `dagster.${name}`);

export const shadowedDefinition = defineRule({
  name: "shadowed-definition",
  group: "loading",
  tier: "dagster-would-not-notice",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A name of a module is bound to a definition, and then to another: the first is lost.",
    why: "Dagster loads what the module holds in the end, without a word (https://github.com/dagster-io/dagster/issues/24763).",
    example: `import dagster as dg

@dg.asset(key="orders")
def load(): ...

@dg.asset(key="customers")
def load(): ...

defs = dg.Definitions(assets=[load])
`,
    instead: `import dagster as dg

@dg.asset(key="orders")
def load_orders(): ...

@dg.asset(key="customers")
def load_customers(): ...

defs = dg.Definitions(assets=[load_orders, load_customers])
`,
    source: "https://github.com/dagster-io/dagster/issues/24763",
  },
  check({ location, report }) {
    const shadowed = decorationsOf(location, ...DECORATORS).flatMap((decoration) => {
      const later = successorOf(decoration, location);
      return later ? [{ decoration, later }] : [];
    });
    for (const { decoration, later } of shadowed) {
      report({
        message: `\`${decoration.function.name}\` is defined again below, and this definition is lost`,
        why: "Dagster loads what the module holds in the end, without a word about what was there before.",
        help: "Give the functions different names.",
        location: decoration.at,
        related: [{ location: later.at, message: "the definition that takes its name" }],
        ...about(decoration.result),
      });
    }
  },
});

/** The definition that took the name in the module, when the first is nowhere else. */
function successorOf({ function: fn, result }: Decoration, location: LoadedLocation): Decoration | undefined {
  const held = fn.closure.kind === "module" ? fn.closure.names.get(fn.name) : undefined;
  if (result?.kind !== "object" || result.condition || held?.kind !== "object" || held === result || isLoaded(result, location))
    return undefined;
  return decorationsOf(location, ...DECORATORS).find((other) => other.result === held && other.function.closure === fn.closure);
}
