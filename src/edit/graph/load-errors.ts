/** What Dagster would refuse in a graph, as words: an edit may not bring a new one. */
import type { LoadedLocation } from "../../dagster/analysis.ts";
import { toUserString } from "../../dagster/model/asset-key.ts";

export function loadErrors({ graphs, problems, document }: LoadedLocation): readonly string[] {
  return [
    ...problems.map(({ message }) => message),
    // Two modules that need each other: Python stops at the name that is not there yet.
    ...document.unresolved.filter(({ reason }) => reason === "cycle").map(({ message }) => message),
    ...graphs.flatMap((graph) => [
      ...[...graph.assets.values()].flatMap(({ path, claims, dependencies, claim }) => [
        ...(claims.filter(({ object }) => object.type !== "dagster.SourceAsset").length > 1
          ? [`\`${toUserString(path)}\` is defined twice`]
          : []),
        ...dependencies
          .filter(({ parameter, resolvedBy }) => claim && parameter !== undefined && resolvedBy === "none")
          .map((each) => `\`${toUserString(path)}\` loads \`${toUserString(each.path)}\`, which nothing defines`),
      ]),
      ...graph.jobs.flatMap(({ name, selection }) =>
        (selection?.problems ?? []).map(({ error }) => `the selection of the job \`${name}\` would be refused (${error.kind})`),
      ),
      ...graph.schedules.flatMap(({ name, target }) =>
        target?.kind === "unresolved-name" ? [`the schedule \`${name}\` names the job \`${target.name}\`, which is not there`] : [],
      ),
      ...graph.sensors.flatMap(({ name, targets, selection, monitors }) => [
        ...targets.flatMap((target) =>
          target.kind === "unresolved-name" ? [`the sensor \`${name}\` names the job \`${target.name}\`, which is not there`] : [],
        ),
        ...[...(selection?.problems ?? []), ...(monitors?.problems ?? [])].map(
          ({ error }) => `the selection of the sensor \`${name}\` would be refused (${error.kind})`,
        ),
      ]),
    ]),
  ];
}
