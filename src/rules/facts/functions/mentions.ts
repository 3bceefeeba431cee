/** Whether the text of a function holds a word. Bodies are read only when somebody asks for them, and that is most of what checking a large project costs. */
import type { FunctionValue } from "../../../python/value.ts";

/** False: reading the body would not find it. */
export function mentions({ definition, file }: FunctionValue, word: RegExp): boolean {
  return word.test(file.text.slice(definition.start, definition.end));
}
