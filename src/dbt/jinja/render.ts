/** Text of a YAML file with Jinja in it, as dbt renders it: one expression alone keeps its type, everything else is text. */

import type { JinjaExpression } from "../../formats/jinja/syntax.ts";
import { type DbtMapping, type DbtUnknown, type DbtValue, isMapping, UNDEFINED } from "../value.ts";
import { type BaseContext, baseNames } from "./context/base-context.ts";
import { newRun } from "./evaluation.ts";
import { childScope, hasJinja, type JinjaRun, joinText, parseDbtJinja } from "./run.ts";

export function renderNative(context: BaseContext, text: string): DbtValue {
  if (!hasJinja(text)) return withoutLineEnd(text);
  const parts = evaluate(context, text);
  if (parts.length === 1 && isConstantOutput(text)) return joinText(parts);
  if (parts.length === 0) return "";
  if (parts.length > 1) return joinText(parts);
  const [only = null] = parts;
  return only === UNDEFINED ? null : only;
}

/** Jinja's compiler prints a constant: `{{ 3 }}` is text. */
function isConstantOutput(text: string): boolean {
  const [statement] = parseDbtJinja(text).body;
  return statement?.kind === "output" && statement.expressions.every(isConstant);
}

function isConstant(expression: JinjaExpression): boolean {
  if (expression.kind === "unary") return isConstant(expression.operand);
  if (expression.kind === "binary") return isConstant(expression.left) && isConstant(expression.right);
  if (expression.kind === "list" || expression.kind === "tuple") return expression.items.every(isConstant);
  return ["string", "integer", "float", "boolean", "none"].includes(expression.kind);
}

export function renderText(context: BaseContext, text: string, extra?: ReadonlyMap<string, DbtValue>): string | DbtUnknown {
  return hasJinja(text) ? joinText(evaluate(context, text, extra)) : text;
}

function evaluate(context: BaseContext, text: string, extra?: ReadonlyMap<string, DbtValue>): DbtValue[] {
  const run: JinjaRun = newRun((name) => extra?.get(name) ?? names(name));
  const names = baseNames(context, run);
  const parts: DbtValue[] = [];
  run.execute(childScope(undefined), parseDbtJinja(withoutLineEnd(text)).body, parts);
  return parts;
}

/** Jinja takes one line end from the end of a template; a text of YAML is one, with or without tags. */
function withoutLineEnd(text: string): string {
  return text.endsWith("\n") ? text.replace(/\r?\n$/, "") : text;
}

export type Keypath = readonly (string | number)[];

/** Every text in a value, but where `rendered` says no. A value without templates is given as it is. */
export function renderDeep(context: BaseContext, value: DbtValue, rendered: (path: Keypath) => boolean): DbtValue {
  if (!needsRendering(value)) return value;
  const path: (string | number)[] = [];
  const below = (step: string | number, item: DbtValue): DbtValue => {
    path.push(step);
    const result = render(item);
    path.pop();
    return result;
  };
  const render = (item: DbtValue): DbtValue => {
    if (!needsRendering(item)) return item;
    if (typeof item === "string") return rendered(path) ? renderNative(context, item) : item;
    if (Array.isArray(item)) return item.map((inner, index) => below(index, inner));
    if (!isMapping(item)) return item;
    const copy: DbtMapping = new Map();
    for (const [key, inner] of item) copy.set(key, below(key, inner));
    return copy;
  };
  return render(value);
}

/** A text with a template in it or a line end at its end, however deep. */
function needsRendering(value: DbtValue): boolean {
  if (typeof value === "string") return hasJinja(value) || value.endsWith("\n");
  if (Array.isArray(value)) return value.some(needsRendering);
  if (!isMapping(value)) return false;
  for (const item of value.values()) if (needsRendering(item)) return true;
  return false;
}
