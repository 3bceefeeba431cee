/** Several libraries as one; where two know a name, the later one wins. */
import type { Library } from "./library.ts";

export function combineLibraries(libraries: readonly Library[]): Library {
  const canonical = new Map<string, string>();
  return {
    symbols: new Map(libraries.flatMap((library) => [...library.symbols])),
    constants: new Map(libraries.flatMap((library) => [...library.constants])),
    types: new Map(libraries.flatMap((library) => [...library.types])),
    standsFor: new Set(libraries.flatMap((library) => [...(library.standsFor ?? [])])),
    exports: new Map(libraries.flatMap((library) => [...(library.exports ?? [])])),
    members: new Map(libraries.flatMap((library) => [...(library.members ?? [])])),
    // Asked for at every call, of few different names.
    canonical(name) {
      let found = canonical.get(name);
      if (found === undefined) {
        found = libraries.reduce((current, library) => library.canonical(current), name);
        canonical.set(name, found);
      }
      return found;
    },
  };
}
