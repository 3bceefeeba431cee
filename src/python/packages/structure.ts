/**
 * Plain values as the types that annotations name, as pydantic, cattrs and dacite make them: a mapping becomes a model, a text an enum member.
 * Only what changes a value is followed: a value that needs no change, or that no rule takes, stays what it was given as.
 */

import { derivesFrom } from "../attribute/inheritance.ts";
import { GENERIC_ALIAS, UNION } from "../evaluate/type-form.ts";
import type { ArgumentValue, CallContext } from "../library.ts";
import { Machine } from "../machine.ts";
import { dict, list, set, tuple } from "../make-value.ts";
import { PythonRaise } from "../python-raise.ts";
import { makePath } from "../stdlib/filesystem/pathlib.ts";
import type { ClassValue, DictValue, Value } from "../value.ts";
import { refuseValue, validating } from "./pydantic/validation-error.ts";
import { asBool, asFloat, asInt, asText } from "./scalars.ts";

type Sequence = Extract<Value, { readonly kind: "list" | "tuple" | "set" | "iterator" }>;

/** Raises ValueError where every library of this kind refuses the value. */
export function structure(annotation: Value, value: Value, context: CallContext): Value {
  if (value.kind === "unknown" || value.kind === "one-of") return value;
  if (annotation.kind === "class") return ofClass(annotation, value, context);
  if (annotation.kind === "symbol") return ofSymbol(annotation.name, value, context);
  if (annotation.kind !== "object") return value;
  const args = typeArguments(annotation);
  if (annotation.type === UNION) return ofUnion(args, value, context);
  return annotation.type === GENERIC_ALIAS ? ofAlias(originName(annotation), args, { value, context, annotation }) : value;
}

export function typeArguments(annotation: Value): readonly Value[] {
  const args = annotation.kind === "object" ? annotation.fields.get("args") : undefined;
  return args?.kind === "tuple" ? args.items : [];
}

/** `list` of `builtins.list`, `Annotated` of `typing.Annotated`. */
export function originName(annotation: Value): string {
  const origin = annotation.kind === "object" ? annotation.fields.get("origin") : undefined;
  return origin?.kind === "symbol" ? (origin.name.split(".").at(-1) ?? "") : "";
}

/** The entries of a mapping as keyword arguments. */
export function keywordsOfDict(entries: DictValue, at: CallContext["at"]): ReadonlyMap<string, ArgumentValue> {
  const named = [...entries.entries.values()].flatMap(({ key, value }) =>
    key.kind === "str" ? [[key.value, { value, at }] as const] : [],
  );
  return new Map(named);
}

function ofClass(cls: ClassValue, value: Value, { interpreter, at }: CallContext): Value {
  if (cls.flavour === "enum") {
    if (value.kind === "instance") return value;
    return validating(() => interpreter.call(cls, { positional: [{ value, at }], keywords: new Map(), complete: true }, at), at);
  }
  const isModel = cls.flavour === "dataclass" || cls.flavour === "named-tuple" || interpreter.isSubclass(cls, "pydantic.BaseModel");
  if (!isModel || value.kind === "instance") return value;
  if (value.kind === "object") return value;
  if (value.kind !== "dict") return refuseValue(`Input should be a valid dictionary or instance of ${cls.name}`, at);
  const made = { positional: [], keywords: keywordsOfDict(value, at), complete: value.complete, ...(value.gap && { gap: value.gap }) };
  return interpreter.call(cls, made, at);
}

function ofSymbol(name: string, value: Value, { interpreter, at }: CallContext): Value {
  switch (interpreter instanceof Machine ? interpreter.options.library.canonical(name) : name) {
    case "builtins.int":
      return asInt(value, at);
    case "builtins.float":
      return asFloat(value, at);
    case "builtins.str":
      return asText(value, at);
    case "builtins.bool":
      return asBool(value, at);
    case "builtins.dict":
      return value.kind === "list" || value.kind === "str" ? refuseValue("Input should be a valid dictionary", at) : value;
    case "builtins.list":
    case "builtins.set":
    case "builtins.tuple":
      return ofSequence(name.slice("builtins.".length), [], { value, context: { interpreter, at, args: NO_ARGUMENTS } });
    case "pathlib.Path":
      return value.kind === "str" ? makePath(value.value, at) : value;
    default:
      return value;
  }
}

const NO_ARGUMENTS = { positional: [], keywords: new Map(), complete: true };

interface Given {
  readonly value: Value;
  readonly context: CallContext;
}

function ofAlias(origin: string, args: readonly Value[], given: Given & { readonly annotation: Value }): Value {
  const { value, context, annotation } = given;
  const [first, second] = args;
  switch (origin) {
    case "Annotated":
      return first ? annotated(first, args.slice(1), given) : value;
    case "Optional":
      return value.kind === "none" || !first ? value : structure(first, value, context);
    case "Union":
      return ofUnion(args, value, context);
    case "Literal":
      return ofLiteral(args, value, context);
    case "dict":
    case "Dict":
    case "Mapping":
      return ofMapping(second, value, context);
    default: {
      if (SEQUENCES.has(origin)) return ofSequence(origin, args, given);
      const cls = annotation.kind === "object" ? annotation.fields.get("origin") : undefined;
      return cls?.kind === "class" ? ofClass(cls, value, context) : value;
    }
  }
}

const SEQUENCES: ReadonlySet<string> = new Set([
  "list",
  "List",
  "Sequence",
  "Iterable",
  "Collection",
  "set",
  "Set",
  "FrozenSet",
  "frozenset",
  "tuple",
  "Tuple",
]);

/** `BeforeValidator(fn)` and `AfterValidator(fn)` among the annotations run in their order around the type. */
function annotated(type: Value, annotations: readonly Value[], { value, context }: Given): Value {
  const functions = (name: string): readonly Value[] =>
    annotations.flatMap((each) =>
      each.kind === "object" && each.type === `pydantic.${name}` ? [each.fields.get("function") ?? value] : [],
    );
  const run = (fn: Value, input: Value): Value =>
    context.interpreter.call(fn, { positional: [{ value: input, at: context.at }], keywords: new Map(), complete: true }, context.at);
  const before = functions("BeforeValidator").reduceRight((input, fn) => run(fn, input), value);
  return functions("AfterValidator").reduce((input, fn) => run(fn, input), structure(type, before, context));
}

/** The first alternative that takes the value; none of them: the last one's refusal. */
function ofUnion(options: readonly Value[], value: Value, context: CallContext): Value {
  if (value.kind === "none" && options.some((option) => option.kind === "none")) return value;
  if (options.some((option) => takesAsIs(option, value, context))) return value;
  let refusal: PythonRaise | undefined;
  for (const option of options) {
    if (option.kind === "none") continue;
    try {
      return structure(option, value, context);
    } catch (thrown) {
      if (!(thrown instanceof PythonRaise)) throw thrown;
      refusal = thrown;
    }
  }
  if (refusal) throw refusal;
  return value;
}

const SCALARS: Readonly<Record<string, Value["kind"]>> = {
  "builtins.str": "str",
  "builtins.int": "int",
  "builtins.float": "float",
  "builtins.bool": "bool",
};

/** Exactly of the type already: preferred to an alternative that would convert it. */
function takesAsIs(option: Value, value: Value, { interpreter }: CallContext): boolean {
  if (option.kind === "symbol") return SCALARS[option.name] === value.kind;
  if (option.kind !== "class" || value.kind !== "instance" || !(interpreter instanceof Machine)) return false;
  return value.class === option || value.class.mro.includes(option) || derivesFrom(interpreter.options.library, value.class, option.name);
}

function ofLiteral(choices: readonly Value[], value: Value, { interpreter, at }: CallContext): Value {
  const verdicts = choices.map((choice) => interpreter.equal(choice, value));
  if (verdicts.includes("yes") || verdicts.includes("unknown")) return value;
  return refuseValue("Input should be one of the literals", at);
}

function ofMapping(item: Value | undefined, value: Value, context: CallContext): Value {
  if (value.kind === "list" || value.kind === "str") return refuseValue("Input should be a valid dictionary", context.at);
  if (value.kind !== "dict" || !item) return value;
  const made = dict(
    [...value.entries.values()].map(({ key, value: each }) => [key, structure(item, each, context)] as const),
    value.gap,
  );
  return { ...made, ...(value.origin && { origin: value.origin }) };
}

function ofSequence(origin: string, args: readonly Value[], { value, context }: Given): Value {
  if (value.kind === "dict" || value.kind === "str" || value.kind === "none")
    return refuseValue("Input should be a valid list", context.at);
  if (value.kind !== "list" && value.kind !== "tuple" && value.kind !== "set" && value.kind !== "iterator") return value;
  const items = itemsOf(value).map((item, index) => {
    const type = origin.toLowerCase() === "tuple" && args[1]?.kind !== "ellipsis" ? args[index] : args[0];
    return type ? structure(type, item, context) : item;
  });
  const place = value.origin && { origin: value.origin };
  if (/set$/i.test(origin)) return { ...set(items, value.gap), ...place };
  return { ...(origin.toLowerCase() === "tuple" ? tuple(items, value.gap) : list(items, value.gap)), ...place };
}

function itemsOf(value: Sequence): readonly Value[] {
  if (value.kind === "set") return [...value.items.values()];
  return value.kind === "iterator" ? value.items.slice(value.position) : value.items;
}
