/** What every template of a component sees: `env`, `dg`, `datetime`, and while attributes are resolved `context`. Source: `dagster/components/resolved/scopes.py`. */

import type { Interpreter } from "../../../python/interpreter.ts";
import type { CallContext, TypeModel } from "../../../python/library.ts";
import { NOWHERE, str, symbol } from "../../../python/make-value.ts";
import { assumeUnset } from "../../../python/stdlib/environment.ts";
import type { LibraryObject, Value } from "../../../python/value.ts";
import { raises } from "../../library/construct.ts";
import type { Models } from "../../library/models.ts";

const ENV = "dagster.EnvScope";
const NAMES = "dagster.WrappedObjectScope";
const LOADING = "dagster.LoadContextScope";

function scopeObject(type: string, fields: Iterable<readonly [string, Value]> = []): LibraryObject {
  return { kind: "object", type, fields: new Map(fields), at: NOWHERE };
}

function namesOf(module: string, names: readonly string[]): LibraryObject {
  return scopeObject(
    NAMES,
    names.map((name) => [name, symbol(`${module}.${name}`)] as const),
  );
}

export const BASE_SCOPE: ReadonlyMap<string, Value> = new Map<string, Value>([
  ["env", scopeObject(ENV)],
  [
    "dg",
    namesOf("dagster", [
      "AutomationCondition",
      "FreshnessPolicy",
      "DailyPartitionsDefinition",
      "WeeklyPartitionsDefinition",
      "MonthlyPartitionsDefinition",
      "HourlyPartitionsDefinition",
      "StaticPartitionsDefinition",
      "TimeWindowPartitionsDefinition",
    ]),
  ],
  ["datetime", namesOf("datetime", ["datetime", "timedelta"])],
  ["automation_condition", namesOf("dagster.AutomationCondition", ["eager", "on_cron"])],
]);

/** `context` and the older names beside it. */
export function loadingScope(loading: LibraryObject, context: CallContext): readonly (readonly [string, Value])[] {
  const of = (name: string): Value => context.interpreter.attribute(loading, name, context.at);
  const root = context.interpreter.toStr(of("project_root"), context.at);
  return [
    [
      "context",
      scopeObject(LOADING, ["load_component", "build_defs"].map((name) => [name, of(name)] as const).concat([["project_root", root]])),
    ],
    ["project_root", root],
    ["load_component_at_path", of("load_component")],
    ["build_defs_at_path", of("build_defs")],
  ];
}

function variable(name: string, interpreter: Interpreter): Value {
  const value = interpreter.environment.get(name);
  return value === undefined ? assumeUnset({ kind: "none" }, name) : str(value);
}

const env: TypeModel = {
  attribute: (_, name, interpreter) => variable(name, interpreter),
  call: (_, context) => {
    const [name, fallback] = [context.args.positional[0]?.value, context.args.positional[1] ?? context.args.keywords.get("default")];
    if (name?.kind !== "str") return name ?? raises(context, "`env` needs the name of a variable");
    const value = context.interpreter.environment.get(name.value);
    if (value !== undefined) return str(value);
    if (!fallback)
      return context.interpreter.unknown(
        "runtime-input",
        `the environment variable \`${name.value}\` is known at run time only`,
        context.at,
      );
    return assumeUnset(fallback.value, name.value);
  },
};

export const templateScopeModels: Models = { types: { [ENV]: env, [NAMES]: {}, [LOADING]: {} } };
