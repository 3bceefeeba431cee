/**
 * Generated projects and generated operations, all of them: what an edit says it changed is all that changed, doing it twice is doing it once, and the
 * operation that is its inverse gives the files back. That the graph is the intended one is asked of a second reading here, apart from the operation's own.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits, invertEdits } from "../../src/base/text-edit.ts";
import type { EditRequest } from "../../src/edit/edit-request.ts";
import type { CodeLocation } from "../../src/types/graph-document.ts";
import { editFiles, type Files, graphOf } from "./edit-files.ts";
import { filesOf, type Generated, generatedProject, keysOf } from "./generated-project.ts";

interface Case {
  readonly request: EditRequest;
  /** Undoes it, file by file. */
  readonly inverse?: EditRequest;
  /** What is there afterwards and was not before; a minus for what has gone: `asset:orders`, `-job:nightly`. */
  readonly changes: readonly string[];
  /** It cannot be done twice: what it adds exists then. */
  readonly once?: true;
}

type Operation = (project: Generated, pick: number) => Case | undefined;

const at = <Item>(items: readonly Item[], pick: number): Item | undefined => items[pick % items.length];
const leafRenamed = (key: string) => key.replace(/[^/]+$/, "renamed_one");

function definition(what: "job" | "schedule" | "sensor" | "check" | "group" | "resource", name: string, to: string, back = to): Case {
  const isCheck = what === "check";
  const asset = name.slice(0, name.lastIndexOf(":") + 1);
  return {
    request: { kind: "rename-definition", what, name, to },
    inverse: { kind: "rename-definition", what, name: isCheck ? `${asset}${to}` : to, to: isCheck ? name.slice(asset.length) : back },
    changes: [`-${what}:${name}`, `${what}:${isCheck ? asset : ""}${to}`],
  };
}

const isRunnable = ({ assets }: Generated) => assets.some(({ style }) => style !== "spec");

const OPERATIONS: Readonly<Record<string, Operation>> = {
  "rename-asset": (project, pick) => {
    const asset = at(keysOf(project), pick) ?? "";
    const to = leafRenamed(asset);
    return {
      request: { kind: "rename-asset", asset, to },
      inverse: { kind: "rename-asset", asset: to, to: asset },
      changes: [`-asset:${asset}`, `asset:${to}`],
    };
  },
  "rename-asset to more parts": (project, pick) => {
    const asset = at(keysOf(project), pick) ?? "";
    const to = `lake/${asset}`;
    return { request: { kind: "rename-asset", asset, to }, changes: [`-asset:${asset}`, `asset:${to}`] };
  },
  "rename-job": (project) => (isRunnable(project) ? definition("job", "nightly", "at_midnight", "nightly") : undefined),
  "rename-schedule": (project) => (isRunnable(project) ? definition("schedule", "at_night", "at_midnight", "at_night") : undefined),
  "rename-sensor": (project) => (isRunnable(project) ? definition("sensor", "on_change", "on_event", "on_change") : undefined),
  "rename-check": (project) => definition("check", `${keysOf(project)[0]}:is_fine`, "is_good"),
  "rename-resource": () => definition("resource", "warehouse", "lake", "warehouse"),
  "add-dep": (project, pick) => {
    const keys = keysOf(project);
    const index = 1 + (pick % (keys.length - 1));
    const [asset = "", upstream = ""] = [keys[index], keys[index - 1]];
    if (project.assets[index]?.upstream[index - 1]) return undefined;
    return {
      request: { kind: "add-dep", asset, upstream },
      inverse: { kind: "remove-dep", asset, upstream },
      changes: [`edge:${upstream} -> ${asset}`],
    };
  },
  "remove-dep": (project, pick) => {
    const keys = keysOf(project);
    const index = 1 + (pick % (keys.length - 1));
    const before = project.assets[index]?.upstream.findIndex((is, position) => is && position < index) ?? -1;
    if (before < 0) return undefined;
    const [asset = "", upstream = ""] = [keys[index], keys[before]];
    return { request: { kind: "remove-dep", asset, upstream }, changes: [`-edge:${upstream} -> ${asset}`] };
  },
  set: (project, pick) => {
    const asset = at(keysOf(project), pick) ?? "";
    const fields = [
      ["description", "All that was sold"],
      ["owners", "team:data"],
      ["kinds", "python"],
      ["tags", "tier=gold"],
      ["group", "sales"],
      ["code-version", "2"],
      ["partitions", "daily:2024-01-01"],
      ["automation-condition", "eager"],
    ] as const;
    const [field, value] = fields[Math.floor(pick / 7) % fields.length] ?? fields[0];
    return { request: { kind: "set", asset, field, value }, inverse: { kind: "set", asset, field }, changes: [] };
  },
  "add-asset": (project) => ({
    request: { kind: "add-definition", module: project.apart ? "assets" : "definitions", definition: { what: "asset", key: ["invoices"] } },
    inverse: { kind: "remove-asset", asset: "invoices" },
    changes: ["asset:invoices"],
    once: true,
  }),
  "add-job": () => ({
    request: { kind: "add-definition", module: "jobs.py", definition: { what: "job", name: "hourly", selection: "*" } },
    changes: ["job:hourly"],
    once: true,
  }),
  "add-schedule": (project) =>
    isRunnable(project)
      ? {
          request: {
            kind: "add-definition",
            module: "jobs.py",
            definition: { what: "schedule", name: "hourly", cron: "0 * * * *", job: "weekly" },
          },
          changes: ["schedule:hourly"],
          once: true,
        }
      : undefined,
  "add-sensor": (project) =>
    isRunnable(project)
      ? {
          request: { kind: "add-definition", module: "jobs.py", definition: { what: "sensor", name: "hourly", job: "weekly" } },
          changes: ["sensor:hourly"],
          once: true,
        }
      : undefined,
  "add-check": (project) => {
    const [asset = ""] = keysOf(project);
    return {
      request: { kind: "add-definition", module: "checks.py", definition: { what: "check", name: "is_new", asset: asset.split("/") } },
      changes: [`check:${asset}:is_new`],
      once: true,
    };
  },
  "add-resource": () => ({
    request: {
      kind: "add-definition",
      module: "resources.py",
      definition: { what: "resource", key: "mailer", name: "Mailer", values: [] },
    },
    changes: ["resource:mailer"],
    once: true,
  }),
  "remove-schedule": (project) =>
    isRunnable(project)
      ? { request: { kind: "remove-definition", what: "schedule", name: "at_night" }, changes: ["-schedule:at_night"] }
      : undefined,
  "remove-sensor": (project) =>
    isRunnable(project)
      ? { request: { kind: "remove-definition", what: "sensor", name: "on_change" }, changes: ["-sensor:on_change"] }
      : undefined,
  "remove-job": (project) =>
    isRunnable(project) ? { request: { kind: "remove-definition", what: "job", name: "weekly" }, changes: ["-job:weekly"] } : undefined,
  "remove-check": (project) => ({
    request: { kind: "remove-definition", what: "check", name: `${keysOf(project)[0]}:is_fine` },
    changes: [`-check:${keysOf(project)[0]}:is_fine`],
  }),
  "remove-resource": () => ({
    request: { kind: "remove-definition", what: "resource", name: "warehouse" },
    changes: ["-resource:warehouse"],
  }),
  "take-from-definitions": (project) =>
    isRunnable(project)
      ? {
          request: { kind: "take-from-definitions", object: "definitions:weekly" },
          inverse: { kind: "add-to-definitions", object: "definitions:weekly" },
          changes: ["-job:weekly"],
        }
      : undefined,
  "move-asset": (project, pick) => {
    const asset = at(keysOf(project), pick) ?? "";
    return project.apart ? { request: { kind: "move-asset", asset, module: "definitions" }, changes: [] } : undefined;
  },
};

/** `asset:orders`, `edge:orders -> revenue`, `job:nightly`, …: what the graph holds. */
function contents(locations: readonly CodeLocation[]): ReadonlySet<string> {
  return new Set(
    locations.flatMap(({ nodes, edges, checks, jobs, schedules, sensors, resources }) => [
      ...nodes.map(({ key }) => `asset:${key}`),
      ...edges.map(({ from, to }) => `edge:${from} -> ${to}`),
      ...checks.map(({ asset, name }) => `check:${asset}:${name}`),
      ...jobs.map(({ name }) => `job:${name}`),
      ...schedules.map(({ name }) => `schedule:${name}`),
      ...sensors.map(({ name }) => `sensor:${name}`),
      ...resources.map(({ key }) => `resource:${key}`),
    ]),
  );
}

/** Without what follows: from an asset's name its edges and checks, from a condition the sensor that Dagster adds. */
function difference(before: ReadonlySet<string>, after: ReadonlySet<string>, { request }: Case): readonly string[] {
  const follows = (name: string) =>
    name === "sensor:default_automation_condition_sensor" || (request.kind === "rename-asset" && /^-?(edge|check):/.test(name));
  const gone = [...before].filter((name) => !after.has(name)).map((name) => `-${name}`);
  return [...gone, ...[...after].filter((name) => !before.has(name))].filter((name) => !follows(name)).sort();
}

/** The files after the edit; `undefined` when it is refused. */
async function done(files: Files, request: EditRequest): Promise<Files | undefined> {
  const outcome = await editFiles(files, request);
  if (outcome.kind === "refusal") return undefined;
  for (const { before, after, edits } of outcome.files) {
    if (before === null) continue;
    expect(applyEdits(before, edits)).toBe(after);
    expect(applyEdits(after, invertEdits(before, edits))).toBe(before);
  }
  return { ...files, ...Object.fromEntries(outcome.files.map(({ path, after }) => [path, after])) };
}

describe("an operation on a generated project", () => {
  it.each(Object.entries(OPERATIONS))(
    "%s",
    async (_, operation) => {
      let carriedOut = 0;
      await fc.assert(
        fc.asyncProperty(generatedProject, fc.nat(), async (project, pick) => {
          const made = operation(project, pick);
          if (!made) return;
          const files = filesOf(project);
          const after = await done(files, made.request);
          if (!after) return;
          carriedOut += 1;
          expect(difference(contents(await graphOf(files)), contents(await graphOf(after)), made)).toEqual([...made.changes].sort());
          if (!made.once) expect(await done(after, made.request)).toEqual(after);
          if (made.inverse) expect(await done(after, made.inverse)).toEqual(files);
        }),
        { numRuns: 6, seed: 7 },
      );
      expect(carriedOut).toBeGreaterThan(0);
    },
    60_000,
  );
});
