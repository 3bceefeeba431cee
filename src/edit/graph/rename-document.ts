/** A code location with an asset, job, … under another name: what a rename is meant to lead to. */
import { type KeyPath, toPythonIdentifier, toUserString } from "../../dagster/model/asset-key.ts";
import type { CodeLocation } from "../../types/graph-document.ts";

export function withAssetRenamed(location: CodeLocation, from: KeyPath, to: KeyPath): CodeLocation {
  const [old, wanted] = [toUserString(from), toUserString(to)];
  const key = (name: string) => (name === old ? wanted : name);
  const keys = (names: readonly string[]) => names.map(key);
  const check = (name: string) => (name.startsWith(`${old}:`) ? `${wanted}${name.slice(old.length)}` : name);
  const manager = (name: string | null) =>
    name === toPythonIdentifier([...from, "io_manager"]) ? toPythonIdentifier([...to, "io_manager"]) : name;
  return {
    ...location,
    nodes: location.nodes.map((node) =>
      node.key === old ? { ...node, key: wanted, keyPath: to, ioManager: manager(node.ioManager) } : node,
    ),
    edges: location.edges.map((edge) => ({ ...edge, from: key(edge.from), to: key(edge.to) })),
    checks: location.checks.map((each) => ({ ...each, asset: key(each.asset) })),
    jobs: location.jobs.map((job) => ({ ...job, assets: keys(job.assets), checks: job.checks.map(check) })),
    schedules: location.schedules.map((schedule) =>
      schedule.target && "assets" in schedule.target ? { ...schedule, target: { assets: keys(schedule.target.assets) } } : schedule,
    ),
    sensors: location.sensors.map((sensor) => ({ ...sensor, assets: keys(sensor.assets), monitors: keys(sensor.monitors) })),
  };
}

/** `group` renames a group of assets, `resource` a key of `resources=`. */
export function withNameRenamed(
  location: CodeLocation,
  what: "job" | "schedule" | "sensor" | "check" | "group" | "resource",
  { name, to }: { readonly name: string; readonly to: string },
): CodeLocation {
  const rename = (each: string) => (each === name ? to : each);
  const named = <T extends { readonly name: string }>(objects: readonly T[]) =>
    objects.map((object) => ({ ...object, name: rename(object.name) }));
  switch (what) {
    case "group":
      return { ...location, nodes: location.nodes.map((node) => (node.group === name ? { ...node, group: to } : node)) };
    case "resource":
      return {
        ...location,
        nodes: location.nodes.map((node) => ({
          ...node,
          resources: node.resources.map(rename),
          ioManager: node.ioManager === null ? null : rename(node.ioManager),
        })),
        resources: location.resources.map((resource) => ({ ...resource, key: rename(resource.key) })),
      };
    case "check":
      return withCheckRenamed(location, name, to);
    case "schedule":
      return { ...location, schedules: named(location.schedules) };
    case "sensor":
      return { ...location, sensors: named(location.sensors) };
    default:
      return {
        ...location,
        jobs: named(location.jobs),
        schedules: location.schedules.map((schedule) =>
          schedule.target && "job" in schedule.target ? { ...schedule, target: { job: rename(schedule.target.job) } } : schedule,
        ),
        sensors: location.sensors.map((sensor) => ({ ...sensor, targets: sensor.targets.map(({ job }) => ({ job: rename(job) })) })),
      };
  }
}

function withCheckRenamed(location: CodeLocation, name: string, to: string): CodeLocation {
  const colon = name.lastIndexOf(":");
  const [asset, own] = [name.slice(0, colon), name.slice(colon + 1)];
  const rename = (check: string) => (check === own ? to : check);
  return {
    ...location,
    nodes: location.nodes.map((node) => (node.key === asset ? { ...node, checks: node.checks.map(rename) } : node)),
    checks: location.checks.map((check) => (check.asset === asset ? { ...check, name: rename(check.name) } : check)),
    jobs: location.jobs.map((job) => ({ ...job, checks: job.checks.map((check) => (check === name ? `${asset}:${to}` : check)) })),
  };
}
