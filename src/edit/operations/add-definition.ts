/**
 * Adds an asset, job, schedule, sensor, check or resource at the end of a module, and to the `Definitions` where nothing finds it by itself. The module
 * may be new. A resource is a class and a key: the class may be there already, in a module of the project or in a package.
 */
import { parseCron } from "../../base/time/cron.ts";
import type { LoadedLocation } from "../../dagster/analysis.ts";
import type { KeyPath } from "../../dagster/model/asset-key.ts";
import { selectionFromString } from "../../dagster/selection/selection-from-string.ts";
import type { FileEdit } from "../../diagnostics/diagnostic.ts";
import type { SourceFile } from "../../python/files/source-file.ts";
import type { Statement } from "../../syntax/statement.ts";
import type { CodeLocation } from "../../types/graph-document.ts";
import { about, type Refusal, refuse } from "../change-set.ts";
import { findAsset, functionOfClaim, isKnownKey, loaderPrefix } from "../definitions/definition-of.ts";
import { definitionText, type NewDefinition } from "../definitions/definition-text.ts";
import { additions, type DefinitionsArgument, type NewMember } from "../definitions/definitions-list.ts";
import { type ModulePlace, placeOfModule } from "../definitions/module-place.ts";
import { resourceText } from "../definitions/resource-text.ts";
import { withConsequences } from "../graph/intended.ts";
import { isIdentifier, isIdentifierUsed } from "../names/identifiers.ts";
import type { NewFile, Plan, Proposal } from "../plan.ts";
import type { Project } from "../project.ts";
import { isImport } from "../text/import-order.ts";
import { importDagster } from "../text/imports.ts";
import { styleOf } from "../text/source-style.ts";
import { commentedStart } from "../text/take-out.ts";

export interface AddDefinition {
  readonly definition: NewDefinition;
  /** `shop.assets.raw`, or the file's path. */
  readonly module: string;
}

export function addDefinition(project: Project, { definition, module }: AddDefinition): Proposal | Refusal {
  const [name, shown] =
    definition.what === "asset" ? [definition.key.at(-1) ?? "", definition.key.join("/")] : [definition.name, definition.name];
  const subject = `${definition.what}:${shown}`;
  const title = `Add ${definition.what} \`${shown}\``;
  const [location] = project.analysis.locations;
  if (!location) return refuse("unknown-subject", "there is no code location to add to", { subject });
  const objection = objectionTo(project, location, definition, name);
  if (objection) return about(subject, objection);
  const place = placeOfModule(project, location, module);
  if (!place && !isPackage(definition, module))
    return refuse("unknown-subject", `there is no module \`${module}\``, {
      subject,
      help: "Name a module of the project, or a path ending in `.py`.",
    });
  const isThere = definition.what === "resource" && (!place || (place.file !== undefined && bindsClass(place.file, name)));
  if (!isThere && place?.file && isIdentifierUsed(name, place.file, project))
    return refuse("name-taken", `\`${place.path}\` has a \`${name}\` already`, { subject, help: "Choose another name or another module." });
  const prefix = definition.what === "asset" && place ? prefixOf(location, place.path) : [];
  const isPrefixed = definition.what === "asset" && prefix.every((part, index) => part === definition.key[index]);
  if (definition.what === "asset" && !isPrefixed)
    return refuse("invalid-name", `\`${place?.path}\` is loaded with the prefix \`${prefix.join("/")}\``, {
      subject,
      help: `Call it \`${[...prefix, ...definition.key].join("/")}\`.`,
    });
  const from = place ? { path: place.path } : { module };
  const adding = { location, definition, prefix, member: memberOf(definition, name, from), ...(place && !isThere && { place }) };
  const isRepository = location.graphs.every(({ target }) => target?.type === "dagster.RepositoryDefinition");
  if (definition.what === "resource" && isRepository)
    return refuse("not-editable", "a `@repository` holds no resources of its own", {
      subject,
      help: "Give it to the assets with `with_resources` and to the jobs with `resource_defs`, or write `Definitions` instead.",
    });
  return { kind: "proposal", title, subject, plans: plansOf(project, adding) };
}

/** `dagster_duckdb`: where only a resource's class may come from. */
function isPackage({ what }: NewDefinition, module: string): boolean {
  return what === "resource" && !module.includes("/") && isIdentifier(module.split(".")[0] ?? "");
}

function bindsClass({ tree }: SourceFile, name: string): boolean {
  return tree.body.some((statement) => statement.kind === "class" && statement.name === name);
}

function memberOf(definition: NewDefinition, name: string, from: NewMember["from"]): NewMember {
  const member = { argument: ARGUMENTS[definition.what], name, from };
  if (definition.what !== "resource") return member;
  return { ...member, resource: { key: definition.key, text: (cls, file) => resourceText(cls, definition.values, file) } };
}

function objectionTo(project: Project, { document }: LoadedLocation, definition: NewDefinition, name: string): Refusal | undefined {
  if (!isIdentifier(name) || !/^[A-Za-z0-9_]+$/.test(name))
    return refuse("invalid-name", `\`${name}\` is no name that Dagster takes`, {
      help: "Names are letters, digits and `_`, and no keyword.",
    });
  switch (definition.what) {
    case "asset":
      return isKnownKey(project, definition.key)
        ? refuse("name-taken", `there is an asset \`${definition.key.join("/")}\` already`)
        : undefined;
    case "check":
      return findAsset(project, definition.asset.join("/")).length === 0
        ? refuse("unknown-subject", `there is no asset \`${definition.asset.join("/")}\``)
        : undefined;
    case "resource":
      return document.resources.some(({ key }) => key === definition.key)
        ? refuse("name-taken", `there is a resource \`${definition.key}\` already`)
        : undefined;
    case "job":
      if (!selectionFromString(definition.selection).ok) return refuse("invalid-value", `\`${definition.selection}\` is no selection`);
      return document.jobs.some((job) => job.name === name) ? refuse("name-taken", `there is a job \`${name}\` already`) : undefined;
    default: {
      const isSchedule = definition.what === "schedule";
      if (isSchedule && "invalid" in parseCron(definition.cron))
        return refuse("invalid-value", `\`${definition.cron}\` is no cron schedule`);
      if (!document.jobs.some((job) => job.name === definition.job))
        return refuse("unknown-subject", `there is no job \`${definition.job}\``);
      const others = isSchedule ? document.schedules : document.sensors;
      return others.some((each) => each.name === name)
        ? refuse("name-taken", `there is a ${definition.what} \`${name}\` already`)
        : undefined;
    }
  }
}

/** What a loader puts before the keys of all assets of the file. */
function prefixOf({ graphs }: LoadedLocation, path: string): KeyPath {
  const claims = graphs.flatMap(({ assets }) => [...assets.values()].flatMap(({ claim }) => claim ?? []));
  const named = claims.filter((claim) => functionOfClaim(claim)?.file.path === path && !claim.object.args?.keywords.has("key"));
  const [first, ...others] = named.map(loaderPrefix);
  return first && others.every((each) => each.join("/") === first.join("/")) ? first : [];
}

interface Adding {
  readonly location: LoadedLocation;
  readonly definition: NewDefinition;
  /** Of the key, and not written: a loader gives it. */
  readonly prefix: KeyPath;
  readonly member: NewMember;
  /** Where it is written; absent for a class that is there. */
  readonly place?: ModulePlace;
}

const ARGUMENTS: Readonly<Record<NewDefinition["what"], DefinitionsArgument>> = {
  asset: "assets",
  check: "asset_checks",
  job: "jobs",
  schedule: "schedules",
  sensor: "sensors",
  resource: "resources",
};

function* plansOf(project: Project, { location, definition: wanted, prefix, member, place }: Adding): Iterable<Plan> {
  const definition = wanted.what === "asset" ? { ...wanted, key: wanted.key.slice(prefix.length) } : wanted;
  const intended: Plan["intended"] = (before, after) => withConsequences(withDefinition(before, after, wanted), after);
  const newFiles = place && !place.file ? [newFile(place.path, definition)] : [];
  const appears = (after: CodeLocation) => holds(after, wanted);
  const rest = { newFiles, intended, appears };
  if (definition.what !== "resource") yield { edits: place?.file ? appended(place.file, definition) : [], ...rest };
  for (const edits of additions(project, location, member)) {
    const written = place?.file ? appended(place.file, definition, userAmong(place.file, edits)) : [];
    yield { edits: [...written, ...edits], ...rest };
  }
}

/** The statement of the file that the edits let name the new definition: it has to stand before that. */
function userAmong(file: SourceFile, edits: readonly FileEdit[]): Statement | undefined {
  return file.tree.body.find(
    (statement) =>
      !isImport(statement) && edits.some(({ path, start, end }) => path === file.path && statement.start <= start && end <= statement.end),
  );
}

/** At the end of the file, or before the statement that needs it. */
function appended(file: SourceFile, definition: NewDefinition, user?: Statement): readonly FileEdit[] {
  const { text, path, tree } = file;
  const style = styleOf(file);
  const imported = new Map<string, string>();
  const edits: FileEdit[] = [];
  const { needs, text: render } = definitionText(definition, style);
  for (const need of needs) {
    const { text: spelling, edits: own } = importDagster(file, need);
    imported.set(need, spelling);
    edits.push(...own);
  }
  const code = render((need) => imported.get(need) ?? need);
  const isBlock = /^(@|class )/.test(code);
  if (user) {
    const at = commentedStart(text, user.start);
    const gap = isBlock ? "\n\n\n" : "\n\n";
    const missing = gap.slice(/(?:\r\n|\n|\r)*$/.exec(text.slice(0, at))?.[0].replaceAll("\r\n", "\n").length ?? 0);
    return [...unique(edits), { path, start: at, end: at, text: `${missing}${code}${gap}`.replaceAll("\n", style.newline) }];
  }
  const end = text.length;
  const isBehindBlock = isBlock || ["function", "class"].includes(tree.body.at(-1)?.kind ?? "");
  const lead = text.trim() === "" ? "" : (/[\r\n]$/.test(text) ? "" : "\n") + (isBehindBlock ? "\n\n" : "\n");
  return [...unique(edits), { path, start: end, end, text: `${lead}${code}\n`.replaceAll("\n", style.newline) }];
}

/** Two names that ask for the same new line share it. */
function unique(edits: readonly FileEdit[]): readonly FileEdit[] {
  return [...new Map(edits.map((edit) => [`${edit.start}:${edit.text}`, edit])).values()];
}

function newFile(path: string, definition: NewDefinition): NewFile {
  const { text } = definitionText(definition, { newline: "\n", indent: "    ", quote: '"', lineLength: 88 });
  return {
    path,
    text: `import dagster as dg\n\n${definition.what === "job" || definition.what === "schedule" ? "" : "\n"}${text((need) => `dg.${need}`)}\n`,
  };
}

function holds(location: CodeLocation, definition: NewDefinition): boolean {
  const before = { ...location, nodes: [], checks: [], jobs: [], schedules: [], sensors: [], resources: [] };
  const { nodes, checks, jobs, schedules, sensors, resources } = withDefinition(before, location, definition);
  return nodes.length + checks.length + jobs.length + schedules.length + sensors.length + resources.length > 0;
}

/** Before, with the one new object as it was read. */
function withDefinition(before: CodeLocation, after: CodeLocation, definition: NewDefinition): CodeLocation {
  switch (definition.what) {
    case "asset": {
      const key = definition.key.join("/");
      return { ...before, nodes: [...before.nodes, ...after.nodes.filter((node) => node.key === key && node.kind === "asset")] };
    }
    case "check": {
      const asset = definition.asset.join("/");
      const nodes = before.nodes.map((node) => (node.key === asset ? { ...node, checks: [...node.checks, definition.name] } : node));
      const checks = after.checks.filter((check) => check.asset === asset && check.name === definition.name);
      return { ...before, nodes, checks: [...before.checks, ...checks] };
    }
    case "job":
      return { ...before, jobs: [...before.jobs, ...after.jobs.filter(({ name }) => name === definition.name)] };
    case "resource":
      return { ...before, resources: [...before.resources, ...after.resources.filter(({ key }) => key === definition.key)] };
    case "schedule":
      return { ...before, schedules: [...before.schedules, ...after.schedules.filter(({ name }) => name === definition.name)] };
    default:
      return { ...before, sensors: [...before.sensors, ...after.sensors.filter(({ name }) => name === definition.name)] };
  }
}
