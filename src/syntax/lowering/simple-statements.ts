/** Statements of one line, imports apart. */
import type { BinaryOperator, Expression } from "../expression.ts";
import { identifierOf } from "../identifier.ts";
import { outerEnd, outerStart } from "../outer-span.ts";
import type { Simple, Statement } from "../statement.ts";
import { END, NODE } from "./node-type.ts";
import { lowerTypeParameters } from "./parameters.ts";
import type { TreeReader } from "./tree-reader.ts";

/** An expression, a bare tuple, or one of the assignments. */
export function lowerExpressionStatement(reader: TreeReader): Statement {
  const span = reader.span();
  const items: Expression[] = [];
  let statement: Statement | undefined;
  let isTuple = false;
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind === NODE.assignment) statement = lowerAssignment(reader);
    else if (kind === NODE.augmented_assignment) statement = lowerAugmented(reader);
    else if (kind !== NODE.token) items.push(reader.expression());
    else if (reader.token() === ",") isTuple = true;
  }
  reader.up();
  if (statement) return statement;
  const [first] = items;
  if (!first) return { kind: "invalid-statement", ...span };
  const value: Expression = isTuple ? { kind: "tuple", ...span, items } : first;
  return { kind: "expression-statement", ...span, value };
}

/** `a = b = value` is nested to the right in the grammar; `a: annotation = value` is an assignment too. */
function lowerAssignment(reader: TreeReader): Statement {
  const span = reader.span();
  const targets: Expression[] = [];
  let annotation: Expression | undefined;
  let value: Expression | undefined;
  let levels = 0;
  let nested = true;
  while (nested) {
    nested = false;
    let left: Expression | undefined;
    levels++;
    for (let kind = reader.down(); kind !== END; kind = reader.next()) {
      if (kind === NODE.token || kind === NODE.error) continue;
      if (!left) left = reader.expression();
      else if (kind === NODE.type) annotation = reader.expression();
      else if (kind === NODE.assignment) {
        nested = true;
        break;
      } else value = reader.expression();
    }
    if (left) targets.push(left);
  }
  for (; levels > 0; levels--) reader.up();
  const [target] = targets;
  if (target && annotation) return { kind: "annotated-assign", ...span, target, annotation, ...(value && { value }) };
  return { kind: "assign", ...span, targets, value: value ?? { kind: "invalid-expression", start: span.end, end: span.end } };
}

function lowerAugmented(reader: TreeReader): Statement {
  const span = reader.span();
  let operator: BinaryOperator = "+";
  const operands: Expression[] = [];
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind === NODE.token) operator = reader.token().slice(0, -1) as BinaryOperator;
    else if (kind !== NODE.error) operands.push(reader.expression());
  }
  reader.up();
  const [target, value] = operands;
  if (!target || !value) return { kind: "invalid-statement", ...span };
  return { kind: "augmented-assign", ...span, target, operator, value };
}

export function lowerSimple(kind: Simple["kind"]): (reader: TreeReader) => Statement {
  return (reader) => ({ kind, start: reader.start(), end: reader.end() });
}

export function lowerReturn(reader: TreeReader): Statement {
  const span = reader.span();
  const [value] = operands(reader);
  return { kind: "return", ...span, ...(value && { value }) };
}

/** `del a, b` has two targets, `del (a, b)` has one. */
export function lowerDelete(reader: TreeReader): Statement {
  const span = reader.span();
  let targets: readonly Expression[] = [];
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind === NODE.expression_list) targets = operands(reader);
    else if (kind !== NODE.token && kind !== NODE.error) targets = [reader.expression()];
  }
  reader.up();
  return { kind: "delete", ...span, targets };
}

export function lowerRaise(reader: TreeReader): Statement {
  const span = reader.span();
  let exception: Expression | undefined;
  let cause: Expression | undefined;
  let hasFrom = false;
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind === NODE.token) hasFrom ||= reader.token() === "from";
    else if (kind === NODE.error) continue;
    else if (hasFrom) cause = reader.expression();
    else if (kind === NODE.expression_list) {
      reader.errors.push({ ...reader.span(), message: "`raise` takes one exception: several are Python 2" });
    } else exception = reader.expression();
  }
  reader.up();
  return { kind: "raise", ...span, ...(exception && { exception }), ...(cause && { cause }) };
}

export function lowerAssert(reader: TreeReader): Statement {
  const span = reader.span();
  const [test, message] = operands(reader);
  if (!test) return { kind: "invalid-statement", ...span };
  return { kind: "assert", ...span, test, ...(message && { message }) };
}

export function lowerScopeDeclaration(kind: "global" | "nonlocal"): (reader: TreeReader) => Statement {
  return (reader) => {
    const span = reader.span();
    const names: string[] = [];
    for (let child = reader.down(); child !== END; child = reader.next()) {
      if (child === NODE.identifier) names.push(identifierOf(reader.slice()));
    }
    reader.up();
    return { kind, ...span, names };
  };
}

/** `type Name[T] = value`: the left side is a type with arguments that are parameters. */
export function lowerTypeAlias(reader: TreeReader): Statement {
  const span = reader.span();
  const types: Expression[] = [];
  let typeParameters: ReturnType<typeof lowerTypeParameters> | undefined;
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind !== NODE.type) continue;
    if (types.length > 0) types.push(reader.expression());
    else [types[0], typeParameters] = aliasName(reader);
  }
  reader.up();
  const [name, value] = types;
  const target = name && value && assignedCall(name, span.start);
  if (target && value) return { kind: "assign", ...span, targets: [target], value };
  if (!value || name?.kind !== "name") return { kind: "invalid-statement", ...span };
  return { kind: "type-alias", ...span, name: name.id, ...(typeParameters && { typeParameters }), value };
}

/**
 * The grammar reads `type(order).total = 3` as an alias of `(order).total`. The target that it is: what stands at the bottom
 * in parentheses are the arguments of a call of `type`. `undefined` for a real alias.
 */
function assignedCall(target: Expression, start: number): Expression | undefined {
  if (target.parentheses || target.kind === "tuple") {
    const argsSpan = target.parentheses ?? { start: target.start, end: target.end };
    const values = target.kind === "tuple" && !target.parentheses ? target.items : [target];
    const args = values.map((value) => ({ kind: "positional" as const, start: outerStart(value), end: outerEnd(value), value }));
    const callee: Expression = { kind: "name", start, end: start + "type".length, id: "type" };
    return { kind: "call", start, end: argsSpan.end, callee, args, argsSpan };
  }
  if (target.kind !== "attribute" && target.kind !== "subscript") return undefined;
  const object = assignedCall(target.object, start);
  return object && { ...target, start, object };
}

function aliasName(reader: TreeReader): [Expression, ReturnType<typeof lowerTypeParameters> | undefined] {
  let name: Expression = reader.invalid();
  let parameters: ReturnType<typeof lowerTypeParameters> | undefined;
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind !== NODE.generic_type) {
      name = reader.expression();
      continue;
    }
    for (let inner = reader.down(); inner !== END; inner = reader.next()) {
      if (inner === NODE.type_parameter) parameters = lowerTypeParameters(reader);
      else name = reader.expression();
    }
    reader.up();
  }
  reader.up();
  return [name, parameters];
}

export function lowerPrint(reader: TreeReader): Statement {
  const span = reader.span();
  let isShift = false;
  for (let kind = reader.down(); kind !== END; kind = reader.next()) isShift ||= kind === NODE.chevron;
  reader.up();
  // `print >> stream, value` is a tuple in Python 3: useless, but no error.
  if (!isShift) reader.errors.push({ ...span, message: "missing parentheses in call to `print`: this is Python 2" });
  return { kind: "invalid-statement", ...span };
}

export function lowerExec(reader: TreeReader): Statement {
  const span = reader.span();
  reader.errors.push({ ...span, message: "missing parentheses in call to `exec`: this is Python 2" });
  return { kind: "invalid-statement", ...span };
}

/** The children that are expressions. */
function operands(reader: TreeReader): readonly Expression[] {
  const found: Expression[] = [];
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind !== NODE.token && kind !== NODE.error) found.push(reader.expression());
  }
  reader.up();
  return found;
}
