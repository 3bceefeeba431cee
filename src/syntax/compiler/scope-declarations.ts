/**
 * `global` and `nonlocal`: they come before the first mention of a name in their scope, and `nonlocal` needs a function around that binds it.
 * What stands in functions, lambdas, classes and comprehensions of the scope belongs to scopes of their own.
 */
import type { Span } from "../../base/span.ts";
import type { Expression } from "../expression.ts";
import type { Pattern, ScopeDeclaration, Statement } from "../statement.ts";
import { type TreeNode, walk } from "../walk.ts";
import type { Checker, Place } from "./checker.ts";

/** An import may stand before the declaration; it binds all the same. */
type Use = "used" | "assigned" | "annotated" | "imported";

interface Scope {
  readonly place: Place;
  readonly parameters: readonly string[];
  readonly checker: Checker;
}

export function checkDeclarations(statements: readonly Statement[], scope: Scope): void {
  const declarations = declarationsIn(statements);
  if (declarations.length === 0) return;
  const uses = usesIn(statements);
  for (const declaration of declarations) {
    for (const name of declaration.names) {
      const message = refusal(name, declaration, { uses, declarations, ...scope });
      if (message) scope.checker.errors.push({ start: declaration.start, end: declaration.end, message });
    }
  }
}

interface Known extends Scope {
  readonly uses: readonly NameUse[];
  readonly declarations: readonly ScopeDeclaration[];
}

function refusal(name: string, { kind, start }: ScopeDeclaration, { place, parameters, uses, declarations }: Known): string | undefined {
  if (kind === "nonlocal" && place.scope === "module") return "`nonlocal` is not allowed at module level";
  if (parameters.includes(name)) return `\`${name}\` is a parameter and ${kind}`;
  if (declarations.some((other) => other.kind !== kind && other.names.includes(name))) return `\`${name}\` is nonlocal and global`;
  if (uses.some((use) => use.name === name && use.use === "annotated")) return `the annotated name \`${name}\` cannot be ${kind}`;
  const before = uses.filter((use) => use.name === name && use.start < start);
  if (before.some(({ use }) => use === "assigned")) return `\`${name}\` is assigned to before its ${kind} declaration`;
  if (before.some(({ use }) => use === "used")) return `\`${name}\` is used before its ${kind} declaration`;
  // Each method has the class that it stands in around it under this name.
  if (name === "__class__") return undefined;
  return kind === "nonlocal" && !place.enclosing.has(name) ? `no function around binds \`${name}\`, which is declared nonlocal` : undefined;
}

/** What the scope of a function binds, parameters included, without what it declares global or nonlocal. */
export function boundNames(statements: readonly Statement[], parameters: readonly string[]): readonly string[] {
  const declared = new Set(declarationsIn(statements).flatMap(({ names }) => names));
  const bound = usesIn(statements).flatMap(({ name, use }) => (use === "used" ? [] : [name]));
  return [...parameters, ...bound].filter((name) => !declared.has(name));
}

function declarationsIn(statements: readonly Statement[]): readonly ScopeDeclaration[] {
  const found: ScopeDeclaration[] = [];
  walk(statements, (node) => {
    if (node.kind === "function" || node.kind === "class") return false;
    if (node.kind === "global" || node.kind === "nonlocal") found.push(node);
    return undefined;
  });
  return found;
}

interface NameUse extends Span {
  readonly name: string;
  readonly use: Use;
}

/** Every mention of a name in the scope, in no order. */
function usesIn(statements: readonly Statement[]): readonly NameUse[] {
  const found: NameUse[] = [];
  walk(statements, (node) => {
    found.push(...usesOf(node));
    return node.kind === "function" || node.kind === "class" || node.kind === "lambda" || node.kind === "comprehension" ? false : undefined;
  });
  return found;
}

/** What the node itself does with names, without what stands below it. */
function usesOf(node: TreeNode): readonly NameUse[] {
  switch (node.kind) {
    case "name":
      return [named(node.id, "used", node)];
    case "function":
    case "class":
    case "type-alias":
    case "named-expression":
      return [named(node.name, "assigned", node)];
    case "comprehension":
      return namedIn(node).map((name) => named(name, "assigned", node));
    case "assign":
    case "delete":
      return node.targets.flatMap(assigned);
    case "augmented-assign":
    case "for":
      return assigned(node.target);
    case "annotated-assign":
      return node.target.kind === "name" && !node.target.parentheses ? [named(node.target.id, "annotated", node)] : [];
    case "with":
      return node.items.flatMap(({ target }) => (target ? assigned(target) : []));
    case "try":
      return node.handlers.flatMap((handler) => (handler.name ? [named(handler.name, "assigned", handler)] : []));
    case "import":
    case "import-from":
      return node.names === "*"
        ? []
        : node.names.map((each) => named(each.alias ?? each.name.split(".")[0] ?? each.name, "imported", each));
    default:
      return isCapture(node) && node.name ? [named(node.name, "assigned", node)] : [];
  }
}

function named(name: string, use: Use, { start, end }: Span): NameUse {
  return { name, use, start, end };
}

function assigned(target: Expression): readonly NameUse[] {
  if (target.kind === "name") return [named(target.id, "assigned", target)];
  if (target.kind === "tuple" || target.kind === "list") return target.items.flatMap(assigned);
  return target.kind === "starred" ? assigned(target.value) : [];
}

function isCapture(node: {
  readonly kind: string;
}): node is Extract<Pattern, { readonly kind: "capture-pattern" | "star-pattern" | "as-pattern" }> {
  return node.kind === "capture-pattern" || node.kind === "star-pattern" || node.kind === "as-pattern";
}

/** A walrus in a comprehension binds in the function around. */
function namedIn(comprehension: Expression): readonly string[] {
  const found: string[] = [];
  walk([comprehension], (node) => {
    if (node.kind === "named-expression") found.push(node.name);
    return node.kind === "lambda" ? false : undefined;
  });
  return found;
}
