/**
 * One evaluation of a template: its names, its budget, and how it stands. dbt evaluates a model while it parses, with `execute`
 * false and no database; here the same is done over values of which some are unknown. A condition nobody can decide runs all
 * its branches: what they name then is uncertain.
 */
import type { Span } from "../../base/span.ts";
import { type ParsedTemplate, parseJinja } from "../../formats/jinja/parse.ts";
import type { BlockTagHeader, JinjaBody, JinjaExpression } from "../../formats/jinja/syntax.ts";
import { type DbtUnknown, type DbtValue, dbtUnknown, findUnknown, pythonStr } from "../value.ts";

/** What dbt adds to Jinja's tags. */
const BLOCK_TAGS: ReadonlyMap<string, BlockTagHeader> = new Map([
  ["test", "signature"],
  ["data_test", "signature"],
  ["materialization", "options"],
  ["snapshot", "name"],
  ["docs", "name"],
]);

export function parseDbtJinja(text: string): ParsedTemplate {
  return parseJinja(text, { blockTags: BLOCK_TAGS });
}

/** True when there is anything to evaluate. */
export function hasJinja(text: string): boolean {
  return text.includes("{") && (text.includes("{{") || text.includes("{%") || text.includes("{#"));
}

export interface JinjaScope {
  readonly names: Map<string, DbtValue>;
  readonly parent: JinjaScope | undefined;
}

/** Where names come from that no template sets. */
export type NameSource = (name: string) => DbtValue | undefined;

export interface JinjaRun {
  readonly names: NameSource;
  evaluate(scope: JinjaScope, expression: JinjaExpression): DbtValue;
  /** Runs a body; what it prints goes to `output`. */
  execute(scope: JinjaScope, body: JinjaBody, output: DbtValue[]): void;
  /** Undecided conditions around the place that is evaluated, outermost first. */
  readonly conditions: DbtUnknown[];
  /** Calls in the text itself, not in a macro, of what nothing defines: `dbt_utils.star`. */
  readonly undefinedCalls: { readonly name: string; readonly at: Span }[];
  stepsLeft: number;
  depth: number;
  /** Set by `return(…)`: the macro ends here. */
  returned: { readonly value: DbtValue } | undefined;
}

export const MAX_DEPTH = 60;

/** False when the budget is used up: what is left then is not evaluated. */
export function takeStep(run: JinjaRun): boolean {
  run.stepsLeft--;
  return run.stepsLeft > 0;
}

export function outOfSteps(): DbtUnknown {
  return dbtUnknown("limit", "the template takes too many steps to evaluate");
}

export function childScope(parent: JinjaScope | undefined): JinjaScope {
  return { names: new Map(), parent };
}

export function lookUp(run: JinjaRun, scope: JinjaScope, name: string): DbtValue | undefined {
  for (let at: JinjaScope | undefined = scope; at !== undefined; at = at.parent) {
    const value = at.names.get(name);
    if (value !== undefined) return value;
  }
  return run.names(name);
}

/** What was printed: the text, or what keeps it from being known. */
export function joinText(parts: readonly DbtValue[]): string | DbtUnknown {
  let text = "";
  for (const part of parts) {
    if (typeof part === "string") {
      text += part;
      continue;
    }
    const unknown = findUnknown(part);
    if (unknown !== undefined) return unknown;
    text += pythonStr(part);
  }
  return text;
}

export function under<Result>(run: JinjaRun, condition: DbtUnknown, work: () => Result): Result {
  run.conditions.push(condition);
  try {
    return work();
  } finally {
    run.conditions.pop();
  }
}
