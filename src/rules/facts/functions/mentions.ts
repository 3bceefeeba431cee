/**
 * Whether the text of a function holds a word. Bodies are read only when somebody asks for them, and that is most of what checking a large project costs.
 * Most files hold the word nowhere, which is found once for all functions in them.
 */
import type { SourceFile } from "../../../python/files/source-file.ts";
import type { FunctionValue } from "../../../python/value.ts";
import { remember } from "../remember.ts";

/** False: reading the body would not find it. `word` has no flags and looks at nothing around it but word boundaries; it is one object for all functions. */
export function mentions({ definition, file }: FunctionValue, word: RegExp): boolean {
  const inFiles = filesMentioning(word);
  const isInFile = inFiles.get(file) ?? word.test(file.text);
  inFiles.set(file, isInFile);
  return isInFile && word.test(file.text.slice(definition.start, definition.end));
}

const filesMentioning = remember((_word: RegExp) => new WeakMap<SourceFile, boolean>());
