/** Calls of libraries that stand in the body of a function, which is never run: what is called is resolved by name, arguments are expressions. */
import type { Location } from "../../../base/span.ts";
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import type { FunctionValue } from "../../../python/value.ts";
import type { Call as CallExpression, Expression } from "../../../syntax/expression.ts";
import { walk } from "../../../syntax/walk.ts";

export interface BodyCall {
  /** `dagster.SensorResult`, `time.sleep`; of a builtin its bare name. */
  readonly name: string;
  readonly node: CallExpression;
  readonly at: Location;
}

/** Of the function itself, nested functions and classes left out. */
export function callsInBody(fn: FunctionValue, { interpreter }: LoadedLocation): readonly BodyCall[] {
  const found: BodyCall[] = [];
  walk(interpreter.bodyOf(fn), (node) => {
    if (node.kind === "function" || node.kind === "class") return false;
    if (node.kind !== "call") return undefined;
    const name = calleeName(node.callee, fn, interpreter);
    if (name !== undefined) found.push({ name, node, at: { path: fn.file.path, start: node.start, end: node.end } });
    return undefined;
  });
  return found;
}

function calleeName(callee: Expression, fn: FunctionValue, interpreter: LoadedLocation["interpreter"]): string | undefined {
  if (!isDotted(callee) || isLocal(callee, fn)) return undefined;
  const value = interpreter.annotation(callee, fn.closure);
  if (value.kind === "symbol") return value.name;
  return value.kind === "unknown" && callee.kind === "name" ? callee.id : undefined;
}

function isDotted(expression: Expression): boolean {
  return expression.kind === "name" || (expression.kind === "attribute" && isDotted(expression.object));
}

/** The first name is a parameter. */
function isLocal(expression: Expression, fn: FunctionValue): boolean {
  if (expression.kind === "attribute") return isLocal(expression.object, fn);
  return expression.kind === "name" && fn.definition.parameters.some(({ name }) => name === expression.id);
}

export function keywordOf({ node }: BodyCall, name: string): Expression | undefined {
  return node.args.find((argument) => argument.kind === "keyword" && argument.name === name)?.value;
}
