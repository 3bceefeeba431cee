/**
 * Where a Python name is meant: every place in a scope that reads or binds it, by Python's own scoping. Functions that bind the name themselves
 * mean another one; class bodies are looked through by the functions in them.
 */
import type { Span } from "../../base/span.ts";
import type { Expression, Parameter } from "../../syntax/expression.ts";
import type { FunctionDefinition, Pattern, Statement } from "../../syntax/statement.ts";
import { type TreeNode, walk } from "../../syntax/walk.ts";

export interface NameUses {
  /** Of the identifier itself, in order. */
  readonly reads: readonly Span[];
  readonly bindings: readonly Binding[];
}

export interface Binding extends Span {
  readonly kind: "assignment" | "function" | "class" | "import" | "other";
}

/** Lowers a function's body. */
export type BodyOf = (fn: FunctionDefinition) => readonly Statement[];

interface Search {
  readonly name: string;
  readonly text: string;
  readonly bodyOf: BodyOf;
  readonly reads: Span[];
  readonly bindings: Binding[];
}

/** Uses of a name of the scope that `statements` are the body of. `text` is that of the file. */
export function usesOfName(name: string, statements: readonly Statement[], text: string, bodyOf: BodyOf): NameUses {
  const search: Search = { name, text, bodyOf, reads: [], bindings: [] };
  visitScope(statements, search);
  const inOrder = (left: Span, right: Span) => left.start - right.start;
  return { reads: search.reads.sort(inOrder), bindings: search.bindings.sort(inOrder) };
}

/** Names in store position are bindings, all others reads. `false` where a node looks after what is below it. */
function visitScope(roots: readonly TreeNode[], search: Search): void {
  const stores = new Set<Expression>();
  walk(roots, (node) => {
    for (const target of targetsOf(node)) markStores(target, stores);
    switch (node.kind) {
      case "name":
        visitName(node, stores, search);
        return undefined;
      case "function":
        visitFunction(node, search);
        return false;
      case "lambda":
        visitDefaults(node.parameters, search);
        if (!node.parameters.some((parameter) => parameter.name === search.name)) visitScope([node.body], search);
        return false;
      case "comprehension":
        return visitComprehension(node, search);
      case "import":
      case "import-from":
        visitImport(node, search);
        return false;
      default:
        visitBinding(node, search);
        return undefined;
    }
  });
}

function visitName(node: Extract<Expression, { readonly kind: "name" }>, stores: ReadonlySet<Expression>, search: Search): void {
  if (node.id !== search.name) return;
  if (stores.has(node)) search.bindings.push({ ...spanOf(node), kind: "assignment" });
  else search.reads.push(spanOf(node));
}

/** Statements and patterns that bind by a name that is no expression. */
function visitBinding(node: TreeNode, { name, bindings }: Search): void {
  if (node.kind === "class" && node.name === name) bindings.push({ ...spanOf(node.nameSpan), kind: "class" });
  if (node.kind === "named-expression" && node.name === name)
    bindings.push({ start: node.start, end: node.start + name.length, kind: "assignment" });
  if (node.kind === "try")
    for (const handler of node.handlers) if (handler.name === name) bindings.push({ ...spanOf(handler), kind: "other" });
  const isPattern = node.kind === "capture-pattern" || node.kind === "star-pattern" || node.kind === "as-pattern";
  if (isPattern && node.name === name) bindings.push({ ...spanOf(node), kind: "other" });
}

/** What a statement assigns to. */
function targetsOf(node: TreeNode): readonly Expression[] {
  switch (node.kind) {
    case "assign":
    case "delete":
      return node.targets;
    case "annotated-assign":
    case "augmented-assign":
    case "for":
      return [node.target];
    case "with":
      return node.items.flatMap(({ target }) => target ?? []);
    default:
      return [];
  }
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

/** `a, (b, *c) = …`: attributes and subscripts read what stands before them. */
function markStores(target: Expression, stores: Set<Expression>): void {
  if (target.kind === "name") stores.add(target);
  else if (target.kind === "starred") markStores(target.value, stores);
  else if (target.kind === "tuple" || target.kind === "list") for (const item of target.items) markStores(item, stores);
}

function visitFunction(fn: FunctionDefinition, search: Search): void {
  const { name, bodyOf } = search;
  if (fn.name === name) search.bindings.push({ ...spanOf(fn.nameSpan), kind: "function" });
  visitScope(fn.decorators, search);
  visitDefaults(fn.parameters, search);
  if (fn.returns) visitScope([fn.returns], search);
  if (fn.parameters.some((parameter) => parameter.name === name)) return;
  if (!mentions(fn, search)) return;
  const body = bodyOf(fn);
  if (!bindsLocally(name, body)) visitScope(body, search);
}

/** Most bodies do not hold the name at all, and need not be parsed. */
function mentions({ body }: FunctionDefinition, { text, name }: Search): boolean {
  const at = text.indexOf(name, body.start);
  return at >= 0 && at < body.end;
}

function visitDefaults(parameters: readonly Parameter[], search: Search): void {
  for (const { annotation, default: value } of parameters) {
    if (annotation) visitScope([annotation], search);
    if (value) visitScope([value], search);
  }
}

/** The first iterable belongs to the scope around. */
function visitComprehension(node: Extract<Expression, { readonly kind: "comprehension" }>, search: Search): false {
  const [first, ...rest] = node.clauses;
  if (first) visitScope([first.iterable], search);
  const bound = new Set<Expression>();
  for (const { target } of node.clauses) markStores(target, bound);
  const binds = [...bound].some((target) => target.kind === "name" && target.id === search.name);
  if (binds) return false;
  const inner = [node.element, ...(node.key ? [node.key] : []), ...(first?.conditions ?? [])];
  visitScope([...inner, ...rest.flatMap(({ iterable, conditions }) => [iterable, ...conditions])], search);
  return false;
}

function visitImport(node: Extract<Statement, { readonly kind: "import" | "import-from" }>, search: Search): void {
  if (node.names === "*") return;
  for (const imported of node.names) {
    const bound = imported.alias ?? (node.kind === "import" ? imported.name.split(".")[0] : imported.name);
    if (bound !== search.name) continue;
    const start = imported.alias === undefined ? imported.start : imported.end - imported.alias.length;
    search.bindings.push({ start, end: start + search.name.length, kind: "import" });
  }
}

/** True when a function with this body has a variable of that name of its own. */
export function bindsLocally(name: string, body: readonly Statement[]): boolean {
  let declared = false;
  let bound = false;
  walk(body as readonly (Statement | Pattern)[], (node) => {
    if ((node.kind === "global" || node.kind === "nonlocal") && node.names.includes(name)) declared = true;
    if (node.kind === "function" || node.kind === "class") {
      if (node.name === name) bound = true;
      return false;
    }
    if (node.kind === "lambda") return false;
    if (storesName(node, name)) bound = true;
    return undefined;
  });
  return bound && !declared;
}

function storesName(node: TreeNode, name: string): boolean {
  const targets = new Set<Expression>();
  for (const target of targetsOf(node)) markStores(target, targets);
  if ([...targets].some((target) => target.kind === "name" && target.id === name)) return true;
  switch (node.kind) {
    case "named-expression":
    case "capture-pattern":
    case "star-pattern":
    case "as-pattern":
      return node.name === name;
    case "try":
      return node.handlers.some((handler) => handler.name === name);
    case "import":
    case "import-from":
      return node.names !== "*" && node.names.some((each) => (each.alias ?? each.name.split(".")[0]) === name);
    default:
      return false;
  }
}
