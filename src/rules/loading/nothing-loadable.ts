import type { LoadedLocation } from "../../dagster/analysis.ts";
import { type EntryModule, entryModule, hasUnknownMember, membersOfType } from "../facts/loading/entry-members.ts";
import { defineRule, type Reported } from "../rule.ts";

const LOADED = ["dagster.LazyDefinitions", "dagster.Definitions", "dagster.RepositoryDefinition"];

export const nothingLoadable = defineRule({
  name: "nothing-loadable",
  group: "loading",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "The module of a code location has nothing that Dagster loads, or several jobs or graphs and no `Definitions` to choose.",
    why: 'Dagster refuses: `No Definitions, RepositoryDefinition, Job, Pipeline, Graph, or AssetsDefinition found in "...".`',
    example: `import dagster as dg

@dg.op
def load(): ...

@dg.job
def nightly():
    load()

@dg.job
def weekly():
    load()
`,
    instead: `import dagster as dg

@dg.op
def load(): ...

@dg.job
def nightly():
    load()

@dg.job
def weekly():
    load()

defs = dg.Definitions(jobs=[nightly, weekly])
`,
    source: "dagster/_core/workspace/autodiscovery.py, 1.13.27",
  },
  check({ location, report }) {
    const entry = entryModule(location);
    if (!entry || hasUnknownMember(entry) || LOADED.some((type) => membersOfType(entry, type).length > 0)) return;
    const finding = ambiguous(entry) ?? nothing(entry, location);
    if (finding) report({ ...finding, subject: `file:${entry.path}` });
  },
});

function ambiguous(entry: EntryModule): Reported | undefined {
  const jobs = membersOfType(entry, "dagster.JobDefinition");
  const [kind, found] = jobs.length > 0 ? ["job", jobs] : ["graph", membersOfType(entry, "dagster.GraphDefinition")];
  const [, second] = found;
  if (!second) return undefined;
  const names = found.map(({ name }) => `'${name}'`).join(", ");
  return {
    message: `the module has ${found.length} ${kind}s and no \`Definitions\` to say which are loaded`,
    why:
      kind === "job"
        ? `Dagster: "No repository and more than one job found in "…". … Found jobs defined in variables or decorated functions: [${names}]."`
        : `Dagster: "More than one graph found in "…". … Found graphs defined in variables or decorated functions: [${names}]."`,
    help: `Add \`defs = Definitions(jobs=[…])\`.`,
    location: second.object.at.path === entry.path ? second.object.at : entry.at,
  };
}

function nothing(entry: EntryModule, { graphs, gaps }: LoadedLocation): Reported | undefined {
  const isEmpty = graphs.every(({ target, assets, jobs }) => !target && assets.size === 0 && jobs.length === 0);
  if (!isEmpty || gaps.length > 0) return undefined;
  return {
    message: "there is nothing here that Dagster loads",
    why: 'Dagster: "No Definitions, RepositoryDefinition, Job, Pipeline, Graph, or AssetsDefinition found in "…"."',
    help: "Add `defs = Definitions(…)`, or point the code location at the module that has it.",
    location: entry.at,
  };
}
