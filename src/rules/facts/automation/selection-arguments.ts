/** Every place where Dagster takes a selection of assets, or something that it makes one of, with what is written there. */
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import type { ArgumentValue } from "../../../python/library.ts";
import type { StrValue, Value } from "../../../python/value.ts";
import { type Call, callsOf } from "../calls.ts";
import { elementsOf } from "../values.ts";

export interface SelectionArgument {
  readonly call: Call;
  readonly parameter: string;
  readonly argument: ArgumentValue;
  /** A `target=` takes jobs and single assets as well. */
  readonly isTarget: boolean;
}

interface Site {
  readonly names: readonly string[];
  readonly parameter: string;
  readonly isTarget?: true;
}

const SITES: readonly Site[] = [
  { names: ["dagster.define_asset_job"], parameter: "selection" },
  {
    names: ["dagster.ScheduleDefinition", "dagster.schedule", "dagster.SensorDefinition", "dagster.sensor"],
    parameter: "target",
    isTarget: true,
  },
  { names: ["dagster.SensorDefinition", "dagster.sensor"], parameter: "asset_selection" },
  { names: ["dagster.multi_asset_sensor", "dagster.MultiAssetSensorDefinition"], parameter: "request_assets" },
  { names: ["dagster.AutomationConditionSensorDefinition"], parameter: "target" },
];

export function selectionArguments(location: LoadedLocation): readonly SelectionArgument[] {
  return SITES.flatMap(({ names, parameter, isTarget = false }) =>
    callsOf(location, ...names).flatMap((call) => {
      const argument = call.given(parameter);
      return argument ? [{ call, parameter, argument, isTarget }] : [];
    }),
  );
}

export interface SelectionText {
  readonly text: StrValue;
  readonly argument: ArgumentValue;
}

/** Strings that Dagster parses as selections when the code runs, whether or not anything comes of it. */
export function selectionTexts(location: LoadedLocation): readonly SelectionText[] {
  const given = selectionArguments(location).map(({ argument }) => argument);
  const parsed = callsOf(location, "dagster.AssetSelection.from_string").flatMap((call) => call.given("string") ?? []);
  return [...given, ...parsed].flatMap((argument) => stringsIn(argument.value).map((text) => ({ text, argument })));
}

/** A list counts only if all of it is strings: another is refused as a whole. */
function stringsIn(value: Value): readonly StrValue[] {
  if (value.kind === "str") return [value];
  if (value.kind !== "list" && value.kind !== "tuple") return [];
  const { items } = elementsOf(value);
  const strings = items.filter((item) => item.kind === "str");
  return strings.length === items.length ? strings : [];
}
