/** Annotations. The grammar has nodes of its own for them; in the tree they are the expressions that CPython reads. */
import type { Expression, Slice } from "../expression.ts";
import { identifierOf } from "../identifier.ts";
import { asTuple } from "./displays.ts";
import { END, NODE } from "./node-type.ts";
import type { TreeReader } from "./tree-reader.ts";

/** The children that are expressions. */
function operands(reader: TreeReader): readonly Expression[] {
  const found: Expression[] = [];
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind !== NODE.token && kind !== NODE.error) found.push(reader.expression());
  }
  reader.up();
  return found;
}

/** A wrapper around the expression. */
export function lowerType(reader: TreeReader): Expression {
  return operands(reader)[0] ?? reader.invalid();
}

/** `list[int]`. */
export function lowerGenericType(reader: TreeReader): Expression {
  const span = reader.span();
  const [object, index] = operands(reader);
  if (!object || !index) return { kind: "invalid-expression", ...span };
  return { kind: "subscript", ...span, object, index };
}

/** `[int, str]` after a generic type. */
export function lowerTypeArguments(reader: TreeReader): Expression {
  const span = reader.span();
  const items: Expression[] = [];
  let hasComma = false;
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind === NODE.token) hasComma ||= reader.token() === ",";
    else if (kind !== NODE.error) items.push(reader.expression());
  }
  reader.up();
  const [only] = items;
  if (only && (hasComma || only.kind === "starred") && items.length === 1)
    return { kind: "tuple", start: only.start, end: only.end, items };
  return asTuple(items) ?? { kind: "invalid-expression", ...span };
}

/** `int | None`. */
export function lowerUnionType(reader: TreeReader): Expression {
  const span = reader.span();
  const [left, right] = operands(reader);
  if (!left || !right) return { kind: "invalid-expression", ...span };
  return { kind: "binary", ...span, operator: "|", left, right };
}

/** `T: bound`: only type parameters have it, and `a[T:b]` read as a type. */
export function lowerConstrainedType(reader: TreeReader): Slice {
  const span = reader.span();
  const [lower, upper] = operands(reader);
  return { kind: "slice", ...span, ...(lower && { lower }), ...(upper && { upper }) };
}

/** `List[int].name`. */
export function lowerMemberType(reader: TreeReader): Expression {
  const span = reader.span();
  let object: Expression | undefined;
  let nameSpan = span;
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind === NODE.identifier) nameSpan = reader.span();
    else if (kind === NODE.type) object = reader.expression();
  }
  reader.up();
  if (!object) return { kind: "invalid-expression", ...span };
  return { kind: "attribute", ...span, object, name: identifierOf(reader.text.slice(nameSpan.start, nameSpan.end)), nameSpan };
}
