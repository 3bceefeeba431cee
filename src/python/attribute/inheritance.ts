/** Who derives from whom, across classes of the repository and types of libraries. */
import type { Library, TypeModel } from "../library.ts";
import { isBuiltinExceptionClass } from "../python-raise.ts";
import type { ClassValue, InstanceValue, LibraryObject, SymbolValue, Unknown, Value } from "../value.ts";
import { instanceOf } from "../values/derived.ts";

/** Library types of an object, nearest first: its own, or those that its class derives from. */
export function typesOf(value: LibraryObject | InstanceValue): readonly string[] {
  return value.kind === "object" ? [value.type] : libraryBases(value.class);
}

export function libraryBases(cls: ClassValue): readonly string[] {
  return cls.mro.flatMap((base) => (base.kind === "symbol" ? [base.name] : []));
}

/** Models of the library types that a class derives from, nearest first, their own bases included. */
export function typeModelsOf(library: Library, cls: ClassValue): readonly TypeModel[] {
  return libraryBases(cls).flatMap((name) => withBases(library, name));
}

export function withBases(library: Library, type: string): readonly TypeModel[] {
  const model = library.types.get(library.canonical(type));
  return model ? [model, ...(model.bases ?? []).flatMap((base) => withBases(library, base))] : [];
}

/** Is a class, or the class that a symbol names, the named library type or derived from it? */
export function derivesFrom(library: Library, value: Value, type: string): boolean {
  if (value.kind === "class") return value.mro.some((base) => base.kind === "symbol" && derivesFrom(library, base, type));
  if (value.kind !== "symbol") return false;
  return ancestorsOf(library, value.name).has(type);
}

const ancestors = new WeakMap<Library, Map<string, ReadonlySet<string>>>();

/** The public name of a library type and those of all types that it derives from. Kept: the answer is the same for every object of the type. */
function ancestorsOf(library: Library, type: string): ReadonlySet<string> {
  let ofLibrary = ancestors.get(library);
  if (!ofLibrary) {
    ofLibrary = new Map();
    ancestors.set(library, ofLibrary);
  }
  const known = ofLibrary.get(type);
  if (known) return known;
  const found = new Set([library.canonical(type)]);
  for (const name of found) for (const base of library.types.get(name)?.bases ?? []) found.add(library.canonical(base));
  ofLibrary.set(type, found);
  return found;
}

export function isInstanceOf(library: Library, value: Value, type: string): boolean {
  if (value.kind === "object") return ancestorsOf(library, value.type).has(type);
  const instance = instanceOf(value);
  return instance !== undefined && derivesFrom(library, instance.class, type);
}

/** Is an exception of a builtin class, or of one that derives from it? */
export function isExceptionOfBuiltin(exception: Value, name: string): boolean {
  if (exception.kind === "object") return isBuiltinExceptionClass(exception.type, name);
  return (
    exception.kind === "instance" && exception.class.mro.some((base) => base.kind === "symbol" && isBuiltinExceptionClass(base.name, name))
  );
}

type Base = ClassValue | SymbolValue | Unknown;

/** C3 linearisation; where the bases contradict each other, `refuse` is asked, and if it returns, it is the order of writing. */
export function linearize(bases: readonly Base[], refuse: () => void = () => {}): readonly Base[] {
  const sequences = [...bases.map((base) => [...(base.kind === "class" ? base.mro : [base])]), [...bases]];
  const result: Base[] = [];
  while (sequences.some((sequence) => sequence.length > 0)) {
    const head = sequences
      .map((sequence) => sequence[0])
      .find((candidate) => candidate && !sequences.some((sequence) => sequence.slice(1).some((other) => same(other, candidate))));
    if (!head) refuse();
    const next = head ?? sequences.find((sequence) => sequence.length > 0)?.[0];
    if (!next) break;
    result.push(next);
    for (const sequence of sequences) {
      const at = sequence.findIndex((other) => same(other, next));
      if (at >= 0) sequence.splice(at, 1);
    }
  }
  return result;
}

function same(left: Base, right: Base): boolean {
  return left === right || (left.kind === "symbol" && right.kind === "symbol" && left.name === right.name);
}
