/** Attributes that a value certainly does not have: of builtin types, of modules of the standard library, of library types that are wholly known. */
import type { Location } from "../../base/span.ts";
import { BUILTIN_MEMBERS, MODULE_MEMBERS } from "../builtins/members.generated.ts";
import { fails, typeNameOf } from "../failure.ts";
import type { Machine } from "../machine.ts";
import type { Value } from "../value.ts";
import { instanceOf } from "../values/derived.ts";

const tables = new Map<string, ReadonlySet<string>>();

function members(table: Readonly<Record<string, string>>, owner: string): ReadonlySet<string> | undefined {
  const listed = Object.hasOwn(table, owner) ? table[owner] : undefined;
  if (listed === undefined) return undefined;
  const known = tables.get(listed) ?? new Set(listed.split(" "));
  tables.set(listed, known);
  return known;
}

/**
 * Notes that code asks for what a value does not have, given what reading it came to. Not for those that only look whether it is there: models, and
 * `hasattr`.
 */
export function refuseMissing(machine: Machine, object: Value, { name, at, found }: Asked): void {
  if (found.kind !== "unknown" && found.kind !== "symbol") return;
  const message = missing(machine, object, name);
  if (message !== undefined) fails(machine, { exception: "AttributeError", message, at, values: [object] });
}

interface Asked {
  readonly name: string;
  readonly at: Location;
  readonly found: Value;
}

function missing(machine: Machine, object: Value, name: string): string | undefined {
  if (name.startsWith("_") || instanceOf(object)) return undefined;
  if (object.kind === "symbol") return missingOfSymbol(machine, object.name, name);
  const known = object.kind === "object" ? machine.options.library.members?.get(object.type) : members(BUILTIN_MEMBERS, object.kind);
  if (!known || known.has(name) || (object.kind === "object" && object.fields.has(name))) return undefined;
  return `'${typeNameOf(object)}' object has no attribute '${name}'`;
}

/** An object of a library, all of whose members are known, that has none of the methods: `__iter__`. */
export function certainlyLacks(machine: Machine, value: Value, ...methods: readonly string[]): boolean {
  const known = value.kind === "object" ? machine.options.library.members?.get(value.type) : undefined;
  return known !== undefined && !methods.some((method) => known.has(method));
}

function missingOfSymbol(machine: Machine, module: string, name: string): string | undefined {
  const { library } = machine.options;
  const qualified = library.canonical(`${module}.${name}`);
  if (library.symbols.has(qualified) || library.types.has(qualified) || library.constants.has(qualified)) return undefined;
  return isMissingOfModule(module, name) ? `module '${module}' has no attribute '${name}'` : undefined;
}

/** `datetime.now` of the module. A submodule is no attribute before it is imported, and nobody follows that. */
export function isMissingOfModule(module: string, name: string): boolean {
  const known = members(MODULE_MEMBERS, module);
  return known !== undefined && !known.has(name) && !name.startsWith("_") && !SUBMODULES.test(`${module}.${name}`);
}

const SUBMODULES =
  /^(?:json\.(?:tool|decoder|encoder|scanner)|collections\.abc|logging\.(?:config|handlers)|typing\.(?:io|re)$|pathlib\.(?:types|_)|string\.templatelib)/;
