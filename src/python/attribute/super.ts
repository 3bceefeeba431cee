/** `super().name`: the look-up goes on after the class in whose body the method stands. */
import type { Location } from "../../base/span.ts";
import { fillBuiltin } from "../call/builtin-instance.ts";
import { executeInit } from "../call/fields.ts";
import { instantiate, isExceptionClass, newInstance } from "../call/instantiate.ts";
import { assignPlainly } from "../execute/assignment/assign.ts";
import { newClass } from "../execute/class/metaclass.ts";
import type { Machine } from "../machine.ts";
import { NONE, native, tuple } from "../make-value.ts";
import type { ClassValue, LibraryObject, Value } from "../value.ts";
import { instanceOf } from "../values/derived.ts";
import { builtinMethod } from "./builtin-method.ts";
import { inheritedFromLibrary, lookUpInClass } from "./class-attribute.ts";

export function attributeOfSuper(machine: Machine, object: LibraryObject, name: string, at: Location): Value {
  const [after, self] = [object.fields.get("class"), object.fields.get("self")];
  const instance = self && instanceOf(self);
  if (after?.kind !== "class" || !self || (!instance && self.kind !== "class"))
    return machine.unknown("unsupported", "this `super()` is not read", at);
  if (self.kind === "class" && self.metaclass?.mro.includes(after)) return ofMetaclass(machine, self, { name, after });
  const cls = instance?.class ?? self;
  if (cls.kind !== "class") return machine.unknown("unsupported", "this `super()` is not read", at);
  const found = lookUpInClass(machine, cls, { name, self, at, after });
  if (found) return found;
  // What `object.__init__` and the constructors of libraries do beyond taking fields is not known, and seldom matters.
  if (name === "__init__" && self.kind === "instance") {
    return native("__init__", (context) => {
      if (isExceptionClass(cls)) self.attributes.set("args", tuple(context.args.positional.map((argument) => argument.value)));
      if (cls.mro.some((base) => base.kind !== "class")) executeInit(machine, self, context);
      return NONE;
    });
  }
  if (name === "__init__" && instance) return native("__init__", (context) => fillBuiltin(machine, self, context));
  if (name === "__setattr__")
    return native(name, (context) => {
      const [attribute, value] = context.args.positional;
      if (attribute?.value.kind === "str" && value) assignPlainly(machine, self, { name: attribute.value.value, value: value.value, at });
      return NONE;
    });
  if (name === "__new__") {
    const makesClass = machine.classStatements.at(-1)?.metaclass === self;
    return native("__new__", (context) => (makesClass ? newClass(machine, context) : newInstance(machine, context)));
  }
  if (self.kind === "class") {
    const inherited = inheritedFromLibrary(machine, cls, name);
    if (inherited?.kind === "native") return inherited;
  }
  const ofBuiltin = self.kind === "instance" || self.kind === "class" ? undefined : builtinMethod(machine, self, name, at);
  if (ofBuiltin) return ofBuiltin;
  if (name.startsWith("__") && name.endsWith("__")) return native(name, () => NONE);
  const unread = cls.mro.find((base) => base.kind === "unknown");
  return unread ?? machine.unknown("external-library", `\`super().${name}\` comes from a library`, at);
}

/** In a method of a metaclass `self` is the class that it made; what no metaclass of the repository has is `type`'s. */
function ofMetaclass(machine: Machine, self: ClassValue, { name, after }: { readonly name: string; readonly after: ClassValue }): Value {
  const mro = self.metaclass?.mro ?? [];
  const base = mro.slice(mro.indexOf(after) + 1).find((each) => each.kind === "class" && each.namespace.has(name));
  const own = base?.kind === "class" ? base.namespace.get(name) : undefined;
  if (own) return { kind: "bound-method", function: own, self };
  return native(name, (context) => (name === "__call__" ? instantiate(machine, self, context) : NONE));
}
