/**
 * Puts an object of a module into what the code location loads, and takes it out again, without touching its definition. The object is named as Python
 * names it (`shop.jobs:daily`), because before it is loaded the graph knows nothing of it.
 */
import type { LoadedLocation } from "../../dagster/analysis.ts";
import type { FileEdit } from "../../diagnostics/diagnostic.ts";
import type { CodeLocation } from "../../types/graph-document.ts";
import { type Refusal, refuse } from "../change-set.ts";
import { additions, type DefinitionsArgument } from "../definitions/definitions-list.ts";
import { placeOfModule } from "../definitions/module-place.ts";
import { type OwnStatement, statementOfName } from "../definitions/own-statement.ts";
import { withConsequences } from "../graph/intended.ts";
import { dottedName, usesOfGlobal } from "../names/global-uses.ts";
import { nothingToDo, type Plan, type Proposal } from "../plan.ts";
import type { Project } from "../project.ts";
import { elementEdit } from "../text/take-out.ts";
import { userOf } from "./remove-definition.ts";

export interface RegisterDefinition {
  /** `shop.jobs:daily`, `shop/jobs.py:daily`. */
  readonly object: string;
  /** Of a resource: its key. */
  readonly key?: string;
}

export function addToDefinitions(project: Project, request: RegisterDefinition): Proposal | Refusal {
  const { object, key } = request;
  const found = find(project, request);
  if ("kind" in found) return found;
  const { location, own, argument } = found;
  const [subject, title] = [`object:${object}`, `Add \`${object}\` to the definitions`];
  if (isLoaded(location.document, own)) return nothingToDo(title, subject);
  const from = { path: own.file.path };
  const resource = key === undefined ? undefined : { key, text: (name: string) => ({ text: name, edits: [] }) };
  const member = { argument, name: own.name, from, ...(resource && { resource }) };
  const intended: Plan["intended"] = (before, after) => withConsequences(withMade(before, after, own, key), after);
  const appears = (after: CodeLocation) => isLoaded(after, own) || after.resources.some((each) => each.key === key);
  return { kind: "proposal", title, subject, at: placeOf(own), plans: plans(additions(project, location, member), { intended, appears }) };
}

function* plans(edits: Iterable<readonly FileEdit[]>, rest: Omit<Plan, "edits">): Iterable<Plan> {
  for (const each of edits) yield { edits: each, ...rest };
}

export function takeFromDefinitions(project: Project, request: RegisterDefinition): Proposal | Refusal {
  const { object } = request;
  const found = find(project, request);
  if ("kind" in found) return found;
  const { location, own } = found;
  const [subject, title] = [`object:${object}`, `Take \`${object}\` from the definitions`];
  const uses = elementsOf(project, own);
  if (!isLoaded(location.document, own) && uses.length === 0) return nothingToDo(title, subject);
  if (uses.length === 0)
    return refuse("computed-value", `\`${own.name}\` is an element of no list: a loader finds it`, {
      at: placeOf(own),
      subject,
      help: "Move it to a module that is not loaded, or remove it.",
    });
  const job = location.document.jobs.find(makes(own));
  const user = job && userOf(location, { what: "job", name: job.name });
  if (user) return refuse("not-editable", `${user.message}, which loads it too`, { at: user.at, subject, help: "Take that out first." });
  const intended: Plan["intended"] = (before, after) => withConsequences(withoutMade(before, after, own), after);
  const proposals = [...uses.map((edit) => [edit]), uses].map((edits) => ({ edits, intended }));
  return { kind: "proposal", title, subject, at: placeOf(own), plans: proposals };
}

interface Found {
  readonly location: LoadedLocation;
  readonly own: OwnStatement;
  readonly argument: DefinitionsArgument;
}

function find(project: Project, { object, key }: RegisterDefinition): Found | Refusal {
  const subject = `object:${object}`;
  const [, module, name] = /^([\w./-]+):([A-Za-z_]\w*)$/.exec(object) ?? [];
  if (module === undefined || name === undefined)
    return refuse("invalid-name", `\`${object}\` names no object of a module`, { subject, help: "`shop.jobs:daily` does." });
  for (const location of project.analysis.locations) {
    const file = placeOfModule(project, location, module)?.file;
    const own = file && statementOfName(file, name);
    if (!own) continue;
    const argument = key === undefined ? argumentOf(own) : "resources";
    if (argument) return { location, own, argument };
    return refuse("invalid-value", `what \`${name}\` is cannot be told from its definition`, {
      at: placeOf(own),
      subject,
      help: "For a resource, give its key with `--key`.",
    });
  }
  return refuse("unknown-subject", `no module \`${module}\` defines one \`${name}\``, { subject });
}

function placeOf({ file, statement }: OwnStatement) {
  return { path: file.path, start: statement.start, end: statement.end };
}

/** Dagster's names say what they make: `define_asset_job`, `ScheduleDefinition`, `@dbt_assets`. The first that fits, because a job's name may hold "asset". */
const MAKERS: readonly (readonly [RegExp, DefinitionsArgument])[] = [
  [/check/i, "asset_checks"],
  [/sensor/i, "sensors"],
  [/schedule/i, "schedules"],
  [/job/i, "jobs"],
  [/asset/i, "assets"],
];

function argumentOf({ statement }: OwnStatement): DefinitionsArgument | undefined {
  const makers =
    statement.kind === "function"
      ? statement.decorators
      : statement.kind === "assign" || statement.kind === "annotated-assign"
        ? [statement.value]
        : [];
  for (const maker of makers) {
    if (!maker) continue;
    const name =
      dottedName(maker.kind === "call" ? maker.callee : maker)
        ?.split(".")
        .at(-1) ?? "";
    const found = MAKERS.find(([pattern]) => pattern.test(name));
    if (found) return found[1];
  }
  return undefined;
}

/** True for what the statement makes: its source lies in it. */
function makes({
  file,
  statement,
}: OwnStatement): (object: { readonly source: { readonly file: string; readonly line: number } }) => boolean {
  const line = (offset: number) => file.text.slice(0, offset).split(/\r\n|\n|\r/).length;
  const [from, to] = [line(statement.start), line(statement.end)];
  return ({ source }) => source.file === file.path && from <= source.line && source.line <= to;
}

const SECTIONS = ["nodes", "checks", "jobs", "schedules", "sensors"] as const;

function isLoaded(location: CodeLocation, own: OwnStatement): boolean {
  const isMade = makes(own);
  return SECTIONS.some((section) => location[section].some((each) => isMade(each) && !("kind" in each && each.kind === "stub")));
}

/** Before, with what the statement makes as it was read. */
function withMade(before: CodeLocation, after: CodeLocation, own: OwnStatement, key: string | undefined): CodeLocation {
  const isNew = makes(own);
  const made = <T extends { readonly source: { readonly file: string; readonly line: number } }>(objects: readonly T[]) =>
    objects.filter(isNew);
  const nodes = made(after.nodes);
  const keys = new Set(nodes.map((node) => node.key));
  const named = new Set(after.edges.filter(({ to }) => keys.has(to)).map(({ from }) => from));
  const stubs = after.nodes.filter(
    (node) => node.kind === "stub" && named.has(node.key) && !before.nodes.some((each) => each.key === node.key),
  );
  const checks = made(after.checks);
  return {
    ...before,
    nodes: [...before.nodes.filter((node) => !keys.has(node.key)), ...nodes, ...stubs].map((node) => ({
      ...node,
      checks: after.nodes.find((each) => each.key === node.key)?.checks ?? node.checks,
    })),
    edges: [...before.edges, ...after.edges.filter(({ to }) => keys.has(to))],
    checks: [...before.checks, ...checks],
    jobs: [...before.jobs, ...made(after.jobs)],
    schedules: [...before.schedules, ...made(after.schedules)],
    sensors: [...before.sensors, ...made(after.sensors)],
    resources: [...before.resources, ...after.resources.filter((each) => each.key === key)],
  };
}

/** The other way round: a key that something still names is a stub then. */
function withoutMade(before: CodeLocation, after: CodeLocation, own: OwnStatement): CodeLocation {
  const isMade = makes(own);
  const keys = new Set(before.nodes.filter(isMade).map(({ key }) => key));
  const left = <T extends { readonly source: { readonly file: string; readonly line: number } }>(objects: readonly T[]) =>
    objects.filter((each) => !isMade(each));
  const nodes = left(before.nodes).filter(({ key, kind }) => kind !== "stub" || after.nodes.some((each) => each.key === key));
  return {
    ...before,
    nodes: [...nodes, ...after.nodes.filter(({ key, kind }) => kind === "stub" && keys.has(key))].map((node) => ({
      ...node,
      checks: after.nodes.find((each) => each.key === node.key)?.checks ?? node.checks,
    })),
    edges: before.edges.filter(({ to }) => !keys.has(to)),
    checks: left(before.checks),
    jobs: left(before.jobs),
    schedules: left(before.schedules),
    sensors: left(before.sensors),
    resources: after.resources,
  };
}

/** Edits that take the name out of lists and mappings, one each. */
function elementsOf(project: Project, { file, name, statement }: OwnStatement): readonly FileEdit[] {
  return usesOfGlobal(project, { path: file.path, name }).at.flatMap(({ path, start, end }) => {
    const user = project.file(path);
    if (!user || (path === file.path && statement.start <= start && end <= statement.end)) return [];
    if (user.tree.body.some((each) => each.kind === "import-from" && each.start <= start && end <= each.end)) return [];
    return elementEdit(project, user, { start, end }) ?? [];
  });
}
