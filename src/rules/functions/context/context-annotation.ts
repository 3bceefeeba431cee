import type { LoadedLocation } from "../../../dagster/analysis.ts";
import type { SignatureParameter } from "../../../dagster/library/function-signature.ts";
import type { Fix } from "../../../diagnostics/diagnostic.ts";
import { importDagster } from "../../../edit/text/imports.ts";
import type { Interpreter } from "../../../python/interpreter.ts";
import type { FunctionValue } from "../../../python/value.ts";
import { annotationOf } from "../../facts/functions/parameter-mistake.ts";
import { type DecoratedParameter, parametersNamed } from "../../facts/functions/parameters.ts";
import { hasFutureAnnotations, isText } from "../../facts/functions/stringified-annotations.ts";
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
  fixable: "safe",
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
    for (const decorated of refused) {
      const { parameter: first, decoration } = decorated;
      const isQuoted = isText(first);
      const fix = annotationFix(decorated, isQuoted, location);
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
        ...(fix && { fix }),
      });
    }
  },
});

const BY_DECORATOR: Readonly<Record<string, string>> = {
  "dagster.op": "OpExecutionContext",
  "dagster.asset_check": "AssetCheckExecutionContext",
};

/** Quotes around a context go. What is no context gives way to the one that the decorator hands over, though nobody knows what was meant: never safe. */
function annotationFix(
  { decoration: { decorator, function: fn } }: DecoratedParameter,
  isText: boolean,
  location: LoadedLocation,
): Fix | undefined {
  const { file, definition } = fn;
  const [parameter] = definition.parameters;
  const annotation = parameter?.annotation;
  if (!parameter || !annotation || definition.kind !== "function") return undefined;
  const { path } = file;
  const { start, end } = annotation;
  if (!isText) {
    const { text, edits } = importDagster(file, BY_DECORATOR[decorator.name] ?? "AssetExecutionContext");
    return { title: `Write \`${text}\``, applicability: "unsafe", edits: [...edits, { path, start, end, text }] };
  }
  // Where every annotation is text, this one goes: a parameter without one is a context by its name.
  if (hasFutureAnnotations(fn)) {
    return { title: "Remove the annotation", applicability: "safe", edits: [{ path, start: parameter.nameSpan.end, end, text: "" }] };
  }
  if (annotation.kind !== "string" || !isBoundContext(annotation.value, fn, location)) return undefined;
  return { title: "Remove the quotes", applicability: "safe", edits: [{ path, start, end, text: annotation.value }] };
}

/** Python finds it when it comes to the function: not what is imported for type checkers alone. */
function isBoundContext(text: string, { closure }: FunctionValue, { interpreter }: LoadedLocation): boolean {
  const [first = "", ...others] = text.split(".");
  const value = /^[\w.]+$/.test(text) ? closure.module.scope.names.get(first) : undefined;
  const expression = value && interpreter.parseExpression(text);
  if (value?.kind !== (others.length > 0 ? "module" : "symbol") && value?.kind !== "symbol") return false;
  const found = expression && interpreter.annotation(expression, closure.module.scope);
  return found?.kind === "symbol" && CONTEXTS.test(found.name);
}

function isKnownNoContext(parameter: SignatureParameter, interpreter: Interpreter): boolean {
  const annotation = annotationOf(parameter, interpreter);
  if (annotation?.kind === "class" || annotation?.kind === "none") return true;
  if (annotation?.kind === "object") return annotation.type === "types.GenericAlias" || annotation.type === "types.UnionType";
  if (annotation?.kind !== "symbol") return false;
  if (/^(?:builtins|typing|datetime)\./.test(annotation.name)) return true;
  return /^dagster\.\w+$/.test(annotation.name) && !CONTEXTS.test(annotation.name);
}
