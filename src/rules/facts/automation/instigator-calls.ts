/** Calls that make schedules and sensors, whichever way they are written, and what such a call is called in a message. */
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import type { Value } from "../../../python/value.ts";
import { type Call, callsOf } from "../calls.ts";
import { subjectOf } from "../subject.ts";

const SCHEDULES = ["dagster.ScheduleDefinition", "dagster.schedule"] as const;
const SENSORS = [
  "dagster.SensorDefinition",
  "dagster.sensor",
  "dagster.AssetSensorDefinition",
  "dagster.asset_sensor",
  "dagster.MultiAssetSensorDefinition",
  "dagster.multi_asset_sensor",
] as const;

export function scheduleCalls(location: LoadedLocation): readonly Call[] {
  return callsOf(location, ...SCHEDULES);
}

/** Sensors that launch something of their own choosing; not those on the status of runs, nor on automation conditions. */
export function sensorCalls(location: LoadedLocation): readonly Call[] {
  return callsOf(location, ...SENSORS);
}

/** What came of the call: of a decorator what came of its first application. */
export function madeBy({ call }: Call): Value | undefined {
  return call.result?.kind === "native" ? call.applications[0]?.result : call.result;
}

/** `` `nightly` ``, with a word before it; the word alone when the name is not known. */
export function describeInstigator(call: Call, word: string): string {
  const made = madeBy(call);
  const name = made?.kind === "object" ? made.fields.get("name") : call.given("name")?.value;
  return name?.kind === "str" && name.value !== "" ? `the ${word} \`${name.value}\`` : `the ${word}`;
}

/** `{ subject }`, or nothing. */
export function aboutInstigator(call: Call): { readonly subject?: string } {
  const subject = subjectOf(madeBy(call));
  return subject === undefined ? {} : { subject };
}
