/**
 * Names of Dagster as they are written in the files of a location: in bodies of functions too, which nothing runs. They are resolved by the file's own
 * imports and by nothing else, so what another module passes on, or a variable holds, is not among them. Only files and bodies whose text
 * holds one of the words that are looked for are read.
 */
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import { PUBLIC_NAMES } from "../../../dagster/library/signatures.generated.ts";
import type { SourceFile } from "../../../python/files/source-file.ts";
import type { Argument, Call, Expression } from "../../../syntax/expression.ts";
import type { FunctionDefinition, Import, ImportFrom, Statement } from "../../../syntax/statement.ts";
import { type TreeNode, walk } from "../../../syntax/walk.ts";
import { remember } from "../remember.ts";

export interface WrittenName {
  /** `dagster.AssetSelection.keys`, whatever it is imported as. */
  readonly name: string;
  readonly file: SourceFile;
  /** The name, or the attribute with all before it: `dg.AssetSelection.keys`. */
  readonly expression: Expression;
  /** What calls it. */
  readonly call?: Call;
  /** The keyword argument that the call, or the name itself, is the value of. */
  readonly argument?: Argument;
}

/** `words` has no flags. In the order of the files, of one file in that of the text but for the bodies of functions, which come where they stand. */
export function writtenNames(location: LoadedLocation, words: RegExp): readonly WrittenName[] {
  return [...location.files.values()].flatMap((file) => writtenNamesIn(file, words, location));
}

/** The same of one file. */
export function writtenNamesIn(file: SourceFile, words: RegExp, location: LoadedLocation): readonly WrittenName[] {
  const imported = words.test(file.text) ? importsOfDagster(file.tree.body) : NOTHING;
  const found: WrittenName[] = [];
  if (imported.size > 0) visitCodeWith(words, file, location, (roots) => found.push(...namesBelow(roots, file, imported)));
  return found;
}

export interface CodeVisit {
  /** Whether the body of a function is looked at. */
  isWanted(fn: FunctionDefinition): boolean;
  /** The statements of the module, then those of each body. */
  visit(statements: readonly Statement[], fn?: FunctionDefinition): void;
}

const NOTHING: ReadonlyMap<string, string> = new Map();

/** The code of a file, where its text holds one of the words: the statements of the module, then the bodies that do. `words` has no flags. */
export function visitCodeWith(words: RegExp, file: SourceFile, location: LoadedLocation, visit: CodeVisit["visit"]): void {
  if (!words.test(file.text)) return;
  visitCode(file, location, { isWanted: ({ body }) => words.test(file.text.slice(body.start, body.end)), visit });
}

/** The code of a file, body by body. */
export function visitCode(file: SourceFile, { interpreter }: LoadedLocation, { isWanted, visit }: CodeVisit): void {
  const pending: (readonly [readonly Statement[], FunctionDefinition?])[] = [[file.tree.body]];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [statements, around] = next;
    visit(statements, around);
    walk(statements, (node) => {
      if (node.kind === "function" && isWanted(node)) pending.push([interpreter.statementsOf(file, node), node]);
      return undefined;
    });
  }
}

function namesBelow(roots: readonly Statement[], file: SourceFile, imported: ReadonlyMap<string, string>): readonly WrittenName[] {
  const found: WrittenName[] = [];
  const calls = new Map<Expression, Call>();
  const args = new Map<Expression, Argument>();
  walk(roots, (node: TreeNode) => {
    if (node.kind === "call") {
      calls.set(node.callee, node);
      for (const argument of node.args) if (argument.kind === "keyword") args.set(argument.value, argument);
    }
    if (node.kind !== "name" && node.kind !== "attribute") return undefined;
    const name = qualifiedName(node, imported);
    if (name === undefined) return undefined;
    const call = calls.get(node);
    const argument = args.get(call ?? node);
    found.push({ name, file, expression: node, ...(call && { call }), ...(argument && { argument }) });
    return undefined;
  });
  return found;
}

/** `dg.AssetSelection.keys` with `dg` for the module `dagster`; `undefined` for what does not begin with an imported name. */
export function qualifiedName(expression: Expression, imported: ReadonlyMap<string, string>): string | undefined {
  if (expression.kind === "name") return imported.get(expression.id);
  if (expression.kind !== "attribute") return undefined;
  const object = qualifiedName(expression.object, imported);
  return object === undefined ? undefined : `${object}.${expression.name}`;
}

/**
 * What a file's names stand for in Dagster: `dg` for `dagster`, `SA` for `dagster.SourceAsset`. An import that may fail (in a `try`), or that is not always
 * made, belongs to code for several releases and is left out.
 */
export const importsOfDagster = remember((body: readonly Statement[]): ReadonlyMap<string, string> => {
  const imported = new Map<string, string>();
  walk(body, (node) => {
    if (node.kind === "try" || node.kind === "function") return false;
    if (node.kind === "import") for (const [name, of] of namesOfModules(node)) imported.set(name, of);
    if (node.kind === "import-from") for (const [name, of] of namesFromModule(node)) imported.set(name, of);
    return undefined;
  });
  return imported;
});

type Imported = readonly (readonly [name: string, of: string])[];

/** `import dagster.components` binds `dagster`. */
function namesOfModules({ names }: Import): Imported {
  return names.flatMap(({ name, alias }): Imported => {
    if (!/^dagster(?:\.|$)/.test(name)) return [];
    return [[alias ?? "dagster", alias === undefined ? "dagster" : name]];
  });
}

function namesFromModule({ module, names, level }: ImportFrom): Imported {
  if (level > 0 || !/^dagster(?:\.components)?$/.test(module)) return [];
  if (names === "*") return [...PUBLIC_NAMES].map((name) => [name, `dagster.${name}`]);
  return names.map(({ name, alias }) => [alias ?? name, `${module}.${name}`]);
}
