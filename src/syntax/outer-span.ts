/** Where an expression lies with its enclosing parentheses: what an edit that takes it away, or a parent's span, needs. */
import type { Expression } from "./expression.ts";

export function outerStart(expression: Expression): number {
  return expression.parentheses ? expression.parentheses.start : expression.start;
}

export function outerEnd(expression: Expression): number {
  return expression.parentheses ? expression.parentheses.end : expression.end;
}
