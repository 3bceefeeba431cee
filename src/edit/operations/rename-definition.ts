/** Renames a job, schedule, sensor, group or resource: the literal or the function that names it, and every place that names it by a string. */
import type { LoadedLocation } from "../../dagster/analysis.ts";
import type { Given } from "../../dagster/loading/graph/asset-graph.ts";
import type { FileEdit } from "../../diagnostics/diagnostic.ts";
import type { Value } from "../../python/value.ts";
import { renderLiteral } from "../../syntax/python-literal.ts";
import { type Refusal, refuse } from "../change-set.ts";
import { functionOfObject, writtenDefinition } from "../definitions/definition-of.ts";
import { withConsequences } from "../graph/intended.ts";
import { withNameRenamed } from "../graph/rename-document.ts";
import { isKeyword } from "../names/identifiers.ts";
import { renameGlobal } from "../names/rename-global.ts";
import { nothingToDo, type Plan, type Proposal } from "../plan.ts";
import type { Project } from "../project.ts";
import { replaceString } from "../references/literal-edit.ts";
import { nameEdits } from "../references/name-edits.ts";
import { setArgument } from "../text/arguments.ts";
import { styleOf } from "../text/source-style.ts";

export type NamedKind = "job" | "schedule" | "sensor" | "group" | "resource";

export interface RenameDefinition {
  readonly what: NamedKind;
  readonly name: string;
  readonly to: string;
}

export function renameDefinition(project: Project, { what, name, to }: RenameDefinition): Proposal | Refusal {
  const subject = `${what}:${name}`;
  const title = `Rename ${what} \`${name}\` to \`${to}\``;
  const { locations } = project.analysis;
  const [isThere, isTaken] = [name, to].map((each) => locations.some((location) => namesIn(location, what).has(each)));
  if (!isThere && isTaken) return nothingToDo(title, subject);
  if (!isThere)
    return refuse("unknown-subject", `there is no ${what} \`${name}\``, { subject, help: "`dagsight graph --format json` lists them." });
  if (!/^[A-Za-z0-9_]+$/.test(to) || isKeyword(to))
    return refuse("invalid-name", `\`${to}\` is no name that Dagster takes`, {
      subject,
      help: "Names are letters, digits and `_`, and no keyword.",
    });
  if (isTaken) return refuse("name-taken", `there is a ${what} \`${to}\` already`, { subject, help: "Choose another name." });
  return { kind: "proposal", title, subject, plans: plansOf(project, { what, name, to }) };
}

function namesIn({ document }: LoadedLocation, what: NamedKind): ReadonlySet<string> {
  switch (what) {
    case "group":
      return new Set(document.nodes.flatMap(({ group }) => group ?? []));
    case "resource":
      return new Set(document.resources.map(({ key }) => key));
    default:
      return new Set(document[`${what}s`].map((object) => object.name));
  }
}

function* plansOf(project: Project, renaming: RenameDefinition): Iterable<Plan> {
  const intended: Plan["intended"] = (before, after) => {
    const renamed = withNameRenamed(before, renaming.what, renaming);
    return renaming.what === "group" ? withConsequences(renamed, after) : renamed;
  };
  const { locations } = project.analysis;
  const references = locations.flatMap((location) => nameEdits(project, location, renaming));
  const definitions = locations.flatMap((location) => definitionsOf(location, renaming));
  const literals = definitions.flatMap(({ object }) => literalEdit(project, object.fields.get("name"), renaming));
  const naming = definitions.filter(
    ({ object }) => functionOfObject(object)?.name === renaming.name && !originOf(object.fields.get("name")),
  );
  const byFunction = naming.map(({ object }) => {
    const fn = functionOfObject(object);
    const edits = fn && renameGlobal(project, { path: fn.file.path, name: renaming.name }, renaming.to);
    const { definition } = fn ?? {};
    return definition?.kind === "function" && edits?.some(({ start }) => start === definition.nameSpan.start) ? edits : undefined;
  });
  const base = [...references, ...literals, ...locations.flatMap((location) => scheduleNames(project, location, renaming))];
  if (byFunction.every((edits) => edits !== undefined)) yield { edits: [...base, ...byFunction.flat()], intended };
  yield { edits: [...base, ...definitions.flatMap((definition) => argumentEdit(project, definition, renaming))], intended };
}

function definitionsOf({ graphs }: LoadedLocation, { what, name }: RenameDefinition): readonly Given[] {
  if (what === "group" || what === "resource") return [];
  return graphs.flatMap((graph) =>
    (graph[`${what}s`] as readonly (Given & { readonly name: string })[]).filter((each) => each.name === name),
  );
}

function originOf(value: Value | undefined): Extract<Value, { readonly kind: "str" }>["origin"] {
  return value?.kind === "str" ? value.origin : undefined;
}

function literalEdit(project: Project, value: Value | undefined, { name, to }: RenameDefinition): readonly FileEdit[] {
  if (value?.kind !== "str" || !value.origin || value.value !== name) return [];
  const edit = replaceString(project, { value: name, at: value.origin }, to);
  return edit ? [edit] : [];
}

/** `name=`, for a function that keeps its name and for a schedule that is named after its job. */
function argumentEdit(project: Project, { object }: Given, { to }: RenameDefinition): readonly FileEdit[] {
  if (originOf(object.fields.get("name"))) return [];
  const written = writtenDefinition(project, object, functionOfObject(object));
  if (!written) return [];
  const style = styleOf(written.file);
  const value = renderLiteral(to, style.quote);
  return setArgument(written.file.text, written.call, { name: "name", value }, style).map((edit) => ({ path: written.file.path, ...edit }));
}

/** Schedules that are named after their job keep the name that they have: their history hangs on it. */
function scheduleNames(project: Project, { graphs }: LoadedLocation, { what, name }: RenameDefinition): readonly FileEdit[] {
  if (what !== "job") return [];
  const schedules = graphs.flatMap((graph) => graph.schedules.filter(({ target }) => target?.kind === "job" && target.name === name));
  return schedules
    .filter(({ object }) => !functionOfObject(object) && !originOf(object.fields.get("name")))
    .flatMap((schedule) => argumentEdit(project, schedule, { what: "schedule", name: schedule.name, to: schedule.name }));
}
