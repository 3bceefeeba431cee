import type { Interpreter } from "../../../python/interpreter.ts";
import type { LibraryCall } from "../../../python/library-call.ts";
import type { Value } from "../../../python/value.ts";
import type { TypeProfile } from "../../facts/arguments/accepted-types.generated.ts";
import { judgeType, type RefusedValue, refusedValue, typedParameters } from "../../facts/arguments/argument-types.ts";
import { type ArgumentsByType, type GivenArgument, givenArguments } from "../../facts/arguments/given-arguments.ts";
import { subjectOfCall } from "../../facts/assets/spec-attributes.ts";
import { isOnNewestDagster } from "../../facts/newest.ts";
import { placeInArgument, pythonRepr, typeName } from "../../facts/values.ts";
import { defineRule } from "../../rule.ts";

/** What rules of their own say more about: by parameter (of a sensor, where it has others as well), the types that they judge. */
const SAID_ELSEWHERE: Readonly<Record<string, string>> = {
  owners: "str",
  exclusions: "str int float bool dict set list tuple function class",
  monitored_assets: "str int function dagster.AssetsDefinition dagster.AssetSpec dagster.SourceAsset dagster.AssetSelection",
  "sensor asset_key": "str int function dagster.AssetsDefinition dagster.AssetSpec dagster.SourceAsset dagster.AssetSelection",
};

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
    if (!isOnNewestDagster(location)) return;
    for (const [callable, byParameter] of givenArguments(location)) {
      for (const [parameter, profile] of typedParameters(callable)) {
        for (const { call, argument, refused } of refusedArguments(byParameter.get(parameter), profile, location.interpreter)) {
          if (isDecorated(call, argument.value) || isSaidElsewhere(callable, parameter, refused, argument.value)) continue;
          report({
            message: messageFor(parameter, refused, argument.value),
            why: `Dagster: "${profile.says.replace("{}", parameter)}. Got ${pythonRepr(refused.value)} which is type …".`,
            help: adviceFor(refused, profile),
            location: placeInArgument(refused.value, argument),
            ...subjectOfCall(call),
          });
        }
      }
    }
  },
});

interface RefusedArgument extends GivenArgument {
  readonly refused: RefusedValue;
}

function refusedArguments(byType: ArgumentsByType | undefined, profile: TypeProfile, interpreter: Interpreter): readonly RefusedArgument[] {
  const found: RefusedArgument[] = [];
  for (const [type, given] of byType ?? []) {
    const verdict = judgeType(type, profile);
    for (const { call, argument } of verdict === "taken" ? [] : given) {
      const refused = refusedValue(argument.value, verdict, interpreter);
      if (refused) found.push({ call, argument, refused });
    }
  }
  return found;
}

/** The function of a decorator without parentheses stands where the first argument would. */
function isDecorated({ args, result }: LibraryCall, value: Value): boolean {
  return value.kind === "function" && result?.kind === "object" && args.positional[0]?.value === value && args.positional.length === 1;
}

function isSaidElsewhere(callable: string, parameter: string, { value, type }: RefusedValue, argument: Value): boolean {
  if (callable === "dagster.AssetDep" && parameter === "asset") return true;
  if (parameter === "deps" || parameter === "non_argument_deps") return value !== argument;
  const types = SAID_ELSEWHERE[/sensor/i.test(callable) ? `sensor ${parameter}` : parameter] ?? SAID_ELSEWHERE[parameter];
  return types?.split(" ").includes(type) ?? false;
}

function messageFor(parameter: string, { value, type }: RefusedValue, argument: Value): string {
  const member = value === argument ? "" : "a member of ";
  if (isNotCalled(type, value)) return `${member}\`${parameter}\` is not called: it is the ${type} itself, not what it makes`;
  return `${member}\`${parameter}\` is ${value.kind === "none" ? "`None`" : `of type \`${typeName(value)}\``}, which is not taken there`;
}

function isNotCalled(type: string, value: Value): boolean {
  return type === "class" || (type === "function" && value.kind === "symbol");
}

function adviceFor({ type, value }: RefusedValue, { taken }: TypeProfile): string {
  if (isNotCalled(type, value)) return "Call it, with the arguments that it needs.";
  const types = taken
    .split(" ")
    .filter((name) => ADVISED.has(name))
    .map((name) => `\`${name}\``);
  return types.length === 0 ? "Give what Dagster names." : `Give ${types.join(" or ")}.`;
}

/** Types that a user would think of. */
const ADVISED: ReadonlySet<string> = new Set(["str", "int", "float", "bool", "list", "dict", "set"]);
