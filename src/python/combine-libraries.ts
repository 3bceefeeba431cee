/** Several libraries as one; where two know a name, the later one wins. */
import type { Library } from "./library.ts";

export function combineLibraries(libraries: readonly Library[]): Library {
  return {
    symbols: new Map(libraries.flatMap((library) => [...library.symbols])),
    constants: new Map(libraries.flatMap((library) => [...library.constants])),
    types: new Map(libraries.flatMap((library) => [...library.types])),
    canonical: (name) => libraries.reduce((current, library) => library.canonical(current), name),
  };
}
