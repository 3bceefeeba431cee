/** From the parser's ERROR and MISSING nodes to messages for people. Descends only where there is an error. */
import type { Node } from "web-tree-sitter";
import type { PythonSyntaxError } from "./statement.ts";

/** The errors of a tree together with those that the lowering `found`, in order of place. */
export function collectErrors(root: Node, text: string, found: readonly PythonSyntaxError[]): readonly PythonSyntaxError[] {
  const errors = [...found];
  const pending: Node[] = root.hasError ? [root] : [];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.isMissing) errors.push({ start: node.startIndex, end: node.endIndex, message: `expected ${described(node.type)}` });
    else if (node.isError && isBareGenerator(node, text)) continue;
    else if (node.isError) errors.push({ start: node.startIndex, end: node.endIndex, message: unexpected(node, text) });
    for (const child of node.children) if (child?.hasError || child?.isMissing) pending.push(child);
  }
  return errors.sort((left, right) => left.start - right.start || left.end - right.end);
}

/** `f"{x for x in y}"`: until 3.11 Python put parentheses around what stands in the braces. */
function isBareGenerator(node: Node, text: string): boolean {
  if (!/^(?:async\s+)?for\s/.test(text.slice(node.startIndex, node.endIndex))) return false;
  const { parent } = node;
  return parent?.type === "interpolation" || parent?.parent?.type === "interpolation";
}

function described(type: string): string {
  return /^[a-z_]{2,}$/.test(type) ? type.replaceAll("_", " ") : `\`${type}\``;
}

function unexpected(node: Node, text: string): string {
  const written = text.slice(node.startIndex, node.endIndex).trim();
  const [line = ""] = written.split(/[\r\n]/);
  if (/^(?:<{7}|={7}|>{7})/.test(line)) return "merge conflict marker";
  if (/^[a-zA-Z]{0,2}["']/.test(line) && node.childCount <= 1) return "unterminated string";
  return line === "" ? "invalid syntax" : `unexpected \`${line.length > 40 ? `${line.slice(0, 40)}…` : line}\``;
}
