/** Attributes found through a class: methods bound to what they are called on, properties computed, class variables as they are. */
import type { Location } from "../../base/span.ts";
import { NO_KEYWORDS } from "../library.ts";
import type { Machine } from "../machine.ts";
import { NONE, str, symbol } from "../make-value.ts";
import { raise } from "../python-raise.ts";
import type { ClassValue, SymbolValue, Unknown, Value } from "../value.ts";
import { definesMethod, instanceOf } from "../values/derived.ts";
import { classIntrospection } from "./class-introspection.ts";
import { libraryBases } from "./inheritance.ts";
import { libraryAttribute } from "./library-attribute.ts";

/** Wrappers that `@staticmethod`, `@classmethod` and `@property` make; field `function`. */
export const STATIC_METHOD = "builtins.staticmethod";
export const CLASS_METHOD = "builtins.classmethod";
export const PROPERTY = "builtins.property";

interface LookUp {
  readonly name: string;
  /** A class, or what is an instance of one. */
  readonly self: Value;
  readonly at: Location;
  /** The search begins after this class: `super()`. */
  readonly after?: ClassValue;
}

/** `undefined` when no class of the repository and no library type has the name. */
export function lookUpInClass(machine: Machine, cls: ClassValue, look: LookUp): Value | undefined {
  const { name, self, at } = look;
  const start = look.after ? cls.mro.indexOf(look.after) + 1 : 0;
  for (const base of cls.mro.slice(start)) {
    if (base.kind === "class") {
      const value = base.namespace.get(name);
      if (value) return bindTo(machine, value, { name, self, cls, at });
    } else if (base.kind === "symbol" && self.kind === "instance") {
      const value = libraryAttribute(machine, self, { types: [base.name], name, at });
      if (value) return value;
    }
  }
  return undefined;
}

interface Binding {
  readonly name: string;
  readonly self: Value;
  readonly cls: ClassValue;
  readonly at: Location;
}

function bindTo(machine: Machine, value: Value, binding: Binding): Value {
  const { self, cls, at } = binding;
  if (value.kind === "object") {
    const wrapped = value.fields.get("function") ?? NONE;
    if (value.type === STATIC_METHOD) return wrapped;
    if (value.type === CLASS_METHOD) return { kind: "bound-method", function: wrapped, self: cls };
    if (value.type === PROPERTY) {
      if (self.kind === "class") return value;
      return machine.call(wrapped, { positional: [{ value: self, at }], keywords: new Map(), complete: true }, at);
    }
    if (value.type === CACHED_PROPERTY) return cached(machine, wrapped, binding);
    return self.kind === "class" ? value : (machine.options.library.types.get(value.type)?.bind?.(value, self) ?? value);
  }
  if (value.kind === "instance" && definesMethod(value, "__get__")) {
    const args = [self.kind === "class" ? NONE : self, cls].map((each) => ({ value: each, at }));
    return machine.call(machine.attribute(value, "__get__", at), { positional: args, keywords: NO_KEYWORDS, complete: true }, at);
  }
  const isMethod = value.kind === "function" || (value.kind === "symbol" && METHOD_OF_BUILTIN.test(value.name));
  return isMethod && self.kind !== "class" ? { kind: "bound-method", function: value, self } : value;
}

/** `functools.cached_property`: what it gave is an attribute of the instance from then on. Field `function`. */
export const CACHED_PROPERTY = "functools.cached_property";

function cached(machine: Machine, fn: Value, { name, self, at }: Binding): Value {
  const instance = instanceOf(self);
  if (!instance) return fn;
  const value = machine.call(fn, { positional: [{ value: self, at }], keywords: NO_KEYWORDS, complete: true }, at);
  instance.attributes.set(name, value);
  return value;
}

/** `__getattr__ = dict.get` in the body of a class is a method, `size = len` is not. */
const METHOD_OF_BUILTIN = /^builtins\.(?:dict|list|str|int|float|tuple|set|object)\.\w+$/;

export function attributeOfClass(machine: Machine, cls: ClassValue, name: string, at: Location): Value {
  const found = lookUpInClass(machine, cls, { name, self: cls, at });
  if (found) return found;
  return (
    attributeOfMetaclass(machine, cls, name, at) ??
    classIntrospection(machine, cls, name, at) ??
    inheritedFromLibrary(machine, cls, name) ??
    raise("AttributeError", `type object '${cls.name}' has no attribute '${name}'`, at)
  );
}

/** What the metaclass has: the class is to it what an instance is to its class. */
function attributeOfMetaclass(machine: Machine, cls: ClassValue, name: string, at: Location): Value | undefined {
  const value = SLOTS.has(name) ? undefined : ofMetaclass(cls, name);
  if (value?.kind === "function") return { kind: "bound-method", function: value, self: cls };
  const args = (given: readonly Value[]) => ({
    positional: given.map((each) => ({ value: each, at })),
    keywords: new Map(),
    complete: true,
  });
  if (value?.kind === "object" && value.type === PROPERTY) return machine.call(value.fields.get("function") ?? NONE, args([cls]), at);
  if (value) return value.kind === "object" ? (value.fields.get("function") ?? value) : value;
  const getter = /^__\w+__$/.test(name) ? undefined : ofMetaclass(cls, "__getattr__");
  return getter && machine.call({ kind: "bound-method", function: getter, self: cls }, args([str(name)]), at);
}

/** A name in the namespace of the metaclass or one of its bases in the repository. */
export function ofMetaclass(cls: ClassValue, name: string): Value | undefined {
  const base = cls.metaclass?.mro.find((each) => each.kind === "class" && each.namespace.has(name));
  return base?.kind === "class" ? base.namespace.get(name) : undefined;
}

/** What the metaclass has of its own, and the class too. */
const SLOTS: ReadonlySet<string> = new Set(["__new__", "__init__", "__call__", "__module__", "__doc__", "__init_subclass__"]);

/** A name that a class inherits from a library: `MyResource.configure_at_launch`, called with the class as `cls`. */
export function inheritedFromLibrary(machine: Machine, cls: ClassValue, name: string): Value | undefined {
  const { library } = machine.options;
  const unread: (SymbolValue | Unknown)[] = [];
  for (const base of cls.mro) {
    if (base.kind === "class") continue;
    unread.push(base);
    if (base.kind !== "symbol") continue;
    const qualified = library.canonical(`${base.name}.${name}`);
    const constant = library.constants.get(qualified);
    if (constant) return constant;
    const model = library.symbols.get(qualified);
    if (model)
      return {
        kind: "native",
        name: qualified,
        call: (context) => {
          const positional = [{ value: cls, at: context.at }, ...context.args.positional];
          const work = (): Value => model({ ...context, args: { ...context.args, positional } });
          return machine.recordCall(qualified, context, work, { receiver: cls });
        },
      };
  }
  const [first] = unread;
  const [nearest] = libraryBases(cls);
  return nearest === undefined ? first : symbol(`${nearest}.${name}`);
}
