/** Calling a class of the repository: its `__init__`, or the constructor that its flavour or its library base gives it. */

import { derivesFrom, typeModelsOf } from "../attribute/inheritance.ts";
import { isProtocol } from "../attribute/protocol.ts";
import { representationOf } from "../evaluate/text/stringify.ts";
import { fails } from "../failure.ts";
import type { CallArguments, CallContext } from "../library.ts";
import type { Machine } from "../machine.ts";
import { NONE, symbol, tuple } from "../make-value.ts";
import { isBuiltinExceptionClass, raise } from "../python-raise.ts";
import type { ClassValue, InstanceValue, Value } from "../value.ts";
import { instanceOf, ownerOf } from "../values/derived.ts";
import { enumMembers, flagOf, isFlag } from "../values/enumeration.ts";
import { fillBuiltin, newBuiltin } from "./builtin-instance.ts";
import { executeInit } from "./fields.ts";

export function instantiate(machine: Machine, cls: ClassValue, context: CallContext): Value {
  if (cls.flavour === "enum") return memberOf(machine, cls, context);
  refuseAbstract(cls, context);
  if (context.args.positional.length === 3 && derivesFrom(machine.options.library, cls, "builtins.type"))
    return machine.call(symbol("builtins.type"), withMetaclass(cls, context), context.at);
  const metaclassed = typeModelsOf(machine.options.library, cls).find((model) => model.instantiate);
  const made = metaclassed?.instantiate?.(cls, context);
  if (made) return made;
  if (cls.flavour === "typed-dict") return machine.call(symbol("builtins.dict"), context.args, context.at);
  const allocated = allocate(machine, cls, context);
  if (allocated.kind !== "instance") return initialized(machine, cls, { allocated, context });
  if (!allocated.class.mro.includes(cls)) return allocated;
  const instance: InstanceValue = allocated;
  if (isExceptionClass(cls)) instance.attributes.set("args", tuple(context.args.positional.map((argument) => argument.value)));
  const own = cls.mro.find((base) => base.kind === "class" && (base.namespace.has("__init__") || base.flavour !== "plain"));
  if (own?.kind === "class" && own.namespace.has("__init__")) {
    const init = own.namespace.get("__init__");
    if (init) machine.call({ kind: "bound-method", function: init, self: instance }, context.args, context.at);
    return instance;
  }
  if (takesNothing(cls) && context.args.complete && context.args.positional.length + context.args.keywords.size > 0)
    return fails(machine, { exception: "TypeError", message: `${cls.name}() takes no arguments`, at: context.at, values: [cls] });
  if (hasFieldConstructor(cls) && instance.attributes.size === 0) executeInit(machine, instance, context);
  return instance;
}

function refuseAbstract(cls: ClassValue, { at }: CallContext): void {
  if (isProtocol(cls)) raise("TypeError", "Protocols cannot be instantiated", at);
  const { abstract = [] } = cls;
  if (abstract.length === 0) return;
  const methods = `abstract method${abstract.length > 1 ? "s" : ""} ${abstract.join(", ")}`;
  raise("TypeError", `Can't instantiate abstract class ${cls.name} with ${methods}`, at);
}

/** Nothing between the class and `object` makes its instances in a way of its own. */
function takesNothing({ mro, flavour }: ClassValue): boolean {
  return (
    flavour === "plain" &&
    mro.every((base) =>
      base.kind === "class"
        ? base.flavour === "plain" && base.definition.decorators.length === 0 && !base.namespace.has("__new__")
        : base.kind === "symbol" && base.name === "builtins.object",
    )
  );
}

/** An instance of a class that derives from a builtin one: what its `__init__` makes of it. */
function initialized(machine: Machine, cls: ClassValue, { allocated, context }: { allocated: Value; context: CallContext }): Value {
  if (!instanceOf(allocated)?.class.mro.includes(cls)) return allocated;
  const init = ownerOf(cls, "__init__")?.namespace.get("__init__");
  if (init) machine.call({ kind: "bound-method", function: init, self: allocated }, context.args, context.at);
  else fillBuiltin(machine, allocated, context);
  return allocated;
}

/** What `__new__` gives: an instance without attributes, unless a class of the repository decides otherwise. */
function allocate(machine: Machine, cls: ClassValue, context: CallContext): Value {
  const base = cls.mro.find((each) => each.kind === "class" && each.namespace.has("__new__"));
  const own = base?.kind === "class" ? base.namespace.get("__new__") : undefined;
  const fn = own?.kind === "object" ? own.fields.get("function") : own;
  if (fn) return machine.call({ kind: "bound-method", function: fn, self: cls }, context.args, context.at);
  const builtin = newBuiltin(machine, cls, context);
  return builtin ?? { kind: "instance", class: cls, attributes: new Map(), construction: { args: context.args, at: context.at } };
}

/** `super().__new__(cls, …)`: records take their fields here, and so do library classes whose model has a `__new__`. */
export function newInstance(machine: Machine, context: CallContext): Value {
  const [cls, ...positional] = context.args.positional;
  if (cls?.value.kind !== "class") return NONE;
  const args = { ...context.args, positional };
  const builtin = newBuiltin(machine, cls.value, { ...context, args });
  if (builtin) return builtin;
  const instance: InstanceValue = { kind: "instance", class: cls.value, attributes: new Map(), construction: { args, at: context.at } };
  if (cls.value.flavour === "named-tuple") executeInit(machine, instance, { ...context, args });
  const fill = typeModelsOf(machine.options.library, cls.value).find(({ methods }) => methods?.["__new__"])?.methods?.["__new__"];
  fill?.(instance, { ...context, args });
  return instance;
}

/** A metaclass that is called makes a class as a statement would that names it. */
function withMetaclass(cls: ClassValue, { args, at }: CallContext): CallArguments {
  return { ...args, keywords: new Map([...args.keywords, ["metaclass", { value: cls, at }]]) };
}

export function isExceptionClass(cls: ClassValue): boolean {
  return cls.mro.some((base) => base.kind === "symbol" && isBuiltinExceptionClass(base.name, "BaseException"));
}

/** Records have one, and so may whatever derives from a library's class (pydantic's, as a rule). */
function hasFieldConstructor(cls: ClassValue): boolean {
  return cls.mro.some((base) =>
    base.kind === "class" ? base.flavour !== "plain" : base.kind === "unknown" || !/^(abc|typing|builtins|enum)\./.test(base.name),
  );
}

/** `Enum("Color", "RED GREEN")`, which `stdlib/` models; the class that is called goes with it. */
const FUNCTIONAL = "enum.Enum";
/** No keyword of Python's: the class without members that was called. */
export const BASE = "\0base";

/** `Color("red")` looks a member up by its value. */
function memberOf(machine: Machine, cls: ClassValue, { args, at }: CallContext): Value {
  const [wanted] = args.positional;
  if (!wanted) return raise("TypeError", "a value is needed to look up an enum member", at);
  if (wanted.value.kind === "unknown") return wanted.value;
  const members = enumMembers(cls);
  if (members.length === 0)
    return machine.call(symbol(FUNCTIONAL), { ...args, keywords: new Map([...args.keywords, [BASE, { value: cls, at }]]) }, at);
  for (const member of [wanted.value, ...cls.namespace.values()]) {
    if (member.kind !== "instance" || member.class !== cls) continue;
    const value = member.attributes.get("value");
    if (member === wanted.value || (value && machine.equal(value, wanted.value) === "yes")) return member;
  }
  if (isFlag(cls) && wanted.value.kind === "int") return flagOf(cls, Number(wanted.value.value));
  const missing = ownerOf(cls, "_missing_") && machine.call(machine.attribute(cls, "_missing_", at), args, at);
  if (missing && missing.kind !== "none") return missing;
  const shown = representationOf(machine, wanted.value, at);
  return raise("ValueError", `${shown.kind === "str" ? shown.value : "this"} is not a valid ${cls.name}`, at);
}
