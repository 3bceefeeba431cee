/** What the models of library types know of an attribute or method. */
import type { Location } from "../../base/span.ts";
import type { CallContext, MethodModel } from "../library.ts";
import type { Machine } from "../machine.ts";
import { native } from "../make-value.ts";
import type { InstanceValue, LibraryObject, Value } from "../value.ts";
import { withBases } from "./inheritance.ts";

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
      if (method) return native(`${type}.${name}`, methodCall(machine, { name: `${type}.${name}`, self, method }));
      const value = model.attribute?.(self, name, machine, at);
      if (value) return value;
    }
  }
  return undefined;
}

interface BoundMethod {
  readonly name: string;
  readonly self: LibraryObject | InstanceValue;
  readonly method: MethodModel;
}

/** Calls of methods are noted as those of functions are, and what they copy as a copy. */
function methodCall(machine: Machine, { name, self, method }: BoundMethod): (context: CallContext) => Value {
  if (name.startsWith("builtins.")) return (context) => method(self, context);
  return (context) => {
    const result = machine.recordCall(name, context, () => method(self, context), { receiver: self });
    return machine.log.recordCopy(name, self, context, result);
  };
}
