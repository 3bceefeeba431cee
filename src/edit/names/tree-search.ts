/** Every node of a file, bodies of functions included, in the order of the text as far as the tree has it; made once a file. */
import type { SourceFile } from "../../python/files/source-file.ts";
import { type TreeNode, walk } from "../../syntax/walk.ts";
import type { Project } from "../project.ts";

const known = new WeakMap<SourceFile, readonly TreeNode[]>();

export function everyNode(file: SourceFile, project: Project): readonly TreeNode[] {
  const cached = known.get(file);
  if (cached) return cached;
  const nodes: TreeNode[] = [];
  collect(file.tree.body, nodes, (fn) => project.body(file, fn));
  known.set(file, nodes);
  return nodes;
}

function collect(
  roots: readonly TreeNode[],
  nodes: TreeNode[],
  bodyOf: (fn: Extract<TreeNode, { readonly kind: "function" }>) => readonly TreeNode[],
): void {
  walk(roots, (node) => {
    nodes.push(node);
    if (node.kind === "function") collect(bodyOf(node), nodes, bodyOf);
    return undefined;
  });
}
