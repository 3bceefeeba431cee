/**
 * Operators. Chains lean to the left and may be thousands long, so the left spine is walked in a loop. The grammar binds
 * `^` tighter than `&`, and `await` looser than `**`: chains of binary operators are put together again with Python's own binding.
 */
import type { Binary, BinaryOperator, BooleanOperation, Comparison, ComparisonOperator, Expression, Unary } from "../expression.ts";
import { outerEnd, outerStart } from "../outer-span.ts";
import { END, NODE } from "./node-type.ts";
import { MAX_CHAIN, type TreeReader } from "./tree-reader.ts";

const BINDING: Readonly<Record<BinaryOperator, number>> = {
  "|": 1,
  "^": 2,
  "&": 3,
  "<<": 4,
  ">>": 4,
  "+": 5,
  "-": 5,
  "*": 6,
  "/": 6,
  "//": 6,
  "%": 6,
  "@": 6,
  "**": 7,
};

/** `a + b + c` from the inside out: goes down the left operands, then comes up taking operators and right operands. */
export function lowerBinary(reader: TreeReader): Expression {
  let levels = 0;
  let kind: number = NODE.binary_operator;
  while (kind === NODE.binary_operator && levels < MAX_CHAIN) {
    kind = reader.down();
    levels++;
  }
  let left: Expression = kind === NODE.binary_operator ? reader.tooDeep() : reader.expression();
  for (; levels > 0; levels--) {
    let operator: BinaryOperator = "+";
    let right: Expression | undefined;
    for (let next = reader.next(); next !== END; next = reader.next()) {
      if (next === NODE.token) operator = reader.token() as BinaryOperator;
      else right = reader.expression();
    }
    left = right ? bind(left, operator, right) : left;
    reader.up();
  }
  return left;
}

/** A binary operation, turned where the grammar's binding is not Python's. */
function bind(left: Expression, operator: BinaryOperator, right: Expression): Expression {
  if (left.kind === "binary" && !left.parentheses && BINDING[left.operator] < BINDING[operator]) {
    return binary(left.left, left.operator, bind(left.right, operator, right));
  }
  if (right.kind === "binary" && !right.parentheses && operator !== "**" && BINDING[right.operator] <= BINDING[operator]) {
    return binary(bind(left, operator, right.left), right.operator, right.right);
  }
  return binary(left, operator, right);
}

function binary(left: Expression, operator: BinaryOperator, right: Expression): Binary {
  return { kind: "binary", start: outerStart(left), end: outerEnd(right), operator, left, right };
}

export function lowerBoolean(reader: TreeReader): Expression {
  let levels = 0;
  let kind: number = NODE.boolean_operator;
  while (kind === NODE.boolean_operator && levels < MAX_CHAIN) {
    kind = reader.down();
    levels++;
  }
  let left: Expression = kind === NODE.boolean_operator ? reader.tooDeep() : reader.expression();
  for (; levels > 0; levels--) {
    let operator: BooleanOperation["operator"] = "and";
    let right: Expression | undefined;
    for (let next = reader.next(); next !== END; next = reader.next()) {
      if (next === NODE.token) operator = reader.token() as BooleanOperation["operator"];
      else right = reader.expression();
    }
    if (right) left = { kind: "boolean-operation", start: outerStart(left), end: outerEnd(right), operator, left, right };
    reader.up();
  }
  return left;
}

export function lowerUnary(reader: TreeReader): Unary {
  const { start, end } = reader.span();
  let operator: Unary["operator"] = "not";
  let operand: Expression = { kind: "invalid-expression", start, end };
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind === NODE.token) operator = reader.token() as Unary["operator"];
    else operand = reader.expression();
  }
  reader.up();
  return { kind: "unary", start, end, operator, operand };
}

export function lowerComparison(reader: TreeReader): Comparison {
  const { start, end } = reader.span();
  reader.down();
  const first = reader.expression();
  const rest: { operator: ComparisonOperator; operand: Expression }[] = [];
  let operator: ComparisonOperator = "==";
  for (let kind = reader.next(); kind !== END; kind = reader.next()) {
    if (kind !== NODE.token) rest.push({ operator, operand: reader.expression() });
    else if (reader.token() === "<>") {
      reader.errors.push({ ...reader.span(), message: "`<>` is Python 2: write `!=`" });
      operator = "!=";
    } else operator = reader.token() as ComparisonOperator;
  }
  reader.up();
  return { kind: "comparison", start, end, first, rest };
}

/** `await a ** b` is `(await a) ** b`. */
export function lowerAwait(reader: TreeReader): Expression {
  const { start, end } = reader.span();
  let value: Expression = { kind: "invalid-expression", start, end };
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind !== NODE.token) value = reader.expression();
  }
  reader.up();
  if (value.kind === "binary" && !value.parentheses && value.operator === "**") {
    const awaited: Expression = { kind: "await", start, end: outerEnd(value.left), value: value.left };
    return { ...value, start, left: awaited };
  }
  return { kind: "await", start, end, value };
}

export function lowerConditional(reader: TreeReader): Expression {
  const { start, end } = reader.span();
  const operands: Expression[] = [];
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind !== NODE.token && kind !== NODE.error) operands.push(reader.expression());
  }
  reader.up();
  const [body, test, orElse] = operands;
  if (!body || !test || !orElse) return { kind: "invalid-expression", start, end };
  return { kind: "conditional", start, end, test, body, orElse };
}
