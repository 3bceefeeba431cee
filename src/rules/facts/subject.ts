/** What a finding is about, in the words of the graph document: `asset:raw/orders`, `job:daily`. */
import { readAssetKey, toUserString } from "../../dagster/model/asset-key.ts";
import type { Value } from "../../python/value.ts";

const NAMED: Readonly<Record<string, string>> = {
  "dagster.OpDefinition": "op",
  "dagster.GraphDefinition": "graph",
  "dagster.JobDefinition": "job",
  "dagster.UnresolvedAssetJobDefinition": "job",
  "dagster.ScheduleDefinition": "schedule",
  "dagster.SensorDefinition": "sensor",
};

/** Absent for what has no name, or none that is known. */
export function subjectOf(value: Value | undefined): string | undefined {
  if (value?.kind !== "object") return undefined;
  if (value.type === "dagster.AssetsDefinition") {
    const specs = value.fields.get("specs");
    return specs?.kind === "list" && specs.items.length === 1 ? subjectOf(specs.items[0]) : undefined;
  }
  const key = value.fields.get("key");
  if (key?.kind === "object") {
    const path = readAssetKey(key);
    return path.known ? `asset:${toUserString(path.value)}` : undefined;
  }
  const name = value.fields.get("name");
  const kind = NAMED[value.type] ?? (value.type.endsWith("SensorDefinition") ? "sensor" : undefined);
  return kind !== undefined && name?.kind === "str" ? `${kind}:${name.value}` : undefined;
}

/** `{ subject }`, or nothing: for spreading into a finding. */
export function about(value: Value | undefined): { readonly subject?: string } {
  const subject = subjectOf(value);
  return subject === undefined ? {} : { subject };
}
