/**
 * `global` and `nonlocal`: they come before the first mention of a name in their scope, and `nonlocal` needs a function around that binds it.
 * What stands in functions, lambdas, classes and comprehensions of the scope belongs to scopes of their own.
 */
import type { Span } from "../../base/span.ts";
import type { Expression } from "../expression.ts";
import type { Pattern, ScopeDeclaration, Statement } from "../statement.ts";
import { walk } from "../walk.ts";
import type { Checker, Place } from "./compiler-errors.ts";

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
  const add = (name: string, use: Use, { start, end }: Span) => found.push({ name, use, start, end });
  const assign = (target: Expression | undefined) => {
    if (target?.kind === "name") add(target.id, "assigned", target);
    else if (target?.kind === "tuple" || target?.kind === "list") target.items.forEach(assign);
    else if (target?.kind === "starred") assign(target.value);
  };
  walk(statements, (node) => {
    switch (node.kind) {
      case "function":
      case "class":
        add(node.name, "assigned", node);
        return false;
      case "lambda":
        return false;
      case "comprehension":
        for (const name of namedIn(node)) add(name, "assigned", node);
        return false;
      case "name":
        add(node.id, "used", node);
        return undefined;
      case "assign":
      case "delete":
        node.targets.forEach(assign);
        return undefined;
      case "augmented-assign":
      case "for":
        assign(node.target);
        return undefined;
      case "annotated-assign":
        if (node.target.kind === "name" && !node.target.parentheses) add(node.target.id, "annotated", node);
        return undefined;
      case "with":
        for (const { target } of node.items) assign(target);
        return undefined;
      case "named-expression":
        add(node.name, "assigned", node);
        return undefined;
      case "try":
        for (const { name, start, end } of node.handlers) if (name) add(name, "assigned", { start, end });
        return undefined;
      case "import":
      case "import-from":
        for (const { name, alias, start, end } of node.names === "*" ? [] : node.names)
          add(alias ?? name.split(".")[0] ?? name, "imported", { start, end });
        return undefined;
      case "type-alias":
        add(node.name, "assigned", node);
        return undefined;
      default:
        if (isCapture(node) && node.name) add(node.name, "assigned", node);
        return undefined;
    }
  });
  return found;
}

function isCapture(node: { readonly kind: string }): node is Extract<Pattern, { readonly kind: "capture-pattern" | "star-pattern" | "as-pattern" }> {
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
