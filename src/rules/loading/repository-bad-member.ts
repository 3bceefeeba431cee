import type { LoadedLocation } from "../../dagster/analysis.ts";
import type { FunctionValue, Value } from "../../python/value.ts";
import { decorationsOf } from "../facts/decorations.ts";
import { about } from "../facts/subject.ts";
import { pythonRepr, typeName } from "../facts/values.ts";
import { defineRule } from "../rule.ts";

export const repositoryBadMember = defineRule({
  name: "repository-bad-member",
  group: "loading",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A `@repository` function returns something that no repository holds, or no list.",
    why: "Dagster refuses: `Bad return value from repository construction function: all elements of list must be of type JobDefinition, GraphDefinition, ...`",
    example: `import dagster as dg

@dg.asset
def orders(): ...

@dg.op
def load(): ...

@dg.repository
def sales():
    return [orders, load]
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

@dg.repository
def sales():
    return [orders]
`,
    source: "dagster/_core/definitions/decorators/repository_decorator.py, 1.13.27",
  },
  check({ graphs, location, report }) {
    for (const decoration of decorationsOf(location, "dagster.repository")) {
      const returned = decoration.result?.kind === "object" ? returnedBy(decoration.function, location) : undefined;
      const problem = returned && badReturn(returned);
      if (!problem) continue;
      report({
        message: `the repository \`${decoration.function.name}\` ${problem.message}`,
        why: `Dagster: "${problem.why}"`,
        help: "Return a list of assets, jobs, graphs, schedules and sensors.",
        location: decoration.at,
      });
    }
    for (const { target, misplaced } of graphs) {
      if (target?.type !== "dagster.RepositoryDefinition") continue;
      const [wrong] = misplaced;
      const decoration = decorationsOf(location, "dagster.repository").find(({ result }) => result === target);
      if (!wrong || !decoration) continue;
      report({
        message: `the repository \`${decoration.function.name}\` returns \`${pythonRepr(wrong.value)}\`, which no repository holds`,
        why: 'Dagster: "Bad return value from repository construction function: all elements of list must be of type JobDefinition, GraphDefinition, ScheduleDefinition, SensorDefinition, AssetsDefinition, SourceAsset, or UnresolvedAssetJobDefinition."',
        help: "Return assets, jobs, graphs, schedules and sensors only.",
        location: decoration.at,
        ...about(wrong.value),
      });
    }
  },
});

/** What the function returns when it is run; repositories take no parameters. */
function returnedBy(fn: FunctionValue, { interpreter }: LoadedLocation): Value | undefined {
  if (fn.definition.parameters.length > 0) return undefined;
  const { path, start, end } = { path: fn.file.path, ...fn.definition };
  return interpreter.call(fn, { positional: [], keywords: new Map(), complete: true }, { path, start, end });
}

const KEYS: ReadonlySet<string> = new Set(["schedules", "sensors", "jobs"]);

function badReturn(value: Value): { readonly message: string; readonly why: string } | undefined {
  if (["none", "int", "str", "float", "bool", "tuple", "set"].includes(value.kind))
    return {
      message: value.kind === "none" ? "returns nothing" : `returns a \`${typeName(value)}\``,
      why: `Bad return value of type <class '${typeName(value)}'> from repository construction function: must return list, dict, or RepositoryData.`,
    };
  const extra =
    value.kind === "dict" ? [...value.entries.values()].find(({ key }) => key.kind === "str" && !KEYS.has(key.value)) : undefined;
  if (extra?.key.kind !== "str") return undefined;
  return {
    message: `returns a dict with the key \`${extra.key.value}\``,
    why: `Bad return value from repository construction function: dict must not contain keys other than {'schedules', 'sensors', 'jobs'}: found '${extra.key.value}'`,
  };
}
