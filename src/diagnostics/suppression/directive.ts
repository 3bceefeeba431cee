/**
 * What one comment says to Dagsight: `# dagsight: ignore[rule-name, …] reason`. The grammar of that line and nothing else; which findings it
 * covers is in `suppressions.ts`. A comment may say something else before and behind it: `# noqa: E501  # dagsight: ignore[asset-cycle]  # why`.
 */
import type { Span } from "../../base/span.ts";

/** `ignore-end` closes the nearest open `ignore-start` above it. */
export type DirectiveKind = "ignore" | "ignore-file" | "ignore-start" | "ignore-end";

export const DIRECTIVE_KINDS: readonly DirectiveKind[] = ["ignore", "ignore-file", "ignore-start", "ignore-end"];

export interface NamedRule {
  readonly name: string;
  readonly span: Span;
}

/** Spans are those of the file. */
export interface Directive {
  /** As written, so that a wrong one can be named. */
  readonly word: string;
  /** From its own `#` to the end of its reason. */
  readonly span: Span;
  readonly wordSpan: Span;
  /** `undefined` without brackets. */
  readonly rules: readonly NamedRule[] | undefined;
  /** What stands behind the brackets; empty for none. */
  readonly reason: string;
}

/** A file without it needs no second look. */
export const DIRECTIVE_MARK = "dagsight:";

const DIRECTIVE = /#[ \t]*dagsight:[ \t]*([\w-]*)[ \t]*(?:\[([^\]\n]*)\])?(.*?)(?=\s+#|\s*$)/;

/** `comment` is the text at `span`; `undefined` when it says nothing to us. */
export function parseDirective(comment: string, { start }: Span): Directive | undefined {
  const match = DIRECTIVE.exec(comment);
  if (match === null) return undefined;
  const [whole, word = "", listed, rest = ""] = match;
  const wordStart = start + match.index + whole.indexOf(word, whole.indexOf(DIRECTIVE_MARK) + DIRECTIVE_MARK.length);
  const listStart = start + match.index + whole.indexOf("[") + 1;
  return {
    word,
    span: { start: start + match.index, end: start + match.index + whole.length },
    wordSpan: { start: wordStart, end: wordStart + word.length },
    rules: listed === undefined ? undefined : namesIn(listed, listStart),
    reason: rest.trim().replace(/^(?:[-:–—]+\s*)/, ""),
  };
}

function namesIn(listed: string, listStart: number): readonly NamedRule[] {
  return [...listed.matchAll(/[^,\s](?:[^,]*[^,\s])?/g)].map(({ 0: name, index }) => {
    const start = listStart + index;
    return { name, span: { start, end: start + name.length } };
  });
}
