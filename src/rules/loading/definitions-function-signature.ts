import type { LoadedLocation } from "../../dagster/analysis.ts";
import { type Decoration, decorationsOf } from "../facts/decorations.ts";
import { annotationOf } from "../facts/functions/parameter-mistake.ts";
import { defineRule } from "../rule.ts";

export const definitionsFunctionSignature = defineRule({
  name: "definitions-function-signature",
  group: "loading",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A function decorated with `@definitions` takes something else than nothing, or one parameter annotated `ComponentLoadContext`. An annotation in quotes (or under `from __future__ import annotations`) is none.",
    why: "Dagster refuses: `Function must accept either no parameters or exactly one ComponentLoadContext parameter`",
    example: `import dagster as dg

@dg.asset
def orders(): ...

@dg.definitions
def defs(context):
    return dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

@dg.definitions
def defs():
    return dg.Definitions(assets=[orders])
`,
    source: "dagster/components/definitions.py, 1.13.27",
  },
  check({ location, report }) {
    for (const decoration of decorationsOf(location, "dagster.definitions")) {
      const wrong = mistakeOf(decoration, location);
      if (wrong === undefined) continue;
      report({
        message: `\`${decoration.function.name}\` ${wrong}, and may only take a \`ComponentLoadContext\``,
        why: 'Dagster: "Function must accept either no parameters or exactly one ComponentLoadContext parameter".',
        help: "Remove the parameter, or annotate it: `context: ComponentLoadContext`, not in quotes.",
        location: decoration.signature.parameters[0]?.at ?? decoration.at,
      });
    }
  },
});

function mistakeOf({ signature, function: fn }: Decoration, { interpreter, files }: LoadedLocation): string | undefined {
  const [first, second] = signature.parameters;
  if (!first) return undefined;
  if (second) return `takes ${signature.parameters.length} parameters`;
  if (!first.annotation) return `takes \`${first.name}\` without an annotation`;
  const isFuture = /^from __future__ import .*\bannotations\b/m.test(files.get(fn.file.path)?.text ?? "");
  const isQuoted = "expression" in first.annotation && (first.annotation.expression.kind === "string" || isFuture);
  if (isQuoted) return `takes \`${first.name}\`, whose annotation is only a text`;
  const annotation = annotationOf(first, interpreter);
  const isOther = annotation?.kind === "class" || (annotation?.kind === "symbol" && !annotation.name.endsWith(".ComponentLoadContext"));
  return isOther ? `takes \`${first.name}\` of another type` : undefined;
}
