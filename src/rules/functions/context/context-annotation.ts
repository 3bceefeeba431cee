import type { SignatureParameter } from "../../../dagster/library/function-signature.ts";
import type { Interpreter } from "../../../python/interpreter.ts";
import { annotationOf } from "../../facts/functions/parameter-mistake.ts";
import { parametersNamed } from "../../facts/functions/parameters.ts";
import { isText } from "../../facts/functions/stringified-annotations.ts";
import { about } from "../../facts/subject.ts";
import { defineRule } from "../../rule.ts";

const DECORATORS = ["asset", "multi_asset", "op", "asset_check"].map((name) => `dagster.${name}`);
const NAMES = ["context", "_context", "context_", "_"];
const CONTEXTS = /^dagster\.(?:Asset|Op|AssetCheck)ExecutionContext$/;

export const contextAnnotation = defineRule({
  name: "context-annotation",
  group: "functions",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "The first parameter `context` is annotated with something other than an execution context, or with a context in quotes.",
    why: "Dagster refuses: `Cannot annotate `context` parameter with type ... `context` must be annotated with AssetExecutionContext, AssetCheckExecutionContext, OpExecutionContext, or left blank.` It compares the annotation as it stands, so text is refused, too; `from __future__ import annotations` makes text of all of them.",
    example: `import dagster as dg

@dg.asset
def orders(context: dict): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset
def orders(context: dg.AssetExecutionContext): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/definitions/op_definition.py, 1.13.27",
  },
  check({ location, report }) {
    const refused = NAMES.flatMap((name) => parametersNamed(location, name, ...DECORATORS)).filter(
      ({ index, parameter }) =>
        index === 0 && parameter.annotation && (isText(parameter) || isKnownNoContext(parameter, location.interpreter)),
    );
    for (const { parameter: first, decoration } of refused) {
      const isQuoted = isText(first);
      report({
        message: isQuoted
          ? `the annotation of \`${first.name}\` is text, which Dagster does not resolve here`
          : `\`${first.name}\` is not annotated as a context`,
        why: 'Dagster: "Cannot annotate `context` parameter with type … `context` must be annotated with AssetExecutionContext, AssetCheckExecutionContext, OpExecutionContext, or left blank."',
        help: isQuoted
          ? "Leave out the quotes (and `from __future__ import annotations`), or the annotation."
          : "Annotate with `AssetExecutionContext`, or leave the annotation out.",
        location: first.at,
        ...about(decoration.result),
      });
    }
  },
});

function isKnownNoContext(parameter: SignatureParameter, interpreter: Interpreter): boolean {
  const annotation = annotationOf(parameter, interpreter);
  if (annotation?.kind === "class" || annotation?.kind === "none") return true;
  if (annotation?.kind === "object") return annotation.type === "types.GenericAlias" || annotation.type === "types.UnionType";
  if (annotation?.kind !== "symbol") return false;
  if (/^(?:builtins|typing|datetime)\./.test(annotation.name)) return true;
  return /^dagster\.\w+$/.test(annotation.name) && !CONTEXTS.test(annotation.name);
}
