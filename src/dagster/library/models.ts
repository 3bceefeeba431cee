/** What a file of this folder contributes to the library: models of calls, of types and of constants, by qualified name. */
import type { SymbolModel, TypeModel } from "../../python/library.ts";
import type { Value } from "../../python/value.ts";

export interface Models {
  readonly symbols?: Readonly<Record<string, SymbolModel>>;
  readonly types?: Readonly<Record<string, TypeModel>>;
  readonly constants?: Readonly<Record<string, Value>>;
}
