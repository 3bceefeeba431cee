/** How a file is written, learned from the file: line ends, indentation, quotes, the length of its lines. Nothing is ever re-written to a style. */
import type { SourceFile } from "../../python/files/source-file.ts";
import type { QuoteStyle } from "../../syntax/python-literal.ts";
import { literalShape } from "../../syntax/string-literal.ts";
import { walk } from "../../syntax/walk.ts";

export interface SourceStyle {
  readonly newline: "\n" | "\r\n" | "\r";
  /** One step: four blanks, two, a tab. */
  readonly indent: string;
  readonly quote: QuoteStyle;
  /** Columns: that of Black, or the file's longest line where that is longer. */
  readonly lineLength: number;
}

const BLACK = 88;

export function styleOf({ text, tree }: SourceFile): SourceStyle {
  const lines = text.split(/\r\n|\n|\r/);
  return {
    newline: text.includes("\r\n") ? "\r\n" : text.includes("\n") || !text.includes("\r") ? "\n" : "\r",
    indent: indentOf(lines),
    quote: quoteOf(text, tree),
    lineLength: lines.reduce((longest, line) => Math.max(longest, line.length), BLACK),
  };
}

function indentOf(lines: readonly string[]): string {
  const steps = new Map<string, number>();
  for (const line of lines) {
    const [, step] = /^(\t| {2,8})(?=\S)/.exec(line) ?? [];
    if (step !== undefined && !line.trimStart().startsWith("#")) steps.set(step, (steps.get(step) ?? 0) + 1);
  }
  const [first] = [...steps]
    .filter(([step]) => step === "\t" || step.length === 2 || step.length === 4)
    .sort((left, right) => right[1] - left[1]);
  const twoIsStep = first?.[0].length === 4 && (steps.get("  ") ?? 0) > 0 && (steps.get("  ") ?? 0) * 2 >= first[1];
  return twoIsStep ? "  " : (first?.[0] ?? "    ");
}

/** The more frequent one among plain literals; a tie goes to Black's. */
function quoteOf(text: string, { body }: SourceFile["tree"]): QuoteStyle {
  let balance = 0;
  walk(body, (node) => {
    if (node.kind === "string" || node.kind === "formatted-string") {
      const { quote } = literalShape(text, node.start, node.end);
      if (quote === '"') balance += 1;
      if (quote === "'") balance -= 1;
    }
    return undefined;
  });
  return balance < 0 ? "'" : '"';
}

/** The white space that the line of an offset begins with. */
export function indentAt(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return /^[ \t\f]*/.exec(text.slice(start, offset))?.[0] ?? "";
}

export function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
}

/** Before the line end. */
export function lineEnd(text: string, offset: number): number {
  const match = /[\r\n]/.exec(text.slice(offset));
  return match ? offset + match.index : text.length;
}

/** Behind the line end. */
export function nextLine(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  return text.startsWith("\r\n", end) ? end + 2 : Math.min(end + 1, text.length);
}
