/** `types`: namespaces, classes, functions and modules that code makes without their statements. */
import { CODE_TYPE } from "../attribute/function-introspection.ts";
import { argumentOf, invoke, selfOf, textOf, unknownIn } from "../builtins/arguments.ts";
import { classInCode } from "../builtins/type-of.ts";
import type { SymbolModel, TypeModel } from "../library.ts";
import { Machine } from "../machine.ts";
import { dict, NONE, str } from "../make-value.ts";
import type { FunctionValue, ModuleValue, Value } from "../value.ts";
import { attributesAsDict } from "../values/attributes-as-dict.ts";
import type { LibraryPart } from "./part.ts";

const NAMESPACE = "types.SimpleNamespace";

const simpleNamespace: SymbolModel = ({ args, at }) => {
  const [given] = args.positional;
  const listed = given?.value.kind === "dict" ? [...given.value.entries.values()] : [];
  const fields = new Map<string, Value>(listed.flatMap(({ key, value }) => (key.kind === "str" ? [[key.value, value] as const] : [])));
  for (const [name, { value }] of args.keywords) fields.set(name, value);
  return { kind: "object", type: NAMESPACE, fields, at };
};

const NAMESPACE_TYPE: TypeModel = {
  attribute: (self, name) => (name === "__dict__" && self.kind === "object" ? attributesAsDict(self.fields) : undefined),
  operator: (operator, left, right, { interpreter }) => {
    const isBoth = [left, right].every((side) => side.kind === "object" && side.type === NAMESPACE);
    if (operator !== "==" || !isBoth || !(interpreter instanceof Machine)) return undefined;
    const [a, b] = [left, right].map((side) => (side.kind === "object" ? attributesAsDict(side.fields) : side));
    const verdict = interpreter.equal(a ?? left, b ?? right);
    return verdict === "unknown" ? undefined : { kind: "bool", value: verdict === "yes" };
  },
  methods: {
    __repr__: (self, { interpreter, at }) => {
      const parts: string[] = [];
      for (const [name, value] of self.kind === "object" ? self.fields : []) {
        const text = interpreter.call({ kind: "symbol", name: "builtins.repr" }, { ...NO_KEYWORDS, positional: [{ value, at }] }, at);
        if (text.kind !== "str") return text;
        parts.push(`${name}=${text.value}`);
      }
      return str(`namespace(${parts.join(", ")})`);
    },
  },
};

const NO_KEYWORDS = { keywords: new Map<never, never>(), complete: true };

/** `ModuleType(name, doc)`: a module without a file. */
const moduleType: SymbolModel = ({ args, interpreter, at }) => {
  const name = textOf(args, 0, "name");
  if (name === undefined) return unknownIn(args) ?? interpreter.unknown("unsupported", "the name of this module is not known", at);
  const names = new Map<string, Value>([
    ["__name__", str(name)],
    ["__doc__", argumentOf(args, 1, "doc") ?? NONE],
  ]);
  const module: ModuleValue = {
    kind: "module",
    name,
    scope: {
      kind: "module",
      names,
      get module() {
        return module;
      },
    },
  };
  return module;
};

/** `new_class(name, bases, keywords, exec_body)`. */
const newClass: SymbolModel = (context) => {
  const { args, interpreter, at } = context;
  const [name, bases, keywords, body] = [
    textOf(args, 0, "name"),
    argumentOf(args, 1, "bases"),
    argumentOf(args, 2, "kwds"),
    argumentOf(args, 3, "exec_body"),
  ];
  if (name === undefined) return unknownIn(args) ?? interpreter.unknown("unsupported", "the class that is made here is not known", at);
  const namespace = dict([]);
  if (body && body.kind !== "none") invoke(context, body, namespace);
  if (namespace.gap) return namespace.gap;
  const members = [...namespace.entries.values()].flatMap(({ key, value }) => (key.kind === "str" ? [[key.value, value] as const] : []));
  const named = keywords?.kind === "dict" ? [...keywords.entries.values()] : [];
  const given = new Map(named.flatMap(({ key, value }) => (key.kind === "str" ? [[key.value, { value, at }] as const] : [])));
  const made = { name, bases: bases ? interpreter.iterate(bases, at).items : [], members };
  return classInCode({ ...context, args: { ...args, keywords: given } }, made) ?? NONE;
};

/** `FunctionType(code, globals, name, defaults, closure)`: the function of the code again, under another name. */
const functionType: SymbolModel = ({ args, interpreter, at }) => {
  const code = argumentOf(args, 0, "code");
  const fn = code?.kind === "object" && code.type === CODE_TYPE ? (code.payload as FunctionValue) : undefined;
  if (!fn) return unknownIn(args) ?? interpreter.unknown("unsupported", "the function that is made here is not known", at);
  const name = textOf(args, 2, "name") ?? fn.name;
  const defaults = argumentOf(args, 3, "argdefs");
  const takers = fn.definition.parameters.filter(({ kind }) => kind === "regular" || kind === "positional-only");
  const values = defaults?.kind === "tuple" ? defaults.items : [];
  const given = new Map(values.map((value, index) => [takers[takers.length - values.length + index]?.name ?? "", value] as const));
  return { ...fn, name, qualifiedName: fn.qualifiedName.replace(/[^.:]*$/, name), defaults: given, attributes: new Map() };
};

const methodType: SymbolModel = (context) => ({
  kind: "bound-method",
  function: selfOf(context),
  self: argumentOf(context.args, 1) ?? NONE,
});

export const TYPES_MODULE: LibraryPart = {
  symbols: {
    [NAMESPACE]: simpleNamespace,
    "types.MappingProxyType": (context) => selfOf(context),
    "types.ModuleType": moduleType,
    "types.new_class": newClass,
    "types.FunctionType": functionType,
    "types.LambdaType": functionType,
    "types.MethodType": methodType,
  },
  types: { [NAMESPACE]: NAMESPACE_TYPE },
};
