/** What declares rather than does: `typing`, `dataclasses`, `enum`. */

import type { Expression } from "../../syntax/expression.ts";
import { fieldObject } from "../attribute/class-introspection.ts";
import { argumentOf, selfOf, textOf, unknownIn } from "../builtins/arguments.ts";
import { classInCode } from "../builtins/type-of.ts";
import { FIELD_TYPES, fieldsOf } from "../call/fields.ts";
import type { CallContext, SymbolModel, TypeModel } from "../library.ts";
import { Machine } from "../machine.ts";
import { dict, FALSE, int, list, NONE, native, str, strDict, symbol, tuple } from "../make-value.ts";
import { raise } from "../python-raise.ts";
import type { ClassField, Value } from "../value.ts";
import { passThrough } from "./functions/functools.ts";
import type { LibraryPart } from "./part.ts";
import { TYPING_NAMES } from "./typing-names.ts";

/** `@dataclass` and `@dataclass(frozen=True)` give the class a constructor from its fields. */
const dataclass: SymbolModel = (context) => {
  const [first] = context.args.positional;
  if (first?.value.kind === "class") return asDataclass(first.value);
  return native("dataclass", (inner) => asDataclass(selfOf(inner)));
};

function asDataclass(cls: Value): Value {
  if (cls.kind === "class" && cls.flavour === "plain") cls.flavour = "dataclass";
  return cls;
}

/** `dataclasses.field(…)`. */
function fieldDefault(type: string): SymbolModel {
  if (!FIELD_TYPES.has(type)) return selfOf;
  return (context) => {
    const fields = new Map<string, Value>();
    const given = context.args.keywords.get("default")?.value;
    if (given && given.kind !== "ellipsis") fields.set("default", given);
    const factory = context.args.keywords.get("default_factory")?.value;
    if (factory) fields.set("default_factory", factory);
    for (const name of ["repr", "compare", "init", "metadata", "description", "alias", "title", "json_schema_extra"]) {
      const option = context.args.keywords.get(name)?.value;
      if (option) fields.set(name, option);
    }
    return { kind: "object", type, fields, at: context.at };
  };
}

/** Records in it, however deep, as dicts. */
export function plainDict(value: Value): Value {
  if (value.kind === "instance") {
    return dict(
      fieldsOf(value.class).flatMap(({ name }) => {
        const item = value.attributes.get(name);
        return item ? [[str(name), plainDict(item)] as const] : [];
      }),
    );
  }
  if (value.kind === "list") return list(value.items.map(plainDict), value.gap);
  if (value.kind === "tuple") return tuple(value.items.map(plainDict), value.gap);
  return value.kind === "dict"
    ? dict(
        [...value.entries.values()].map((entry) => [entry.key, plainDict(entry.value)] as const),
        value.gap,
      )
    : value;
}

/** `replace(record, name="x")` makes a new record through the constructor, so that `__post_init__` runs again. */
function replaced(self: Value, context: CallContext): Value {
  if (self.kind !== "instance") return self;
  const kept = fieldsOf(self.class).flatMap(({ name }) => {
    const value = self.attributes.get(name);
    return value ? [[name, { value, at: context.at }] as const] : [];
  });
  const keywords = new Map([...kept, ...context.args.keywords]);
  return context.interpreter.call(self.class, { positional: [], keywords, complete: context.args.complete }, context.at);
}

/** Methods of named tuples, however they were declared. */
const NAMED_TUPLE: TypeModel = {
  methods: {
    _asdict: (self) =>
      self.kind === "instance"
        ? strDict(fieldsOf(self.class).flatMap(({ name }) => [[name, self.attributes.get(name) ?? NONE] as const]))
        : NONE,
    _replace: (self, context) => replaced(self, context),
    index: (self, context) => {
      const items = self.kind === "instance" ? [...self.attributes.values()] : [];
      const position = items.findIndex((item) => context.interpreter.equal(item, selfOf(context)) === "yes");
      return position < 0 ? raise("ValueError", "tuple.index(x): x not in tuple", context.at) : int(position);
    },
  },
};

/** `namedtuple("Row", "a b")`: a class whose fields have no types. */
const namedtuple: SymbolModel = (context) => {
  const { args, at, interpreter } = context;
  const listed = argumentOf(args, 1, "field_names");
  const names =
    listed?.kind === "str"
      ? listed.value.split(/[\s,]+/).filter((name) => name !== "")
      : listed && listed.kind !== "unknown"
        ? interpreter.iterate(listed, at).items.flatMap((item) => (item.kind === "str" ? [item.value] : []))
        : undefined;
  const title = textOf(args, 0, "typename");
  if (!names || title === undefined)
    return unknownIn(args) ?? interpreter.unknown("unsupported", "the fields of this named tuple are not known", at);
  const given = argumentOf(args, 99, "defaults");
  const defaults = given && given.kind !== "none" ? interpreter.iterate(given, at).items : [];
  const annotation: Expression = { kind: "none", start: at.start, end: at.end };
  const fields = names.map((name, index): ClassField => {
    const value = defaults[index - (names.length - defaults.length)];
    return { name, annotation, at, ...(value && { default: value }) };
  });
  return classInCode(context, { name: title, bases: [symbol("typing.NamedTuple")], members: [], fields }) ?? NONE;
};

export const DECLARATIONS: LibraryPart = {
  symbols: {
    "dataclasses.dataclass": dataclass,
    "dataclasses.field": fieldDefault("dataclasses.Field"),
    "dataclasses.asdict": (context) => plainDict(selfOf(context)),
    "dataclasses.astuple": (context) => {
      const value = selfOf(context);
      if (value.kind !== "instance") return unknownIn(context.args) ?? NONE;
      return tuple(fieldsOf(value.class).map(({ name }) => value.attributes.get(name) ?? NONE));
    },
    "dataclasses.replace": (context) => replaced(selfOf(context), context),
    "dataclasses.fields": (context) => {
      const value = selfOf(context);
      const cls = value.kind === "instance" ? value.class : value;
      const { interpreter } = context;
      if (cls.kind !== "class" || !(interpreter instanceof Machine))
        return unknownIn(context.args) ?? interpreter.unknown("unsupported", "the fields of this are not known", context.at);
      return tuple(fieldsOf(cls).map((field) => fieldObject(interpreter, field, { cls, at: field.at })));
    },
    "dataclasses.is_dataclass": (context) => {
      const value = selfOf(context);
      const cls = value.kind === "instance" ? value.class : value;
      return { kind: "bool", value: cls.kind === "class" && cls.flavour === "dataclass" };
    },
    "collections.namedtuple": namedtuple,
    "enum.auto": ({ at }) => ({ kind: "object", type: "enum.auto", fields: new Map(), at }),
    "enum.unique": passThrough,
    "typing.cast": (context) => context.args.positional[1]?.value ?? NONE,
    "typing.TypeVar": () => symbol("typing.TypeVar"),
    "typing.ParamSpec": () => symbol("typing.ParamSpec"),
    "typing.NewType": (context) => context.args.positional[1]?.value ?? NONE,
    "typing.overload": passThrough,
    "typing.final": passThrough,
    "typing.override": passThrough,
    "typing.no_type_check": passThrough,
    "typing.runtime_checkable": passThrough,
  },
  constants: { "typing.TYPE_CHECKING": FALSE },
  types: {
    "enum.Enum": {},
    "enum.auto": {},
    "dataclasses.Field": {},
    "typing.Generic": {},
    "typing.Protocol": {},
    "typing.NamedTuple": NAMED_TUPLE,
    "typing.TypedDict": {},
  },
  exports: { typing: TYPING_NAMES },
  aliases: {
    "pydantic.dataclasses.dataclass": "dataclasses.dataclass",
    "attr.s": "dataclasses.dataclass",
    "attrs.define": "dataclasses.dataclass",
    "attrs.frozen": "dataclasses.dataclass",
    "typing_extensions.override": "typing.override",
    "typing_extensions.TypedDict": "typing.TypedDict",
    "typing_extensions.TYPE_CHECKING": "typing.TYPE_CHECKING",
  },
};
