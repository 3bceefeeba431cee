/** What of schedules and sensors is compared: when they fire, what they start, whether they start on their own. */
import { DEFAULT_SENSOR } from "../../dagster/loading/graph/automation-sensor.ts";
import type { Schedule, ScheduleTarget, Sensor } from "../../types/graph-document.ts";
import { codeField, scalarField, setField, stableJson } from "../compare-field.ts";
import { type ObjectKind, plainEntry, type Renamed } from "../entry.ts";
import { followAsset } from "./jobs.ts";

export const SCHEDULES: ObjectKind<Schedule> = {
  kind: "schedule",
  entries: (location) => location.document.schedules.map((schedule) => plainEntry("schedule", schedule.name, schedule, location)),
  nameAtHead: (entry) => entry.name,
  fields: [
    scalarField("cron", "cron", (entry) => entry.object.cron.join(", ")),
    scalarField("timezone", "timezone", (entry) => entry.object.timezone ?? "UTC"),
    scalarField("target", "target", (entry, renamed) => printTarget(entry.object.target, renamed)),
    scalarField("status", "status", (entry) => entry.object.status),
    codeField(),
  ],
  identities: ({ object, codeHash }) => [
    ...(codeHash === null ? [] : [`code ${codeHash}`]),
    ...(object.target === null ? [] : [stableJson([object.cron, object.timezone, object.target])]),
  ],
};

export const SENSORS: ObjectKind<Sensor> = {
  kind: "sensor",
  entries: (location) => location.document.sensors.map((sensor) => plainEntry("sensor", sensor.name, comparedSensor(sensor), location)),
  nameAtHead: (entry) => entry.name,
  fields: [
    scalarField("type", "type", (entry) => entry.object.type),
    setField(
      "target",
      "targets",
      (entry) => entry.object.targets.map((target) => target.job),
      (job, renamed) => renamed.jobs.get(job) ?? job,
    ),
    setField("assets", "assets", (entry) => entry.object.assets, followAsset),
    setField("monitors", "monitors", (entry) => entry.object.monitors, followAsset),
    scalarField("status", "status", (entry) => entry.object.status),
    codeField(),
  ],
  identities: ({ codeHash }) => (codeHash === null ? [] : [`code ${codeHash}`]),
};

/** True for the sensor that Dagster adds by itself, which runs whatever has a condition: that it reaches an asset is no news. */
export function runsEverything({ name, type }: Sensor): boolean {
  return type === "automation" && name === DEFAULT_SENSOR;
}

/** What runs everything follows each asset that comes or goes, and says nothing by it. */
function comparedSensor(sensor: Sensor): Sensor {
  if (!runsEverything(sensor)) return sensor;
  return { ...sensor, assets: [], unresolved: sensor.unresolved.filter((field) => field !== "assets") };
}

/** `job daily`, `assets orders, customers`. */
function printTarget(target: ScheduleTarget | null, renamed: Renamed | null): string | null {
  if (target === null) {
    return null;
  }
  if ("job" in target) {
    return `job ${renamed?.jobs.get(target.job) ?? target.job}`;
  }
  return `assets ${target.assets.map((key) => renamed?.assets.get(key) ?? key).join(", ")}`;
}
