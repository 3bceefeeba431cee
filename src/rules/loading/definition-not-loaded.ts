import type { LoadedLocation } from "../../dagster/analysis.ts";
import type { LibraryCall } from "../../python/library-call.ts";
import { callsOf } from "../facts/calls.ts";
import { placeOfDefinition } from "../facts/definition-place.ts";
import { additionFix } from "../facts/fixes/add-to-definitions.ts";
import { lostDefinitions } from "../facts/loading/lost-definitions.ts";
import { about } from "../facts/subject.ts";
import { unappliedDecorator, unappliedDecorators, undecorated } from "../facts/unapplied-decorators.ts";
import { elementsOf } from "../facts/values.ts";
import { defineRule } from "../rule.ts";

export const definitionNotLoaded = defineRule({
  name: "definition-not-loaded",
  group: "loading",
  tier: "dagster-would-not-notice",
  severity: "warning",
  since: "0.1.0",
  fixable: "unsafe",
  docs: {
    what: "A definition of a module never gets to Dagster, while others of the same module do; or it is none, since `@schedule` or a sensor's decorator stands without parentheses.",
    why: "It is in no list and no loaded module: it does not exist for Dagster. `@schedule` without parentheses raises nothing and makes no schedule.",
    example: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset
def customers(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset
def customers(): ...

defs = dg.Definitions(assets=[orders, customers])
`,
    source: "https://docs.dagster.io/guides/build/projects/organizing-dagster-projects",
  },
  check({ location, report }) {
    for (const call of unusedDecorators(location)) {
      const under = undecorated(call);
      if (!under) continue;
      const decorator = call.name.slice("dagster.".length);
      report({
        message: `\`${under.name}\` is no definition: \`@${decorator}\` stands without parentheses`,
        why: `\`${decorator}\` takes it for its first argument and makes a decorator, which nothing applies.`,
        help: `Write \`@${decorator}(…)\`.`,
        location: call.at,
        subject: `${under.kind}:${under.name}`,
      });
    }
    if (location.gaps.length > 0 || location.problems.length > 0 || location.graphs.length === 0) return;
    for (const { name, word, object, variable } of lostDefinitions(location)) {
      const fix = variable === undefined ? undefined : additionFix(object, variable, location);
      report({
        message: `the ${word} \`${name}\` is not loaded, while others of this file are`,
        why: "It is in no list of the `Definitions` and in no module that is loaded.",
        help: HELP[word] ?? "Add it to the `Definitions`, or remove it.",
        location: placeOfDefinition(object),
        ...about(object),
        ...(fix && { fix }),
      });
    }
  },
});

const HELP: Readonly<Record<string, string>> = {
  "asset spec":
    "Add it to the `Definitions`, or remove it; loaders of modules take specs only with `include_specs=True`, and only those that a variable or a list holds.",
  graph: "Make a job of it with `.to_job()`, or an asset with `@graph_asset`, or remove it.",
};

/** Not those that `Definitions` is given, and refuses. */
function unusedDecorators(location: LoadedLocation): readonly LibraryCall[] {
  const unapplied = unappliedDecorators(location);
  if (unapplied.length === 0) return unapplied;
  const given = new Set(
    callsOf(location, "dagster.Definitions").flatMap((call) =>
      [...call.arguments.values()].flatMap(({ value }) => [value, ...elementsOf(value).items]),
    ),
  );
  return unapplied.filter(({ condition, result }) => !condition && result && unappliedDecorator(result) && !given.has(result));
}
