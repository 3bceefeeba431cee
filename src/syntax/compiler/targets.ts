/** What can be assigned to and deleted, and where a star may stand. */
import type { Expression } from "../expression.ts";
import type { Statement } from "../statement.ts";
import type { Checker } from "./checker.ts";

export function checkTargets(statement: Statement, checker: Checker): void {
  switch (statement.kind) {
    case "assign":
      for (const target of statement.targets) checkTarget(target, checker);
      return;
    case "for":
      checkTarget(statement.target, checker);
      return;
    case "with":
      for (const { target } of statement.items) if (target) checkTarget(target, checker);
      return;
    case "delete":
      for (const target of statement.targets) checkDeleted(target, checker);
      return;
    case "augmented-assign":
      if (statement.target.kind === "tuple" || statement.target.kind === "list")
        refuse(checker, statement.target, `a ${statement.target.kind} cannot be the target of an augmented assignment`);
      return;
    case "annotated-assign":
      if (statement.target.kind === "tuple" || statement.target.kind === "list")
        refuse(checker, statement.target, `only a single target can be annotated, not a ${statement.target.kind}`);
      return;
    default:
      return;
  }
}

function refuse(checker: Checker, { start, end }: Expression, message: string): void {
  checker.errors.push({ start, end, message });
}

/** `:=` without parentheses of its own. */
export function isBareWalrus(value: Expression): boolean {
  return value.kind === "named-expression" && !value.parentheses;
}

/** `x = *y`: alone, a star needs a comma behind it. */
export function checkStarred(value: Expression, checker: Checker): void {
  if (value.kind === "starred") refuse(checker, value, "a starred expression cannot stand here alone");
}

function checkTarget(target: Expression, checker: Checker): void {
  if (target.kind === "starred") refuse(checker, target, "a starred target must be in a list or tuple");
  else checkParts(target, checker);
}

function checkParts(target: Expression, checker: Checker): void {
  if (target.kind === "tuple" || target.kind === "list") {
    const starred = target.items.filter(({ kind }) => kind === "starred");
    if (starred[1]) refuse(checker, starred[1], "several starred targets in one assignment");
    for (const item of target.items) checkParts(item.kind === "starred" ? item.value : item, checker);
    return;
  }
  const noun = NOT_ASSIGNABLE[target.kind];
  if (noun) refuse(checker, target, `cannot assign to ${noun}`);
}

function checkDeleted(target: Expression, checker: Checker): void {
  if (target.kind === "tuple" || target.kind === "list") {
    for (const item of target.items) checkDeleted(item, checker);
    return;
  }
  const noun = target.kind === "starred" ? "a starred expression" : NOT_ASSIGNABLE[target.kind];
  if (noun) refuse(checker, target, `cannot delete ${noun}`);
}

const NOT_ASSIGNABLE: Readonly<Partial<Record<Expression["kind"], string>>> = {
  number: "a literal",
  string: "a literal",
  "formatted-string": "an f-string",
  bytes: "a literal",
  true: "True",
  false: "False",
  none: "None",
  ellipsis: "an ellipsis",
  call: "a call",
  dict: "a dict display",
  set: "a set display",
  unary: "an expression",
  binary: "an expression",
  "boolean-operation": "an expression",
  comparison: "a comparison",
  conditional: "a conditional expression",
  lambda: "a lambda",
  comprehension: "a comprehension",
  await: "an `await` expression",
  yield: "a `yield` expression",
};
