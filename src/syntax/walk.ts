/**
 * Over every node of a compact tree, in no family's terms: a node is an object with a `kind`, its children are the nodes in
 * its fields. Deferred bodies are not entered: ask the parser for them.
 */
import type { Expression, FormattedValue } from "./expression.ts";
import type { Pattern, Statement } from "./statement.ts";

export type TreeNode = Statement | Expression | FormattedValue | Pattern;

/** Visits `roots` and all below, parents before children, in the order of the fields. `visit` returning `false` leaves the children out. */
export function walk(roots: readonly TreeNode[], visit: (node: TreeNode) => boolean | undefined): void {
  const pending: unknown[] = [...roots].reverse();
  while (pending.length > 0) {
    const value = pending.pop();
    if (typeof value !== "object" || value === null) continue;
    if (isNode(value) && visit(value) === false) continue;
    const children = Array.isArray(value) ? value : Object.values(value);
    for (let index = children.length - 1; index >= 0; index--) pending.push(children[index]);
  }
}

/** Parameters, arguments and deferred bodies have a kind as well, but are parts of a node. */
const PARTS: ReadonlySet<unknown> = new Set([
  "positional",
  "keyword",
  "spread",
  "keyword-spread",
  "positional-only",
  "regular",
  "variadic",
  "keyword-only",
  "keyword-variadic",
  "deferred-body",
  "type",
  "type-tuple",
  "parameter-specification",
]);

function isNode(value: object): value is TreeNode {
  return "kind" in value && !PARTS.has(value.kind);
}
