/** Edits of string literals where they are written, in Python and in YAML: quotes and prefix stay, and only the part that changes is named. */
import type { Location } from "../../base/span.ts";
import type { TextEdit } from "../../base/text-edit.ts";
import { applyEdits } from "../../base/text-edit.ts";
import type { FileEdit } from "../../diagnostics/diagnostic.ts";
import { renderString } from "../../syntax/python-literal.ts";
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
  const edited = applyEdits(value, edits);
  if (!at.path.endsWith(".py")) return plainEdit({ source, value, at }, edited);
  const [statement] = project.context.parser.parseModule(source).body;
  const literal = statement?.kind === "expression-statement" ? statement.value : undefined;
  const isWhole = literal?.kind === "string" && !literal.parts && literal.value === value;
  return isWhole ? pythonEdit({ source, value, at }, edited) : undefined;
}

interface Found extends WrittenString {
  readonly source: string;
}

const LITERAL = /^([rRuU]?)("""|'''|"|')([\s\S]*)\2$/;

function pythonEdit({ source, value, at }: Found, edited: string): FileEdit | undefined {
  const [, prefix = "", quote = "", content] = LITERAL.exec(source) ?? [];
  if (content === undefined) return undefined;
  const isSafe = !edited.includes(quote) && !/[\\\r\n]/.test(edited);
  if (content === value && isSafe) {
    const start = at.start + prefix.length + quote.length;
    return { path: at.path, start, end: start + content.length, text: edited };
  }
  return { ...at, text: renderString(edited, quote.startsWith("'") ? "'" : '"') };
}

/** A YAML scalar that needs no other quotes than it has. */
function plainEdit({ source, value, at }: Found, edited: string): FileEdit | undefined {
  if (!/^[\p{L}_][\p{L}\p{N}_/.-]*$/u.test(edited)) return undefined;
  const offset = source === value ? 0 : source.slice(1, -1) === value ? 1 : -1;
  if (offset < 0) return undefined;
  return { path: at.path, start: at.start + offset, end: at.start + offset + value.length, text: edited };
}
