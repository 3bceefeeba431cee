/** A macro as a value: calling it binds its parameters, runs its body, and gives what `return` named or what was printed. */
import type { MacroStatement } from "../../formats/jinja/syntax.ts";
import { callable, type DbtCallArguments, type DbtMapping, type DbtObject, type DbtValue, dbtUnknown, UNDEFINED } from "../value.ts";
import { childScope, type JinjaRun, type JinjaScope, joinText, MAX_DEPTH, outOfSteps } from "./run.ts";

export type MacroShape = Pick<MacroStatement, "name" | "parameters" | "body">;

/** `scope` is where the macro's free names are looked up, before the run's own. */
export function macroOf(run: JinjaRun, macro: MacroShape, scope: JinjaScope | undefined): DbtObject {
  return callable(macro.name, (args) => callMacro(run, macro, scope, args));
}

function callMacro(run: JinjaRun, macro: MacroShape, scope: JinjaScope | undefined, args: DbtCallArguments): DbtValue {
  if (run.depth >= MAX_DEPTH) return dbtUnknown("limit", `the macro \`${macro.name}\` calls itself too deeply`);
  if (run.stepsLeft <= 0) return outOfSteps();
  const inner = childScope(scope);
  bind(run, macro, inner, args);
  const parts: DbtValue[] = [];
  run.depth++;
  run.execute(inner, macro.body, parts);
  run.depth--;
  const { returned } = run;
  run.returned = undefined;
  if (run.stepsLeft <= 0) return outOfSteps();
  return returned === undefined ? joinText(parts) : returned.value;
}

function bind(run: JinjaRun, macro: MacroShape, inner: JinjaScope, { positional, keywords }: DbtCallArguments): void {
  const { parameters } = macro;
  for (let index = 0; index < parameters.length; index++) {
    const parameter = parameters[index];
    if (parameter === undefined) continue;
    const given = positional[index] ?? keywords.get(parameter.name);
    const value = given ?? (parameter.default === undefined ? UNDEFINED : run.evaluate(inner, parameter.default));
    inner.names.set(parameter.name, value);
  }
  inner.names.set("varargs", positional.slice(parameters.length));
  inner.names.set("kwargs", keywords.size === 0 ? new Map() : otherKeywords(macro, keywords));
  const caller = keywords.get("caller");
  if (caller !== undefined) inner.names.set("caller", caller);
}

function otherKeywords({ parameters }: MacroShape, keywords: DbtCallArguments["keywords"]): DbtMapping {
  const names = new Set(parameters.map(({ name }) => name));
  return new Map([...keywords].filter(([name]) => !names.has(name) && name !== "caller"));
}
