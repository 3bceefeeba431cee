/**
 * Comments and statements of a text without lowering anything: for who reads what stands in comments. Bodies of functions are entered,
 * which lowering never does, so every comment is met. It knows nothing of what a comment says.
 */
import type { Span } from "../base/span.ts";
import { END, NODE } from "./lowering/node-type.ts";
import type { TreeReader } from "./lowering/tree-reader.ts";

export interface Outline {
  /** Each from its `#` to the end of its line, in order. */
  readonly comments: readonly Span[];
  /**
   * Simple statements, decorators, and the headers of compound statements (up to their body). The header of a decorated definition begins with
   * its first decorator. In the order of their ends.
   */
  readonly statements: readonly Span[];
}

const SIMPLE: ReadonlySet<number> = new Set([
  NODE.expression_statement,
  NODE.return_statement,
  NODE.delete_statement,
  NODE.raise_statement,
  NODE.assert_statement,
  NODE.import_statement,
  NODE.import_from_statement,
  NODE.future_import_statement,
  NODE.type_alias_statement,
  NODE.decorator,
]);

interface Ancestor {
  readonly kind: number;
  readonly start: number;
}

/** `reader` stands on the root and has read nothing yet. */
export function readOutline(reader: TreeReader): Outline {
  const statements: Span[] = [];
  const path: Ancestor[] = [];
  const enter = (kind: number) => {
    const node = { kind, start: reader.start() };
    if (SIMPLE.has(kind)) statements.push(reader.span());
    if (kind === NODE.block) statements.push({ start: headerStart(path), end: node.start });
    path.push(node);
  };
  enter(NODE.module);
  while (path.length > 0) {
    let next = reader.down();
    while (next === END && path.length > 0) {
      reader.up();
      path.pop();
      next = path.length > 0 ? reader.next() : END;
    }
    if (next !== END) enter(next);
  }
  return { comments: reader.comments, statements: statements.sort((left, right) => left.end - right.end) };
}

/** Where the compound statement begins whose block is entered, its decorators with it. */
function headerStart(path: readonly Ancestor[]): number {
  const [outer, own] = [path.at(-2), path.at(-1)];
  return (outer?.kind === NODE.decorated_definition ? outer : own)?.start ?? 0;
}
