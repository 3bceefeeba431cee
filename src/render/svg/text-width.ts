/**
 * How wide a text is, without a font to ask: the widths of Helvetica (Arial and Liberation Sans have the same), a little larger, because
 * the viewer may put another font in its place. What has no width in the table is taken as wide.
 */

/** From blank to tilde, in thousandths of the font size. Source: Adobe's metrics of the standard fonts, Helvetica-Bold. */
const WIDTHS: readonly number[] = [
  278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333,
  333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722,
  667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611,
  611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
];
const RESERVE = 1.06;
/** Chinese, Japanese and Korean letters, emoji. */
const WIDE = 1000;
const OTHER = 750;

/** In pixels, rounded up. */
export function textWidth(text: string, fontSize: number): number {
  let sum = 0;
  for (const character of text) sum += widthOf(character);
  return Math.ceil((sum * RESERVE * fontSize) / 1000);
}

function widthOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20 || code > 0x7e) return code < 0x1100 ? OTHER : WIDE;
  return WIDTHS[code - 0x20] ?? WIDE;
}

/** The text, or its beginning and its end around `…`: names are told apart at both. */
export function cutMiddle(text: string, maxWidth: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= maxWidth) return text;
  const characters = [...text];
  for (let kept = characters.length - 1; kept > 1; kept -= 1) {
    const head = Math.ceil(kept / 2);
    const cut = `${characters.slice(0, head).join("")}…${characters.slice(characters.length - (kept - head)).join("")}`;
    if (textWidth(cut, fontSize) <= maxWidth) return cut;
  }
  return "…";
}
