/** Calls that make partitions of time, the decorators of partitioned configurations among them, with what came of their offsets. */

import type { Location } from "../../../base/span.ts";
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import type { LibraryObject } from "../../../python/value.ts";
import { type Call, callsOf } from "../calls.ts";
import { objectsByType } from "../logged.ts";
import { remember } from "../remember.ts";
import { partitionsField } from "./partitions.ts";

const PERIODS = ["hourly", "daily", "weekly", "monthly"];
const NAMES = [
  "dagster.TimeWindowPartitionsDefinition",
  ...PERIODS.map((period) => `dagster.${period[0]?.toUpperCase()}${period.slice(1)}PartitionsDefinition`),
  ...PERIODS.map((period) => `dagster.${period}_partitioned_config`),
];

export interface WindowCall {
  readonly call: Call;
  /** `DailyPartitionsDefinition`. */
  readonly name: string;
  readonly fmt: string | undefined;
  readonly cron: string | undefined;
}

export const windowCalls: (location: LoadedLocation) => readonly WindowCall[] = remember((location) =>
  callsOf(location, ...NAMES).map((call) => {
    const made = madeBy(call, location);
    return { call, name: call.name.slice("dagster.".length), fmt: textField(made, "fmt"), cron: textField(made, "cron_schedule") };
  }),
);

/** A decorator makes its definition at its own place. */
function madeBy({ call, at }: Call, location: LoadedLocation): LibraryObject | undefined {
  if (call.result?.kind === "object") return call.result;
  return partitionsByPlace(location).get(at);
}

const partitionsByPlace = remember((location: LoadedLocation): ReadonlyMap<Location, LibraryObject> => {
  const types = [...objectsByType(location)].filter(([type]) => type.endsWith("PartitionsDefinition"));
  return new Map(types.flatMap(([, objects]) => objects.map((object) => [object.at, object] as const)).reverse());
});

function textField(value: LibraryObject | undefined, name: string): string | undefined {
  const field = partitionsField(value, name);
  return field?.kind === "str" ? field.value : undefined;
}
