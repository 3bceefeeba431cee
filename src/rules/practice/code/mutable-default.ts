import type { Expression } from "../../../syntax/expression.ts";
import { decorationsOf } from "../../facts/decorations.ts";
import { defineRule } from "../../rule.ts";

export const mutableDefault = defineRule({
  name: "mutable-default",
  group: "practice",
  tier: "practice",
  severity: "info",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A parameter of an asset, op, check, sensor, schedule or resource has a list, dict or set for its default.",
    why: "The default is made once and shared by every call in the process: what one run adds to it, the next one finds there.",
    example: `import dagster as dg

@dg.op
def load(tables=[]): ...

@dg.job
def nightly():
    load()

defs = dg.Definitions(jobs=[nightly])
`,
    instead: `import dagster as dg

@dg.op
def load(tables=()): ...

@dg.job
def nightly():
    load()

defs = dg.Definitions(jobs=[nightly])
`,
    source: "https://docs.python.org/3.14/faq/programming.html#why-are-default-values-shared-between-objects",
  },
  check({ location, report }) {
    const mutable = decorationsOf(location, ...DECORATORS).flatMap(({ function: fn }) =>
      fn.definition.parameters.flatMap(({ name, default: value }) => (value && isMutable(value) ? [{ fn, name, value }] : [])),
    );
    for (const { fn, name, value } of mutable) {
      report({
        message: `the default of \`${name}\` is shared by every call of \`${fn.name}\``,
        why: "It is made once: what one run adds to it, the next one in the process finds there.",
        help: "Take `None` (or a tuple) for the default, and make the value in the body.",
        location: { path: fn.file.path, start: value.start, end: value.end },
      });
    }
  },
});

const DECORATORS = (
  "asset multi_asset graph_asset graph_multi_asset observable_source_asset op graph asset_check multi_asset_check sensor asset_sensor " +
  "multi_asset_sensor run_status_sensor run_failure_sensor schedule resource io_manager"
)
  .split(" ")
  .map((name) => `dagster.${name}`);

const MUTABLE: ReadonlySet<Expression["kind"]> = new Set(["list", "dict", "set"]);

function isMutable(value: Expression): boolean {
  if (value.kind !== "call") return MUTABLE.has(value.kind);
  return value.callee.kind === "name" && ["list", "dict", "set"].includes(value.callee.id);
}
