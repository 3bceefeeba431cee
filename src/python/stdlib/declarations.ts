/** What declares rather than does: `typing`, `dataclasses`, `enum`. */

import { selfOf } from "../builtins/arguments.ts";
import { fieldDefault } from "../builtins/functions.ts";
import { fieldsOf } from "../call/fields.ts";
import type { CallContext, SymbolModel } from "../library.ts";
import { dict, FALSE, list, NONE, native, str, symbol, tuple } from "../make-value.ts";
import type { Value } from "../value.ts";
import { passThrough } from "./functools.ts";
import type { LibraryPart } from "./part.ts";

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

export const DECLARATIONS: LibraryPart = {
  symbols: {
    "dataclasses.dataclass": dataclass,
    "dataclasses.field": fieldDefault("dataclasses.Field"),
    "dataclasses.asdict": (context) => plainDict(selfOf(context)),
    "dataclasses.replace": (context) => replaced(selfOf(context), context),
    "dataclasses.fields": (context) => {
      const value = selfOf(context);
      const cls = value.kind === "instance" ? value.class : value;
      if (cls.kind !== "class") return context.interpreter.unknown("unsupported", "the fields of this are not known", context.at);
      return tuple(
        fieldsOf(cls).map((field) => ({
          kind: "object",
          type: "dataclasses.Field",
          fields: new Map<string, Value>([["name", str(field.name)]]),
          at: field.at,
        })),
      );
    },
    "dataclasses.is_dataclass": (context) => {
      const value = selfOf(context);
      const cls = value.kind === "instance" ? value.class : value;
      return { kind: "bool", value: cls.kind === "class" && cls.flavour === "dataclass" };
    },
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
    "typing.get_type_hints": ({ interpreter, at }) => interpreter.unknown("unsupported", "type hints are not read as data", at),
  },
  constants: { "typing.TYPE_CHECKING": FALSE },
  types: {
    "enum.Enum": {},
    "enum.auto": {},
    "dataclasses.Field": {},
    "typing.Generic": {},
    "typing.Protocol": {},
    "typing.NamedTuple": {},
    "typing.TypedDict": {},
    "types.SimpleNamespace": {},
  },
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
