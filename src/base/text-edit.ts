/** Edits of a text by offsets: the only way in which a file ever changes. What no edit names stays, byte for byte. */
import { Bug } from "./exhaustive.ts";
import type { Span } from "./span.ts";

/** Replaces `start..end` by `text`; an insertion has `start === end`. Offsets are UTF-16 units of the text before all edits. */
export interface TextEdit extends Span {
  readonly text: string;
}

/** Two edits want the same text: whoever made them has a defect, and dropping one would hide it. */
export class OverlappingEditsError extends Error {
  override readonly name = "OverlappingEditsError";
  readonly code = "overlapping-edits";
  readonly first: TextEdit;
  readonly second: TextEdit;

  constructor(first: TextEdit, second: TextEdit) {
    super(`edits overlap: ${first.start}..${first.end} and ${second.start}..${second.end}`);
    this.first = first;
    this.second = second;
  }
}

/**
 * The text with all edits made at once. Edits may come in any order and may touch; insertions at one offset keep the order
 * they are given in, and come before a replacement that begins there. Throws {@link OverlappingEditsError}.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = "";
  let at = 0;
  for (const edit of inOrder(text, edits)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return at === 0 && result === "" ? text : result + text.slice(at);
}

/** Edits of the edited text that give the first one back: `applyEdits(applyEdits(t, e), invertEdits(t, e)) === t`. */
export function invertEdits(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  const inverse: TextEdit[] = [];
  let shift = 0;
  for (const { start, end, text: written } of inOrder(text, edits)) {
    inverse.push({ start: start + shift, end: start + shift + written.length, text: text.slice(start, end) });
    shift += written.length - (end - start);
  }
  return merged(inverse);
}

/** Edits of the first text that do what both do, one after the other: `applyEdits(t, c) === applyEdits(applyEdits(t, first), second)`. */
export function composeEdits(text: string, first: readonly TextEdit[], second: readonly TextEdit[]): readonly TextEdit[] {
  const between = piecesOf(text, first);
  const after: Piece[] = [];
  let at = 0;
  for (const edit of inOrder(applyEdits(text, first), second)) {
    after.push(...cut(between, at, edit.start), { start: 0, end: 0, text: edit.text });
    at = edit.end;
  }
  return editsOf([...after, ...cut(between, at, Number.POSITIVE_INFINITY)], text);
}

/** A stretch of the first text that stays, or text that was written (`start` and `end` are 0 then). */
interface Piece extends Span {
  readonly text: string | undefined;
}

function piecesOf(text: string, edits: readonly TextEdit[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const edit of inOrder(text, edits)) {
    pieces.push({ start: at, end: edit.start, text: undefined }, { start: 0, end: 0, text: edit.text });
    at = edit.end;
  }
  return [...pieces, { start: at, end: text.length, text: undefined }];
}

/** What of the pieces lies at `from..to` of the text that they make. */
function cut(pieces: readonly Piece[], from: number, to: number): readonly Piece[] {
  const within: Piece[] = [];
  let at = 0;
  for (const { start, end, text } of pieces) {
    const length = text === undefined ? end - start : text.length;
    const [left, right] = [Math.max(from - at, 0), Math.min(to - at, length)];
    if (left < right)
      within.push(text === undefined ? { start: start + left, end: start + right, text } : { start, end, text: text.slice(left, right) });
    at += length;
  }
  return within;
}

function editsOf(pieces: readonly Piece[], text: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  let written = "";
  for (const piece of [...pieces, { start: text.length, end: text.length, text: undefined }]) {
    if (piece.text !== undefined) {
      written += piece.text;
      continue;
    }
    if (written !== "" || piece.start > at) edits.push({ start: at, end: piece.start, text: written });
    [at, written] = [piece.end, ""];
  }
  return edits;
}

/** Several insertions at one offset come back as neighbouring ranges; an empty one among them must not look like an insertion in another's place. */
function merged(edits: readonly TextEdit[]): readonly TextEdit[] {
  const result: TextEdit[] = [];
  for (const edit of edits) {
    const last = result[result.length - 1];
    if (last && last.end === edit.start) result[result.length - 1] = { start: last.start, end: edit.end, text: last.text + edit.text };
    else result.push(edit);
  }
  return result;
}

function inOrder(text: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  const sorted = edits
    .map((edit, index) => ({ edit, index }))
    .sort((left, right) => left.edit.start - right.edit.start || left.edit.end - right.edit.end || left.index - right.index)
    .map(({ edit }) => edit);
  let previous: TextEdit | undefined;
  for (const edit of sorted) {
    if (edit.start < 0 || edit.end < edit.start || edit.end > text.length) {
      throw new Bug(`edit ${edit.start}..${edit.end} is outside of a text of ${text.length}`);
    }
    if (previous && edit.start < previous.end) throw new OverlappingEditsError(previous, edit);
    previous = edit;
  }
  return sorted;
}
