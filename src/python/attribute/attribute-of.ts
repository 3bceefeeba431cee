/** `value.name`, whatever the value is. */
import { exhaustive } from "../../base/exhaustive.ts";
import type { Location } from "../../base/span.ts";
import { namespaceOf } from "../builtins/namespace.ts";
import { SUPER } from "../evaluate/call.ts";
import { STAR_GAP } from "../evaluate/name.ts";
import { NO_KEYWORDS } from "../library.ts";
import type { Machine } from "../machine.ts";
import { entryOf, NONE, str, symbol } from "../make-value.ts";
import { isBuiltinExceptionClass, raise } from "../python-raise.ts";
import type { ClassValue, FunctionValue, InstanceValue, LibraryObject, ModuleValue, SymbolValue, TupleValue, Value } from "../value.ts";
import { attributesAsDict } from "../values/attributes-as-dict.ts";
import { definesMethod, instanceOf, ownerOf } from "../values/derived.ts";
import { memberScalar } from "../values/enum-scalar.ts";
import { EQUALITY_FIELD } from "../values/hash-key.ts";
import { distribute } from "../values/one-of.ts";
import { builtinMethod } from "./builtin-method.ts";
import { attributeOfClass, lookUpInClass } from "./class-attribute.ts";
import { classOf, nameOfClass } from "./class-of.ts";
import { attributeOfGroup } from "./exception-group.ts";
import { functionIntrospection } from "./function-introspection.ts";
import { libraryAttribute } from "./library-attribute.ts";
import { attributeOfSuper } from "./super.ts";

export function attributeOf(machine: Machine, object: Value, name: string, at: Location): Value {
  switch (object.kind) {
    case "module":
      return attributeOfModule(machine, object, name, at);
    case "symbol":
      return attributeOfSymbol(machine, object, name);
    case "object":
      return attributeOfObject(machine, object, name, at);
    case "instance":
      return attributeOfInstance(machine, object, { name, at, self: object });
    case "class":
      return attributeOfClass(machine, object, name, at);
    case "function":
      return attributeOfFunction(machine, object, name, at);
    case "one-of":
      return distribute(object, (option) => attributeOf(machine, option, name, at));
    case "unknown":
      return object;
    case "none":
      return raise("AttributeError", `'NoneType' object has no attribute '${name}'`, at);
    case "tuple":
      return namedField(object, name) ?? attributeOfBuiltin(machine, object, name, at);
    case "str":
    case "bytes":
    case "int":
    case "float":
    case "bool":
    case "list":
    case "set":
    case "dict":
    case "iterator":
    case "native":
    case "bound-method":
    case "ellipsis":
      return attributeOfBuiltin(machine, object, name, at);
    default:
      return exhaustive(object);
  }
}

function attributeOfModule(machine: Machine, module: ModuleValue, name: string, at: Location): Value {
  const bound = module.scope.names.get(name);
  if (bound) return bound;
  if (name === "__dict__") return namespaceOf(module, at);
  const submodule = machine.modules.submodule(module, name, at);
  if (submodule) return submodule;
  const getter = module.scope.names.get("__getattr__");
  if (getter) return machine.call(getter, { positional: [{ value: str(name), at }], keywords: new Map(), complete: true }, at);
  const gap = module.scope.names.get(STAR_GAP);
  if (gap) return gap.kind === "symbol" ? symbol(`${gap.name}.${name}`) : gap;
  if (machine.modules.isExecuting(module))
    return machine.unknown("cycle", `\`${module.name}.${name}\` is used while \`${module.name}\` is still being imported`, at);
  return machine.unknown("unresolved-import", `the module \`${module.name}\` has no \`${name}\``, at);
}

function attributeOfSymbol(machine: Machine, object: SymbolValue, name: string): Value {
  const { library } = machine.options;
  const qualified = library.canonical(`${object.name}.${name}`);
  const constant = library.constants.get(qualified);
  if (constant) return constant;
  const own = name === "__name__" || name === "__qualname__" ? nameOfClass(object.name) : undefined;
  return own === undefined ? symbol(qualified) : str(own);
}

function attributeOfObject(machine: Machine, object: LibraryObject, name: string, at: Location): Value {
  if (object.type === SUPER) return attributeOfSuper(machine, object, name, at);
  const field = name === EQUALITY_FIELD ? undefined : object.fields.get(name);
  if (field) return field;
  if (name === "__class__") return symbol(object.type);
  const ofGroup = attributeOfGroup(object, name);
  if (ofGroup) return ofGroup;
  if (EXCEPTION_LINKS.has(name) && isBuiltinExceptionClass(object.type, "BaseException")) return NONE;
  return (
    libraryAttribute(machine, object, { types: [object.type], name, at }) ??
    machine.unknown("unsupported", `\`${object.type}.${name}\` is not read`, at)
  );
}

/** What an exception has without having been given it. */
const EXCEPTION_LINKS: ReadonlySet<string> = new Set(["__cause__", "__context__", "__traceback__"]);

interface LookUp {
  readonly name: string;
  readonly at: Location;
  /** What methods are bound to: the instance, or the value of a builtin class that it stands beside. */
  readonly self: Value;
}

function attributeOfInstance(machine: Machine, object: InstanceValue, { name, at, self }: LookUp): Value {
  if (object.class.answersAll && !name.startsWith("__"))
    return machine.unknown("unsupported", `what \`__getattribute__\` of \`${object.class.name}\` gives is not read`, at);
  const own = object.attributes.get(name);
  if (own && !object.class.hasDataDescriptors) return own;
  const found = lookUpInClass(machine, object.class, { name, self, at });
  if (own || found) return (found && isData(object.class, name) ? found : own) ?? found ?? own ?? NONE;
  if (name === "__class__") return object.class;
  if (name === "__dict__") return attributesAsDict(object.attributes);
  const inherited = (self === object ? undefined : builtinMethod(machine, self, name, at)) ?? inOwnDict(object, name);
  if (inherited) return inherited;
  if (EXCEPTION_LINKS.has(name)) return NONE;
  if (name === "__doc__") return attributeOfClass(machine, object.class, name, at);
  const getter = ownerOf(object.class, "__getattr__")?.namespace.get("__getattr__");
  if (getter) {
    const args = { positional: [{ value: str(name), at }], keywords: NO_KEYWORDS, complete: true };
    return machine.call({ kind: "bound-method", function: getter, self }, args, at);
  }
  const scalar = memberScalar(object);
  if (scalar) return attributeOf(machine, scalar, name, at);
  const unread = self === object ? object.class.mro.find((base) => base.kind === "unknown" || base.kind === "symbol") : undefined;
  if (unread?.kind === "unknown") return unread;
  if (unread) return machine.unknown("external-library", `\`${object.class.name}.${name}\` comes from a library`, at);
  return raise("AttributeError", `'${object.class.name}' object has no attribute '${name}'`, at);
}

/** A property, or what has `__set__`, comes before what the instance holds under the name. */
function isData(cls: ClassValue, name: string): boolean {
  const value = ownerOf(cls, name)?.namespace.get(name);
  return value?.kind === "instance" && definesMethod(value, "__set__");
}

/** `self.__dict__ = self`: items are attributes. */
function inOwnDict(object: InstanceValue, name: string): Value | undefined {
  const names = object.attributes.get("__dict__");
  return names?.kind === "dict" ? entryOf(names, name) : undefined;
}

function attributeOfFunction(machine: Machine, fn: FunctionValue, name: string, at: Location): Value {
  const own = fn.attributes.get(name);
  return own ?? functionIntrospection(machine, fn, name, at) ?? machine.unknown("unsupported", `\`${name}\` of a function is not read`, at);
}

function namedField(object: TupleValue, name: string): Value | undefined {
  const index = object.names?.indexOf(name) ?? -1;
  return index < 0 ? undefined : object.items[index];
}

/** Of a value of a builtin class: what it has as an instance of a class of the repository comes first. */
function attributeOfBuiltin(machine: Machine, self: Value, name: string, at: Location): Value {
  const instance = instanceOf(self);
  if (instance) return attributeOfInstance(machine, instance, { name, at, self });
  if (name === "__class__") return classOf(machine, self, at);
  return builtinMethod(machine, self, name, at) ?? machine.unknown("unsupported", `\`${self.kind}.${name}\` is not read`, at);
}
