/** Suites and the statements that have one, definitions apart. */
import type { Expression } from "../expression.ts";
import type { ExceptHandler, If, Statement, WithItem } from "../statement.ts";
import { asTuple } from "./displays.ts";
import { END, NODE } from "./node-type.ts";
import { checkIndentation, checkSuite } from "./strictness.ts";
import type { OpenItem, TreeReader } from "./tree-reader.ts";

/** The statements of a block, of the module, or of any clause with a block in it. */
export function lowerBlock(reader: TreeReader): readonly Statement[] {
  const owner = reader.kind;
  const statements: Statement[] = [];
  let hasBlock = false;
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind === NODE.block) {
      hasBlock = true;
      statements.push(...lowerBlock(reader));
    } else if (kind !== NODE.token) reader.statement(statements);
  }
  reader.up();
  if (owner === NODE.block) checkSuite(reader, statements);
  if (!hasBlock) checkIndentation(reader, statements, owner === NODE.module);
  return statements;
}

interface Branch {
  readonly start: number;
  readonly end: number;
  test?: Expression;
  body: readonly Statement[];
}

/** `if`, with each `elif` an `If` alone in the `orElse` of the one before. */
export function lowerIf(reader: TreeReader): Statement {
  const span = reader.span();
  const first: Branch = { ...span, body: [] };
  const branches: Branch[] = [first];
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind === NODE.elif_clause) branches.push(lowerElif(reader, span.end));
    else if (kind === NODE.else_clause) branches.push({ ...reader.span(), body: lowerBlock(reader) });
    else readBranch(reader, first);
  }
  reader.up();
  let orElse: readonly Statement[] = [];
  for (const branch of branches.reverse()) {
    if (!branch.test && branch !== first) orElse = branch.body;
    else if (reader.depth + branches.length > 1000) orElse = [{ kind: "invalid-statement", start: branch.start, end: span.end }];
    else orElse = [ifStatement(branch, orElse)];
  }
  return orElse[0] ?? { kind: "invalid-statement", ...span };
}

function ifStatement(branch: Branch, orElse: readonly Statement[]): If {
  const { start, end, body } = branch;
  return { kind: "if", start, end, test: branch.test ?? { kind: "invalid-expression", start, end: start }, body, orElse };
}

/** An `elif` reaches to the end of the whole statement, as its `else` is part of it. */
function lowerElif(reader: TreeReader, end: number): Branch {
  const branch: Branch = { start: reader.start(), end, body: [] };
  for (let kind = reader.down(); kind !== END; kind = reader.next()) readBranch(reader, branch);
  reader.up();
  return branch;
}

function readBranch(reader: TreeReader, branch: Branch): void {
  if (reader.kind === NODE.block) branch.body = lowerBlock(reader);
  else if (reader.kind !== NODE.token && reader.kind !== NODE.error && !branch.test) branch.test = reader.expression();
}

export function lowerWhile(reader: TreeReader): Statement {
  const branch: Branch = { ...reader.span(), body: [] };
  let orElse: readonly Statement[] = [];
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind === NODE.else_clause) orElse = lowerBlock(reader);
    else readBranch(reader, branch);
  }
  reader.up();
  return { ...ifStatement(branch, orElse), kind: "while" };
}

export function lowerFor(reader: TreeReader): Statement {
  const span = reader.span();
  let isAsync = false;
  const heads: Expression[] = [];
  let body: readonly Statement[] = [];
  let orElse: readonly Statement[] = [];
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind === NODE.token) isAsync ||= reader.token() === "async";
    else if (kind === NODE.block) body = lowerBlock(reader);
    else if (kind === NODE.else_clause) orElse = lowerBlock(reader);
    else if (kind !== NODE.error) heads.push(reader.expression());
  }
  reader.up();
  const [target, iterable] = heads;
  if (!target || !iterable) return { kind: "invalid-statement", ...span };
  return { kind: "for", ...span, isAsync, target, iterable, body, orElse };
}

export function lowerTry(reader: TreeReader): Statement {
  const span = reader.span();
  let body: readonly Statement[] = [];
  let orElse: readonly Statement[] = [];
  let last: readonly Statement[] = [];
  const handlers: ExceptHandler[] = [];
  let groups = 0;
  let clauses = 0;
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind === NODE.block) body = lowerBlock(reader);
    else if (kind === NODE.else_clause) orElse = lowerBlock(reader);
    else if (kind === NODE.finally_clause) last = lowerBlock(reader);
    else if (kind === NODE.except_clause) {
      const { handler, isStar } = lowerExcept(reader);
      handlers.push(handler);
      if (isStar) groups++;
    }
    if (kind !== NODE.token && kind !== NODE.block && kind !== NODE.else_clause) clauses++;
  }
  reader.up();
  if (clauses === 0) reader.errors.push({ start: span.start, end: span.end, message: "expected `except` or `finally` block" });
  if (groups > 0 && groups < handlers.length)
    reader.errors.push({ start: span.start, end: span.start + "try".length, message: "`except` and `except*` cannot be mixed" });
  return { kind: "try", ...span, body, handlers, isGroup: groups > 0, orElse, finally: last };
}

/** `except A as e`: the grammar reads `A as e` as one expression. Several types without parentheses are a tuple (Python 3.14). */
function lowerExcept(reader: TreeReader): { readonly handler: ExceptHandler; readonly isStar: boolean } {
  const span = reader.span();
  const types: Expression[] = [];
  let name: string | undefined;
  let body: readonly Statement[] = [];
  let isStar = false;
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind === NODE.token) isStar ||= reader.token() === "*";
    else if (kind === NODE.block) body = lowerBlock(reader);
    else if (kind === NODE.as_pattern) {
      const item = lowerAs(reader);
      types.push(item.value);
      if (item.target?.kind === "name") name = item.target.id;
    } else if (kind !== NODE.error) types.push(reader.expression());
  }
  reader.up();
  const type = asTuple(types);
  return { handler: { ...span, ...(type && { type }), ...(name && { name }), body }, isStar };
}

/** `value as target`. */
function lowerAs(reader: TreeReader): WithItem {
  let value: Expression = reader.invalid();
  let target: Expression | undefined;
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind === NODE.as_pattern_target) target = only(reader);
    else if (kind !== NODE.token && kind !== NODE.error) value = reader.expression();
  }
  reader.up();
  return { value, ...(target && { target }) };
}

/** The expression in a wrapper. */
function only(reader: TreeReader): Expression {
  let expression: Expression = reader.invalid();
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind !== NODE.token) expression = reader.expression();
  }
  reader.up();
  return expression;
}

export function lowerWith(reader: TreeReader): Statement {
  const span = reader.span();
  let isAsync = false;
  let body: readonly Statement[] = [];
  const items: WithItem[] = [];
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind === NODE.token) isAsync ||= reader.token() === "async";
    else if (kind === NODE.block) body = lowerBlock(reader);
    else if (kind === NODE.with_clause) lowerWithItems(reader, items);
  }
  reader.up();
  return { kind: "with", ...span, isAsync, items, body };
}

function lowerWithItems(reader: TreeReader, items: WithItem[]): void {
  for (let kind = reader.down(); kind !== END; kind = reader.next()) {
    if (kind === NODE.with_item) lowerWithItems(reader, items);
    else if (kind === NODE.as_pattern) items.push(lowerAs(reader));
    else if (kind !== NODE.token && kind !== NODE.error) items.push(lowerOpenItem(reader));
  }
  reader.up();
}

/** `with A if c else B as z`: the grammar gives the `as` to the last operand. */
function lowerOpenItem(reader: TreeReader): WithItem {
  const outer = reader.item;
  const item: OpenItem = { end: reader.end() };
  reader.item = item;
  const value = reader.expression();
  reader.item = outer;
  const { target, valueEnd } = item;
  return target && valueEnd !== undefined ? { value: { ...value, end: valueEnd }, target } : { value };
}

/** An `as` inside an expression: at its end it names what the whole `with` item gives, elsewhere Python does not allow it. */
export function lowerStrayAs(reader: TreeReader): Expression {
  const span = reader.span();
  const { value, target } = lowerAs(reader);
  if (reader.item?.end === span.end && target) {
    reader.item.target = target;
    reader.item.valueEnd = value.end;
  } else reader.errors.push({ ...span, message: "unexpected `as`" });
  return value;
}
