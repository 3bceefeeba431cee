/** Lists, tuples, sets, dicts, their comprehensions, and the bare tuples of targets and values. */
import type { Comprehension, ComprehensionClause, DictDisplay, DictEntry, Expression, Sequence } from "../expression.ts";
import { outerEnd, outerStart } from "../outer-span.ts";
import { END, NODE } from "./node-type.ts";
import { lowerSplatted } from "./primaries.ts";
import type { TreeReader } from "./tree-reader.ts";

export function lowerSequence(kind: Sequence["kind"]): (reader: TreeReader) => Sequence {
  return (reader) => {
    const start = reader.start();
    const items: Expression[] = [];
    let last = -1;
    for (let child = reader.firstItem(); child !== END; child = reader.nextItem(last)) {
      last = -1;
      if (child === NODE.token) continue;
      const item = reader.expression();
      items.push(item);
      last = outerEnd(item);
    }
    reader.up();
    return { kind, start, end: reader.listEnd(last), items };
  };
}

/** `a, b` without brackets: the first child is an item. */
export function lowerBareTuple(reader: TreeReader): Sequence {
  const { start, end } = reader.span();
  const items: Expression[] = [];
  for (let child = reader.down(); child !== END; child = reader.next()) {
    if (child !== NODE.token) items.push(reader.expression());
  }
  reader.up();
  return { kind: "tuple", start, end, items };
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
  const start = reader.start();
  const entries: DictEntry[] = [];
  let last = -1;
  for (let kind = reader.firstItem(); kind !== END; kind = reader.nextItem(last)) {
    last = -1;
    if (kind === NODE.token) continue;
    const entry = lowerEntry(reader, kind);
    entries.push(entry);
    last = entry.end;
  }
  reader.up();
  return { kind: "dict", start, end: reader.listEnd(last), entries };
}

function lowerEntry(reader: TreeReader, kind: number): DictEntry {
  if (kind === NODE.pair) return lowerPair(reader);
  return { ...reader.span(), value: kind === NODE.dictionary_splat ? lowerSplatted(reader) : reader.invalid() };
}

function lowerPair(reader: TreeReader): DictEntry & { readonly key: Expression } {
  reader.down();
  const key = reader.expression();
  let value: Expression = { kind: "invalid-expression", start: outerEnd(key), end: outerEnd(key) };
  for (let kind = reader.nextPast(":", outerEnd(key)); kind !== END; kind = reader.next()) {
    if (kind === NODE.token || kind === NODE.error) continue;
    value = reader.expression();
    break;
  }
  reader.up();
  return { start: outerStart(key), end: outerEnd(value), key, value };
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
  if (iterables.length > 1) reader.errors.push({ ...span, message: "what a comprehension goes through needs parentheses" });
  const invalid: Expression = { kind: "invalid-expression", ...span };
  return { isAsync, target: target ?? invalid, iterable: asTuple(iterables) ?? invalid, conditions: [] };
}

/** One expression as it is, several as the tuple they are without parentheses. */
export function asTuple(items: readonly Expression[]): Expression | undefined {
  const first = items[0];
  const last = items[items.length - 1];
  if (!first || !last || items.length === 1) return first;
  return { kind: "tuple", start: outerStart(first), end: outerEnd(last), items };
}
