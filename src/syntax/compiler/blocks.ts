/** Statements that stand where they must not: `break` and `return`, asynchronous ones, imports, handlers. What they hold is looked at with them. */
import { exhaustive } from "../../base/exhaustive.ts";
import type { Span } from "../../base/span.ts";
import type { Expression, Sequence } from "../expression.ts";
import type { FunctionDefinition, ImportFrom, Match, Return, Statement, Try } from "../statement.ts";
import type { Checker, Place } from "./checker.ts";
import { checkExpressions } from "./expressions.ts";
import { checkCases } from "./match-patterns.ts";
import { boundNames, checkDeclarations } from "./scope-declarations.ts";
import { checkStarred, checkTargets, isBareWalrus } from "./targets.ts";

export function checkBlock(statements: readonly Statement[], place: Place, checker: Checker): void {
  for (const statement of statements) checkStatement(statement, place, checker);
}

function refuse(checker: Checker, { start, end }: Span, message: string): void {
  checker.errors.push({ start, end, message });
}

function checkStatement(statement: Statement, place: Place, checker: Checker): void {
  checkExpressions(statement, place, checker);
  checkTargets(statement, checker);
  switch (statement.kind) {
    case "break":
    case "continue":
      if (!place.isInLoop) refuse(checker, statement, `\`${statement.kind}\` outside of a loop`);
      else if (place.isInGroup) refuse(checker, statement, `\`${statement.kind}\` cannot leave an \`except*\` block`);
      return;
    case "return":
      checkReturn(statement, place, checker);
      return;
    case "import-from":
      checkImportFrom(statement, place, checker);
      return;
    case "if":
      for (const block of [statement.body, statement.orElse]) checkBlock(block, place, checker);
      return;
    case "while":
    case "for":
      if (statement.kind === "for" && statement.isAsync) checkAsync(statement, place, checker);
      checkBlock(statement.body, { ...place, isInLoop: true, isInGroup: false }, checker);
      checkBlock(statement.orElse, place, checker);
      return;
    case "with":
      if (statement.isAsync) checkAsync(statement, place, checker);
      checkBlock(statement.body, place, checker);
      return;
    case "try":
      checkTry(statement, place, checker);
      return;
    case "match":
      checkMatch(statement, place, checker);
      return;
    case "class":
      checkClass(statement.body, { ...place, scope: "class", isInLoop: false, isInGroup: false }, checker);
      return;
    case "function":
      checkFunction(statement, place, checker);
      return;
    case "expression-statement":
      if (isBareWalrus(statement.value)) refuse(checker, statement, "`:=` as a statement needs parentheses, or `=`");
      checkStarred(statement.value, checker);
      return;
    case "assign":
    case "augmented-assign":
    case "annotated-assign":
      checkValue(statement.value, checker);
      return;
    case "delete":
    case "raise":
    case "assert":
    case "pass":
    case "global":
    case "nonlocal":
    case "import":
    case "type-alias":
    case "invalid-statement":
      return;
    default:
      exhaustive(statement);
  }
}

function checkClass(body: readonly Statement[], place: Place, checker: Checker): void {
  checkDeclarations(body, { place, parameters: [], checker });
  checkBlock(body, place, checker);
}

function checkValue(value: Expression | undefined, checker: Checker): void {
  if (!value) return;
  if (isBareWalrus(value)) refuse(checker, value, "`:=` behind `=` needs parentheses");
  checkStarred(value, checker);
}

function checkReturn(statement: Return, { scope, isInGroup }: Place, checker: Checker): void {
  if (scope === "class" || scope === "module") refuse(checker, statement, "`return` outside of a function");
  else if (isInGroup) refuse(checker, statement, "`return` cannot leave an `except*` block");
}

function checkAsync(statement: Statement & { readonly kind: "for" | "with" }, { scope }: Place, checker: Checker): void {
  if (scope === "async-function") return;
  const header = { start: statement.start, end: statement.start + "async".length };
  refuse(checker, header, `\`async ${statement.kind}\` outside of an \`async def\``);
}

function checkImportFrom(statement: ImportFrom, { scope }: Place, checker: Checker): void {
  if (scope === "module") return;
  if (statement.names === "*") refuse(checker, statement, "`import *` is only allowed at module level");
  if (statement.level === 0 && statement.module === "__future__")
    refuse(checker, statement, "`from __future__` imports must stand at the beginning of the file");
}

const FEATURES: ReadonlySet<string> = new Set(
  "nested_scopes generators division absolute_import with_statement print_function unicode_literals barry_as_FLUFL generator_stop annotations".split(
    " ",
  ),
);

/** Those of a module stand before everything but its docstring. */
export function checkFutureImports(statements: readonly Statement[], checker: Checker): void {
  let isBeginning = true;
  for (const [index, statement] of statements.entries()) {
    if (statement.kind === "import-from" && statement.level === 0 && statement.module === "__future__") {
      if (!isBeginning) refuse(checker, statement, "`from __future__` imports must stand at the beginning of the file");
      for (const { name, start, end } of statement.names === "*" ? [] : statement.names)
        if (!FEATURES.has(name)) refuse(checker, { start, end }, `\`__future__\` has no feature \`${name}\``);
    } else if (!(index === 0 && statement.kind === "expression-statement" && statement.value.kind === "string")) isBeginning = false;
  }
}

function checkTry({ body, handlers, isGroup, orElse, finally: last }: Try, place: Place, checker: Checker): void {
  for (const block of [body, orElse, last]) checkBlock(block, place, checker);
  for (const [index, { type, body: block, ...handler }] of handlers.entries()) {
    const header = { start: handler.start, end: handler.start + "except".length };
    if (!type && index < handlers.length - 1) refuse(checker, header, "a bare `except:` must be the last");
    if (!type && isGroup) refuse(checker, header, "`except*` needs a type");
    if (type?.kind === "tuple" && isOldHandler(type, checker))
      refuse(checker, type, "several exception types need parentheses; `except A, e` is Python 2");
    checkBlock(block, isGroup ? { ...place, isInGroup: true } : place, checker);
  }
}

/** `except ValueError, e:`. Without the name of a variable it is Python 3.14. */
function isOldHandler(type: Sequence, { text }: Checker): boolean {
  const [, second] = type.items;
  return type.items.length === 2 && text[type.start] !== "(" && second?.kind === "name" && /^[a-z_]\w*$/.test(second.id);
}

function checkMatch({ cases }: Match, place: Place, checker: Checker): void {
  checkCases(cases, checker);
  for (const { body } of cases) checkBlock(body, place, checker);
}

/** In a body: what can be refused there, or is Python 2. */
const SUSPECT = new RegExp(
  [
    String.raw`\b(?:global|nonlocal|__future__|__debug__)\b|^\s*match\b[^\n]*:|\blambda\b[^:\n]*[,*=]|\bdel\s+(?![\w.,\[\] \t]+$)|\bdel\s+(?:\d|None|True|False)`,
    String.raw`:=|<>|\bimport\s*\*|\byield\s+from\b|\byield\b[^\n]*\bfor\b|\bexcept\s*[:*]|\bexcept\s[^(\n]*,|^\s*\*|^\s*[([{][^\n]*[-+*/|&]=`,
    String.raw`\bprint\s+["'\w%]|\bexec\s+["'\w]|\braise\s+[\w.]+\s*,|\b0\d|\d[lL]\b|\\[xuUN]|^[ ]*\t|^\s+(?:def|class)\b|\bwith\b[^\n]*\bas\s+(?![A-Za-z_]\w*\s*[:,)])`,
  ].join("|"),
  "m",
);
const WAITING = /\b(?:await|async)\b/;

function isSuspect(body: string, { isAsync }: FunctionDefinition): boolean {
  // What waits in an asynchronous function may do so, but for what stands in a function of its own.
  return SUSPECT.test(body) || (!isAsync && WAITING.test(body)) || leavesNoLoop(body);
}

/** Whether a `break` or `continue` seems to stand in no loop, by the indentation of the lines before it. */
function leavesNoLoop(body: string): boolean {
  for (const { index } of body.matchAll(/(?<![\w.])(?:break|continue)(?!\w)/g)) {
    const lines = body.slice(0, index).split("\n");
    let indent = indentOf(lines.pop() ?? "");
    const isInLoop = lines.reverse().some((line) => {
      const own = indentOf(line);
      if (own >= indent || own === line.length) return false;
      indent = own;
      return /^\s*(?:async\s+)?(?:for|while)\b/.test(line);
    });
    if (!isInLoop) return true;
  }
  return false;
}

function indentOf(line: string): number {
  return line.search(/\S|$/);
}

/** The body of a function in `around`, if there is anything in it to look for. */
function checkFunction(fn: FunctionDefinition, around: Place, checker: Checker): void {
  if (!isSuspect(checker.text.slice(fn.body.start, fn.body.end), fn)) return;
  const { statements, errors } = checker.bodyOf(fn);
  checker.errors.push(...errors);
  const parameters = fn.parameters.map(({ name }) => name);
  const place: Place = {
    scope: fn.isAsync ? "async-function" : "function",
    isInLoop: false,
    isInGroup: false,
    enclosing: around.enclosing,
  };
  checkDeclarations(statements, { place, parameters, checker });
  checkBlock(statements, { ...place, enclosing: new Set([...around.enclosing, ...boundNames(statements, parameters)]) }, checker);
}
