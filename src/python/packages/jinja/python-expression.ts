/**
 * Jinja's expressions as Python's: templates that Python renders work on Python objects, so the interpreter evaluates them.
 * What Jinja does otherwise (attributes that fall back to items, filters, tests, `~`) becomes a call of a name that only `names.ts` binds.
 */

import { exhaustive } from "../../../base/exhaustive.ts";
import type { Span } from "../../../base/span.ts";
import type { JinjaArguments, JinjaExpression, JinjaSlice } from "../../../formats/jinja/syntax.ts";
import type { Argument, Expression } from "../../../syntax/expression.ts";

export const GET_ATTRIBUTE = "\0getattr";
export const CONCATENATE = "\0concat";
export const FILTER = "\0filter ";
export const TEST = "\0test ";

/** Every node stands at `span`, the whole string in the YAML: escapes and folding leave no other honest place. */
export function toPythonExpression(node: JinjaExpression, span: Span): Expression {
  const { start, end } = span;
  const convert = (inner: JinjaExpression): Expression => toPythonExpression(inner, span);
  const call = (name: string, ...args: readonly Expression[]): Expression => ({
    kind: "call",
    callee: { kind: "name", id: name, start, end },
    args: args.map((value): Argument => ({ kind: "positional", value, start, end })),
    argsSpan: span,
    start,
    end,
  });
  switch (node.kind) {
    case "name":
      return { kind: "name", id: node.name, start, end };
    case "string":
      return { kind: "string", value: node.value, start, end };
    case "integer":
    case "float":
      return { kind: "number", text: String(node.value), start, end };
    case "boolean":
      return { kind: node.value ? "true" : "false", start, end };
    case "none":
      return { kind: "none", start, end };
    case "tuple":
    case "list":
      return { kind: node.kind, items: node.items.map(convert), start, end };
    case "dict":
      return {
        kind: "dict",
        entries: node.entries.map(({ key, value }) => ({ key: convert(key), value: convert(value), start, end })),
        start,
        end,
      };
    case "conditional":
      return {
        kind: "conditional",
        test: convert(node.test),
        body: convert(node.value),
        orElse: node.otherwise ? convert(node.otherwise) : { kind: "none", start, end },
        start,
        end,
      };
    case "filter":
    case "test": {
      const operand = node.operand ? [convert(node.operand)] : [];
      return withArguments(call((node.kind === "filter" ? FILTER : TEST) + node.name, ...operand), node.arguments, span);
    }
    case "call":
      return withArguments({ kind: "call", callee: convert(node.callee), args: [], argsSpan: span, start, end }, node.arguments, span);
    case "attribute":
      return call(GET_ATTRIBUTE, convert(node.object), { kind: "string", value: node.name, start, end });
    case "subscript": {
      const index = node.index.kind === "slice" ? toSlice(node.index, span) : convert(node.index);
      return { kind: "subscript", object: convert(node.object), index, start, end };
    }
    case "unary":
      return { kind: "unary", operator: node.operator, operand: convert(node.operand), start, end };
    case "binary": {
      const [left, right] = [convert(node.left), convert(node.right)];
      return node.operator === "and" || node.operator === "or"
        ? { kind: "boolean-operation", operator: node.operator, left, right, start, end }
        : { kind: "binary", operator: node.operator, left, right, start, end };
    }
    case "concat":
      return call(CONCATENATE, ...node.items.map(convert));
    case "compare":
      return {
        kind: "comparison",
        first: convert(node.first),
        rest: node.rest.map(({ operator, operand }) => ({ operator, operand: convert(operand) })),
        start,
        end,
      };
    default:
      return exhaustive(node);
  }
}

function withArguments(call: Expression, args: JinjaArguments, span: Span): Expression {
  if (call.kind !== "call") return call;
  const { start, end } = span;
  const convert = (node: JinjaExpression): Expression => toPythonExpression(node, span);
  return {
    ...call,
    args: [
      ...call.args,
      ...args.positional.map((value): Argument => ({ kind: "positional", value: convert(value), start, end })),
      ...args.keywords.map(({ name, value }): Argument => ({ kind: "keyword", name, value: convert(value), start, end })),
      ...(args.spread ? [{ kind: "spread", value: convert(args.spread), start, end } satisfies Argument] : []),
      ...(args.spreadKeywords ? [{ kind: "keyword-spread", value: convert(args.spreadKeywords), start, end } satisfies Argument] : []),
    ],
  };
}

function toSlice(slice: JinjaSlice, span: Span): Expression {
  const part = (node: JinjaExpression | undefined): Expression | undefined => node && toPythonExpression(node, span);
  const [lower, upper, step] = [part(slice.from), part(slice.to), part(slice.step)];
  return { kind: "slice", ...(lower && { lower }), ...(upper && { upper }), ...(step && { step }), ...span };
}
