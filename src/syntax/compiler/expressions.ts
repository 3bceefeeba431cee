/**
 * `yield`, `await` and `:=` inside of expressions. A comprehension runs in a scope of its own, but for the first thing that it goes through;
 * a generator expression may wait wherever it stands.
 */
import type { Span } from "../../base/span.ts";
import type { Comprehension, Expression } from "../expression.ts";
import type { Statement } from "../statement.ts";
import { walk } from "../walk.ts";
import type { Checker, Place } from "./checker.ts";

/** What holds of the expressions of a scope. */
interface Within {
  readonly place: Place;
  readonly canAwait: boolean;
  /** In a comprehension: none but its first iterable may yield. */
  readonly comprehension: boolean;
  /** What the comprehensions around bind by their `for`. */
  readonly bound: ReadonlySet<string>;
}

const EXPRESSIONS = /\b(?:yield|await|async(?!\s+def\b))\b|:=/;

/** Where what follows is looked at by itself. */
function headEnd(statement: Statement): number {
  return statement.kind === "function" ? statement.body.start : statement.end;
}

/** The expressions of one statement, without those of the blocks in it. */
export function checkExpressions(statement: Statement, place: Place, checker: Checker): void {
  if (!EXPRESSIONS.test(checker.text.slice(statement.start, headEnd(statement)))) return;
  const within: Within = { place, canAwait: place.scope === "async-function", comprehension: false, bound: new Set() };
  for (const part of Object.values(statement)) if (!isBlock(part)) checkPart(part, within, checker);
}

/** Statements, cases and handlers come by themselves; so do deferred bodies. */
function isBlock(part: unknown): boolean {
  const [first] = Array.isArray(part) ? part : [];
  return typeof first === "object" && first !== null && ("body" in first || STATEMENTS.has(first.kind));
}

const STATEMENTS: ReadonlySet<unknown> = new Set(
  "expression-statement assign augmented-assign annotated-assign delete return raise assert pass break continue global nonlocal import import-from if while for try with match function class type-alias invalid-statement".split(
    " ",
  ),
);

function checkPart(part: unknown, within: Within, checker: Checker): void {
  if (typeof part !== "object" || part === null) return;
  walk([part as Expression], (node) => {
    switch (node.kind) {
      case "yield":
        checkYield(node, within, checker);
        return undefined;
      case "await":
        if (!within.canAwait) refuse(checker, node, "`await` outside of an `async def`");
        return undefined;
      case "named-expression":
        if (within.bound.has(node.name)) refuse(checker, node, `\`:=\` cannot bind \`${node.name}\`, over which the comprehension goes`);
        if (within.comprehension && within.place.scope === "class")
          refuse(checker, node, "`:=` in a comprehension cannot be used in the body of a class");
        return undefined;
      case "lambda":
        for (const parameter of node.parameters) checkPart(parameter.default, within, checker);
        checkPart(node.body, { ...within, place: { ...within.place, scope: "function" }, canAwait: false, comprehension: false }, checker);
        return false;
      case "comprehension":
        checkComprehension(node, within, checker);
        return false;
      default:
        return undefined;
    }
  });
}

function refuse(checker: Checker, { start, end }: Span, message: string): void {
  checker.errors.push({ start, end, message });
}

function checkYield(node: Extract<Expression, { readonly kind: "yield" }>, { place, comprehension }: Within, checker: Checker): void {
  if (comprehension) refuse(checker, node, "`yield` inside of a comprehension");
  else if (place.scope === "module" || place.scope === "class") refuse(checker, node, "`yield` outside of a function");
  else if (node.from && place.scope === "async-function") refuse(checker, node, "`yield from` inside of an `async def`");
}

function checkComprehension(node: Comprehension, within: Within, checker: Checker): void {
  const [first] = node.clauses;
  checkPart(first?.iterable, within, checker);
  const isGenerator = node.form === "generator";
  if (!isGenerator && !within.canAwait && node.clauses.some(({ isAsync }) => isAsync))
    refuse(checker, node, "an asynchronous comprehension outside of an `async def`");
  const bound = new Set([...within.bound, ...node.clauses.flatMap(({ target }) => namesOf(target))]);
  const inner: Within = { ...within, canAwait: within.canAwait || isGenerator, comprehension: true, bound };
  const parts = [
    node.key,
    node.element,
    ...node.clauses.flatMap(({ conditions, iterable }, index) => (index === 0 ? conditions : [iterable, ...conditions])),
  ];
  for (const part of parts) checkPart(part, inner, checker);
  for (const { iterable } of node.clauses) {
    walk([iterable], (each) => {
      if (each.kind === "named-expression") refuse(checker, each, "`:=` cannot be used in what a comprehension goes through");
      return each.kind === "lambda" ? false : undefined;
    });
  }
}

function namesOf(target: Expression): readonly string[] {
  if (target.kind === "name") return [target.id];
  if (target.kind === "tuple" || target.kind === "list") return target.items.flatMap(namesOf);
  return target.kind === "starred" ? namesOf(target.value) : [];
}
