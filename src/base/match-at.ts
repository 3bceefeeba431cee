/** Where a reader stands in a text: a pattern that has to match right there. */

/** `pattern` is sticky (`y`): what it matches at `at`, and not further on. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
