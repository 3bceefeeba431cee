/**
 * A change set as a unified diff that `git apply` and `patch` take. The edits are known, so nothing is searched for: hunks are the lines that
 * edits touch, with three lines around. A carriage return is part of its line, as git sees it.
 */
import type { ChangeSet, FileChange } from "./change-set.ts";

const CONTEXT = 3;

/** Empty for an empty change set. */
export function unifiedDiff({ files }: ChangeSet): string {
  return files.map(fileDiff).join("");
}

function fileDiff(change: FileChange): string {
  const [from, to] = [quoted(`a/${change.path}`), quoted(`b/${change.path}`)];
  const before = linesOf(change.before ?? "");
  const after = linesOf(change.after);
  const whole = { from: 0, fromEnd: 0, to: 0, toEnd: after.length };
  const hunks = groupBlocks(change.before === null ? [whole] : changedBlocks(change.before, change, { before, after }));
  const body = hunks.map((blocks) => renderHunk(blocks, before, after)).join("");
  const mode = change.before === null ? "new file mode 100644\n" : "";
  const names = after.length > 0 || before.length > 0 ? `--- ${change.before === null ? "/dev/null" : from}\n+++ ${to}\n` : "";
  return `diff --git ${from} ${to}\n${mode}${names}${body}`;
}

/** Lines `from..fromEnd` become `to..toEnd`; 0-based, half-open. */
interface Block {
  readonly from: number;
  readonly fromEnd: number;
  readonly to: number;
  readonly toEnd: number;
}

interface Lines {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

function changedBlocks(text: string, { after, edits }: FileChange, lines: Lines): readonly Block[] {
  const blocks: Block[] = [];
  let shift = 0;
  for (const edit of edits) {
    const start = edit.start + shift;
    const block = {
      from: lineOf(text, edit.start),
      fromEnd: lineOf(text, edit.end) + 1,
      to: lineOf(after, start),
      toEnd: lineOf(after, start + edit.text.length) + 1,
    };
    shift += edit.text.length - (edit.end - edit.start);
    const last = blocks.at(-1);
    if (last && block.from < last.fromEnd) blocks[blocks.length - 1] = { ...last, fromEnd: block.fromEnd, toEnd: block.toEnd };
    else blocks.push(block);
  }
  return blocks.map((block) => trimmed(block, lines)).filter(({ from, fromEnd, to, toEnd }) => from < fromEnd || to < toEnd);
}

/** Without the lines at both ends that stay. */
function trimmed(block: Block, { before, after }: Lines): Block {
  let { from, to } = block;
  let [fromEnd, toEnd] = [Math.min(block.fromEnd, before.length), Math.min(block.toEnd, after.length)];
  while (from < fromEnd && to < toEnd && before[from] === after[to]) {
    from += 1;
    to += 1;
  }
  while (from < fromEnd && to < toEnd && before[fromEnd - 1] === after[toEnd - 1]) {
    fromEnd -= 1;
    toEnd -= 1;
  }
  return { from, fromEnd, to, toEnd };
}

/** Blocks whose context would meet share a hunk. */
function groupBlocks(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && block.from - last.fromEnd <= 2 * CONTEXT) group.push(block);
    else groups.push([block]);
  }
  return groups;
}

function renderHunk(blocks: readonly Block[], before: readonly string[], after: readonly string[]): string {
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (!first || !last) return "";
  const lead = Math.min(CONTEXT, first.from);
  const tail = Math.min(CONTEXT, before.length - last.fromEnd);
  const [from, to] = [first.from - lead, first.to - lead];
  let body = "";
  let at = from;
  for (const block of blocks) {
    body += marked(" ", before.slice(at, block.from));
    body += marked("-", before.slice(block.from, block.fromEnd)) + marked("+", after.slice(block.to, block.toEnd));
    at = block.fromEnd;
  }
  body += marked(" ", before.slice(at, at + tail));
  return `@@ -${range(from, last.fromEnd + tail - from)} +${range(to, last.toEnd + tail - to)} @@\n${body}`;
}

/** An empty range names the line before it. */
function range(start: number, length: number): string {
  const line = length === 0 ? start : start + 1;
  return length === 1 ? `${line}` : `${line},${length}`;
}

function marked(mark: string, lines: readonly string[]): string {
  return lines.map((line) => (line.endsWith("\n") ? `${mark}${line}` : `${mark}${line}\n\\ No newline at end of file\n`)).join("");
}

/** With their line feeds; no empty line after the last one. */
function linesOf(text: string): readonly string[] {
  return text === "" ? [] : text.split(/(?<=\n)/);
}

function lineOf(text: string, offset: number): number {
  let line = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}

/** As git writes names with characters that it would otherwise misread. */
function quoted(path: string): string {
  return /["\\\n\t]/.test(path)
    ? `"${path.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n").replaceAll("\t", "\\t")}"`
    : path;
}
