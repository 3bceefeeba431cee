/**
 * Every place in the repository that means a module-level name: its own file, files that import it and hand it on, `module.name`, `__all__`, and
 * dotted names in strings (`"shop.assets.orders"`, as mocks take).
 */
import type { Location, Span } from "../../base/span.ts";
import type { SourceFile } from "../../python/files/source-file.ts";
import type { Expression, StringLiteral } from "../../syntax/expression.ts";
import type { ImportFrom, Statement } from "../../syntax/statement.ts";
import type { TreeNode } from "../../syntax/walk.ts";
import type { Project } from "../project.ts";
import { type Importer, importsFrom, namesModule, namesOfModule } from "./module-path.ts";
import { type NameUses, usesOfName } from "./name-uses.ts";
import { everyNode } from "./tree-search.ts";

export interface GlobalName {
  readonly path: string;
  readonly name: string;
}

export interface GlobalUses {
  /** Spans of the name itself. */
  readonly at: readonly Location[];
  /** Files in which it is a name that could meet another one. */
  readonly boundIn: ReadonlySet<string>;
  /** It is bound in more ways than one, so that it is not one thing. */
  readonly ambiguous: boolean;
}

export function usesOfGlobal(project: Project, { path, name }: GlobalName): GlobalUses {
  const at = new Map<string, Location>();
  const boundIn = new Set<string>();
  let ambiguous = false;
  const add = (file: string, spans: readonly Span[]) => {
    for (const { start, end } of spans) at.set(`${file}:${start}`, { path: file, start, end });
  };
  const pending = [path];
  for (let module = pending.pop(); module !== undefined; module = pending.pop()) {
    const file = project.file(module);
    if (boundIn.has(module) || !file) continue;
    boundIn.add(module);
    const uses = usesOfName(name, file.tree.body, file.text, (fn) => project.body(file, fn));
    ambiguous ||= isAmbiguous(uses, module === path);
    add(module, [...uses.reads, ...uses.bindings]);
    add(module, exportedNames(file, name));
    for (const importer of project.filesWith(name)) {
      if (importer.path === module) continue;
      const found = usesInImporter(project, importer, { path: module, name });
      add(importer.path, found.spans);
      if (found.handsOn) pending.push(importer.path);
      if (found.local) boundIn.add(`${importer.path}`);
    }
  }
  return { at: [...at.values()], boundIn, ambiguous };
}

/** In its own module it is made once; elsewhere it is imported and nothing else. */
function isAmbiguous({ bindings }: NameUses, isOwn: boolean): boolean {
  if (!isOwn) return bindings.some(({ kind }) => kind !== "import");
  return bindings.length > 1;
}

/** The strings of `__all__ = […]` and `__all__ += […]`. */
function exportedNames(file: SourceFile, name: string): readonly Span[] {
  return file.tree.body.flatMap((statement) => {
    const targets = statement.kind === "assign" ? statement.targets : statement.kind === "augmented-assign" ? [statement.target] : [];
    if (!targets.some((target) => target.kind === "name" && target.id === "__all__")) return [];
    const { value } = statement as { readonly value: Expression };
    const items = value.kind === "list" || value.kind === "tuple" ? value.items : [];
    return items
      .filter((item): item is StringLiteral => item.kind === "string" && item.value === name)
      .map((item) => inside(file, item, name));
  });
}

function inside(file: SourceFile, { start, end }: StringLiteral, name: string): Span {
  const at = file.text.lastIndexOf(name, end);
  return at < start ? { start, end } : { start: at, end: at + name.length };
}

interface ImporterUses {
  readonly spans: readonly Span[];
  /** It binds the name at module level: what it means there, and who imports it from there, follows. */
  readonly handsOn: boolean;
  /** It binds the name in a function. */
  readonly local: boolean;
}

function usesInImporter(project: Project, file: SourceFile, { path, name }: GlobalName): ImporterUses {
  const importer: Importer = { path: file.path, has: (candidate) => project.tree.has(candidate) };
  const spans: Span[] = [];
  const modules = new Set<string>();
  let [handsOn, local] = [false, false];
  const nodes = everyNode(file, project);
  for (const node of nodes) {
    if (node.kind === "import" || node.kind === "import-from") for (const known of namesOfModule(node, path, importer)) modules.add(known);
    if (node.kind !== "import-from" || !importsFrom(node, path, importer)) continue;
    const binds = bindingOf(node, name);
    if (binds === undefined) continue;
    if (binds.aliased) spans.push(binds.span);
    else if (isInFunction(node.start, file, project)) {
      local = true;
      spans.push(...usesInFunction(node.start, { file, project, name }));
    } else handsOn = true;
  }
  spans.push(...nodes.flatMap((node) => dottedUse(node, { path, name }, { file, importer, modules })));
  return { spans, handsOn, local };
}

interface Naming {
  readonly file: SourceFile;
  readonly importer: Importer;
  /** Local names of the module. */
  readonly modules: ReadonlySet<string>;
}

/** `raw.orders`, and `"shop.assets.raw.orders"` in a string. */
function dottedUse(node: TreeNode, { path, name }: GlobalName, { file, importer, modules }: Naming): readonly Span[] {
  if (node.kind === "attribute" && node.name === name && modules.has(dottedName(node.object) ?? "")) return [node.nameSpan];
  if (node.kind !== "string" || node.parts || !node.value.endsWith(`.${name}`)) return [];
  const dotted = node.value.slice(0, -name.length - 1);
  return dotted.includes(".") && namesModule(dotted, path, importer) ? [inside(file, node, name)] : [];
}

/** How the import binds the name; a star binds what is not private. */
function bindingOf({ names }: ImportFrom, name: string): { readonly aliased: boolean; readonly span: Span } | undefined {
  if (names === "*") return name.startsWith("_") ? undefined : { aliased: false, span: { start: 0, end: 0 } };
  const imported = names.find((each) => each.name === name);
  if (!imported) return undefined;
  return { aliased: imported.alias !== undefined, span: { start: imported.start, end: imported.start + name.length } };
}

function enclosing(at: number, file: SourceFile, project: Project): readonly Statement[] | undefined {
  let innermost: readonly Statement[] | undefined;
  for (const node of everyNode(file, project))
    if (node.kind === "function" && node.body.start <= at && at < node.body.end) innermost = project.body(file, node);
  return innermost;
}

function isInFunction(at: number, file: SourceFile, project: Project): boolean {
  return enclosing(at, file, project) !== undefined;
}

function usesInFunction(
  at: number,
  { file, project, name }: { readonly file: SourceFile; readonly project: Project; readonly name: string },
): readonly Span[] {
  const { reads, bindings } = usesOfName(name, enclosing(at, file, project) ?? [], file.text, (fn) => project.body(file, fn));
  return [...reads, ...bindings];
}

/** `shop.assets.raw` of an attribute chain. */
export function dottedName(expression: Expression): string | undefined {
  if (expression.kind === "name") return expression.id;
  if (expression.kind !== "attribute") return undefined;
  const object = dottedName(expression.object);
  return object === undefined ? undefined : `${object}.${expression.name}`;
}
