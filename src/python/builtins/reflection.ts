/** Builtins that look at or change what other code made: types, attributes, namespaces. */

import { PROPERTY } from "../attribute/class-attribute.ts";
import { fulfils, isProtocol } from "../attribute/protocol.ts";
import { instantiate, newInstance } from "../call/instantiate.ts";
import { SUPER } from "../evaluate/call.ts";
import { GENERIC_ALIAS, UNION } from "../evaluate/type-form.ts";
import { assignAttribute, assignPlainly } from "../execute/assignment/assign.ts";
import { newClass } from "../execute/class/metaclass.ts";
import type { CallContext, SymbolModel, TypeModel } from "../library.ts";
import { Machine } from "../machine.ts";
import { bool, list, NONE, str, strDict, symbol } from "../make-value.ts";
import { isBuiltinExceptionClass, PythonRaise } from "../python-raise.ts";
import { newScope } from "../scope.ts";
import type { LibraryObject, Value, Verdict } from "../value.ts";
import { instanceOf } from "../values/derived.ts";
import { argumentOf, selfOf, textOf, unknownIn } from "./arguments.ts";
import { namespaceOf } from "./namespace.ts";
import { typeOf } from "./type-of.ts";

/** Kinds of values that are instances of a builtin class; `bool` is an `int`. */
const KINDS: Readonly<Record<string, readonly Value["kind"][]>> = {
  "builtins.str": ["str"],
  "builtins.bytes": ["bytes"],
  "builtins.int": ["int", "bool"],
  "builtins.float": ["float"],
  "builtins.bool": ["bool"],
  "builtins.list": ["list"],
  "builtins.tuple": ["tuple"],
  "builtins.dict": ["dict"],
  "builtins.set": ["set"],
  "builtins.frozenset": ["set"],
  "builtins.type": ["class"],
  "builtins.object": [],
  "collections.abc.Mapping": ["dict"],
  "collections.abc.Sequence": ["list", "tuple", "str"],
  "collections.abc.Iterable": ["list", "tuple", "str", "dict", "set", "iterator"],
  "collections.abc.Callable": ["function", "native", "bound-method", "class"],
  "types.FunctionType": ["function"],
  "types.ModuleType": ["module"],
};

const SCALARS: ReadonlySet<Value["kind"]> = new Set([
  "none",
  "str",
  "bytes",
  "int",
  "float",
  "bool",
  "list",
  "tuple",
  "dict",
  "set",
  "iterator",
  "function",
  "native",
  "bound-method",
  "class",
  "module",
]);

/** `isinstance(value, type)`. */
export function instanceVerdict(context: CallContext, value: Value, type: Value): Verdict {
  if (value.kind === "unknown" || type.kind === "unknown" || value.kind === "one-of") return "unknown";
  const options = type.kind === "tuple" ? type.items : type.kind === "object" && type.type === UNION ? unionArgs(type) : undefined;
  if (options) {
    const verdicts = options.map((option) => instanceVerdict(context, value, option));
    if (verdicts.includes("yes")) return "yes";
    return verdicts.includes("unknown") ? "unknown" : "no";
  }
  if (type.kind === "object" && type.type === GENERIC_ALIAS) return instanceVerdict(context, value, type.fields.get("origin") ?? NONE);
  if (type.kind === "none") return value.kind === "none" ? "yes" : "no";
  if (type.kind === "class") {
    if (isProtocol(type)) return fulfils(value, type, context.at);
    return instanceOf(value)?.class.mro.includes(type) ? "yes" : "no";
  }
  if (type.kind !== "symbol") return "unknown";
  return instanceOfSymbol(context, value, type.name);
}

function unionArgs(type: LibraryObject): readonly Value[] {
  const args = type.fields.get("args");
  return args?.kind === "tuple" ? args.items : [];
}

function instanceOfSymbol(context: CallContext, value: Value, type: string): Verdict {
  const kinds = KINDS[type];
  if (type === "builtins.object") return "yes";
  if (type === "builtins.tuple" && value.kind === "instance" && value.class.flavour === "named-tuple") return "yes";
  if (kinds?.includes(value.kind)) return type === "builtins.frozenset" && value.kind === "set" && !value.frozen ? "no" : "yes";
  if (value.kind === "object" && value.type.startsWith("builtins.")) return isBuiltinExceptionClass(value.type, type) ? "yes" : "no";
  if (context.interpreter.isInstance(value, type)) return "yes";
  if (value.kind === "symbol")
    return (isModuleOrClass(value.name) || known(context, value.name)) && !OF_CLASSES.has(type) ? "no" : "unknown";
  // An instance of a class some of whose bases are not described may be anything.
  if (
    value.kind === "instance" &&
    value.class.mro.some((base) => base.kind !== "class" && !known(context, base.kind === "symbol" ? base.name : ""))
  )
    return "unknown";
  return SCALARS.has(value.kind) || value.kind === "instance" || value.kind === "object" ? "no" : "unknown";
}

/** A name of a library is of a module when it has one part; by its spelling it is of a class (`Path`, `S3Resource`), not of a constant (`PI`). */
function isModuleOrClass(name: string): boolean {
  const last = name.slice(name.lastIndexOf(".") + 1);
  return last === name || /^_?[A-Z]\w*[a-z]/.test(last);
}

/** What modules and classes may be instances of. */
const OF_CLASSES: ReadonlySet<string> = new Set([
  "builtins.type",
  "types.ModuleType",
  "types.FunctionType",
  "collections.abc.Callable",
  "typing.Callable",
  "abc.ABCMeta",
]);

function known({ interpreter }: CallContext, name: string): boolean {
  if (name.startsWith("builtins.")) return true;
  if (!(interpreter instanceof Machine)) return false;
  const { symbols, types } = interpreter.options.library;
  return types.has(name) || symbols.has(name);
}

function verdictValue(context: CallContext, verdict: Verdict): Value {
  if (verdict !== "unknown") return bool(verdict === "yes");
  return unknownIn(context.args) ?? context.interpreter.unknown("external-library", "what type this is, is not known", context.at);
}

/** `getattr` and `hasattr` see an AttributeError as the answer. */
function attributeOrMissing(context: CallContext): Value | undefined {
  const name = textOf(context.args, 1);
  if (name === undefined)
    return unknownIn(context.args) ?? context.interpreter.unknown("unsupported", "the name of this attribute is not known", context.at);
  try {
    const value = context.interpreter.attribute(selfOf(context), name, context.at);
    return value.kind === "unknown" && (value.reason === "unresolved-import" || value.reason === "cycle") ? undefined : value;
  } catch (thrown) {
    if (thrown instanceof PythonRaise) return undefined;
    throw thrown;
  }
}

/** An expression in a known text, in the scope that runs or in namespaces that are given. */
function evaluated(context: CallContext): Value {
  const { args, interpreter, at } = context;
  const text = textOf(args, 0);
  const expression = text === undefined ? undefined : interpreter.parseExpression(text.trim());
  const here = interpreter instanceof Machine ? interpreter.currentScope() : undefined;
  const spaces = args.positional.slice(1).map((argument) => argument.value);
  if (!expression || !here || spaces.some((space) => space.kind !== "dict" || !space.complete))
    return unknownIn(args) ?? interpreter.unknown("unsupported", "`eval` is not followed here", at);
  if (spaces.length === 0) return interpreter.evaluateIn(expression, here);
  const scope = newScope("function", here.module);
  for (const space of spaces)
    for (const { key, value } of space.kind === "dict" ? space.entries.values() : [])
      if (key.kind === "str") scope.names.set(key.value, value);
  return interpreter.evaluateIn(expression, scope);
}

export const REFLECTION: Readonly<Record<string, SymbolModel>> = {
  isinstance: (context) => verdictValue(context, instanceVerdict(context, selfOf(context), context.args.positional[1]?.value ?? NONE)),
  issubclass: (context) => {
    const [cls, type] = [selfOf(context), context.args.positional[1]?.value ?? NONE];
    const options = type.kind === "tuple" ? type.items : [type];
    if (cls.kind === "class" && options.some((option) => option.kind === "class" && cls.mro.includes(option))) return bool(true);
    if (options.some((option) => option.kind === "symbol" && context.interpreter.isSubclass(cls, option.name))) return bool(true);
    const protocol = options.length === 1 ? options.find((option) => option.kind === "class" && isProtocol(option)) : undefined;
    if (protocol?.kind === "class") return verdictValue(context, fulfils(cls, protocol, context.at));
    const open = cls.kind !== "class" || cls.mro.some((base) => base.kind === "unknown");
    return open ? verdictValue(context, "unknown") : bool(false);
  },
  callable: (context) => {
    const value = selfOf(context);
    if (value.kind === "unknown" || value.kind === "symbol" || value.kind === "object")
      return value.kind === "unknown" ? value : bool(true);
    return bool(["function", "native", "bound-method", "class"].includes(value.kind));
  },
  getattr: (context) => {
    const found = attributeOrMissing(context);
    if (found) return found;
    const fallback = argumentOf(context.args, 2);
    return fallback ?? context.interpreter.attribute(selfOf(context), textOf(context.args, 1) ?? "", context.at);
  },
  hasattr: (context) => {
    const found = attributeOrMissing(context);
    if (found?.kind === "unknown") return found;
    return bool(found !== undefined);
  },
  setattr: (context) => {
    const name = textOf(context.args, 1);
    const { interpreter, at } = context;
    if (name !== undefined && interpreter instanceof Machine)
      assignAttribute(interpreter, selfOf(context), { name, value: context.args.positional[2]?.value ?? NONE, at });
    return NONE;
  },
  "object.__setattr__": (context) => {
    const [self, name, value] = context.args.positional.map((argument) => argument.value);
    const { interpreter, at } = context;
    if (self && name?.kind === "str" && value && interpreter instanceof Machine)
      assignPlainly(interpreter, self, { name: name.value, value, at });
    return NONE;
  },
  "object.__new__": (context) => {
    const cls = selfOf(context);
    return cls.kind === "class" && context.interpreter instanceof Machine ? newInstance(context.interpreter, context) : NONE;
  },
  delattr: () => NONE,
  type: typeOf,
  "type.__new__": (context) => (context.interpreter instanceof Machine ? newClass(context.interpreter, context) : NONE),
  "type.__init__": () => NONE,
  "type.__call__": (context) => {
    const [cls, ...positional] = context.args.positional;
    const { interpreter, args } = context;
    if (cls?.value.kind !== "class" || !(interpreter instanceof Machine)) return NONE;
    return instantiate(interpreter, cls.value, { ...context, args: { ...args, positional } });
  },
  globals: (context) => {
    const module = context.interpreter.currentModule();
    return module.kind === "module" ? namespaceOf(module, context.at) : module;
  },
  vars: (context) => {
    const value = selfOf(context);
    if (value.kind === "module") return namespaceOf(value, context.at);
    if (context.args.positional.length === 0) return context.interpreter.call(symbol("builtins.locals"), context.args, context.at);
    return value.kind === "unknown" ? value : context.interpreter.attribute(value, "__dict__", context.at);
  },
  locals: (context) => {
    const scope = context.interpreter instanceof Machine ? context.interpreter.currentScope() : undefined;
    if (!scope) return context.interpreter.unknown("unsupported", "`locals` is not read here", context.at);
    return scope.kind === "module" ? namespaceOf(scope.module, context.at) : strDict(scope.names);
  },
  dir: (context) => {
    const value = selfOf(context);
    const names =
      value.kind === "module"
        ? [...value.scope.names.keys()]
        : value.kind === "class"
          ? value.mro.flatMap((base) => (base.kind === "class" ? [...base.namespace.keys()] : []))
          : value.kind === "instance"
            ? [...value.attributes.keys(), ...value.class.mro.flatMap((base) => (base.kind === "class" ? [...base.namespace.keys()] : []))]
            : undefined;
    if (!names) return context.interpreter.unknown("unsupported", "`dir` is not read here", context.at);
    return list(
      [...new Set(names)]
        .filter((name) => !name.startsWith("\0"))
        .sort()
        .map((name) => str(name)),
    );
  },
  super: (context) => {
    const [cls, self] = context.args.positional;
    if (cls?.value.kind !== "class" || !self) return context.interpreter.unknown("unsupported", "this `super` is not read", context.at);
    return {
      kind: "object",
      type: SUPER,
      fields: new Map([
        ["class", cls.value],
        ["self", self.value],
      ]),
      at: context.at,
    };
  },
  object: (context) => ({ kind: "object", type: "builtins.object", fields: new Map(), at: context.at }),
  hash: (context) => context.interpreter.unknown("runtime-input", "`hash()` of a string differs from run to run", context.at),
  eval: evaluated,
  __import__: (context) => {
    const name = textOf(context.args, 0, "name");
    return name === undefined
      ? context.interpreter.unknown("unsupported", "what is imported here is not known", context.at)
      : context.interpreter.importModule(name.split(".")[0] ?? name, context.at);
  },
};

/** `@x.setter`, `@x.getter`. */
export const PROPERTY_TYPE: TypeModel = {
  methods: {
    setter: (self, { args, at }) => ({
      kind: "object",
      type: PROPERTY,
      fields: new Map([
        ["function", self.kind === "object" ? (self.fields.get("function") ?? NONE) : NONE],
        ["setter", args.positional[0]?.value ?? NONE],
      ]),
      at,
    }),
    getter: (_, { args, at }) => ({
      kind: "object",
      type: PROPERTY,
      fields: new Map([["function", args.positional[0]?.value ?? NONE]]),
      at,
    }),
    deleter: (self) => self,
  },
};
