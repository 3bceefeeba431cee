/** Edits of string literals where they are written, in Python and in YAML: quotes and prefix stay, and only the part that changes is named. */
import type { Location } from "../../base/span.ts";
import type { TextEdit } from "../../base/text-edit.ts";
import { applyEdits } from "../../base/text-edit.ts";
import type { FileEdit } from "../../diagnostics/diagnostic.ts";
import { decodeLiteral, literalShape } from "../../syntax/string-literal.ts";
import type { Project } from "../project.ts";

/** A string and where it is written. */
export interface WrittenString {
  readonly value: string;
  readonly at: Location;
}

/** The literal with another value. `undefined` when what stands there is not the literal of this value: an f-string, a concatenation. */
export function replaceString(project: Project, written: WrittenString, value: string): FileEdit | undefined {
  return editString(project, written, [{ start: 0, end: written.value.length, text: value }]);
}

/** The literal with `edits` made in its value. */
export function editString(project: Project, { value, at }: WrittenString, edits: readonly TextEdit[]): FileEdit | undefined {
  const source = project.text(at.path)?.slice(at.start, at.end);
  if (source === undefined) return undefined;
  if (!at.path.endsWith(".py")) return plainEdit({ source, value, at }, applyEdits(value, edits));
  const [statement] = project.context.parser.parseModule(source).body;
  const literal = statement?.kind === "expression-statement" ? statement.value : undefined;
  const isWhole = literal?.kind === "string" && !literal.parts && literal.value === value;
  return isWhole ? pythonEdit({ source, value, at }, edits) : undefined;
}

interface Found extends WrittenString {
  readonly source: string;
}

/** The smallest edit of the literal's own text: escapes elsewhere in it stay as they are written. */
function pythonEdit({ source, at }: Found, edits: readonly TextEdit[]): FileEdit | undefined {
  const { prefix, quote, isRaw } = literalShape(source, 0, source.length);
  const open = prefix.length + quote.length;
  const offsets = offsetsOf(source.slice(open, source.length - quote.length), isRaw);
  const [first, last] = [edits[0], edits.at(-1)];
  const [start, end] = [offsets[first?.start ?? 0], offsets[last?.end ?? 0]];
  const isSafe = edits.every(({ text }) => !/[\\\r\n'"]/.test(text) || (!isRaw && !/[\r\n]/.test(text)));
  if (start === undefined || end === undefined || !isSafe) return undefined;
  const written = edits.map((edit) => ({
    start: (offsets[edit.start] ?? start) - start,
    end: (offsets[edit.end] ?? end) - start,
    text: edit.text.replaceAll("\\", "\\\\").replaceAll(quote.charAt(0), `\\${quote.charAt(0)}`),
  }));
  const own = source.slice(open + start, open + end);
  return { path: at.path, start: at.start + open + start, end: at.start + open + end, text: applyEdits(own, written) };
}

const TOKEN = /\\(?:\r\n|N\{[^}]+\}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|x[\da-fA-F]{2}|[0-7]{1,3}|[\s\S])|\r\n|[\s\S]/g;

/** For each offset of the value (its end included) the offset in the text between the quotes. */
function offsetsOf(content: string, isRaw: boolean): readonly number[] {
  const offsets: number[] = [];
  for (const { 0: token, index } of content.matchAll(isRaw ? /\r\n|[\s\S]/g : TOKEN)) {
    const { length } = decodeLiteral(token, { isRaw, isBytes: false });
    for (let unit = 0; unit < length; unit += 1) offsets.push(index);
  }
  return [...offsets, content.length];
}

/** A YAML scalar that needs no other quotes than it has. */
function plainEdit({ source, value, at }: Found, edited: string): FileEdit | undefined {
  if (!/^[\p{L}_][\p{L}\p{N}_/.-]*$/u.test(edited)) return undefined;
  const offset = source === value ? 0 : source.slice(1, -1) === value ? 1 : -1;
  if (offset < 0) return undefined;
  return { path: at.path, start: at.start + offset, end: at.start + offset + value.length, text: edited };
}
