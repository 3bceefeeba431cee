/**
 * Strings of a component's YAML as Dagster renders them: Jinja's `NativeTemplate` over Python objects. One expression alone is its value;
 * a text that reads as a Python literal becomes that (`"3"` is 3, `"[a]"` stays text). Source: `ResolutionContext.resolve_value`.
 */
import { parseJinja } from "../../../formats/jinja/parse.ts";
import type { JinjaBody, JinjaExpression } from "../../../formats/jinja/syntax.ts";
import { dict, list, tuple } from "../../../python/make-value.ts";
import { evaluateExpression } from "../../../python/packages/jinja/evaluate.ts";
import { JINJA_NAMES, joined } from "../../../python/packages/jinja/names.ts";
import { type JinjaNames, renderBody } from "../../../python/packages/jinja/render-body.ts";
import { describeException, PythonRaise } from "../../../python/python-raise.ts";
import type { Scope, StrValue, Unknown, Value } from "../../../python/value.ts";
import type { Expression } from "../../../syntax/expression.ts";
import { raises } from "../../library/construct.ts";
import { refused } from "../../library/refusal.ts";
import { OPEN_SCOPE, type Resolution } from "./resolution.ts";

/** Every string in it rendered, however deep. */
export function resolveValue(value: Value, resolution: Resolution): Value {
  switch (value.kind) {
    case "str":
      return render(value, resolution);
    case "list":
      return {
        ...list(
          value.items.map((item) => resolveValue(item, resolution)),
          value.gap,
        ),
        ...(value.origin && { origin: value.origin }),
      };
    case "tuple":
      return tuple(
        value.items.map((item) => resolveValue(item, resolution)),
        value.gap,
      );
    case "dict":
      return {
        ...dict(
          [...value.entries.values()].map(({ key, value: item }) => [key, resolveValue(item, resolution)] as const),
          value.gap,
        ),
        ...(value.origin && { origin: value.origin }),
      };
    default:
      return value;
  }
}

/** A string rendered; what Dagster would refuse is unknown. */
export function render(value: StrValue, resolution: Resolution): Value {
  if (value.value === "") return value;
  const { interpreter } = resolution.context;
  const at = value.origin ?? resolution.context.at;
  const { body, problems } = parseJinja(value.value);
  const [problem] = problems;
  if (problem) return refused({ interpreter, at }, { kind: "template-syntax", problem: problem.message }, "this template");
  try {
    const rendered = renderNative(body, { resolution, at });
    if (rendered.kind !== "str") return rendered;
    const result = nativeValue(rendered, resolution, at);
    return isScalar(result) ? { ...result, origin: at } : result;
  } catch (thrown) {
    if (!(thrown instanceof PythonRaise)) throw thrown;
    return interpreter.unknown("runtime-input", `this template raises ${describeException(thrown.exception)}`, at);
  }
}

function isScalar(value: Value): value is Extract<Value, { readonly kind: "none" | "bool" | "int" | "float" | "str" }> {
  return ["none", "bool", "int", "float", "str"].includes(value.kind);
}

interface Rendering {
  readonly resolution: Resolution;
  readonly at: { readonly path: string; readonly start: number; readonly end: number };
}

/** The one value that it yields, else the texts of all after each other. */
function renderNative(body: JinjaBody, { resolution, at }: Rendering): Value {
  const { interpreter } = resolution.context;
  const run = {
    interpreter,
    at,
    evaluate: (expression: JinjaExpression, names: JinjaNames) => evaluate(expression, names, { resolution, at }),
  };
  const parts = renderBody(body, new Map([...JINJA_NAMES, ...resolution.scope]), run);
  const [only] = parts;
  return only && parts.length === 1 ? only : joined(parts, interpreter.toStr.bind(interpreter), at);
}

function evaluate(expression: JinjaExpression, names: JinjaNames, { resolution, at }: Rendering): Value {
  const { interpreter } = resolution.context;
  return evaluateExpression(expression, names, { interpreter, module: resolution.module, at }, (name) => ({
    refused: notInScope(name, { resolution, at }),
  }));
}

function notInScope(name: string, { resolution, at }: Rendering): Unknown {
  const { interpreter } = resolution.context;
  if (resolution.scope.has(OPEN_SCOPE))
    return interpreter.unknown("runtime-input", `whether \`${name}\` is in the scope of the template is not known`, at);
  return raises({ interpreter, at }, `\`${name}\` is not in the scope of the template`, "not-in-scope");
}

const MAY_BE_LITERAL = /^[-+.\d'"([{TFNbBrRuU]/;

/** What `ast.literal_eval` makes of the text, which stays what it is when that refuses. */
function nativeValue(text: StrValue, { context, module }: Resolution, at: Rendering["at"]): Value {
  if (!MAY_BE_LITERAL.test(text.value)) return text;
  const expression = context.interpreter.parseExpression(text.value);
  if (!expression || !isLiteral(expression)) return text;
  const scope: Scope = { kind: "function", names: new Map(), module };
  const value = context.interpreter.evaluateIn({ ...expression, start: at.start, end: at.end }, scope);
  return text.assumes && isScalar(value) ? { ...value, assumes: text.assumes } : value;
}

function isLiteral(node: Expression): boolean {
  switch (node.kind) {
    case "number":
      // Leading zeros and imaginary numbers are no numbers of ours.
      return /^(?:0|[1-9][\d_]*|0[xob][\da-f_]+|[\d_]*\.[\d_]*(?:e[-+]?\d+)?|\d+e[-+]?\d+)$/i.test(node.text);
    case "string":
    case "bytes":
    case "true":
    case "false":
    case "none":
    case "ellipsis":
      return true;
    case "list":
    case "tuple":
    case "set":
      return node.items.every(isLiteral);
    case "dict":
      return node.entries.every(({ key, value }) => key !== undefined && isLiteral(key) && isLiteral(value));
    case "unary":
      return (node.operator === "-" || node.operator === "+") && node.operand.kind === "number" && isLiteral(node.operand);
    default:
      return false;
  }
}
