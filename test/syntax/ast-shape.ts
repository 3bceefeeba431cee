/** The compact tree in the shape that test/oracle/record_ast.py writes: [kind, start, end, …fields], nested. */
import type { Argument, Expression, FormattedValue, Parameter } from "../../src/syntax/expression.ts";
import type { PythonParser } from "../../src/syntax/python-parser.ts";
import type { Pattern, Statement } from "../../src/syntax/statement.ts";

export type Shape = string | number | boolean | null | readonly Shape[];

export interface ShapeContext {
  readonly parser: PythonParser;
  readonly text: string;
  /** Inside of an f-string, where the recorded tree has no offsets. */
  readonly inFormat?: boolean;
}

export function statementShapes(statements: readonly Statement[], context: ShapeContext): readonly Shape[] {
  return statements.map((statement) => statementShape(statement, context));
}

function statementShape(node: Statement, context: ShapeContext): Shape {
  const at = [node.start, node.end];
  const one = (expression: Expression | undefined) => (expression ? shape(expression, context) : null);
  const many = (expressions: readonly Expression[]) => expressions.map((expression) => shape(expression, context));
  const block = (statements: readonly Statement[]) => statementShapes(statements, context);
  switch (node.kind) {
    case "expression-statement":
      return ["Expr", ...at, one(node.value)];
    case "assign":
      return ["Assign", ...at, many(node.targets), one(node.value)];
    case "augmented-assign":
      return ["AugAssign", ...at, one(node.target), node.operator, one(node.value)];
    case "annotated-assign":
      return ["AnnAssign", ...at, one(node.target), one(node.annotation), one(node.value)];
    case "delete":
      return ["Delete", ...at, many(node.targets)];
    case "return":
      return ["Return", ...at, one(node.value)];
    case "raise":
      return ["Raise", ...at, one(node.exception), one(node.cause)];
    case "assert":
      return ["Assert", ...at, one(node.test), one(node.message)];
    case "pass":
    case "break":
    case "continue":
      return [node.kind.charAt(0).toUpperCase() + node.kind.slice(1), ...at];
    case "global":
    case "nonlocal":
      return [node.kind === "global" ? "Global" : "Nonlocal", ...at, node.names];
    case "import":
      return ["Import", ...at, node.names.map(({ name, alias }) => [name, alias ?? null])];
    case "import-from": {
      const names = node.names === "*" ? [["*", null]] : node.names.map(({ name, alias }) => [name, alias ?? null]);
      return ["ImportFrom", ...at, node.module === "" ? null : node.module, names, node.level];
    }
    case "if":
    case "while":
      return [node.kind === "if" ? "If" : "While", ...at, one(node.test), block(node.body), block(node.orElse)];
    case "for":
      return [node.isAsync ? "AsyncFor" : "For", ...at, one(node.target), one(node.iterable), block(node.body), block(node.orElse)];
    case "try": {
      const handlers = node.handlers.map((handler) => [
        "ExceptHandler",
        handler.start,
        handler.end,
        one(handler.type),
        handler.name ?? null,
        block(handler.body),
      ]);
      return [node.isGroup ? "TryStar" : "Try", ...at, block(node.body), handlers, block(node.orElse), block(node.finally)];
    }
    case "with": {
      const items = node.items.map(({ value, target }) => [one(value), one(target)]);
      return [node.isAsync ? "AsyncWith" : "With", ...at, items, block(node.body)];
    }
    case "match": {
      const cases = node.cases.map(({ pattern, guard, body }) => [patternShape(pattern, context), one(guard), block(body)]);
      return ["Match", ...at, one(node.subject), cases];
    }
    case "function": {
      const body = context.parser.body(context.text, node);
      const fields = [node.name, many(node.decorators), parameters(node.parameters, context), one(node.returns)];
      const kind = node.isAsync ? "AsyncFunctionDef" : "FunctionDef";
      return [kind, node.body.header, node.end, ...fields, node.docstring?.value ?? null, block(body)];
    }
    case "class": {
      const start = node.decorators.length > 0 ? context.text.lastIndexOf("class", node.nameSpan.start) : node.start;
      const { bases, keywords } = splitArguments(node.args, context);
      return [
        "ClassDef",
        start,
        node.end,
        node.name,
        many(node.decorators),
        bases,
        keywords,
        node.docstring?.value ?? null,
        block(node.body),
      ];
    }
    case "type-alias":
      return ["TypeAlias", ...at, node.name, one(node.value)];
    case "invalid-statement":
      return ["Invalid", ...at];
  }
}

function splitArguments(
  args: readonly Argument[],
  context: ShapeContext,
): { readonly bases: readonly Shape[]; readonly keywords: readonly Shape[] } {
  const bases: Shape[] = [];
  const keywords: Shape[] = [];
  for (const { kind, name, value, start, end } of args) {
    const inner = shape(value, context);
    if (kind === "positional") bases.push(inner);
    else if (kind === "spread") bases.push(["Starred", ...spanOf({ start, end }, context), inner]);
    else keywords.push([name ?? null, inner]);
  }
  return { bases, keywords };
}

function spanOf({ start, end }: { readonly start: number; readonly end: number }, context: ShapeContext): readonly number[] {
  return context.inFormat ? [0, 0] : [start, end];
}

function parameters(list: readonly Parameter[], context: ShapeContext): readonly Shape[] {
  const order = ["positional-only", "regular", "variadic", "keyword-only", "keyword-variadic"];
  return [...list]
    .sort((left, right) => order.indexOf(left.kind) - order.indexOf(right.kind))
    .map(({ kind, name, annotation, default: fallback }) => [
      kind,
      name,
      annotation ? shape(annotation, context) : null,
      fallback ? shape(fallback, context) : null,
    ]);
}

const SEQUENCES = { list: "List", tuple: "Tuple", set: "Set" } as const;
const COMPREHENSIONS = { list: "ListComp", set: "SetComp", dict: "DictComp", generator: "GeneratorExp" } as const;

function shape(node: Expression, context: ShapeContext): Shape {
  const at = spanOf(node, context);
  const one = (expression: Expression | undefined) => (expression ? shape(expression, context) : null);
  switch (node.kind) {
    case "name":
      return ["Name", ...at, node.id];
    case "number":
      return ["Number", ...at, numberRepr(node.text)];
    case "string":
      return ["Str", ...at, node.value];
    case "bytes":
      return ["Bytes", ...at, node.value];
    case "formatted-string":
      return ["JoinedStr", ...at, formatParts(node.parts, context)];
    case "true":
    case "false":
    case "none":
      return [node.kind.charAt(0).toUpperCase() + node.kind.slice(1), ...at, null];
    case "ellipsis":
      return ["Ellipsis", ...at, null];
    case "attribute":
      return ["Attribute", ...at, one(node.object), node.name];
    case "subscript":
      return ["Subscript", ...at, one(node.object), one(node.index)];
    case "slice":
      return ["Slice", ...at, one(node.lower), one(node.upper), one(node.step)];
    case "call": {
      const { bases, keywords } = splitArguments(node.args, context);
      return ["Call", ...at, one(node.callee), bases, keywords];
    }
    case "list":
    case "tuple":
    case "set":
      return [SEQUENCES[node.kind], ...at, node.items.map(one)];
    case "dict":
      return ["Dict", ...at, node.entries.map(({ key }) => one(key)), node.entries.map(({ value }) => one(value))];
    case "unary":
      return ["UnaryOp", ...at, node.operator, one(node.operand)];
    case "binary":
      return ["BinOp", ...at, one(node.left), node.operator, one(node.right)];
    case "boolean-operation":
      return ["BoolOp", ...at, node.operator, booleanLeft(node.left, node.operator, context), one(node.right)];
    case "comparison":
      return ["Compare", ...at, one(node.first), node.rest.map(({ operator }) => operator), node.rest.map(({ operand }) => one(operand))];
    case "conditional":
      return ["IfExp", ...at, one(node.test), one(node.body), one(node.orElse)];
    case "lambda":
      return ["Lambda", ...at, parameters(node.parameters, context), one(node.body)];
    case "comprehension": {
      const clauses = node.clauses.map((clause) => [clause.isAsync, one(clause.target), one(clause.iterable), clause.conditions.map(one)]);
      const element = node.key ? [one(node.key), one(node.element)] : [one(node.element)];
      return [COMPREHENSIONS[node.form], ...at, ...element, clauses];
    }
    case "named-expression":
      return [
        "NamedExpr",
        ...at,
        ["Name", ...spanOf({ start: node.start, end: node.start + node.name.length }, context), node.name],
        one(node.value),
      ];
    case "await":
      return ["Await", ...at, one(node.value)];
    case "yield":
      return [node.from ? "YieldFrom" : "Yield", ...at, one(node.value)];
    case "starred":
      return ["Starred", ...at, one(node.value)];
    case "invalid-expression":
      return ["Invalid", ...at];
  }
}

/** CPython has one node for `a and b and c`; the ends of the ones inside have no counterpart. */
function booleanLeft(left: Expression, operator: string, context: ShapeContext): Shape {
  const inner = shape(left, context);
  if (left.kind !== "boolean-operation" || left.operator !== operator || left.parentheses || !Array.isArray(inner)) return inner;
  return inner.with(2, null);
}

function formatParts(parts: readonly (string | FormattedValue)[], context: ShapeContext): readonly Shape[] {
  const found: Shape[] = [];
  for (const part of parts) {
    if (typeof part !== "string" && part.label !== undefined) addText(found, part.label);
    if (typeof part === "string") addText(found, part);
    else found.push(formattedValue(part, { ...context, inFormat: true }));
  }
  return found;
}

function addText(found: Shape[], text: string): void {
  const last = found[found.length - 1];
  if (typeof last === "string") found[found.length - 1] = last + text;
  else found.push(text);
}

function formattedValue(part: FormattedValue, context: ShapeContext): Shape {
  const implied = part.label !== undefined && !part.format ? "r" : "";
  return ["FormattedValue", shape(part.value, context), part.conversion ?? implied, part.format ? formatParts(part.format, context) : null];
}

/** As Python's `repr` writes the number. */
function numberRepr(text: string): string {
  const plain = text.replaceAll("_", "").toLowerCase();
  if (plain.endsWith("j")) return `${Number(plain.slice(0, -1)).toFixed(1)}j`;
  if (/^0[xob]/.test(plain) || /^\d+$/.test(plain)) return BigInt(/^0+$/.test(plain) ? "0" : plain).toString();
  const value = Number(plain);
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

function patternShape(node: Pattern, context: ShapeContext): Shape {
  const at = [node.start, node.end];
  const one = (pattern: Pattern) => patternShape(pattern, context);
  switch (node.kind) {
    case "value-pattern":
      return ["MatchValue", ...at, shape(node.value, context)];
    case "capture-pattern":
      return ["MatchAs", ...at, null, node.name ?? null];
    case "as-pattern":
      return ["MatchAs", ...at, one(node.pattern), node.name];
    case "star-pattern":
      return ["MatchStar", ...at, node.name ?? null];
    case "sequence-pattern":
      return ["MatchSequence", ...at, node.items.map(one)];
    case "or-pattern":
      return ["MatchOr", ...at, node.options.map(one)];
    case "mapping-pattern": {
      const keys = node.entries.map(({ key }) => shape(key, context));
      return ["MatchMapping", ...at, keys, node.entries.map(({ pattern }) => one(pattern)), node.rest ?? null];
    }
    case "class-pattern": {
      const names = node.keywords.map(({ name }) => name);
      return [
        "MatchClass",
        ...at,
        shape(node.class, context),
        node.positional.map(one),
        names,
        node.keywords.map(({ pattern }) => one(pattern)),
      ];
    }
  }
}
