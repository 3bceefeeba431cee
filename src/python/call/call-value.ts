/** Calling a value, whatever it is. */
import { exhaustive } from "../../base/exhaustive.ts";
import { ofMetaclass } from "../attribute/class-attribute.ts";
import { libraryBases, typesOf } from "../attribute/inheritance.ts";
import { certainlyLacks } from "../attribute/known-members.ts";
import { attributeOfSuper } from "../attribute/super.ts";
import { SUPER } from "../evaluate/call.ts";
import { fails, typeNameOf } from "../failure.ts";
import type { CallContext, MethodModel } from "../library.ts";
import type { Machine } from "../machine.ts";
import { isBuiltinExceptionClass, raise } from "../python-raise.ts";
import type { SymbolValue, Value } from "../value.ts";
import { definesMethod } from "../values/derived.ts";
import { distribute } from "../values/one-of.ts";
import { callFunction } from "./call-function.ts";
import { instantiate } from "./instantiate.ts";

export function callValue(machine: Machine, callee: Value, context: CallContext): Value {
  machine.step();
  switch (callee.kind) {
    case "function":
      return callFunction(machine, callee, context);
    case "native":
      return machine.log.apply(callee, context);
    case "bound-method": {
      const { args } = context;
      const self = { value: callee.self, at: context.at };
      return callValue(machine, callee.function, { ...context, args: { ...args, positional: [self, ...args.positional] } });
    }
    case "class": {
      const [base] = libraryBases(callee);
      const call = ofMetaclass(callee, "__call__");
      if (call) return callValue(machine, { kind: "bound-method", function: call, self: callee }, context);
      const make = (): Value => instantiate(machine, callee, context);
      return base === undefined || base.startsWith("builtins.")
        ? make()
        : machine.recordCall(machine.options.library.canonical(base), context, make, { subclass: callee });
    }
    case "symbol":
      return callNamed(machine, callee, context);
    case "object":
    case "instance":
      return callObject(machine, callee, context);
    case "one-of":
      return distribute(callee, (option) => callValue(machine, option, context));
    case "unknown":
      return callee;
    case "none":
    case "bool":
    case "int":
    case "float":
    case "str":
    case "bytes":
    case "ellipsis":
    case "list":
    case "tuple":
    case "set":
    case "dict":
    case "iterator":
    case "module":
      if (definesMethod(callee, "__call__"))
        return machine.call(machine.attribute(callee, "__call__", context.at), context.args, context.at);
      return raise("TypeError", `'${callee.kind}' object is not callable`, context.at);
    default:
      return exhaustive(callee);
  }
}

function callNamed(machine: Machine, callee: SymbolValue, context: CallContext): Value {
  const name = machine.options.library.canonical(callee.name);
  if (name.startsWith("builtins.")) return callSymbol(machine, name, context);
  return machine.recordCall(name, context, () => callSymbol(machine, name, context));
}

function callSymbol(machine: Machine, name: string, context: CallContext): Value {
  const { library } = machine.options;
  const model = library.symbols.get(name);
  if (model) return model(context);
  if (name.startsWith("builtins.") && isBuiltinExceptionClass(name, "BaseException")) {
    const items = context.args.positional.map((argument) => argument.value);
    return {
      kind: "object",
      type: name,
      fields: new Map<string, Value>([["args", { kind: "tuple", items, complete: context.args.complete }]]),
      at: context.at,
    };
  }
  // A name that only our own tables know is our gap; anything else is a library that nobody has described.
  const ours = library.types.has(name) || library.constants.has(name) || name.startsWith("builtins.");
  const message = absenceOf(machine, name) ?? `what \`${name}\` returns is not known`;
  return machine.unknown(ours ? "unsupported" : "external-library", message, context.at);
}

/** A name that a module, all of whose names are known, does not have: mistyped, or gone with an older release. */
function absenceOf(machine: Machine, name: string): string | undefined {
  const dot = name.lastIndexOf(".");
  const [module, member] = [name.slice(0, dot), name.slice(dot + 1)];
  const exported = machine.options.library.exports?.get(module);
  return exported && !exported.has(member) && !member.startsWith("_") ? `today's \`${module}\` has no \`${member}\`` : undefined;
}

function callObject(machine: Machine, callee: Extract<Value, { kind: "object" | "instance" }>, context: CallContext): Value {
  if (callee.kind === "object" && callee.type === SUPER) return attributeOfSuper(machine, callee, "__call__", context.at);
  if (callee.kind === "instance" && callee.class.mro.some((base) => base.kind === "class" && base.namespace.has("__call__"))) {
    return machine.call(machine.attribute(callee, "__call__", context.at), context.args, context.at);
  }
  for (const type of typesOf(callee)) {
    const call = callOfType(machine, type);
    if (call) return call(callee, context);
  }
  if (certainlyLacks(machine, callee, "__call__")) {
    const message = `'${typeNameOf(callee)}' object is not callable`;
    return fails(machine, { exception: "TypeError", message, at: context.at, values: [callee] });
  }
  const name = callee.kind === "object" ? callee.type : callee.class.name;
  return machine.unknown("unsupported", `calling a \`${name}\` is not read`, context.at);
}

function callOfType(machine: Machine, type: string): MethodModel | undefined {
  const model = machine.options.library.types.get(type);
  if (model?.call) return model.call;
  for (const base of model?.bases ?? []) {
    const inherited = callOfType(machine, base);
    if (inherited) return inherited;
  }
  return undefined;
}
