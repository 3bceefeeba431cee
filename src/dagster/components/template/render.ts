/**
 * Strings of a component's YAML as Dagster renders them: Jinja's `NativeTemplate` over Python objects. One expression alone is its value;
 * a text that reads as a Python literal becomes that (`"3"` is 3, `"[a]"` stays text). Source: `ResolutionContext.resolve_value`.
 */
import { parseJinja } from "../../../formats/jinja/parse.ts";
import type { JinjaBody, JinjaExpression } from "../../../formats/jinja/syntax.ts";
import { dict, list, tuple } from "../../../python/make-value.ts";
import { describeException, PythonRaise } from "../../../python/python-raise.ts";
import type { Scope, StrValue, Value } from "../../../python/value.ts";
import type { Expression } from "../../../syntax/expression.ts";
import { JINJA_NAMES, joined } from "./jinja-names.ts";
import { FILTER, TEST, toPythonExpression } from "./python-expression.ts";
import type { Resolution } from "./resolution.ts";

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
  if (problem) return interpreter.unknown("runtime-input", `Dagster refuses this template: ${problem.message}`, at);
  try {
    const rendered = renderBody(body, { resolution, at });
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
function renderBody(body: JinjaBody, rendering: Rendering): Value {
  const parts = partsOf(body, rendering);
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const { interpreter } = rendering.resolution.context;
  return joined(parts, interpreter.toStr.bind(interpreter), rendering.at);
}

function partsOf(body: JinjaBody, rendering: Rendering): readonly Value[] {
  return body.flatMap((statement): readonly Value[] => {
    switch (statement.kind) {
      case "data":
        return [{ kind: "str", value: statement.text }];
      case "comment":
        return [];
      case "output":
        return statement.expressions.map((expression) => evaluate(expression, rendering));
      case "if": {
        const { interpreter } = rendering.resolution.context;
        for (const branch of statement.branches) {
          const test = evaluate(branch.test, rendering);
          const verdict = interpreter.truth(test);
          if (verdict === "yes") return partsOf(branch.body, rendering);
          if (verdict === "unknown")
            return [test.kind === "unknown" ? test : interpreter.unknown("runtime-input", "this condition is not known", rendering.at)];
        }
        return partsOf(statement.otherwise ?? [], rendering);
      }
      default:
        return [
          rendering.resolution.context.interpreter.unknown("unsupported", `\`${statement.kind}\` in a template is not read`, rendering.at),
        ];
    }
  });
}

function evaluate(expression: JinjaExpression, { resolution, at }: Rendering): Value {
  const python = toPythonExpression(expression, at);
  const missing = unboundName(python, resolution);
  if (missing !== undefined) {
    const isOurs = missing.startsWith(FILTER) || missing.startsWith(TEST);
    const message = isOurs
      ? `the Jinja ${missing.slice(1)} is not read`
      : `Dagster refuses this: \`${missing}\` is not in the scope of the template`;
    return resolution.context.interpreter.unknown(isOurs ? "unsupported" : "runtime-input", message, at);
  }
  const names = new Map([...JINJA_NAMES, ...resolution.scope]);
  const scope: Scope = { kind: "function", names, module: resolution.module };
  return resolution.context.interpreter.evaluateIn(python, scope);
}

/** The first name that neither Jinja nor the scope binds. */
function unboundName(node: unknown, resolution: Resolution): string | undefined {
  if (Array.isArray(node)) {
    for (const item of node) {
      const found = unboundName(item, resolution);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (typeof node !== "object" || node === null) return undefined;
  const { kind, id } = node as { readonly kind?: unknown; readonly id?: unknown };
  if (kind === "name" && typeof id === "string") return resolution.scope.has(id) || JINJA_NAMES.has(id) ? undefined : id;
  return unboundName(Object.values(node), resolution);
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
