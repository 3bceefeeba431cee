/** Renames a function's parameter: its uses in the body, closures included, and the keyword in calls of the function. */
import { applyEdits } from "../../base/text-edit.ts";
import type { FileEdit } from "../../diagnostics/diagnostic.ts";
import type { FunctionValue } from "../../python/value.ts";
import type { FunctionDefinition, Statement } from "../../syntax/statement.ts";
import { walk } from "../../syntax/walk.ts";
import type { Project } from "../project.ts";
import { usesOfGlobal } from "./global-uses.ts";
import { hasParameter, isIdentifier } from "./identifiers.ts";
import { usesOfName } from "./name-uses.ts";
import { everyNode } from "./tree-search.ts";

/** `undefined` when the function means something else by the new name already. */
export function renameParameter(
  project: Project,
  fn: FunctionValue,
  { from, to }: { readonly from: string; readonly to: string },
): readonly FileEdit[] | undefined {
  const { definition } = fn;
  const file = project.file(fn.file.path);
  if (definition.kind !== "function" || !file || !isIdentifier(to)) return undefined;
  const parameter = definition.parameters.find(({ name }) => name === from);
  if (!parameter || hasParameter(definition.parameters, to)) return undefined;
  const body = project.body(file, definition);
  const taken = usesOfName(to, body, file.text, (inner) => project.body(file, inner));
  if (taken.reads.length + taken.bindings.length > 0) return undefined;
  const { reads, bindings } = usesOfName(from, body, file.text, (inner) => project.body(file, inner));
  const own = [parameter.nameSpan, ...reads, ...bindings].map(({ start, end }) => ({ path: file.path, start, end, text: to }));
  if (!keepsMeaning(project, fn, { to, edits: own, uses: reads.length + bindings.length })) return undefined;
  return [...own, ...keywordsInCalls(project, { path: file.path, name: fn.name }, { from, to })];
}

interface Renamed {
  readonly to: string;
  readonly edits: readonly FileEdit[];
  readonly uses: number;
}

/** No scope in the body binds the new name where the old one was meant. */
function keepsMeaning(project: Project, { definition, file }: FunctionValue, { to, edits, uses }: Renamed): boolean {
  const { parser } = project.context;
  const inOrder = [...edits].sort((left, right) => left.start - right.start);
  const text = applyEdits(file.text, inOrder);
  let after: FunctionDefinition | undefined;
  collectFunctions(
    parser.parseModule(text).body,
    (fn) => parser.body(text, fn),
    (fn) => {
      if (fn.start === definition.start) after = fn;
    },
  );
  if (!after) return false;
  const found = usesOfName(to, parser.body(text, after), text, (inner) => parser.body(text, inner));
  return found.reads.length + found.bindings.length === uses;
}

function collectFunctions(
  roots: readonly Statement[],
  bodyOf: (fn: FunctionDefinition) => readonly Statement[],
  visit: (fn: FunctionDefinition) => void,
): void {
  walk(roots, (node) => {
    if (node.kind !== "function") return undefined;
    visit(node);
    collectFunctions(bodyOf(node), bodyOf, visit);
    return undefined;
  });
}

/** `daily_revenue(orders=…)`, as tests write it. */
function keywordsInCalls(
  project: Project,
  global: { readonly path: string; readonly name: string },
  { from, to }: { readonly from: string; readonly to: string },
): readonly FileEdit[] {
  const { at } = usesOfGlobal(project, global);
  const ends = new Set(at.map(({ path, end }) => `${path}:${end}`));
  return [...new Set(at.map(({ path }) => path))].flatMap((path) => {
    const file = project.file(path);
    const calls = file ? everyNode(file, project).filter((node) => node.kind === "call" && ends.has(`${path}:${node.callee.end}`)) : [];
    return calls.flatMap((node) =>
      node.kind === "call"
        ? node.args.flatMap(({ name, nameSpan }) =>
            name === from && nameSpan ? [{ path, start: nameSpan.start, end: nameSpan.end, text: to }] : [],
          )
        : [],
    );
  });
}
