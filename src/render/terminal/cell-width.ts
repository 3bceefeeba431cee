/** How many cells of a terminal a text takes: letters of Chinese, Japanese and Korean and most emoji two, marks that go on top of a letter none. */

const WIDE =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Script=Bopomofo}|\p{Emoji_Presentation}|[\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;
const NONE = /\p{Mn}|\p{Me}|\u200c|\u200d/u;

export function cellWidth(text: string): number {
  let cells = 0;
  for (const character of text) cells += cellsOf(character);
  return cells;
}

export function cellsOf(character: string): number {
  if (character <= "~") return 1;
  return NONE.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
}
