/** Puts the families of the evaluator together: statements, expressions and what they share. */
import { evaluateExpression } from "./expressions.ts";
import type { JinjaRun, NameSource } from "./run.ts";
import { executeBody } from "./statements.ts";

const STEPS = 200_000;

export function newRun(names: NameSource): JinjaRun {
  const run: JinjaRun = {
    names,
    conditions: [],
    undefinedCalls: [],
    stepsLeft: STEPS,
    depth: 0,
    returned: undefined,
    evaluate: (scope, expression) => evaluateExpression(run, scope, expression),
    execute: (scope, body, output) => executeBody(run, scope, body, output),
  };
  return run;
}
