/** Values as the recorders in `record/` write them: `[type, text]`, `"refused"` where the reader raised. */
import type { FormatNode, ParsedFormat } from "../../src/formats/format-node.ts";

/** What a reader of ours makes of a text, in the recorders' words. */
export function readAsRecorded({ root, problems }: ParsedFormat): unknown {
  return root === undefined || problems.some(({ severity }) => severity === "error") ? "refused" : recorded(root);
}

function recorded(node: FormatNode): unknown {
  switch (node.kind) {
    case "sequence":
      return ["sequence", node.items.map(recorded)];
    case "mapping":
      return ["mapping", node.entries.map(({ key, value }) => [recorded(key), recorded(value)])];
    case "scalar":
      return [node.type, node.type === "int" ? String(node.value) : node.value];
  }
}

/** What a recorder wrote, with Python's `float.hex()`, `inf` and `nan` as numbers. */
export function decode(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const [type, content] = value;
  if (type === "float") return [type, fromHex(content)];
  return value.map(decode);
}

function fromHex(text: string): number {
  if (text === "nan") return Number.NaN;
  if (text.endsWith("inf")) return text.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const [, sign, whole = "0", fraction = "", exponent] = /^(-?)0x([0-9a-f]+)(?:\.([0-9a-f]+))?p([+-]\d+)$/.exec(text) ?? [];
  const mantissa = Number.parseInt(whole + fraction, 16) / 16 ** fraction.length;
  return (sign === "-" ? -1 : 1) * mantissa * 2 ** Number(exponent);
}
