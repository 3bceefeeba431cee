import type { Fix } from "../../../diagnostics/diagnostic.ts";
import { insertItem, removeItem } from "../../../edit/text/delimited.ts";
import { styleOf } from "../../../edit/text/source-style.ts";
import type { FunctionValue } from "../../../python/value.ts";
import { parametersNamed } from "../../facts/functions/parameters.ts";
import { about } from "../../facts/subject.ts";
import { defineRule } from "../../rule.ts";

const DECORATORS = ["asset", "multi_asset", "op", "asset_check"].map((name) => `dagster.${name}`);

export const contextNotFirst = defineRule({
  name: "context-not-first",
  group: "functions",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "safe",
  docs: {
    what: "A parameter `context` that is not the first one.",
    why: 'Only the first parameter is the context; elsewhere the name is reserved. Dagster refuses: `"context" is not a valid name in Dagster. It conflicts with a Dagster or python reserved keyword.`',
    example: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset
def revenue(orders, context): ...

defs = dg.Definitions(assets=[orders, revenue])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

@dg.asset
def revenue(context, orders): ...

defs = dg.Definitions(assets=[orders, revenue])
`,
    source: "dagster/_core/definitions/utils.py, 1.13.27",
  },
  check({ location, report }) {
    for (const { parameter: late, index, decoration } of parametersNamed(location, "context", ...DECORATORS)) {
      if (index === 0 || (late.kind !== "regular" && late.kind !== "keyword-only")) continue;
      const fix = moveFix(decoration.function);
      report({
        message: "`context` is not the first parameter",
        why: 'Dagster: ""context" is not a valid name in Dagster. It conflicts with a Dagster or python reserved keyword."',
        help: "Make `context` the first parameter.",
        location: late.at,
        ...about(decoration.result),
        ...(fix && { fix }),
      });
    }
  },
});

/** Dagster gives the context by its place and all else by name. Not where the parameter has a default or others are given by place. */
function moveFix({ definition, file }: FunctionValue): Fix | undefined {
  const { parameters } = definition;
  const index = parameters.findIndex(({ name }) => name === "context");
  const [first] = parameters;
  const context = parameters[index];
  const isPlain = parameters.slice(0, index + 1).every(({ kind }) => kind === "regular");
  if (definition.kind !== "function" || !first || !context || !isPlain || context.default || first.name === "self") return undefined;
  const { path, text } = file;
  const list = { start: definition.nameSpan.end, end: definition.body.start, items: parameters };
  const removed = removeItem(text, list, index);
  if (!removed || text.slice(removed.start, removed.end).includes("#")) return undefined;
  const inserted = insertItem(text, list, text.slice(context.start, context.end), { style: styleOf(file), index: 0 });
  return {
    title: "Make `context` the first parameter",
    applicability: "safe",
    edits: [...inserted, removed].map((edit) => ({ path, ...edit })),
  };
}
