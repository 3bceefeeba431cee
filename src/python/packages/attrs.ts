/** `attr` and `attrs`: records whose fields need no annotation, with converters, and defaults that methods give. */

import type { Expression } from "../../syntax/expression.ts";
import { argumentOf, selfOf } from "../builtins/arguments.ts";
import { ATTRIBUTE, DEFAULT_METHOD, fieldsOf, GIVEN_DEFAULT, parameterOf } from "../call/fields.ts";
import type { CallContext, SymbolModel } from "../library.ts";
import { NONE, native, TRUE } from "../make-value.ts";
import { plainDict } from "../stdlib/declarations.ts";
import type { LibraryPart } from "../stdlib/part.ts";
import type { ClassField, LibraryObject, Value } from "../value.ts";

const FACTORY = "attr.Factory";
const OPTIONS = ["init", "repr", "kw_only", "converter", "alias", "metadata", "eq"] as const;

/** `attrs.field(default=…, factory=…, converter=…)`. */
const attribute: SymbolModel = ({ args, at }) => {
  const fields = new Map<string, Value>();
  const given = argumentOf(args, 0, "default");
  if (given?.kind === "object" && given.type === FACTORY) for (const [name, value] of given.fields) fields.set(name, value);
  else if (given && !(given.kind === "symbol" && given.name.endsWith("NOTHING"))) fields.set(GIVEN_DEFAULT, given);
  const factory = args.keywords.get("factory")?.value;
  if (factory) fields.set("default_factory", factory);
  for (const name of OPTIONS) {
    const option = args.keywords.get(name)?.value;
    if (option) fields.set(name === "eq" ? "compare" : name, option);
  }
  return { kind: "object", type: ATTRIBUTE, fields, at };
};

const factory: SymbolModel = ({ args, at }) => ({
  kind: "object",
  type: FACTORY,
  fields: new Map([
    ["default_factory", argumentOf(args, 0, "factory") ?? NONE],
    ["takes_self", argumentOf(args, 1, "takes_self") ?? NONE],
  ]),
  at,
});

/** `@define`, `@attr.s`, with or without arguments. */
const define: SymbolModel = (context) => {
  const [first] = context.args.positional;
  const byName = context.interpreter.truth(context.args.keywords.get("kw_only")?.value ?? NONE) === "yes";
  if (first?.value.kind === "class") return asRecord(first.value, byName);
  return native("attrs.define", (inner) => asRecord(selfOf(inner), byName));
};

function asRecord(cls: Value, byName: boolean): Value {
  if (cls.kind !== "class") return cls;
  const annotation: Expression = { kind: "none", ...cls.definition.nameSpan };
  const unannotated = [...cls.namespace].flatMap(([name, value]): readonly ClassField[] => {
    const isField = value.kind === "object" && value.type === ATTRIBUTE && !cls.fields.some((field) => field.name === name);
    return isField ? [{ name, annotation, at: value.at, default: value }] : [];
  });
  const names = [...cls.namespace.keys()];
  const all = unannotated.length > 0 ? [...cls.fields.filter(({ default: given }) => isAttribute(given)), ...unannotated] : cls.fields;
  const ordered = unannotated.length > 0 ? [...all].sort((left, right) => names.indexOf(left.name) - names.indexOf(right.name)) : all;
  if (cls.flavour === "plain") cls.flavour = "dataclass";
  cls.fields = ordered.map((field) => ({ ...asAttribute(field), ...(byName && { keywordOnly: true as const }) }));
  return cls;
}

/** A field that is written as a plain annotation has what `field()` gives. */
function asAttribute(field: ClassField): ClassField {
  if (field.role !== undefined || isAttribute(field.default)) return field;
  const fields = new Map<string, Value>(field.default ? [[GIVEN_DEFAULT, field.default]] : []);
  return { ...field, default: { kind: "object", type: ATTRIBUTE, fields, at: field.at } };
}

function isAttribute(value: Value | undefined): boolean {
  return value?.kind === "object" && value.type === ATTRIBUTE;
}

/** `evolve(record, name=…)`. */
const evolve: SymbolModel = (context) => {
  const { args, at, interpreter } = context;
  const self = selfOf(context);
  if (self.kind !== "instance") return self;
  const kept = fieldsOf(self.class).flatMap((field) => {
    const value = self.attributes.get(field.name);
    return value && isTaken(field) ? [[parameterOf(field), { value, at }] as const] : [];
  });
  return interpreter.call(self.class, { positional: [], keywords: new Map([...kept, ...args.keywords]), complete: args.complete }, at);
};

function isTaken({ default: given }: ClassField): boolean {
  const option = given?.kind === "object" ? given.fields.get("init") : undefined;
  return !(option?.kind === "bool" && !option.value);
}

/** `@table.default` above the method that gives the default of the field `table`. */
function byMethod(self: LibraryObject, context: CallContext): Value {
  self.fields.set(DEFAULT_METHOD, selfOf(context));
  return selfOf(context);
}

function named(names: readonly string[], model: SymbolModel): Readonly<Record<string, SymbolModel>> {
  return Object.fromEntries(names.map((name) => [name, model]));
}

export const ATTRS: LibraryPart = {
  symbols: {
    ...named(["attr.s", "attr.attrs", "attr.dataclass", "attr.define", "attr.mutable", "attr.frozen"], define),
    ...named(["attrs.define", "attrs.mutable", "attrs.frozen"], define),
    ...named(["attr.ib", "attr.attrib", "attr.field", "attrs.field"], attribute),
    ...named([FACTORY, "attrs.Factory"], factory),
    ...named(["attr.asdict", "attrs.asdict"], (context) => plainDict(selfOf(context))),
    ...named(["attr.evolve", "attrs.evolve"], evolve),
    ...named(["attr.fields", "attrs.fields"], (context) =>
      context.interpreter.call({ kind: "symbol", name: "dataclasses.fields" }, context.args, context.at),
    ),
    ...named(["attr.has", "attrs.has"], (context) => {
      const cls = selfOf(context);
      return cls.kind === "class" && cls.flavour === "dataclass" ? TRUE : { kind: "bool", value: false };
    }),
  },
  types: {
    [ATTRIBUTE]: {
      methods: {
        default: (self, context) => (self.kind === "object" ? byMethod(self, context) : NONE),
        validator: (_, context) => selfOf(context),
      },
    },
    [FACTORY]: {},
  },
};
