/**
 * The baseline as a file: JSON, sorted, one finding a line, so that two branches that each accept something merge like any list of lines. There
 * are no hashes in it: who reads a diff of it sees what was accepted.
 */
import type { BaselineEntry } from "../diagnostics/baseline.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { type FormatNode, nodeAt, toPlain } from "../formats/format-node.ts";
import { parseJson } from "../formats/json.ts";
import { configurationProblem } from "./configuration-problem.ts";

/** Ends in a newline; equal findings print equal bytes. */
export function renderBaseline(entries: readonly BaselineEntry[]): string {
  const lines = entries.map(({ rule, file, subject, message }) => `\n    ${JSON.stringify({ file, rule, subject, message })}`);
  return `{\n  "schemaVersion": 1,\n  "findings": [${lines.join(",")}${lines.length > 0 ? "\n  " : ""}]\n}\n`;
}

export interface ParsedBaseline {
  readonly entries: readonly BaselineEntry[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Never throws: what is no entry is an error at its place. */
export function parseBaseline(text: string, path: string): ParsedBaseline {
  const { root, problems } = parseJson(text);
  const refuse = (message: string, span: { readonly start: number; readonly end: number }) =>
    configurationProblem({ path, span, message, severity: "error", help: "Write it anew with `dagsight baseline`." });
  const [problem] = problems;
  if (problem) return { entries: [], diagnostics: [refuse(`the baseline is no JSON: ${problem.message}`, problem.span)] };
  const list = nodeAt(root, ["findings"]);
  if (root === undefined || list?.kind !== "sequence")
    return { entries: [], diagnostics: [refuse("the baseline has no list of `findings`", root?.span ?? { start: 0, end: 0 })] };
  const entries = list.items.map(entryOfNode);
  const diagnostics = list.items
    .filter((_, index) => entries[index] === undefined)
    .map(({ span }) => refuse("an entry of the baseline needs `file`, `rule`, `subject` and `message`", span));
  return { entries: entries.filter((entry) => entry !== undefined), diagnostics };
}

function entryOfNode(node: FormatNode): BaselineEntry | undefined {
  const plain = toPlain(node);
  if (typeof plain !== "object" || plain === null) return undefined;
  const { rule, file, subject = null, message } = plain as Readonly<Record<string, unknown>>;
  if (typeof rule !== "string" || typeof file !== "string" || typeof message !== "string") return undefined;
  return subject === null || typeof subject === "string" ? { rule, file, subject, message } : undefined;
}
