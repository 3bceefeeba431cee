/** A selection as Dagster prints it. Source: `to_selection_str` of each `AssetSelection` class. */
import { toUserString } from "../../model/asset-key.ts";
import type { SelectionExpression } from "../../model/selection-expression.ts";

/** `undefined` for selections that Dagster has no text for, or that are not known. */
export function selectionText(selection: SelectionExpression): string | undefined {
  switch (selection.kind) {
    case "all":
      return "*";
    case "keys":
      return selection.keys.map((key) => `key:"${toUserString(key)}"`).join(" or ");
    case "groups":
      return selection.groups.length === 0 ? "group:<null>" : selection.groups.map((group) => `group:"${group}"`).join(" or ");
    case "tag":
      return selection.value === "" ? `tag:"${selection.key}"` : `tag:"${selection.key}"="${selection.value}"`;
    case "kind":
      return selection.name === null ? "kind:<null>" : `kind:"${selection.name}"`;
    case "owner":
      return selection.owner === null ? "owner:<null>" : `owner:"${selection.owner}"`;
    case "key-substring":
      return `key:"*${selection.substring}*"`;
    case "and":
    case "or":
      return joined(selection.operands.map(operandText), ` ${selection.kind} `);
    case "subtract":
      return subtractText(selection.left, selection.right);
    case "sinks":
    case "roots":
      return wrapped(selection.kind, selectionText(selection.child));
    case "downstream":
    case "upstream":
      return chainText(selection);
    case "string":
      return selection.text;
    default:
      return undefined;
  }
}

function joined(parts: readonly (string | undefined)[], separator: string): string | undefined {
  return parts.includes(undefined) ? undefined : parts.join(separator);
}

function wrapped(name: string, inner: string | undefined): string | undefined {
  return inner === undefined ? undefined : `${name}(${inner})`;
}

function operandText(selection: SelectionExpression): string | undefined {
  const text = selectionText(selection);
  const compound =
    selection.kind === "and" ||
    selection.kind === "or" ||
    selection.kind === "subtract" ||
    (selection.kind === "groups" && selection.groups.length > 1);
  return compound && text !== undefined ? `(${text})` : text;
}

function subtractText(left: SelectionExpression, right: SelectionExpression): string | undefined {
  if (left.kind === "all") return joined(["not ", selectionText(right)], "");
  return joined([operandText(left), operandText(right)], " and not ");
}

function chainText(selection: Extract<SelectionExpression, { readonly kind: "downstream" | "upstream" }>): string | undefined {
  const child = operandText(selection.child);
  if (child === undefined) return undefined;
  const depth = selection.depth === null ? "" : String(selection.depth);
  const down = selection.kind === "downstream";
  const base = selection.depth === 0 ? child : down ? `${child}+${depth}` : `${depth}+${child}`;
  return selection.includeSelf ? base : `${base} and not ${child}`;
}
