/** The classes of characters that YAML 1.1 speaks of, over UTF-16 code units. Behind the end of the text every class that allows an end holds. */

export const TAB = 0x09;
export const LINE_FEED = 0x0a;
export const CARRIAGE_RETURN = 0x0d;
export const SPACE = 0x20;

/** Line feed, carriage return, next line, line and paragraph separator. */
export function isBreak(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN || code === 0x85 || code === 0x2028 || code === 0x2029;
}

/** The end of the text; a character of code zero, which no text may hold, ends it as well. */
export function isEnd(code: number): boolean {
  return code === 0 || Number.isNaN(code);
}

export function isBreakOrEnd(code: number): boolean {
  return isBreak(code) || isEnd(code);
}

export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

export function isBlankBreakOrEnd(code: number): boolean {
  return isBlank(code) || isBreakOrEnd(code);
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Of anchors, handles and directives. */
export function isWordCharacter(code: number): boolean {
  return isDigit(code) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x2d || code === 0x5f;
}

/** True for one of the characters of `set`, all of the basic plane. */
export function isOneOf(code: number, set: string): boolean {
  return !Number.isNaN(code) && set.includes(String.fromCharCode(code));
}
