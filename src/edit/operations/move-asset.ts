/**
 * Moves an asset's function to another module: what it uses is imported there, and who imported it from the old module imports it from the new one.
 * Whether both modules are loaded, and do not need each other in a circle, is for re-reading to say.
 */
import type { FileEdit } from "../../diagnostics/diagnostic.ts";
import type { SourceFile } from "../../python/files/source-file.ts";
import type { FunctionDefinition, Import, ImportFrom } from "../../syntax/statement.ts";
import { about, type Refusal, refuse } from "../change-set.ts";
import { findAsset, functionOfClaim, writtenDefinition } from "../definitions/definition-of.ts";
import { moduleName, placeOfModule } from "../definitions/module-place.ts";
import { usesOfGlobal } from "../names/global-uses.ts";
import { isIdentifierUsed } from "../names/identifiers.ts";
import { relativeModule } from "../names/module-path.ts";
import { usesOfName } from "../names/name-uses.ts";
import { everyNode } from "../names/tree-search.ts";
import { nothingToDo, type Proposal } from "../plan.ts";
import type { Project } from "../project.ts";
import { importLine, importName } from "../text/imports.ts";
import { styleOf } from "../text/source-style.ts";
import { commentedStart, definitionEdit, elementEdit } from "../text/take-out.ts";

export interface MoveAsset {
  readonly asset: string;
  /** `shop.assets.raw`, or the file's path; it has to exist. */
  readonly module: string;
}

interface Moving {
  readonly name: string;
  readonly definition: FunctionDefinition;
  readonly from: SourceFile;
  readonly to: SourceFile;
  /** From where imports start. */
  readonly root: string;
}

export function moveAsset(project: Project, { asset, module }: MoveAsset): Proposal | Refusal {
  const subject = `asset:${asset}`;
  const title = `Move asset \`${asset}\` to \`${module}\``;
  const [found] = findAsset(project, asset);
  const claim = found?.asset.claim;
  if (!found || !claim) return refuse("unknown-subject", `no definition of an asset \`${asset}\` was found`, { subject });
  const fn = functionOfClaim(claim);
  const written = writtenDefinition(project, claim.object, fn);
  if (!fn || !written?.function || fn.closure.kind !== "module")
    return refuse("computed-value", `\`${asset}\` is not one decorated function of a module`, {
      at: claim.at,
      subject,
      help: "Move it by hand.",
    });
  const to = placeOfModule(project, found.location, module)?.file;
  if (!to) return refuse("unknown-subject", `there is no module \`${module}\``, { subject });
  if (to.path === written.file.path) return nothingToDo(title, subject);
  const moving: Moving = {
    name: fn.name,
    definition: written.function,
    from: written.file,
    to,
    root: found.location.entry.workingDirectory,
  };
  const used = importEdits(project, moving);
  if ("kind" in used) return about(subject, used);
  const users = userEdits(project, moving);
  if ("kind" in users) return about(subject, users);
  const edits = [...used, ...users, definitionEdit(moving.from, moving.definition), appendEdit(project, moving)];
  return { kind: "proposal", title, subject, plans: [{ edits, intended: (before) => before }] };
}

/** At the end of the module; where the module itself uses the function, before the statement that does. */
function appendEdit(project: Project, { name, definition, from, to }: Moving): FileEdit {
  const { newline } = styleOf(to);
  const code = from.text
    .slice(commentedStart(from.text, definition.start), definition.end)
    .replace(/\r\n|\n|\r/g, newline)
    .trimEnd();
  const { reads } = usesOfName(name, to.tree.body, to.text, (fn) => project.body(to, fn));
  const user = to.tree.body.find((statement) => reads.some((read) => isWithin(read, statement)));
  if (user) {
    const at = commentedStart(to.text, user.start);
    return { path: to.path, start: at, end: at, text: `${code}${newline.repeat(3)}` };
  }
  const lead = to.text.trim() === "" ? "" : `${/[\r\n]$/.test(to.text) ? "" : newline}${newline}${newline}`;
  return { path: to.path, start: to.text.length, end: to.text.length, text: `${lead}${code}${newline}` };
}

/** Module-level names that the function reads, made known to the new module. */
function importEdits(project: Project, { name, definition, from, to, root }: Moving): readonly FileEdit[] | Refusal {
  const edits = new Map<string, FileEdit>();
  const ids = new Set(everyNode(from, project).flatMap((node) => (node.kind === "name" && isWithin(node, definition) ? [node.id] : [])));
  if (isIdentifierUsed(name, to, project) && !importsName(to, name))
    return refuse("name-taken", `\`${to.path}\` has a \`${name}\` already`, { at: { path: to.path, start: 0, end: 0 } });
  for (const id of ids) {
    const own = id === name ? [] : importOf(project, id, { name, definition, from, to, root });
    if ("kind" in own) return own;
    for (const edit of own) edits.set(`${edit.start}:${edit.text}`, edit);
  }
  return [...edits.values()];
}

/** None for a name that is no module-level one, or that the new module has already. */
function importOf(project: Project, id: string, { definition, from, to, root }: Moving): readonly FileEdit[] | Refusal {
  const uses = usesOfName(id, from.tree.body, from.text, (fn) => project.body(from, fn));
  const [binding] = uses.bindings;
  if (!binding || !uses.reads.some((read) => isWithin(read, definition))) return [];
  const at = { path: from.path, start: binding.start, end: binding.end };
  const statement = from.tree.body.find((each) => isWithin(binding, each));
  const imported = statement?.kind === "import" || statement?.kind === "import-from" ? statement : undefined;
  if (binding.kind === "import" && !imported) return refuse("not-editable", `\`${id}\` is imported under a condition`, { at });
  const line = imported && lineOf(imported, id, from.path, root);
  if (importsSame(to, id, line, root)) return [];
  if (isIdentifierUsed(id, to, project)) return refuse("name-taken", `\`${id}\` means something else in \`${to.path}\``, { at });
  if (line === undefined) return importName(to, { module: moduleName(from.path, root), name: id }).edits;
  const [, module, plain] = /^from (\S+) import (\w+)$/.exec(line) ?? [];
  return module !== undefined && plain !== undefined ? importName(to, { module, name: plain }).edits : [importLine(to, line)];
}

function isWithin(
  inner: { readonly start: number; readonly end: number },
  outer: { readonly start: number; readonly end: number },
): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The import that binds `id`, alone and absolute: `from shop.partitions import daily`. */
function lineOf(statement: Import | ImportFrom, id: string, path: string, root: string): string | undefined {
  if (statement.names === "*") return undefined;
  const imported = statement.names.find(({ name, alias }) => (alias ?? (statement.kind === "import" ? name.split(".")[0] : name)) === id);
  if (!imported) return undefined;
  const what = imported.alias === undefined ? imported.name : `${imported.name} as ${imported.alias}`;
  if (statement.kind === "import") return `import ${what}`;
  const relative = relativeModule(statement, path);
  return `from ${relative === undefined ? statement.module : moduleName(`${relative.replaceAll(".", "/")}.py`, root)} import ${what}`;
}

function importsSame({ tree, path }: SourceFile, id: string, line: string | undefined, root: string): boolean {
  const imports = tree.body.filter((each) => each.kind === "import" || each.kind === "import-from");
  return line !== undefined && imports.some((each) => lineOf(each, id, path, root) === line);
}

function importsName({ tree }: SourceFile, name: string): boolean {
  return tree.body.some(
    (each) => each.kind === "import-from" && each.names !== "*" && each.names.some((imported) => imported.name === name),
  );
}

/** Everybody who means the function: their import follows; `raw.orders` and other spellings are for a person to decide. */
function userEdits(project: Project, { name, definition, from, to, root }: Moving): readonly FileEdit[] | Refusal {
  const { at } = usesOfGlobal(project, { path: from.path, name });
  const edits: FileEdit[] = [];
  for (const path of new Set(at.map((use) => use.path))) {
    const file = project.file(path);
    const uses = at.filter((use) => use.path === path && !(path === from.path && isWithin(use, definition)));
    if (!file || uses.length === 0) continue;
    const imports = uses.filter((use) => everyNode(file, project).some((node) => node.kind === "import-from" && isWithin(use, node)));
    const [other] = uses.filter((use) =>
      everyNode(file, project).some((node) => node.kind === "attribute" && isWithin(use, node.nameSpan)),
    );
    if (other)
      return refuse("not-editable", `\`${name}\` is used through its module here`, {
        at: other,
        help: "Import the function itself, then move it.",
      });
    for (const use of imports) {
      const edit = elementEdit(project, file, use);
      if (!edit) return refuse("not-editable", "this import cannot be changed", { at: use });
      edits.push(edit);
    }
    if (path !== to.path) edits.push(...importName(file, { module: moduleName(to.path, root), name, fresh: true }).edits);
  }
  return edits;
}
