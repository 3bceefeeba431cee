/** `inspect.signature` and its kin, `typing.get_type_hints`: code that looks at the heads of its own functions. */
import type { Location } from "../../base/span.ts";
import type { ParameterKind } from "../../syntax/expression.ts";
import { annotationsOf } from "../attribute/class-introspection.ts";
import { annotationsOfFunction } from "../attribute/function-introspection.ts";
import { argumentOf, selfOf, unknownIn } from "../builtins/arguments.ts";
import { fieldsOf } from "../call/fields.ts";
import { GENERIC_ALIAS, UNION } from "../evaluate/type-form.ts";
import type { CallArguments, CallContext, MethodModel, SymbolModel } from "../library.ts";
import { Machine } from "../machine.ts";
import { dict, int, list, NONE, NOWHERE, str, strDict, symbol, tuple } from "../make-value.ts";
import type { ClassValue, FunctionValue, LibraryObject, Unknown, Value } from "../value.ts";
import type { LibraryPart } from "./part.ts";

const SIGNATURE = "inspect.Signature";
const PARAMETER = "inspect.Parameter";
const EMPTY: LibraryObject = { kind: "object", type: "inspect._empty", fields: new Map(), at: NOWHERE };

const KIND_NAMES: Readonly<Record<ParameterKind, string>> = {
  "positional-only": "POSITIONAL_ONLY",
  regular: "POSITIONAL_OR_KEYWORD",
  variadic: "VAR_POSITIONAL",
  "keyword-only": "KEYWORD_ONLY",
  "keyword-variadic": "VAR_KEYWORD",
};
const KINDS = new Map(
  Object.values(KIND_NAMES).map((name, index): [string, LibraryObject] => {
    const fields = new Map<string, Value>([
      ["name", str(name)],
      ["value", int(index)],
    ]);
    return [name, { kind: "object", type: "inspect._ParameterKind", fields, at: NOWHERE }];
  }),
);

/** The function behind a callable, how many of its first parameters are bound, and its class when it is a constructor. */
interface Callable {
  readonly fn: FunctionValue;
  readonly bound: number;
}

function callableOf(value: Value): Callable | undefined {
  switch (value.kind) {
    case "function":
      return { fn: value.wraps?.kind === "function" ? value.wraps : value, bound: 0 };
    case "bound-method": {
      const inner = callableOf(value.function);
      return inner && { ...inner, bound: inner.bound + 1 };
    }
    case "class":
      return initOf(value);
    case "instance": {
      const base = value.class.mro.find((each) => each.kind === "class" && each.namespace.has("__call__"));
      const call = base?.kind === "class" ? base.namespace.get("__call__") : undefined;
      return call?.kind === "function" ? { fn: call, bound: 1 } : undefined;
    }
    default:
      return undefined;
  }
}

function initOf(cls: ClassValue): Callable | undefined {
  const base = cls.mro.find((each) => each.kind === "class" && each.namespace.has("__init__"));
  const init = base?.kind === "class" ? base.namespace.get("__init__") : undefined;
  return init?.kind === "function" ? { fn: init, bound: 1 } : undefined;
}

function parameterObject(
  name: string,
  kind: ParameterKind,
  rest: { readonly default?: Value; readonly annotation?: Value },
): LibraryObject {
  const fields = new Map<string, Value>([
    ["name", str(name)],
    ["kind", KINDS.get(KIND_NAMES[kind]) ?? EMPTY],
    ["default", rest.default ?? EMPTY],
    ["annotation", rest.annotation ?? EMPTY],
  ]);
  return { kind: "object", type: PARAMETER, fields, at: NOWHERE };
}

function parametersOf(machine: Machine, { fn, bound }: Callable): readonly LibraryObject[] {
  return fn.definition.parameters.slice(bound).map(({ name, kind, annotation }) => {
    const value = fn.defaults.get(name);
    return parameterObject(name, kind, {
      ...(value && { default: value }),
      ...(annotation && { annotation: machine.annotation(annotation, fn.closure) }),
    });
  });
}

/** `inspect.Parameter(name, kind, *, default, annotation)`. */
const makeParameter: SymbolModel = ({ args, at }) => {
  const given = (name: string, index: number): Value => argumentOf(args, index, name) ?? EMPTY;
  const fields = new Map<string, Value>([
    ["name", given("name", 0)],
    ["kind", given("kind", 1)],
    ["default", args.keywords.get("default")?.value ?? EMPTY],
    ["annotation", args.keywords.get("annotation")?.value ?? EMPTY],
  ]);
  return { kind: "object", type: PARAMETER, fields, at, args };
};

/** `inspect.Signature(parameters, return_annotation=…)`: the parameters by name. */
const makeSignature: SymbolModel = ({ args, interpreter, at }) => {
  const { items, gap } = interpreter.iterate(argumentOf(args, 0, "parameters") ?? NONE_GIVEN, at);
  return signatureObject(byName(items, gap), args.keywords.get("return_annotation")?.value ?? EMPTY, { at, args });
};

const NONE_GIVEN = tuple([]);

function byName(parameters: readonly Value[], gap: Unknown | undefined): Value {
  const entries = parameters.map((each) => [each.kind === "object" ? (each.fields.get("name") ?? EMPTY) : each, each] as const);
  return dict(entries, gap ?? parameters.find((each): each is Unknown => each.kind === "unknown"));
}

function signatureObject(parameters: Value, returns: Value, made: { readonly at: Location; readonly args?: CallArguments }): LibraryObject {
  const fields = new Map<string, Value>([
    ["parameters", parameters],
    ["return_annotation", returns],
  ]);
  return { kind: "object", type: SIGNATURE, fields, ...made };
}

/** `.replace(name=…)` of either class. */
const replaced: MethodModel = (self, { args, interpreter, at }) => {
  if (self.kind !== "object") return self;
  const fields = new Map(self.fields);
  for (const [name, { value }] of args.keywords) {
    if (self.type !== SIGNATURE || name !== "parameters") fields.set(name, value);
    else {
      const { items, gap } = interpreter.iterate(value, at);
      fields.set(name, byName(items, gap));
    }
  }
  return { ...self, fields };
};

/** What a value given as `__signature__` says. */
export interface GivenParameters {
  readonly parameters: readonly { readonly name: string; readonly kind: ParameterKind; readonly annotation?: Value }[];
  readonly complete: boolean;
  readonly gap?: Unknown;
}

export function parametersOfSignature(value: Value): GivenParameters {
  const parameters = value.kind === "object" && value.type === SIGNATURE ? value.fields.get("parameters") : undefined;
  if (parameters?.kind !== "dict") return { parameters: [], complete: false };
  const read = [...parameters.entries.values()].flatMap(({ value: parameter }) => {
    if (parameter.kind !== "object" || parameter.type !== PARAMETER) return [];
    const [name, kind, annotation] = [textOf(parameter, "name"), kindOf(parameter), parameter.fields.get("annotation")];
    if (name === "" || kind === undefined) return [];
    return [annotation && annotation !== EMPTY ? { name, kind, annotation } : { name, kind }];
  });
  const { gap, complete, entries } = parameters;
  return { parameters: read, complete: complete && read.length === entries.size, ...(gap && { gap }) };
}

function kindOf(parameter: LibraryObject): ParameterKind | undefined {
  const kind = parameter.fields.get("kind");
  const name = kind?.kind === "object" ? textOf(kind, "name") : "";
  return (Object.keys(KIND_NAMES) as ParameterKind[]).find((each) => KIND_NAMES[each] === name);
}

/** The constructor that a record's fields make. */
function parametersOfRecord(machine: Machine, cls: ClassValue): readonly LibraryObject[] {
  return fieldsOf(cls).map((field) =>
    parameterObject(field.name, "regular", {
      ...(field.default && { default: field.default }),
      annotation: machine.annotation(field.annotation, cls.closure),
    }),
  );
}

const signature: SymbolModel = (context) => {
  const { interpreter, at, args } = context;
  const value = selfOf(context);
  const set = value.kind === "function" ? value.attributes.get("__signature__") : undefined;
  if (set) return set;
  const callable = callableOf(value);
  const record = value.kind === "class" && value.flavour !== "plain" ? value : undefined;
  if (!(interpreter instanceof Machine) || (!callable && !record)) return unknown(context);
  const parameters = callable ? parametersOf(interpreter, callable) : record ? parametersOfRecord(interpreter, record) : [];
  const { definition } = callable?.fn ?? {};
  const returns = definition?.kind === "function" && callable ? definition.returns : undefined;
  return signatureObject(
    strDict(parameters.map((each) => [textOf(each, "name"), each] as const)),
    returns && callable ? interpreter.annotation(returns, callable.fn.closure) : EMPTY,
    { at, args },
  );
};

function textOf(object: LibraryObject, name: string): string {
  const value = object.fields.get(name);
  return value?.kind === "str" ? value.value : "";
}

function unknown({ args, interpreter, at }: CallContext): Value {
  return unknownIn(args) ?? interpreter.unknown("external-library", "the parameters of this are not known", at);
}

const argumentNames: SymbolModel = (context) => {
  const callable = callableOf(selfOf(context));
  if (!callable) return unknown(context);
  const { parameters } = callable.fn.definition;
  const named = (wanted: readonly ParameterKind[]) => parameters.filter(({ kind }) => wanted.includes(kind)).map(({ name }) => str(name));
  const [variadic = NONE] = named(["variadic"]);
  const [keywords = NONE] = named(["keyword-variadic"]);
  const defaults = parameters.flatMap(({ name, kind }) => (kind === "keyword-only" ? [] : (callable.fn.defaults.get(name) ?? [])));
  const items = [list(named(["positional-only", "regular"])), variadic, keywords, defaults.length > 0 ? tuple(defaults) : NONE];
  const names = ["args", "varargs", "varkw", "defaults", "kwonlyargs"];
  return { kind: "tuple", items: [...items, list(named(["keyword-only"]))], names, complete: true };
};

const typeHints: SymbolModel = (context) => {
  const { interpreter } = context;
  const value = selfOf(context);
  if (!(interpreter instanceof Machine)) return NONE;
  if (value.kind === "function") return annotationsOfFunction(interpreter, value);
  if (value.kind === "bound-method" && value.function.kind === "function") return annotationsOfFunction(interpreter, value.function);
  if (value.kind !== "class") return unknown(context);
  const hints = dict([]);
  for (const base of [...value.mro].reverse()) {
    const own = base.kind === "class" ? annotationsOf(interpreter, base.fields, base) : undefined;
    if (own?.kind === "dict") for (const [key, entry] of own.entries) hints.entries.set(key, entry);
  }
  return hints;
};

/** `get_args(Literal["a", "b"])`, `get_args(X | None)`. */
const typeArguments: SymbolModel = (context) => {
  const value = selfOf(context);
  if (value.kind === "unknown") return value;
  const args = value.kind === "object" && (value.type === GENERIC_ALIAS || value.type === UNION) ? value.fields.get("args") : undefined;
  const origin = value.kind === "object" ? value.fields.get("origin") : undefined;
  const isOptional = origin?.kind === "symbol" && origin.name === "typing.Optional";
  if (args?.kind !== "tuple") return tuple([]);
  return isOptional ? tuple([...args.items, symbol("types.NoneType")]) : args;
};

const ORIGINS: Readonly<Record<string, string>> = {
  "typing.List": "builtins.list",
  "typing.Dict": "builtins.dict",
  "typing.Set": "builtins.set",
  "typing.Tuple": "builtins.tuple",
  "typing.Optional": "typing.Union",
};

const typeOrigin: SymbolModel = (context) => {
  const value = selfOf(context);
  if (value.kind === "unknown") return value;
  if (value.kind !== "object") return NONE;
  if (value.type === UNION) return symbol(UNION);
  const origin = value.type === GENERIC_ALIAS ? value.fields.get("origin") : undefined;
  return origin?.kind === "symbol" ? symbol(ORIGINS[origin.name] ?? origin.name) : (origin ?? NONE);
};

export const INSPECTION: LibraryPart = {
  symbols: {
    "inspect.signature": signature,
    "inspect.Signature": makeSignature,
    "inspect.Signature.from_callable": signature,
    "inspect.Parameter": makeParameter,
    "inspect.getfullargspec": argumentNames,
    "inspect.get_annotations": typeHints,
    "typing.get_type_hints": typeHints,
    "typing.get_args": typeArguments,
    "typing.get_origin": typeOrigin,
  },
  constants: {
    "inspect._empty": EMPTY,
    "inspect.Parameter.empty": EMPTY,
    "inspect.Signature.empty": EMPTY,
    ...Object.fromEntries([...KINDS].map(([name, kind]) => [`inspect.Parameter.${name}`, kind])),
  },
  types: {
    [SIGNATURE]: { methods: { replace: replaced } },
    [PARAMETER]: { methods: { replace: replaced }, attribute: (_, name) => KINDS.get(name) ?? (name === "empty" ? EMPTY : undefined) },
    "inspect._ParameterKind": {},
  },
  aliases: {
    "typing_extensions.get_type_hints": "typing.get_type_hints",
    "typing_extensions.get_args": "typing.get_args",
    "typing_extensions.get_origin": "typing.get_origin",
  },
};
