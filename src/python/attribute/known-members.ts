/** Attributes that a value certainly does not have: of builtin types, of modules of the standard library, of library types that are wholly known. */
import type { Location } from "../../base/span.ts";
import { BUILTIN_MEMBERS, MODULE_MEMBERS } from "../builtins/members.generated.ts";
import { fails, typeNameOf } from "../failure.ts";
import type { Machine } from "../machine.ts";
import type { LibraryObject, Unknown, Value } from "../value.ts";

const tables = new Map<string, ReadonlySet<string>>();

function members(table: Readonly<Record<string, string>>, owner: string): ReadonlySet<string> | undefined {
  const listed = Object.hasOwn(table, owner) ? table[owner] : undefined;
  if (listed === undefined) return undefined;
  const known = tables.get(listed) ?? new Set(listed.split(" "));
  tables.set(listed, known);
  return known;
}

export function missingOfBuiltin(machine: Machine, self: Value, name: string, at: Location): Unknown | undefined {
  const known = members(BUILTIN_MEMBERS, self.kind);
  if (!known || known.has(name) || name.startsWith("_")) return undefined;
  return fails(machine, { exception: "AttributeError", message: `'${typeNameOf(self)}' object has no attribute '${name}'`, at, values: [self] });
}

/** Of a library object whose type's attributes are all known. */
export function missingOfObject(machine: Machine, self: LibraryObject, name: string, at: Location): Unknown | undefined {
  const known = machine.options.library.members?.get(self.type);
  if (!known || known.has(name) || name.startsWith("_")) return undefined;
  const type = self.type.slice(self.type.lastIndexOf(".") + 1);
  return fails(machine, { exception: "AttributeError", message: `'${type}' object has no attribute '${name}'`, at, values: [] });
}

/** `datetime.now` of the module. A submodule is no attribute before it is imported, and nobody follows that. */
export function isMissingOfModule(module: string, name: string): boolean {
  const known = members(MODULE_MEMBERS, module);
  return known !== undefined && !known.has(name) && !name.startsWith("_") && !SUBMODULES.test(`${module}.${name}`);
}

const SUBMODULES = /^(?:json\.(?:tool|decoder|encoder|scanner)|collections\.abc|logging\.(?:config|handlers)|typing\.(?:io|re)$|pathlib\.(?:types|_)|string\.templatelib)/;
