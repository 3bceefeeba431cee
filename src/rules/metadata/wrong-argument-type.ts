import type { Interpreter } from "../../python/interpreter.ts";
import type { Value } from "../../python/value.ts";
import { callsOf } from "../facts/calls.ts";
import { ASSET_CALLS, subjectOfCall } from "../facts/spec-attributes.ts";
import { pythonRepr, typeName } from "../facts/values.ts";
import { defineRule } from "../rule.ts";

/** Parameters whose type Dagster checks wherever they stand. `str`, or a class of Dagster's. */
const TYPES: Readonly<Record<string, string>> = {
  description: "str",
  code_version: "str",
  group_name: "str",
  partitions_def: "PartitionsDefinition",
  automation_condition: "AutomationCondition",
  freshness_policy: "FreshnessPolicy",
  retry_policy: "RetryPolicy",
  backfill_policy: "BackfillPolicy",
};

const CALLS = [...ASSET_CALLS, "dagster.op", "dagster.asset_check"];

export const wrongArgumentType = defineRule({
  name: "wrong-argument-type",
  group: "metadata",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "An argument of a definition is of another type than Dagster takes: a class that is not called, a number where text is expected.",
    why: 'Dagster refuses: `Param "..." is not a ... Got ... which is type ...`',
    example: `import dagster as dg

@dg.asset(partitions_def=dg.DailyPartitionsDefinition)
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(partitions_def=dg.DailyPartitionsDefinition(start_date="2024-01-01"))
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/definitions/assets/definition/asset_spec.py, op_definition.py, 1.13.27",
  },
  check({ location, report }) {
    for (const call of callsOf(location, ...CALLS)) {
      for (const [parameter, type] of Object.entries(TYPES)) {
        const argument = call.given(parameter);
        if (!argument || !isKnownNot(argument.value, type, location.interpreter)) continue;
        const called = argument.value.kind === "symbol" || argument.value.kind === "class";
        report({
          message: `\`${parameter}\` is ${called ? "not called" : `a \`${typeName(argument.value)}\``}; ${/^[AEIO]/.test(type) ? "an" : "a"} \`${type}\` is expected`,
          why: `Dagster: "Param "${parameter}" is not a ${type}. Got ${pythonRepr(argument.value)} which is type …".`,
          help: called ? "Call it, with the arguments that it needs." : `Give a \`${type}\`.`,
          location: argument.at,
          ...subjectOfCall(call),
        });
      }
    }
  },
});

const PLAIN: ReadonlySet<string> = new Set([
  "str",
  "int",
  "float",
  "bool",
  "bytes",
  "list",
  "tuple",
  "dict",
  "set",
  "function",
  "class",
  "module",
]);

/** Only what is known through and through is known not to be of the type. */
function isKnownNot(value: Value, type: string, interpreter: Interpreter): boolean {
  if (value.kind === "symbol")
    return (
      value.name.startsWith("dagster.") &&
      /^dagster\.(?:\w+PartitionsDefinition|AutomationCondition\.\w+|\w*Policy(?:\.\w+)?)$/.test(value.name)
    );
  if (type === "str") return PLAIN.has(value.kind) && value.kind !== "str";
  if (PLAIN.has(value.kind)) return true;
  return value.kind === "object" && value.type.startsWith("dagster.") && !interpreter.isInstance(value, `dagster.${type}`);
}
