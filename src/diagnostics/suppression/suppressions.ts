/**
 * The suppressions of one file: which lines each covers, and what is wrong with how they are written. The one mechanism for every output:
 * whoever shows findings shows what it left over.
 */
import { nearestWord } from "../../base/edit-distance.ts";
import { createLineIndex, type LineIndex } from "../../base/line-index.ts";
import type { Span } from "../../base/span.ts";
import { DIRECTIVE_KINDS, DIRECTIVE_MARK, type Directive, type NamedRule, parseDirective } from "./directive.ts";

/** A file whose comments are known. */
export interface CommentedFile {
  readonly path: string;
  readonly text: string;
  readonly comments: readonly Span[];
  /** A comment at the first line of one of them speaks for all its lines. */
  readonly statements: readonly Span[];
}

export interface Suppression {
  readonly path: string;
  readonly directive: Directive;
  readonly rules: readonly NamedRule[];
  /** What would have to go with it: a block has two comments. */
  readonly comments: readonly Span[];
  /** 1-based, both inclusive. */
  readonly lines: { readonly first: number; readonly last: number };
}

export interface SuppressionProblem {
  readonly path: string;
  readonly span: Span;
  readonly message: string;
  readonly help: string;
}

export interface FileSuppressions {
  readonly path: string;
  readonly text: string;
  readonly index: LineIndex;
  readonly suppressions: readonly Suppression[];
  readonly problems: readonly SuppressionProblem[];
}

export function readSuppressions(file: CommentedFile): FileSuppressions {
  const index = createLineIndex(file.text);
  const lines = statementLines(file, index);
  const suppressions: Suppression[] = [];
  const problems: SuppressionProblem[] = [];
  const open: Omit<Suppression, "lines">[] = [];
  const object = (span: Span, message: string, help: string) => void problems.push({ path: file.path, span, message, help });
  for (const directive of directivesIn(file)) {
    const { word, rules = [] } = directive;
    const fault = faultOf(directive, open.length > 0);
    if (fault !== undefined) {
      object(fault.span, fault.message, fault.help);
      continue;
    }
    const line = index.positionAt(directive.span.start).line;
    const own = { path: file.path, directive, rules, comments: [directive.span] };
    if (word === "ignore-start") open.push(own);
    else if (word === "ignore-file") suppressions.push({ ...own, lines: { first: 1, last: index.lineCount } });
    else if (word === "ignore") {
      const first = standsAlone(directive, file, index) ? nextCodeLine(line, file, index) : line;
      suppressions.push({ ...own, lines: { first, last: lines.get(first) ?? first } });
    } else {
      const start = open.pop();
      if (start === undefined) continue;
      const first = index.positionAt(start.directive.span.start).line;
      suppressions.push({ ...start, comments: [...start.comments, directive.span], lines: { first, last: line } });
    }
  }
  for (const { directive } of open)
    object(directive.span, "`ignore-start` without an `ignore-end` suppresses nothing", "End the block with `# dagsight: ignore-end`.");
  return { path: file.path, text: file.text, index, suppressions, problems };
}

function directivesIn({ text, comments }: CommentedFile): readonly Directive[] {
  if (!text.includes(DIRECTIVE_MARK)) return [];
  return comments.flatMap((span) => parseDirective(text.slice(span.start, span.end), span) ?? []);
}

function faultOf({ word, wordSpan, span, rules }: Directive, isOpen: boolean): Omit<SuppressionProblem, "path"> | undefined {
  if (!DIRECTIVE_KINDS.some((kind) => kind === word)) {
    const nearest = nearestWord(word, DIRECTIVE_KINDS);
    const help =
      nearest === undefined ? `Known: ${DIRECTIVE_KINDS.map((kind) => `\`${kind}\``).join(", ")}.` : `Did you mean \`${nearest}\`?`;
    return {
      span: word === "" ? span : wordSpan,
      message: word === "" ? "`dagsight:` says nothing" : `there is no directive \`${word}\``,
      help,
    };
  }
  if (word === "ignore-end") {
    const help = "Remove it, or begin the block with `# dagsight: ignore-start[rule-name]`.";
    return isOpen ? undefined : { span, message: "`ignore-end` without an `ignore-start`", help };
  }
  if (rules !== undefined && rules.length > 0) return undefined;
  return { span, message: `\`${word}\` names no rule, and suppresses nothing`, help: `Write \`${word}[rule-name]\`.` };
}

/** The last line of the longest statement that begins on a line. */
function statementLines({ statements }: CommentedFile, index: LineIndex): ReadonlyMap<number, number> {
  const last = new Map<number, number>();
  for (const { start, end } of statements) {
    const line = index.positionAt(start).line;
    last.set(line, Math.max(last.get(line) ?? line, index.positionAt(end).line));
  }
  return last;
}

function standsAlone({ span }: Directive, { text }: CommentedFile, index: LineIndex): boolean {
  const { start } = index.lineSpan(index.positionAt(span.start).line);
  return /^\s*(?:#|$)/.test(text.slice(start, span.start));
}

/** The first line below that is neither empty nor a comment; the comment's own when there is none. */
function nextCodeLine(line: number, { text }: CommentedFile, index: LineIndex): number {
  for (let next = line + 1; next <= index.lineCount; next += 1) {
    const { start, end } = index.lineSpan(next);
    if (!/^\s*(?:#|$)/.test(text.slice(start, end))) return next;
  }
  return line;
}
