/** Building blocks of intended graphs: one object changed, edges added or gone, and what follows from them taken as it was read again. */
import { compareKeys } from "../../base/order.ts";
import type { AssetEdge, AssetNode, CodeLocation } from "../../types/graph-document.ts";

export function withNode(location: CodeLocation, key: string, change: (node: AssetNode) => AssetNode): CodeLocation {
  return { ...location, nodes: location.nodes.map((node) => (node.key === key ? change(node) : node)) };
}

/** Assets of a configuration file repeat it: its hash is their code version, its text their metadata. `kind` is that of their definition. */
export function withEchoes(location: CodeLocation, after: CodeLocation, kind: string): CodeLocation {
  const read = new Map(after.nodes.map((node) => [node.key, node]));
  return {
    ...location,
    nodes: location.nodes.map((node) => {
      const echo = node.definition?.kind === kind ? read.get(node.key) : undefined;
      return echo ? { ...node, codeVersion: echo.codeVersion, metadata: echo.metadata } : node;
    }),
  };
}

/** Ordered, as documents are. */
export function withEdges(location: CodeLocation, edges: readonly AssetEdge[]): CodeLocation {
  const inOrder = [...edges].sort((left, right) => compareKeys(left.from, right.from) || compareKeys(left.to, right.to));
  return { ...location, edges: inOrder };
}

const IMPLICIT_SENSOR = "default_automation_condition_sensor";

/** What selections select, partitions of jobs and the sensor that Dagster adds follow from the assets: they are as they were read. */
export function withConsequences(location: CodeLocation, after: CodeLocation): CodeLocation {
  const jobs = byName(after.jobs);
  const schedules = byName(after.schedules);
  const sensors = byName(after.sensors);
  const implicit = sensors.get(IMPLICIT_SENSOR);
  return {
    ...location,
    jobs: location.jobs.map((job) => {
      const read = jobs.get(job.name);
      return read ? { ...job, assets: read.assets, checks: read.checks, partitions: read.partitions, unresolved: read.unresolved } : job;
    }),
    schedules: location.schedules.map((schedule) => {
      const target = schedules.get(schedule.name)?.target;
      return schedule.target && "assets" in schedule.target && target && "assets" in target ? { ...schedule, target } : schedule;
    }),
    sensors: [
      ...location.sensors
        .filter(({ name }) => name !== IMPLICIT_SENSOR)
        .map((sensor) => {
          const read = sensors.get(sensor.name);
          return read ? { ...sensor, assets: read.assets, monitors: read.monitors } : sensor;
        }),
      ...(implicit ? [implicit] : []),
    ],
  };
}

function byName<T extends { readonly name: string }>(objects: readonly T[]): ReadonlyMap<string, T> {
  return new Map(objects.map((object) => [object.name, object]));
}
