/** A piece of a library: the models of one module, keyed by what follows the module's name. */
import type { Library, SymbolModel, TypeModel } from "../library.ts";
import type { Value } from "../value.ts";

export interface LibraryPart {
  readonly symbols?: Readonly<Record<string, SymbolModel>>;
  readonly constants?: Readonly<Record<string, Value>>;
  readonly types?: Readonly<Record<string, TypeModel>>;
  /** By module what a star import of it binds. */
  readonly exports?: Readonly<Record<string, readonly string[]>>;
  /** Other names of the same things: `posixpath.join` is `os.path.join`. */
  readonly aliases?: Readonly<Record<string, string>>;
}

export function libraryOf(parts: readonly LibraryPart[]): Library {
  const aliases = new Map(parts.flatMap((part) => Object.entries(part.aliases ?? {})));
  return {
    symbols: new Map(parts.flatMap((part) => Object.entries(part.symbols ?? {}))),
    constants: new Map(parts.flatMap((part) => Object.entries(part.constants ?? {}))),
    types: new Map(parts.flatMap((part) => Object.entries(part.types ?? {}))),
    exports: new Map(
      parts.flatMap((part) => Object.entries(part.exports ?? {}).map(([module, names]) => [module, new Set(names)] as const)),
    ),
    canonical: (name) => aliases.get(name) ?? name,
  };
}
