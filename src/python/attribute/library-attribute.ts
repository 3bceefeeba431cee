/** What the models of library types know of an attribute or method. */
import type { Location } from "../../base/span.ts";
import { withBases } from "../inheritance.ts";
import type { Machine } from "../machine.ts";
import { native } from "../make-value.ts";
import type { InstanceValue, LibraryObject, Value } from "../value.ts";

interface Wanted {
  readonly types: readonly string[];
  readonly name: string;
  readonly at: Location;
}

/** An attribute or a bound method that the models of library types give. */
export function libraryAttribute(machine: Machine, self: LibraryObject | InstanceValue, { types, name, at }: Wanted): Value | undefined {
  const { library } = machine.options;
  for (const type of types) {
    for (const model of withBases(library, type)) {
      const method = Object.hasOwn(model.methods ?? {}, name) ? model.methods?.[name] : undefined;
      if (method) {
        const label = `${type}.${name}`;
        return native(label, (context) => machine.recordCopy(label, self, context, method(self, context)));
      }
      const value = model.attribute?.(self, name, machine, at);
      if (value) return value;
    }
  }
  return undefined;
}
