/** The builtins as a library: what every module sees without importing it. */

import { CLASS_METHOD, PROPERTY, STATIC_METHOD } from "../attribute/class-attribute.ts";
import { RANGE } from "../evaluate/range.ts";
import { GENERIC_ALIAS, UNION } from "../evaluate/type-form.ts";
import type { Library, SymbolModel, TypeModel } from "../library.ts";
import { bool, ELLIPSIS, int, NONE } from "../make-value.ts";
import { EXCEPTION_NAMES } from "../python-raise.ts";
import type { Value } from "../value.ts";
import { withNamedArguments } from "./argument-places.ts";
import { collectionMethods } from "./collection-methods.ts";
import { FUNCTIONS } from "./functions.ts";
import { GENERATOR_METHODS } from "./iterators.ts";
import { NAMESPACE, NAMESPACE_TYPE } from "./namespace.ts";
import { PROPERTY_TYPE, REFLECTION } from "./reflection.ts";
import { specialMethods } from "./special-methods.ts";
import { strMethods } from "./text/str-methods.ts";

/** Calling `list[int]` is calling `list`. */
const ALIAS: TypeModel = {
  call: (self, context) =>
    self.kind === "object" ? context.interpreter.call(self.fields.get("origin") ?? NONE, context.args, context.at) : NONE,
  attribute: (self, name, interpreter, at) => {
    if (self.kind !== "object" || name.startsWith("__")) return undefined;
    const origin = self.fields.get("origin");
    return origin && interpreter.attribute(origin, name, at);
  },
  subscript: (self) => self,
};

/** Names that are there and whose meaning nobody asks for. What is done with them is unknown; that they are defined is not. */
const NOT_MODELLED =
  "aiter anext ascii breakpoint bytearray compile complex memoryview slice exit quit help copyright credits license " +
  "__spec__ __loader__ __builtins__ __build_class__";

export function builtinsLibrary(): Library {
  const symbols = new Map<string, SymbolModel>([...specialMethods(), ...strMethods(), ...collectionMethods()]);
  for (const table of [FUNCTIONS, REFLECTION]) for (const [name, model] of Object.entries(table)) symbols.set(`builtins.${name}`, model);
  for (const [name, model] of Object.entries(GENERATOR_METHODS)) symbols.set(`builtins.iterator.${name}`, model);
  const types = new Map<string, TypeModel>([
    [RANGE, {}],
    [GENERIC_ALIAS, ALIAS],
    [UNION, {}],
    [NAMESPACE, NAMESPACE_TYPE],
    [PROPERTY, PROPERTY_TYPE],
    [STATIC_METHOD, { attribute: wrapped, call: callWrapped }],
    [CLASS_METHOD, { attribute: wrapped, call: callWrapped }],
    ...EXCEPTION_NAMES.map((name): [string, TypeModel] => [`builtins.${name}`, {}]),
  ]);
  const constants = new Map<string, Value>([
    ["builtins.__debug__", bool(true)],
    ["builtins.Ellipsis", ELLIPSIS],
    ["builtins.NotImplemented", { kind: "symbol", name: "builtins.NotImplemented" }],
    ...NOT_MODELLED.split(" ").map((name): [string, Value] => [`builtins.${name}`, { kind: "symbol", name: `builtins.${name}` }]),
    ["builtins.True", bool(true)],
    ["builtins.False", bool(false)],
    ["sys.maxsize", int(2n ** 63n - 1n)],
  ]);
  return withNamedArguments({ symbols, types, constants, canonical: (name) => name });
}

const wrapped: NonNullable<TypeModel["attribute"]> = (self, name, interpreter, at) => {
  const fn = self.kind === "object" ? self.fields.get("function") : undefined;
  return fn && interpreter.attribute(fn, name, at);
};

const callWrapped: NonNullable<TypeModel["call"]> = (self, context) =>
  self.kind === "object" ? context.interpreter.call(self.fields.get("function") ?? NONE, context.args, context.at) : NONE;
