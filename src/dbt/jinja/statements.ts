/**
 * Jinja's statements. A loop has a scope of its own, an `if` has none, as in Jinja; branches that nobody can decide between are
 * all run, and what they set is unknown afterwards.
 */

import { exhaustive } from "../../base/exhaustive.ts";
import type { AssignTarget, ForStatement, IfStatement, JinjaBody, JinjaStatement, SetBlockStatement } from "../../formats/jinja/syntax.ts";
import { type DbtUnknown, type DbtValue, isMapping, isObject, isUnknown, truthOf, UNDEFINED } from "../value.ts";
import { applyFilter } from "./builtins/filters.ts";
import { evaluateCall } from "./expressions.ts";
import { macroOf } from "./macro.ts";
import { childScope, type JinjaRun, type JinjaScope, joinText, lookUp, takeStep, under } from "./run.ts";
import { iterate } from "./sequence.ts";

/** Runs a body; what it prints goes to `output`. */
export function executeBody(run: JinjaRun, scope: JinjaScope, body: JinjaBody, output: DbtValue[]): void {
  for (const statement of body) {
    if (run.returned !== undefined || !takeStep(run)) return;
    executeStatement(run, scope, statement, output);
  }
}

function executeStatement(run: JinjaRun, scope: JinjaScope, statement: JinjaStatement, output: DbtValue[]): void {
  switch (statement.kind) {
    case "data":
      output.push(statement.text);
      return;
    case "output":
      for (const expression of statement.expressions) output.push(run.evaluate(scope, expression));
      return;
    case "if":
      executeIf(run, scope, statement, output);
      return;
    case "for":
      executeFor(run, scope, statement, output);
      return;
    case "set":
      assign(run, scope, statement.target, run.evaluate(scope, statement.value));
      return;
    case "set-block":
      executeSetBlock(run, scope, statement);
      return;
    case "with": {
      const inner = childScope(scope);
      for (const { target, value } of statement.bindings) assign(run, inner, target, run.evaluate(scope, value));
      executeBody(run, inner, statement.body, output);
      return;
    }
    case "macro":
      scope.names.set(statement.name, macroOf(run, statement, scope));
      return;
    case "call-block": {
      const caller = macroOf(run, { name: "caller", parameters: statement.parameters, body: statement.body }, scope);
      output.push(evaluateCall(run, scope, statement.call, caller));
      return;
    }
    case "filter-block": {
      const parts: DbtValue[] = [];
      executeBody(run, childScope(scope), statement.body, parts);
      output.push(applyFilter(run, scope, statement.filter, joinText(parts)));
      return;
    }
    case "do":
      run.evaluate(scope, statement.expression);
      return;
    case "block":
    case "autoescape":
      executeBody(run, scope, statement.body, output);
      return;
    case "block-tag":
    case "comment":
    case "extends":
    case "include":
    case "import":
    case "from-import":
      return;
    default:
      exhaustive(statement);
  }
}

function executeIf(run: JinjaRun, scope: JinjaScope, statement: IfStatement, output: DbtValue[]): void {
  let undecided: DbtUnknown | undefined;
  const branches: JinjaScope[] = [];
  const runBranch = (body: JinjaBody): void => {
    if (undecided === undefined) {
      executeBody(run, scope, body, output);
      return;
    }
    const branch = childScope(scope);
    branches.push(branch);
    under(run, undecided, () => executeBody(run, branch, body, output));
    run.returned = undefined;
  };
  for (const { test, body } of statement.branches) {
    const truth = truthOf(run.evaluate(scope, test));
    if (truth === false) continue;
    if (truth === true) {
      runBranch(body);
      settle(scope, branches, undecided, output);
      return;
    }
    undecided ??= truth;
    runBranch(body);
  }
  if (statement.otherwise !== undefined) runBranch(statement.otherwise);
  settle(scope, branches, undecided, output);
}

/** What any of the branches set may be set, or not. */
function settle(scope: JinjaScope, branches: readonly JinjaScope[], undecided: DbtUnknown | undefined, output: DbtValue[]): void {
  if (undecided === undefined) return;
  for (const branch of branches) for (const name of branch.names.keys()) scope.names.set(name, undecided);
  output.push(undecided);
}

function executeFor(run: JinjaRun, scope: JinjaScope, statement: ForStatement, output: DbtValue[]): void {
  const items = iterate(run.evaluate(scope, statement.iterable));
  if (isUnknown(items)) {
    under(run, items, () => runIteration(run, scope, statement, { item: items, loop: items, output }));
    output.push(items);
    return;
  }
  const chosen = statement.condition === undefined ? items : items.filter((item) => passes(run, scope, statement, item));
  for (let index = 0; index < chosen.length; index++) {
    if (run.returned !== undefined || !takeStep(run)) return;
    runIteration(run, scope, statement, { item: chosen[index] ?? null, loop: loopObject(index, chosen), output });
  }
  if (chosen.length === 0 && statement.otherwise !== undefined) executeBody(run, childScope(scope), statement.otherwise, output);
}

interface Iteration {
  readonly item: DbtValue;
  readonly loop: DbtValue;
  readonly output: DbtValue[];
}

function runIteration(run: JinjaRun, scope: JinjaScope, statement: ForStatement, { item, loop, output }: Iteration): void {
  const inner = childScope(scope);
  inner.names.set("loop", loop);
  assign(run, inner, statement.target, item);
  executeBody(run, inner, statement.body, output);
}

/** An undecided condition keeps the item: what is named for it is then uncertain at worst. */
function passes(run: JinjaRun, scope: JinjaScope, statement: ForStatement, item: DbtValue): boolean {
  if (statement.condition === undefined) return true;
  const inner = childScope(scope);
  assign(run, inner, statement.target, item);
  return truthOf(run.evaluate(inner, statement.condition)) !== false;
}

function loopObject(index: number, items: readonly DbtValue[]): DbtValue {
  return { kind: "object", text: "", truth: true, attribute: (name) => LOOP_ATTRIBUTES.get(name)?.(index, items) };
}

/** Most loops ask for one of these at most. */
const LOOP_ATTRIBUTES: ReadonlyMap<string, (index: number, items: readonly DbtValue[]) => DbtValue> = new Map<
  string,
  (index: number, items: readonly DbtValue[]) => DbtValue
>([
  ["index", (index) => index + 1],
  ["index0", (index) => index],
  ["revindex", (index, { length }) => length - index],
  ["revindex0", (index, { length }) => length - index - 1],
  ["first", (index) => index === 0],
  ["last", (index, { length }) => index === length - 1],
  ["length", (_index, { length }) => length],
  ["depth", () => 1],
  ["depth0", () => 0],
  ["previtem", (index, items) => items[index - 1] ?? UNDEFINED],
  ["nextitem", (index, items) => items[index + 1] ?? UNDEFINED],
]);

function executeSetBlock(run: JinjaRun, scope: JinjaScope, statement: SetBlockStatement): void {
  const parts: DbtValue[] = [];
  executeBody(run, childScope(scope), statement.body, parts);
  const text = joinText(parts);
  assign(run, scope, statement.target, statement.filter === undefined ? text : applyFilter(run, scope, statement.filter, text));
}

function assign(run: JinjaRun, scope: JinjaScope, target: AssignTarget, value: DbtValue): void {
  if (target.kind === "name") {
    scope.names.set(target.name, value);
    return;
  }
  if (target.kind === "namespace-attribute") {
    const namespace = lookUp(run, scope, target.namespace);
    const condition = run.conditions.at(-1);
    if (isObject(namespace)) namespace.assign?.(target.attribute, condition ?? value);
    else if (isMapping(namespace)) namespace.set(target.attribute, condition ?? value);
    return;
  }
  const items = iterate(value);
  for (const [index, part] of target.items.entries()) assign(run, scope, part, isUnknown(items) ? items : (items[index] ?? UNDEFINED));
}
