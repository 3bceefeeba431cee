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
    const told = new Set<Value | undefined>();
    for (const decoration of decorationsOf(location, "dagster.repository")) {
      const returned = decoration.result?.kind === "object" ? returnedBy(decoration.function, location) : undefined;
      const problem = returned && badReturn(returned);
      if (!problem) continue;
      told.add(decoration.result);
      report({
        message: `the repository \`${decoration.function.name}\` ${problem.message}`,
        why: `Dagster: "${problem.why}"`,
        help: "Return a list of assets, jobs, graphs, schedules and sensors.",
        location: decoration.at,
      });
    }
    for (const { target, misplaced } of graphs) {
      if (target?.type !== "dagster.RepositoryDefinition" || told.has(target)) continue;
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

interface Problem {
  readonly message: string;
  readonly why: string;
}

function badReturn(value: Value): Problem | undefined {
  if (["none", "int", "str", "float", "bool", "tuple", "set"].includes(value.kind))
    return {
      message: value.kind === "none" ? "returns nothing" : `returns a \`${typeName(value)}\``,
      why: `Bad return value of type <class '${typeName(value)}'> from repository construction function: must return list, dict, or RepositoryData.`,
    };
  if (value.kind === "object")
    return NO_COLLECTION.has(value.type)
      ? {
          message: `returns a \`${typeName(value)}\``,
          why: `Bad return value of type <class '${typeName(value)}'> from repository construction function: must return list, dict, or RepositoryData.`,
        }
      : undefined;
  if (value.kind === "list") return badMember(value.items);
  return value.kind === "dict" ? badCollection(value) : undefined;
}

/** Objects of Dagster's that are neither a list nor a mapping. */
const NO_COLLECTION: ReadonlySet<string> = new Set(
  ["Definitions", "LazyDefinitions", "AssetsDefinition", "AssetSpec", "JobDefinition", "UnresolvedAssetJobDefinition"].map(
    (name) => `dagster.${name}`,
  ),
);

/** What `Definitions` take and a repository does not. A list in the list is taken, one in that is not. */
function badMember(items: readonly Value[]): Problem | undefined {
  for (const item of items.flatMap((each) => (each.kind === "list" ? each.items : [each]))) {
    const isBad = item.kind === "list" || (item.kind === "object" && NO_MEMBER.has(item.type));
    if (isBad)
      return {
        message: `returns ${item.kind === "list" ? "lists in lists of a list" : `a \`${typeName(item)}\``} among its definitions`,
        why: "Bad return value from repository construction function: all elements of list must be of type JobDefinition, GraphDefinition, ScheduleDefinition, SensorDefinition, AssetsDefinition, SourceAsset, or AssetChecksDefinition.",
      };
  }
  return undefined;
}

const NO_MEMBER: ReadonlySet<string> = new Set(["dagster.AssetSpec", "dagster.Definitions", "dagster.LazyDefinitions"]);

/** Collections by name are mappings from the names of their members. */
function badCollection(value: Extract<Value, { kind: "dict" }>): Problem | undefined {
  for (const { key, value: part } of value.entries.values()) {
    if (key.kind !== "str") continue;
    if (!KEYS.has(key.value))
      return {
        message: `returns a dict with the key \`${key.value}\``,
        why: `Bad return value from repository construction function: dict must not contain keys other than {'schedules', 'sensors', 'jobs'}: found '${key.value}'`,
      };
    if (part.kind === "list" || part.kind === "tuple" || part.kind === "set")
      return {
        message: `returns a ${part.kind} under \`${key.value}\`, where a dict by name stands`,
        why: `AttributeError: '${part.kind}' object has no attribute 'items'`,
      };
    const stray = part.kind === "dict" ? misnamed(part) : undefined;
    if (stray)
      return {
        message: `returns \`${stray.name}\` under the name \`${stray.key}\``,
        why: `Invariant failed. Description: Bad constructor for ${key.value.replace(/s$/, "")} '${stray.key}': name does not match: got '${stray.name}'`,
      };
  }
  return undefined;
}

function misnamed(part: Extract<Value, { kind: "dict" }>): { readonly key: string; readonly name: string } | undefined {
  for (const { key, value } of part.entries.values()) {
    const name = value.kind === "object" ? value.fields.get("name") : undefined;
    if (key.kind === "str" && name?.kind === "str" && name.value !== key.value) return { key: key.value, name: name.value };
  }
  return undefined;
}
