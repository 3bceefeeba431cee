/**
 * Removes a job, schedule, sensor, check or resource with what names it: its statement (or the element of a list in which it is made), elements of lists,
 * imports. Whatever else uses it is a decision for a person, and refused with its place.
 */
import type { Location, Span } from "../../base/span.ts";
import type { LoadedLocation } from "../../dagster/analysis.ts";
import type { FileEdit } from "../../diagnostics/diagnostic.ts";
import type { CodeLocation } from "../../types/graph-document.ts";
import { about, type Refusal, refuse } from "../change-set.ts";
import { type OwnStatement, ownStatement } from "../definitions/own-statement.ts";
import { withConsequences } from "../graph/intended.ts";
import { usesOfGlobal } from "../names/global-uses.ts";
import { everyNode } from "../names/tree-search.ts";
import { nothingToDo, type Plan, type Proposal } from "../plan.ts";
import type { Project } from "../project.ts";
import { nameEdits } from "../references/name-edits.ts";
import { definitionEdit, elementEdit } from "../text/take-out.ts";

export type RemovableKind = "job" | "schedule" | "sensor" | "check" | "resource";

export interface RemoveDefinition {
  readonly what: RemovableKind;
  /** `ASSET:NAME` of a check; the key of a resource. */
  readonly name: string;
}

export function removeDefinition(project: Project, { what, name }: RemoveDefinition): Proposal | Refusal {
  const subject = `${what}:${name}`;
  const title = `Remove ${what} \`${name}\``;
  const location = project.analysis.locations.find(({ document }) => isIn(document, { what, name }));
  if (!location) return nothingToDo(title, subject);
  const at = placesOf(location, { what, name });
  const [first] = at;
  if (!first || at.length > 1)
    return refuse("computed-value", `${what} \`${name}\` is not made in one place`, { at: first, subject, help: "Remove it by hand." });
  const user = what === "resource" ? userOfResource(location, name, first) : userOf(location, { what, name });
  if (user) return refuse("not-editable", user.message, { at: user.at, subject, help: "Change or remove that first." });
  const edits = what === "resource" ? resourceEdits(project, location, name) : definitionEdits(project, first);
  if ("kind" in edits) return about(subject, edits);
  const intended: Plan["intended"] = (before, after) => withConsequences(without(before, { what, name }), after);
  return { kind: "proposal", title, subject, at: first, plans: [{ edits, intended }] };
}

function isIn(location: CodeLocation, { what, name }: RemoveDefinition): boolean {
  const left = without(location, { what, name });
  return left.jobs !== location.jobs && sizeOf(left) < sizeOf(location);
}

function sizeOf({ jobs, schedules, sensors, checks, resources }: CodeLocation): number {
  return jobs.length + schedules.length + sensors.length + checks.length + resources.length;
}

function without(location: CodeLocation, { what, name }: RemoveDefinition): CodeLocation {
  const is = (kind: RemovableKind, own: string) => kind === what && own === name;
  return {
    ...location,
    nodes: location.nodes.map((node) => ({ ...node, checks: node.checks.filter((check) => !is("check", `${node.key}:${check}`)) })),
    jobs: location.jobs.filter((each) => !is("job", each.name)),
    schedules: location.schedules.filter((each) => !is("schedule", each.name)),
    sensors: location.sensors.filter((each) => !is("sensor", each.name)),
    checks: location.checks.filter((each) => !is("check", `${each.asset}:${each.name}`)),
    resources: location.resources.filter(({ key }) => !is("resource", key)),
  };
}

/** Where it is made: the decorator, the call; of a resource the entry. */
function placesOf({ graphs }: LoadedLocation, { what, name }: RemoveDefinition): readonly Location[] {
  const places = graphs.flatMap((graph) => {
    if (what === "resource") return graph.resources.filter(({ key }) => key === name).map(({ at }) => at);
    if (what === "check")
      return graph.checks.filter((check) => `${check.asset.join("/")}:${check.name}` === name).map(({ object }) => object.at);
    return graph[`${what}s`].filter((each) => each.name === name).map(({ object }) => object.at);
  });
  return [...new Map(places.map((at) => [`${at.path}:${at.start}`, at])).values()];
}

export interface User {
  readonly at: Location;
  readonly message: string;
}

/** A schedule or sensor that launches the job; another check of the same definition. */
export function userOf({ graphs }: LoadedLocation, { what, name }: RemoveDefinition): User | undefined {
  for (const { schedules, sensors, checks, assets } of graphs) {
    for (const schedule of what === "job" ? schedules : [])
      if (schedule.target?.kind === "job" && schedule.target.name === name)
        return { at: schedule.at, message: `the schedule \`${schedule.name}\` runs it` };
    for (const sensor of what === "job" ? sensors : [])
      if (sensor.targets.some((target) => target.kind === "job" && target.name === name))
        return { at: sensor.at, message: `the sensor \`${sensor.name}\` runs it` };
    if (what !== "check") continue;
    const check = checks.find((each) => `${each.asset.join("/")}:${each.name}` === name);
    const shared = checks.find((each) => check && each !== check && each.object === check.object);
    if (shared) return { at: shared.at, message: `the check \`${shared.name}\` is made by the same function` };
    const asset = [...assets.values()].find(({ claim }) => check && claim?.object === check.object);
    if (asset && check) return { at: check.at, message: `the function of the asset \`${asset.path.join("/")}\` makes the check` };
  }
  return undefined;
}

function userOfResource({ document }: LoadedLocation, name: string, at: Location): User | undefined {
  const node = document.nodes.find(({ resources, ioManager }) => resources.includes(name) || ioManager === name);
  return node && { at, message: `the asset \`${node.key}\` needs it` };
}

/** Its entries in mappings, found as a rename would find them; a parameter, `context.resources`, a required key is a use that stays. */
function resourceEdits(project: Project, location: LoadedLocation, name: string): readonly FileEdit[] | Refusal {
  const edits: FileEdit[] = [];
  for (const { path, start, end } of nameEdits(project, location, { what: "resource", name, to: name })) {
    const file = project.file(path);
    const isKey =
      file &&
      everyNode(file, project).some((node) => node.kind === "dict" && node.entries.some(({ key }) => key && isWithin({ start, end }, key)));
    const edit = isKey ? elementEdit(project, file, { start, end }) : undefined;
    if (!edit)
      return refuse("not-editable", `\`${name}\` is used here`, { at: { path, start, end }, help: "Change or remove that first." });
    edits.push(edit);
  }
  if (edits.length > 0) return edits;
  return refuse("computed-value", "the key is not written in a mapping", { help: "Remove it where the resources are put together." });
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function definitionEdits(project: Project, at: Location): readonly FileEdit[] | Refusal {
  const own = ownStatement(project, at);
  if (own) return statementEdits(project, own);
  return entryEdits(project, at);
}

/** The statement with every element and import that means it. */
export function statementEdits(project: Project, { file, statement, name }: OwnStatement): readonly FileEdit[] | Refusal {
  const edits: FileEdit[] = [definitionEdit(file, statement)];
  for (const { path, start, end } of usesOfGlobal(project, { path: file.path, name }).at) {
    const user = project.file(path);
    if (!user || (path === file.path && statement.start <= start && end <= statement.end)) continue;
    const edit = elementEdit(project, user, { start, end });
    if (!edit)
      return refuse("not-editable", `\`${name}\` is used here`, {
        at: { path, start, end },
        help: "Change this place by hand first.",
      });
    edits.push(edit);
  }
  return edits;
}

/** What is made in its place: `jobs=[define_asset_job("daily")]`, `resources={"warehouse": …}`. */
function entryEdits(project: Project, at: Location): readonly FileEdit[] | Refusal {
  const file = project.file(at.path);
  const edit = file && elementEdit(project, file, at);
  if (edit) return [edit];
  return refuse("computed-value", "it is made here, and that is neither a statement of a module nor an element of a list", {
    at,
    help: "Remove it by hand.",
  });
}
