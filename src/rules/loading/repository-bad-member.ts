import { decorationsOf } from "../facts/decorations.ts";
import { about } from "../facts/subject.ts";
import { pythonRepr } from "../facts/values.ts";
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
