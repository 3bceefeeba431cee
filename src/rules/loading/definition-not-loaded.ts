import { groupBy } from "../../base/group-by.ts";
import type { LoadedLocation } from "../../dagster/analysis.ts";
import type { LibraryCall } from "../../python/library-call.ts";
import type { LibraryObject } from "../../python/value.ts";
import { callsOf } from "../facts/calls.ts";
import { placeOfDefinition } from "../facts/definition-place.ts";
import { isLoaded } from "../facts/loading/loaded-objects.ts";
import { about } from "../facts/subject.ts";
import { unappliedDecorator, unappliedDecorators, undecorated } from "../facts/unapplied-decorators.ts";
import { elementsOf } from "../facts/values.ts";
import { defineRule } from "../rule.ts";

const WORDS: Readonly<Record<string, string>> = {
  "dagster.AssetsDefinition": "asset",
  "dagster.AssetChecksDefinition": "check",
  "dagster.UnresolvedAssetJobDefinition": "job",
  "dagster.JobDefinition": "job",
  "dagster.ScheduleDefinition": "schedule",
  "dagster.SensorDefinition": "sensor",
};

interface Named {
  readonly name: string;
  readonly word: string;
  readonly object: LibraryObject;
}

export const definitionNotLoaded = defineRule({
  name: "definition-not-loaded",
  group: "loading",
  tier: "dagster-would-not-notice",
  severity: "warning",
  since: "0.1.0",
  fixable: "no",
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
    const own = groupBy(definitions(location), ({ object }) => isLoaded(object, location));
    const filesInUse = new Set(own.get(true)?.map(({ object }) => object.at.path));
    for (const { name, word, object } of own.get(false) ?? []) {
      if (!filesInUse.has(object.at.path)) continue;
      report({
        message: `the ${word} \`${name}\` is not loaded, while others of this file are`,
        why: "It is in no list of the `Definitions` and in no module that is loaded.",
        help: "Add it to the `Definitions`, or remove it.",
        location: placeOfDefinition(object),
        ...about(object),
      });
    }
  },
});

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

/** What the names of the executed modules stand for. */
function definitions({ files, interpreter }: LoadedLocation): readonly Named[] {
  const found = new Map<LibraryObject, Named>();
  for (const path of files.keys()) {
    const module = interpreter.moduleOfFile(path, { path, start: 0, end: 0 });
    if (module?.kind !== "module") continue;
    for (const [name, value] of module.scope.names) {
      const word = value.kind === "object" && value.at.path === path && !value.condition ? WORDS[value.type] : undefined;
      if (value.kind === "object" && word !== undefined && !found.has(value)) found.set(value, { name, word, object: value });
    }
  }
  return [...found.values()];
}
