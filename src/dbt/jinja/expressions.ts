/** Jinja's expressions over values of which some are unknown: an unknown operand makes an unknown result, never a guess. */

import { exhaustive } from "../../base/exhaustive.ts";
import type {
  AttributeExpression,
  CallExpression,
  ConditionalExpression,
  JinjaExpression,
  SubscriptExpression,
} from "../../formats/jinja/syntax.ts";
import {
  type DbtObject,
  type DbtValue,
  dbtUnknown,
  isMapping,
  isObject,
  isUnknown,
  numberOf,
  pythonStr,
  truthOf,
  UNDEFINED,
} from "../value.ts";
import { applyFilter } from "./builtins/filters.ts";
import { methodOf } from "./builtins/methods.ts";
import { applyTest } from "./builtins/tests.ts";
import { evaluateArguments } from "./call-arguments.ts";
import { applyBinary, applyCompare, applyUnary } from "./operators.ts";
import { type JinjaRun, type JinjaScope, joinText, lookUp, outOfSteps, takeStep } from "./run.ts";
import { sliceOf, takeItem } from "./sequence.ts";

export function evaluateExpression(run: JinjaRun, scope: JinjaScope, expression: JinjaExpression): DbtValue {
  if (!takeStep(run)) return outOfSteps();
  switch (expression.kind) {
    case "name":
      return lookUp(run, scope, expression.name) ?? UNDEFINED;
    case "string":
    case "integer":
    case "boolean":
      return expression.value;
    case "float":
      return { kind: "float", value: expression.value };
    case "none":
      return null;
    case "tuple":
    case "list":
      return expression.items.map((item) => evaluateExpression(run, scope, item));
    case "dict":
      return new Map(
        expression.entries.map(({ key, value }) => [pythonStr(evaluateExpression(run, scope, key)), evaluateExpression(run, scope, value)]),
      );
    case "conditional":
      return evaluateConditional(run, scope, expression);
    case "filter":
      return applyFilter(run, scope, expression, undefined);
    case "test":
      return applyTest(run, scope, expression);
    case "call":
      return evaluateCall(run, scope, expression);
    case "attribute":
      return evaluateAttribute(run, scope, expression);
    case "subscript":
      return evaluateSubscript(run, scope, expression);
    case "unary":
      return applyUnary(expression.operator, evaluateExpression(run, scope, expression.operand));
    case "binary":
      return applyBinary(run, scope, expression);
    case "compare":
      return applyCompare(run, scope, expression);
    case "concat":
      return joinText(expression.items.map((item) => evaluateExpression(run, scope, item)));
    default:
      return exhaustive(expression);
  }
}

function evaluateConditional(run: JinjaRun, scope: JinjaScope, { test, value, otherwise }: ConditionalExpression): DbtValue {
  const truth = truthOf(evaluateExpression(run, scope, test));
  if (truth === true) return evaluateExpression(run, scope, value);
  if (truth === false) return otherwise === undefined ? UNDEFINED : evaluateExpression(run, scope, otherwise);
  run.conditions.push(truth);
  evaluateExpression(run, scope, value);
  if (otherwise !== undefined) evaluateExpression(run, scope, otherwise);
  run.conditions.pop();
  return truth;
}

function evaluateAttribute(run: JinjaRun, scope: JinjaScope, { object, name }: AttributeExpression): DbtValue {
  return attributeOf(evaluateExpression(run, scope, object), name);
}

function attributeOf(object: DbtValue, name: string): DbtValue {
  if (isUnknown(object)) return object;
  if (isObject(object)) return object.attribute?.(name) ?? UNDEFINED;
  return methodOf(object, name) ?? (isMapping(object) ? (object.get(name) ?? UNDEFINED) : UNDEFINED);
}

function evaluateSubscript(run: JinjaRun, scope: JinjaScope, expression: SubscriptExpression): DbtValue {
  const object = evaluateExpression(run, scope, expression.object);
  const { index } = expression;
  if (index.kind !== "slice") return takeItem(object, evaluateExpression(run, scope, index));
  const bound = (part: JinjaExpression | undefined): number | undefined =>
    part === undefined ? undefined : numberOf(evaluateExpression(run, scope, part));
  return sliceOf(object, { from: bound(index.from), to: bound(index.to), step: bound(index.step) });
}

export function evaluateCall(run: JinjaRun, scope: JinjaScope, expression: CallExpression, caller?: DbtObject): DbtValue {
  const callee = evaluateExpression(run, scope, expression.callee);
  const { positional, keywords } = evaluateArguments(run, scope, expression.arguments);
  if (caller !== undefined) keywords.set("caller", caller);
  if (isUnknown(callee)) return callee;
  if (isObject(callee) && callee.call !== undefined) return callee.call({ positional, keywords });
  noteUndefined(run, scope, expression);
  return dbtUnknown("external-library", `the macro \`${describeCallee(expression.callee)}\` is not in the repository`);
}

/** Packages that come with an adapter. */
const ADAPTER_PACKAGE = /^dbt_(athena|bigquery|clickhouse|databricks|duckdb|fabric|postgres|redshift|snowflake|spark|sqlserver|trino)$/;

function noteUndefined(run: JinjaRun, scope: JinjaScope, { callee, start, end }: CallExpression): void {
  if (run.depth > 0 || callee.kind !== "attribute" || callee.object.kind !== "name") return;
  if (lookUp(run, scope, callee.object.name) !== undefined || ADAPTER_PACKAGE.test(callee.object.name)) return;
  run.undefinedCalls.push({ name: describeCallee(callee), at: { start, end } });
}

function describeCallee(callee: JinjaExpression): string {
  if (callee.kind === "name") return callee.name;
  return callee.kind === "attribute" ? `${describeCallee(callee.object)}.${callee.name}` : "(expression)";
}
