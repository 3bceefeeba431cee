/** Which of the objects that the code makes Dagster gets to see. What was derived from one (a prefix, a group, other specs) stands for it. */

import type { LoadedLocation } from "../../../dagster/analysis.ts";
import { targetsOf } from "../../../dagster/loading/graph/build-instigators.ts";
import { payloadOf } from "../../../dagster/model/payload.ts";
import type { LibraryObject, Value } from "../../../python/value.ts";
import { callsOf } from "../calls.ts";
import { remember } from "../remember.ts";
import { elementsOf } from "../values.ts";

/** Conditional definitions count as loaded. */
export function isLoaded(object: LibraryObject, location: LoadedLocation): boolean {
  return loadedObjects(location).has(identityOf(object));
}

/** What Dagster is handed over, whether or not it takes it there. */
const HANDED_OVER: Readonly<Record<string, readonly string[]>> = {
  "dagster.Definitions": ["assets", "asset_checks", "jobs", "schedules", "sensors"],
  "dagster.ScheduleDefinition": ["job", "target"],
  "dagster.schedule": ["job", "target"],
  "dagster.SensorDefinition": ["job", "jobs", "target"],
  "dagster.sensor": ["job", "jobs", "target"],
};

function handedOver(location: LoadedLocation): readonly LibraryObject[] {
  return callsOf(location, ...Object.keys(HANDED_OVER)).flatMap((call) =>
    (HANDED_OVER[call.name] ?? []).flatMap((parameter) => {
      const value = call.given(parameter)?.value;
      return [value, ...elementsOf(value).items].filter((each) => each?.kind === "object");
    }),
  );
}

const loadedObjects = remember((location: LoadedLocation): ReadonlySet<unknown> => {
  const { graphs } = location;
  const loaded = new Set<unknown>();
  const add = (object: LibraryObject): void => {
    loaded.add(identityOf(object));
  };
  const has = (value: Value | undefined): boolean => value?.kind === "object" && loaded.has(identityOf(value));
  for (const graph of graphs) {
    for (const { claims } of graph.assets.values()) for (const { object } of claims) add(object);
    for (const given of [...graph.checks, ...graph.jobs, ...graph.schedules, ...graph.sensors]) add(given.object);
    for (const { object } of [...graph.schedules, ...graph.sensors]) {
      for (const target of targetsOf(object)) if (target.kind === "job") add(target.job);
    }
  }
  for (const object of handedOver(location)) add(object);
  for (const { receiver, result } of location.calls) {
    // What a method makes of it, as `to_source_asset`, stands for it.
    if (receiver?.kind === "object" && (has(result) || elementsOf(result).items.some(has))) add(receiver);
  }
  return loaded;
});

/** What is derived from a definition of assets has its id. */
function identityOf(object: LibraryObject): unknown {
  return payloadOf(object, "assets")?.id ?? object;
}
