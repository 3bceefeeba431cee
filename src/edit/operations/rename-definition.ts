/** Renames a job, schedule, sensor, check, group or resource: the literal or the function that names it, and every place that names it by a string. */
import type { LoadedLocation } from "../../dagster/analysis.ts";
import type { GraphCheck } from "../../dagster/loading/graph/asset-graph.ts";
import type { FileEdit } from "../../diagnostics/diagnostic.ts";
import type { LibraryObject, Value } from "../../python/value.ts";
import { renderLiteral } from "../../syntax/python-literal.ts";
import { type Refusal, refuse } from "../change-set.ts";
import { functionOfObject, writtenDefinition } from "../definitions/definition-of.ts";
import { withConsequences } from "../graph/intended.ts";
import { withNameRenamed } from "../graph/rename-document.ts";
import { isKeyword } from "../names/identifiers.ts";
import { renameGlobal } from "../names/rename-global.ts";
import { nothingToDo, type Plan, type Proposal } from "../plan.ts";
import type { Project } from "../project.ts";
import { checkEdits } from "../references/check-edits.ts";
import { replaceString } from "../references/literal-edit.ts";
import { nameEdits } from "../references/name-edits.ts";
import { setArgument } from "../text/arguments.ts";
import { styleOf } from "../text/source-style.ts";

export type NamedKind = "job" | "schedule" | "sensor" | "check" | "group" | "resource";

export interface RenameDefinition {
  readonly what: NamedKind;
  /** `ASSET:NAME` of a check. */
  readonly name: string;
  /** Of a check the new name alone. */
  readonly to: string;
}

export function renameDefinition(project: Project, { what, name, to }: RenameDefinition): Proposal | Refusal {
  const subject = `${what}:${name}`;
  const title = `Rename ${what} \`${name}\` to \`${to}\``;
  const { locations } = project.analysis;
  const target = what === "check" ? `${name.slice(0, name.lastIndexOf(":"))}:${to}` : to;
  const [isThere, isTaken] = [name, target].map((each) => locations.some((location) => namesIn(location, what).has(each)));
  if (!isThere && isTaken) return nothingToDo(title, subject);
  if (!isThere)
    return refuse("unknown-subject", `there is no ${what} \`${name}\``, { subject, help: "`dagsight graph --format json` lists them." });
  if (!/^[A-Za-z0-9_]+$/.test(to) || isKeyword(to))
    return refuse("invalid-name", `\`${to}\` is no name that Dagster takes`, {
      subject,
      help: "Names are letters, digits and `_`, and no keyword.",
    });
  if (isTaken) return refuse("name-taken", `there is a ${what} \`${target}\` already`, { subject, help: "Choose another name." });
  return { kind: "proposal", title, subject, plans: plansOf(project, { what, name, to }) };
}

function namesIn({ document }: LoadedLocation, what: NamedKind): ReadonlySet<string> {
  switch (what) {
    case "group":
      return new Set(document.nodes.flatMap(({ group }) => group ?? []));
    case "resource":
      return new Set(document.resources.map(({ key }) => key));
    case "check":
      return new Set(document.checks.map((check) => `${check.asset}:${check.name}`));
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
  const definitions = locations.flatMap((location) => definitionsOf(location, renaming));
  const references = locations.flatMap((location) => [
    ...referenceEdits(project, location, renaming),
    ...scheduleNames(project, location, renaming),
  ]);
  const own = ownName(renaming);
  const literals = definitions.flatMap(({ name }) => literalEdit(project, name, own, renaming.to));
  const naming = definitions.filter(({ object, name }) => functionOfObject(object)?.name === own && !originOf(name));
  const byFunction = naming.map(({ object }) => {
    const fn = functionOfObject(object);
    const edits = fn && renameGlobal(project, { path: fn.file.path, name: own }, renaming.to);
    const { definition } = fn ?? {};
    return definition?.kind === "function" && edits?.some(({ start }) => start === definition.nameSpan.start) ? edits : undefined;
  });
  const base = [...references, ...literals];
  if (byFunction.every((edits) => edits !== undefined)) yield { edits: [...base, ...byFunction.flat()], intended };
  yield { edits: [...base, ...definitions.flatMap((definition) => argumentEdit(project, definition, renaming.to))], intended };
}

/** `no_nulls` of the check `raw/orders:no_nulls`. */
function ownName({ what, name }: RenameDefinition): string {
  return what === "check" ? name.slice(name.lastIndexOf(":") + 1) : name;
}

interface NamedObject {
  readonly object: LibraryObject;
  /** The value that became its name. */
  readonly name: Value | undefined;
}

function definitionsOf({ graphs }: LoadedLocation, renaming: RenameDefinition): readonly NamedObject[] {
  const { what, name } = renaming;
  if (what === "group" || what === "resource") return [];
  if (what === "check")
    return graphs.flatMap(({ checks }) =>
      checks.filter((check) => isCheck(check, name)).map(({ object, spec }) => ({ object, name: spec.fields.get("name") })),
    );
  return graphs.flatMap((graph) =>
    graph[`${what}s`].filter((each) => each.name === name).map(({ object }) => ({ object, name: object.fields.get("name") })),
  );
}

function isCheck({ asset, name: own }: GraphCheck, name: string): boolean {
  return `${asset.join("/")}:${own}` === name;
}

function referenceEdits(project: Project, location: LoadedLocation, { what, name, to }: RenameDefinition): readonly FileEdit[] {
  if (what !== "check") return nameEdits(project, location, { what, name, to });
  return location.graphs.flatMap(({ checks }) =>
    checks.filter((check) => isCheck(check, name)).flatMap((check) => checkEdits(project, location, check, to)),
  );
}

function originOf(value: Value | undefined): Extract<Value, { readonly kind: "str" }>["origin"] {
  return value?.kind === "str" ? value.origin : undefined;
}

function literalEdit(project: Project, value: Value | undefined, name: string, to: string): readonly FileEdit[] {
  if (value?.kind !== "str" || !value.origin || value.value !== name) return [];
  const edit = replaceString(project, { value: name, at: value.origin }, to);
  return edit ? [edit] : [];
}

/** `name=`, for a function that keeps its name and for a schedule that is named after its job. */
function argumentEdit(project: Project, { object, name }: NamedObject, to: string): readonly FileEdit[] {
  if (originOf(name)) return [];
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
    .flatMap(({ object, name: own }) => argumentEdit(project, { object, name: object.fields.get("name") }, own));
}
