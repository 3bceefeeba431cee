import { groupBy } from "../../base/group-by.ts";
import type { Interpreter } from "../../python/interpreter.ts";
import type { ArgumentValue } from "../../python/library.ts";
import type { Value } from "../../python/value.ts";
import { callsOf } from "../facts/calls.ts";
import { about } from "../facts/subject.ts";
import { unappliedDecorator } from "../facts/unapplied-decorators.ts";
import { elementsOf, placeInArgument, pythonRepr, typeName } from "../facts/values.ts";
import { defineRule } from "../rule.ts";

/** What each parameter takes. Checks and assets may stand in each other's place. */
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  assets: ["AssetsDefinition", "AssetSpec", "SourceAsset", "CacheableAssetsDefinition"],
  asset_checks: ["AssetsDefinition"],
  jobs: ["JobDefinition", "UnresolvedAssetJobDefinition"],
  schedules: ["ScheduleDefinition", "UnresolvedPartitionedAssetScheduleDefinition"],
  sensors: ["SensorDefinition"],
};

export const definitionsWrongMember = defineRule({
  name: "definitions-wrong-member",
  group: "loading",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "`Definitions` is given something in a place where it does not belong: a function that is not an asset, a list in a list, a job among the assets, one asset instead of a list, what `@schedule` makes without parentheses.",
    why: 'Dagster refuses: `Member of iterable mismatches type. Expected (...)`, `Param "assets" is not a Iterable.`',
    example: `import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.define_asset_job("nightly", selection="orders")

defs = dg.Definitions(assets=[orders, nightly])
`,
    instead: `import dagster as dg

@dg.asset
def orders(): ...

nightly = dg.define_asset_job("nightly", selection="orders")

defs = dg.Definitions(assets=[orders], jobs=[nightly])
`,
    source: "dagster/_core/definitions/definitions_class.py, 1.13.27",
  },
  check({ location, report }) {
    for (const { call } of callsOf(location, "dagster.Definitions.merge")) {
      const wrong = call.args.positional.find(({ value }) => isSurelyNone(value, ["Definitions"], location.interpreter));
      if (!wrong) continue;
      report({
        message: `\`Definitions.merge\` is given ${article(typeName(wrong.value))}`,
        why: `Dagster: "Member of sequence mismatches type. Expected <class '…Definitions'>. Got ${pythonRepr(wrong.value)} …"`,
        help:
          wrong.value.kind === "list" || wrong.value.kind === "tuple"
            ? "Unpack the list: `Definitions.merge(*all)`."
            : "Give it `Definitions` only.",
        location: wrong.at,
      });
    }
    for (const call of callsOf(location, "dagster.Definitions")) {
      for (const [parameter, types] of Object.entries(MEMBERS)) {
        const argument = call.given(parameter);
        const wrong = argument && wrongMember(argument, types, location.interpreter);
        if (!argument || !wrong) continue;
        const isWhole = wrong === argument.value;
        report({
          message: isWhole
            ? `\`${parameter}\` of \`Definitions\` is ${article(typeName(wrong))}, and must be a list`
            : `\`${parameter}\` of \`Definitions\` has ${article(typeName(wrong))} in it`,
          why: isWhole
            ? `Dagster: "Param "${parameter}" is not a Iterable. Got ${pythonRepr(wrong)} …"`
            : `Dagster: "Member of iterable mismatches type. Expected (…${types[0]}…). Got ${reprOf(wrong)} …"`,
          help: adviceFor(wrong, parameter, location.interpreter),
          location: placeInArgument(wrong, argument),
          ...about(wrong),
        });
      }
      const resources = call.given("resources");
      if (resources && isWrongMapping(resources.value)) {
        report({
          message: `\`resources\` of \`Definitions\` is ${article(typeName(resources.value))}, and must be a dict from key to resource`,
          why: `Dagster: "Param "resources" is not one of ['Mapping']. Got ${pythonRepr(resources.value)} …"`,
          help: 'Write `resources={"key": …}`.',
          location: resources.at,
        });
      }
    }
  },
});

function wrongMember({ value }: ArgumentValue, types: readonly string[], interpreter: Interpreter): Value | undefined {
  if (value.kind === "dict") return value.complete && value.entries.size > 0 ? [...value.entries.values()][0]?.key : undefined;
  if (value.kind === "list" || value.kind === "tuple" || value.kind === "set" || value.kind === "iterator") {
    // Objects of one type are judged alike, and there may be ten thousand.
    const alike = groupBy(elementsOf(value).items, (item) => (item.kind === "object" ? item.type : item));
    return [...alike.values()].flatMap(([first]) => first ?? []).find((item) => isSurelyNone(item, types, interpreter));
  }
  return value.kind === "str" || isSurelyNone(value, [], interpreter) ? value : undefined;
}

/** Kinds of definitions that are known to be none of the others. */
const DEFINITIONS = [
  "AssetsDefinition",
  "AssetSpec",
  "AssetCheckSpec",
  "AssetKey",
  "AssetSelection",
  "SourceAsset",
  "JobDefinition",
  "UnresolvedAssetJobDefinition",
  "GraphDefinition",
  "OpDefinition",
  "ScheduleDefinition",
  "UnresolvedPartitionedAssetScheduleDefinition",
  "SensorDefinition",
  "Definitions",
];

function isSurelyNone(value: Value, types: readonly string[], interpreter: Interpreter): boolean {
  if (["str", "int", "float", "bool", "none", "function", "class", "list", "tuple", "dict", "module"].includes(value.kind)) return true;
  if (value.kind === "native") return unappliedDecorator(value) !== undefined;
  // A library by its top-level name is a module.
  if (value.kind === "symbol") return !value.name.includes(".");
  if (value.kind !== "object") return false;
  const is = (type: string): boolean => interpreter.isInstance(value, `dagster.${type}`);
  return DEFINITIONS.some(is) && !types.some(is);
}

function isWrongMapping({ kind }: Value): boolean {
  return kind === "list" || kind === "tuple" || kind === "set" || kind === "str";
}

function reprOf(value: Value): string {
  const decorator = unappliedDecorator(value);
  return decorator === undefined ? pythonRepr(value) : `<function ${decorator}.<locals>.inner`;
}

function adviceFor(wrong: Value, parameter: string, interpreter: Interpreter): string {
  const decorator = unappliedDecorator(wrong);
  if (decorator !== undefined) return `Write \`@${decorator}(…)\`.`;
  if (wrong.kind === "function") return `Decorate \`${wrong.name}\`, or leave it out.`;
  if (wrong.kind === "list" || wrong.kind === "tuple") return "Unpack the inner list: `[*inner, …]`.";
  const place = Object.entries(MEMBERS).find(([, types]) => types.some((type) => interpreter.isInstance(wrong, `dagster.${type}`)))?.[0];
  if (place === parameter) return `Write \`${parameter}=[…]\`.`;
  return place === undefined ? `Leave it out of \`${parameter}\`.` : `Move it to \`${place}\`.`;
}

function article(name: string): string {
  return `${/^[AEIOaeio]/.test(name) ? "an" : "a"} \`${name}\``;
}
