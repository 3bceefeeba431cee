/** What declares rather than does: `typing`, `dataclasses`, `enum`. */

import type { Location } from "../../base/span.ts";
import type { Expression } from "../../syntax/expression.ts";
import { fieldObject } from "../attribute/class-introspection.ts";
import { RUNTIME_PROTOCOL } from "../attribute/protocol.ts";
import { argumentOf, invoke, selfOf, textOf, unknownIn } from "../builtins/arguments.ts";
import { classInCode } from "../builtins/type-of.ts";
import { FIELD_TYPES, fieldsOf, isTaken, parameterOf, refuseFields } from "../call/fields.ts";
import { BASE } from "../call/instantiate.ts";
import type { CallContext, SymbolModel, TypeModel } from "../library.ts";
import { Machine } from "../machine.ts";
import { dict, FALSE, int, list, NONE, native, str, strDict, symbol, TRUE, tuple } from "../make-value.ts";
import { raise } from "../python-raise.ts";
import type { ClassField, DictValue, Value } from "../value.ts";
import { AUTO } from "../values/enumeration.ts";
import { passThrough } from "./functions/functools.ts";
import type { LibraryPart } from "./part.ts";
import { TYPING_NAMES } from "./typing-names.ts";

/** `@dataclass` and `@dataclass(frozen=True)` give the class a constructor from its fields. */
const dataclass: SymbolModel = (context) => {
  const [first] = context.args.positional;
  const says = (name: string): boolean => {
    const option = context.args.keywords.get(name)?.value;
    return option !== undefined && context.interpreter.truth(option) === "yes";
  };
  const denies = (name: string): boolean => {
    const option = context.args.keywords.get(name)?.value;
    return option !== undefined && context.interpreter.truth(option) === "no";
  };
  const options = { byName: says("kw_only"), frozen: says("frozen"), byIdentity: denies("eq"), hidden: denies("repr") };
  if (first?.value.kind === "class") return asDataclass(first.value, options, context.at);
  return native("dataclass", (inner) => asDataclass(selfOf(inner), options, inner.at));
};

interface DataclassOptions {
  readonly byName?: boolean;
  readonly frozen?: boolean;
  readonly byIdentity?: boolean;
  readonly hidden?: boolean;
}

function asDataclass(cls: Value, { byName, frozen, byIdentity, hidden }: DataclassOptions, at: Location): Value {
  if (cls.kind !== "class") return cls;
  if (cls.flavour === "plain") cls.flavour = "dataclass";
  if (byName) cls.fields = cls.fields.map((field) => ({ ...field, keywordOnly: true }));
  if (frozen) cls.frozen = true;
  if (hidden) cls.hidesFields = true;
  if (byIdentity) cls.comparesByIdentity = true;
  if (cls.flavour === "dataclass") refuseFields(cls, at);
  return cls;
}

/** `make_dataclass("Row", ["a", ("b", int), ("c", int, field(default=0))], namespace={…})`. */
const makeDataclass: SymbolModel = (context) => {
  const { args, at, interpreter } = context;
  const [title, listed, namespace] = [textOf(args, 0, "cls_name"), argumentOf(args, 1, "fields"), args.keywords.get("namespace")?.value];
  const { items, gap } = listed ? interpreter.iterate(listed, at) : { items: [] };
  if (title === undefined || gap) return gap ?? unknownIn(args) ?? interpreter.unknown("unsupported", "this class is not known", at);
  const fields = items.flatMap((item): readonly ClassField[] => {
    const [name, , value] = item.kind === "str" ? [item] : interpreter.iterate(item, at).items;
    const annotation: Expression = { kind: "none", start: at.start, end: at.end };
    return name?.kind === "str" ? [{ name: name.value, annotation, at, ...(value && { default: value }) }] : [];
  });
  const listedMembers = namespace?.kind === "dict" ? [...namespace.entries.values()] : [];
  const members = listedMembers.flatMap(({ key, value }) => (key.kind === "str" ? [[key.value, value] as const] : []));
  const bases = interpreter.iterate(args.keywords.get("bases")?.value ?? tuple([]), at).items;
  const inner = { ...context, args: { ...args, keywords: new Map() } };
  return asDataclass(classInCode(inner, { name: title, bases, members, fields }) ?? NONE, {}, at);
};

/** `dataclasses.field(…)`. */
function fieldDefault(type: string): SymbolModel {
  if (!FIELD_TYPES.has(type)) return selfOf;
  return (context) => {
    const fields = new Map<string, Value>();
    const given = context.args.keywords.get("default")?.value;
    if (given && given.kind !== "ellipsis") fields.set("default", given);
    const factory = context.args.keywords.get("default_factory")?.value;
    if (factory) fields.set("default_factory", factory);
    for (const name of ["repr", "compare", "init", "kw_only", "metadata", "description", "alias", "title", "json_schema_extra"]) {
      const option = context.args.keywords.get(name)?.value;
      if (option) fields.set(name, option);
    }
    return { kind: "object", type, fields, at: context.at };
  };
}

/** Records in it, however deep, as dicts. */
export function plainDict(value: Value, make: (pairs: DictValue) => Value = (pairs) => pairs): Value {
  const inner = (item: Value): Value => plainDict(item, make);
  if (value.kind === "instance" && value.class.flavour !== "enum") {
    const pairs = dict(
      fieldsOf(value.class).flatMap(({ name }) => {
        const item = value.attributes.get(name);
        return item ? [[str(name), inner(item)] as const] : [];
      }),
    );
    return make(pairs);
  }
  if (value.kind === "list") return list(value.items.map(inner), value.gap);
  if (value.kind === "tuple") return tuple(value.items.map(inner), value.gap);
  return value.kind === "dict"
    ? dict(
        [...value.entries.values()].map((entry) => [entry.key, inner(entry.value)] as const),
        value.gap,
      )
    : value;
}

/** `replace(record, name="x")` makes a new record through the constructor, so that `__post_init__` runs again. */
function replaced(self: Value, context: CallContext): Value {
  if (self.kind !== "instance") return self;
  const kept = fieldsOf(self.class).flatMap((field) => {
    const value = isTaken(field) ? self.attributes.get(field.name) : undefined;
    return value ? [[parameterOf(field), { value, at: context.at }] as const] : [];
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

function wrappedMember(type: string): SymbolModel {
  return (context) => ({ kind: "object", type, fields: new Map([["value", selfOf(context)]]), at: context.at });
}

/** `Enum("Color", "RED GREEN")`, `Enum("Color", {"RED": "r"})`, `StrEnum("Color", [("RED", "r"), "GREEN"])`. */
function functionalEnum(name: string): SymbolModel {
  return (context) => {
    const { args, at, interpreter } = context;
    const [title, names] = [textOf(args, 0, "value"), argumentOf(args, 1, "names")];
    const base = args.keywords.get(BASE)?.value ?? symbol(name);
    const members = names && membersOf(names, context);
    if (title === undefined || !members)
      return unknownIn(args) ?? interpreter.unknown("unsupported", "the members of this enumeration are not known", at);
    const mixin = args.keywords.get("type")?.value;
    const inner = { ...context, args: { ...args, keywords: new Map() } };
    return classInCode(inner, { name: title, bases: mixin ? [mixin, base] : [base], members }) ?? NONE;
  };
}

/** Refuses a second name for a value. */
const unique: SymbolModel = (context) => {
  const cls = selfOf(context);
  const members = cls.kind === "class" ? [...cls.namespace].filter(([, value]) => value.kind === "instance" && value.class === cls) : [];
  const aliases = members.flatMap(([name, member]) => {
    const own = member.kind === "instance" ? member.attributes.get("name") : undefined;
    return own?.kind === "str" && own.value !== name ? [`${name} -> ${own.value}`] : [];
  });
  if (cls.kind === "class" && aliases.length > 0)
    raise("ValueError", `duplicate values found in <enum '${cls.name}'>: ${aliases.join(", ")}`, context.at);
  return cls;
};

/** Names with their values; a name alone is worth what `auto()` is. */
function membersOf(names: Value, { interpreter, at }: CallContext): readonly (readonly [string, Value])[] | undefined {
  const auto = (): Value => ({ kind: "object", type: AUTO, fields: new Map(), at });
  if (names.kind === "str") return names.value.split(/[\s,]+/).flatMap((name) => (name === "" ? [] : [[name, auto()] as const]));
  if (names.kind === "dict" && names.complete)
    return [...names.entries.values()].flatMap(({ key, value }) => (key.kind === "str" ? [[key.value, value] as const] : []));
  const { items, gap } = interpreter.iterate(names, at);
  if (gap) return undefined;
  return items.flatMap((item) => {
    const [name, value] = item.kind === "str" ? [item, auto()] : interpreter.iterate(item, at).items;
    return name?.kind === "str" ? [[name.value, value ?? auto()] as const] : [];
  });
}

export const DECLARATIONS: LibraryPart = {
  symbols: {
    "dataclasses.dataclass": dataclass,
    "dataclasses.field": fieldDefault("dataclasses.Field"),
    "dataclasses.make_dataclass": makeDataclass,
    "dataclasses.asdict": (context) => {
      const factory = context.args.keywords.get("dict_factory")?.value;
      return plainDict(
        selfOf(context),
        factory && ((pairs) => invoke(context, factory, list([...pairs.entries.values()].map(({ key, value }) => tuple([key, value]))))),
      );
    },
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
    "enum.unique": unique,
    "enum.verify": passThrough,
    "enum.member": wrappedMember("enum.member"),
    "enum.nonmember": wrappedMember("enum.nonmember"),
    "enum.property": (context) => context.interpreter.call(symbol("builtins.property"), context.args, context.at),
    ...Object.fromEntries(
      ["Enum", "IntEnum", "StrEnum", "Flag", "IntFlag"].map((name) => [`enum.${name}`, functionalEnum(`enum.${name}`)]),
    ),
    "typing.cast": (context) => context.args.positional[1]?.value ?? NONE,
    "typing.TypeVar": () => symbol("typing.TypeVar"),
    "typing.ParamSpec": () => symbol("typing.ParamSpec"),
    "typing.NewType": (context) => context.args.positional[1]?.value ?? NONE,
    "typing.overload": passThrough,
    "typing.final": passThrough,
    "typing.override": passThrough,
    "typing.no_type_check": passThrough,
    "typing.runtime_checkable": (context) => {
      const cls = selfOf(context);
      if (cls.kind === "class") cls.namespace.set(RUNTIME_PROTOCOL, TRUE);
      return cls;
    },
  },
  constants: { "typing.TYPE_CHECKING": FALSE },
  types: {
    "enum.Enum": {},
    [AUTO]: {
      operator: (operator, left, right, { at }) => {
        if (!["|", "&", "^"].includes(operator)) return undefined;
        const parts = [["operator", str(operator)] as const, ["left", left] as const, ["right", right] as const];
        return { kind: "object", type: AUTO, fields: new Map<string, Value>(parts), at };
      },
    },
    "dataclasses.Field": {},
    "typing.Generic": {},
    "typing.Protocol": {},
    "typing.NamedTuple": NAMED_TUPLE,
    "typing.TypedDict": {},
  },
  exports: { typing: TYPING_NAMES },
  aliases: {
    "pydantic.dataclasses.dataclass": "dataclasses.dataclass",
    "typing_extensions.override": "typing.override",
    "typing_extensions.TypedDict": "typing.TypedDict",
    "typing_extensions.TYPE_CHECKING": "typing.TYPE_CHECKING",
  },
};
