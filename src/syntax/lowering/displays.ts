/** Lists, tuples, sets, dicts, their comprehensions, and the bare tuples of targets and values. */
import type { Comprehension, ComprehensionClause, DictDisplay, DictEntry, Expression, Sequence } from "../expression.ts";
import { END, NODE } from "./node-type.ts";
import { lowerSplatted } from "./primaries.ts";
import type { TreeReader } from "./tree-reader.ts";

export function lowerSequence(kind: Sequence["kind"]): (reader: TreeReader) => Sequence {
  return (reader) => {
    const { start, end } = reader.span();
    const items: Expression[] = [];
    for (let child = reader.down(); child !== END; child = reader.next()) {
      if (child !== NODE.token) items.push(reader.expression());
    }
    reader.up();
    return { kind, start, end, items };
  };
}

/** `(a)` as a target reads as a tuple pattern in the grammar; only a comma makes it one. */
export function lowerTuplePattern(reader: TreeReader): Expression {
  const span = reader.span();
  const items: Expression[] = [];
  let hasComma = false;
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind !== NODE.token) items.push(reader.expression());
    else if (reader.token() === ",") hasComma = true;
  }
  reader.up();
  const [only] = items;
  if (only && items.length === 1 && !hasComma) return { ...only, parentheses: span };
  return { kind: "tuple", ...span, items };
}

export function lowerDict(reader: TreeReader): DictDisplay {
  const { start, end } = reader.span();
  const entries: DictEntry[] = [];
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind === NODE.pair) entries.push(lowerPair(reader));
    else if (kind === NODE.dictionary_splat) entries.push({ ...reader.span(), value: lowerSplatted(reader) });
    else if (kind === NODE.error) entries.push({ ...reader.span(), value: reader.invalid() });
  }
  reader.up();
  return { kind: "dict", start, end, entries };
}

function lowerPair(reader: TreeReader): DictEntry & { readonly key: Expression } {
  const { start, end } = reader.span();
  reader.down();
  const key = reader.expression();
  let value: Expression = { kind: "invalid-expression", start: end, end };
  for (let kind = reader.next(); kind !== END; kind = reader.next()) {
    if (kind !== NODE.token && kind !== NODE.error) value = reader.expression();
  }
  reader.up();
  return { start, end, key, value };
}

export function lowerComprehension(form: Comprehension["form"]): (reader: TreeReader) => Comprehension {
  return (reader) => {
    const span = reader.span();
    let element: Expression | undefined;
    let key: Expression | undefined;
    const clauses: ComprehensionClause[] = [];
    for (let kind = reader.down(); kind !== END; kind = reader.next()) {
      if (kind === NODE.for_in_clause) clauses.push(lowerForIn(reader));
      else if (kind === NODE.if_clause) addCondition(clauses, lowerCondition(reader));
      else if (kind === NODE.pair) ({ key, value: element } = lowerPair(reader));
      else if (kind !== NODE.token && kind !== NODE.error) element = reader.expression();
    }
    reader.up();
    const invalid: Expression = { kind: "invalid-expression", ...span };
    return { kind: "comprehension", ...span, form, ...(key && { key }), element: element ?? invalid, clauses };
  };
}

function addCondition(clauses: ComprehensionClause[], condition: Expression): void {
  const last = clauses[clauses.length - 1];
  if (last) clauses[clauses.length - 1] = { ...last, conditions: [...last.conditions, condition] };
}

/** Of `if condition`, in a comprehension or as a guard. */
export function lowerCondition(reader: TreeReader): Expression {
  let condition: Expression = reader.invalid();
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind !== NODE.token) condition = reader.expression();
  }
  reader.up();
  return condition;
}

function lowerForIn(reader: TreeReader): ComprehensionClause {
  const span = reader.span();
  let isAsync = false;
  let target: Expression | undefined;
  const iterables: Expression[] = [];
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind === NODE.token) isAsync ||= reader.token() === "async";
    else if (target) iterables.push(reader.expression());
    else target = reader.expression();
  }
  reader.up();
  const invalid: Expression = { kind: "invalid-expression", ...span };
  return { isAsync, target: target ?? invalid, iterable: asTuple(iterables) ?? invalid, conditions: [] };
}

/** One expression as it is, several as the tuple they are without parentheses. */
export function asTuple(items: readonly Expression[]): Expression | undefined {
  const first = items[0];
  const last = items[items.length - 1];
  if (!first || !last || items.length === 1) return first;
  return { kind: "tuple", start: (first.parentheses ?? first).start, end: (last.parentheses ?? last).end, items };
}
