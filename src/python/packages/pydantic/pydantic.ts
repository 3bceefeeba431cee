/**
 * What is known of pydantic by name, and of packages that structure values as it does: fields, validators, models and their methods. Configuration
 * files pass through them on their way to asset names. How a model is made stands in `initialize-model.ts`.
 */
import { argumentOf, selfOf } from "../../builtins/arguments.ts";
import { fieldsOf } from "../../call/fields.ts";
import { genericAlias } from "../../evaluate/type-form.ts";
import type { MethodModel, SymbolModel, TypeModel } from "../../library.ts";
import { Machine } from "../../machine.ts";
import { dict, list, NONE, str, symbol, tuple } from "../../make-value.ts";
import type { LibraryPart } from "../../stdlib/part.ts";
import type { Value } from "../../value.ts";
import { keywordsOfDict, structure } from "../structure.ts";
import { dump, dumpJson } from "./dump-model.ts";
import { initializeModel } from "./initialize-model.ts";
import { modelAttribute } from "./model-attributes.ts";
import { computedField, serializer } from "./model-fields.ts";
import { refuseModel } from "./refuse-model.ts";
import { FIELD, PRIVATE, refuseModelClass } from "./refuse-model-class.ts";
import { byMode, byPre, VALIDATOR, validator } from "./validators.ts";

/** `Field(default, alias="…", …)` with everything it was given. */
const field: SymbolModel = (context) => {
  const { args, at } = context;
  const removed = REMOVED.find((name) => args.keywords.has(name));
  if (removed !== undefined) refuseModel(context, "PydanticUserError", `\`${removed}\` is removed`);
  const fields = new Map([...args.keywords].map(([name, { value }]) => [name, value] as const));
  const [given] = args.positional;
  if (given) fields.set("default", given.value);
  const hasFactory = args.keywords.has("default_factory") && fields.get("default_factory")?.kind !== "none";
  if (hasFactory && fields.has("default") && fields.get("default")?.kind !== "ellipsis")
    refuseModel(context, "TypeError", "cannot specify both default and default_factory");
  if (fields.get("default")?.kind === "ellipsis") fields.delete("default");
  return { kind: "object", type: FIELD, fields, at };
};

/** Arguments of `Field` that pydantic 1 had. */
const REMOVED: readonly string[] = ["regex", "const", "unique_items"];

/** `PrivateAttr(default, default_factory=…)`. */
const privateOf: SymbolModel = ({ args, at }) => {
  const fields = new Map([...args.keywords].map(([name, { value }]) => [name, value] as const));
  const [given] = args.positional;
  if (given) fields.set("default", given.value);
  return { kind: "object", type: PRIVATE, fields, at };
};

const MODEL: TypeModel = {
  define: refuseModelClass,
  initialize: initializeModel,
  attribute: modelAttribute,
  iterate: (self) =>
    self.kind === "instance"
      ? list(fieldsOf(self.class).map(({ name }) => tuple([str(name), self.attributes.get(name) ?? NONE])))
      : list([]),
  methods: {
    model_dump: dump,
    dict: dump,
    model_dump_json: dumpJson,
    json: dumpJson,
    model_copy: (self, context) => {
      const update = argumentOf(context.args, 0, "update");
      if (self.kind !== "instance" || update?.kind !== "dict") return self;
      const changes = [...keywordsOfDict(update, context.at)].map(([name, { value }]) => [name, value] as const);
      const names = changes.map(([name, value]) => [name, { value, at: context.at }] as const);
      const { construction } = self;
      // What is updated counts as given.
      const args = construction && { ...construction.args, keywords: new Map([...construction.args.keywords, ...names]) };
      return {
        ...self,
        attributes: new Map([...self.attributes, ...changes]),
        ...(construction && args && { construction: { ...construction, args } }),
      };
    },
  },
};

/** `Model.model_validate(mapping)`, `Model(**mapping)`; the class comes first. */
const validate: SymbolModel = (context) => {
  const [cls, source] = context.args.positional;
  return cls && source ? structure(cls.value, source.value, { ...context, at: source.at }) : NONE;
};

/** `Model.model_validate_json(text)`. */
const validateJson: SymbolModel = (context) => {
  const { args, at, interpreter } = context;
  const [cls, ...rest] = args.positional;
  const parsed = interpreter.call({ kind: "symbol", name: "json.loads" }, { ...args, positional: rest }, at);
  return cls ? structure(cls.value, parsed, context) : NONE;
};

/** `conint(ge=1)` is `Annotated[int, Field(ge=1)]`. */
function constrained(type: string): SymbolModel {
  return ({ args, at }) => {
    const info: Value = { kind: "object", type: FIELD, fields: new Map([...args.keywords].map(([name, { value }]) => [name, value])), at };
    return genericAlias(symbol("typing.Annotated"), tuple([symbol(type), info]), at);
  };
}
/** Only one of perhaps several errors is known. */
const unread: MethodModel = (_, { interpreter, at }) =>
  interpreter.unknown("unsupported", "what pydantic says of a refused value is not read", at);

const ADAPTER = "pydantic.TypeAdapter";

function wrapping(type: string): SymbolModel {
  return ({ args, at }) => ({ kind: "object", type, fields: new Map([["function", args.positional[0]?.value ?? NONE]]), at });
}

/** `structure(data, Type)` of cattrs, `from_dict(Type, data)` of dacite, `convert(data, type=Type)` of msgspec. */
function structuring(type: readonly [number, string], source: readonly [number, string]): SymbolModel {
  return (context) => {
    const [annotation, value] = [argumentOf(context.args, ...type), argumentOf(context.args, ...source)];
    return annotation && value && context.interpreter instanceof Machine ? structure(annotation, value, context) : (value ?? NONE);
  };
}

export const PYDANTIC: LibraryPart = {
  symbols: {
    "pydantic.Field": field,
    "pydantic.PrivateAttr": privateOf,
    "pydantic.field_validator": validator("field", byMode),
    "pydantic.model_validator": validator("model", byMode),
    "pydantic.validator": validator("field of old", byPre),
    "pydantic.root_validator": validator("model", byPre),
    "pydantic.computed_field": computedField,
    "pydantic.field_serializer": serializer,
    "pydantic.model_serializer": serializer,
    "pydantic.BeforeValidator": wrapping("pydantic.BeforeValidator"),
    "pydantic.AfterValidator": wrapping("pydantic.AfterValidator"),
    "pydantic.BaseModel.model_validate": validate,
    "pydantic.BaseModel.parse_obj": validate,
    "pydantic.BaseModel.model_validate_json": validateJson,
    "pydantic.BaseModel.parse_raw": validateJson,
    "pydantic.TypeAdapter": wrapping(ADAPTER),
    "pydantic.parse_obj_as": structuring([0, "type_"], [1, "obj"]),
    "pydantic.ConfigDict": ({ args }) => dict([...args.keywords].map(([name, { value }]) => [str(name), value] as const)),
    "pydantic.conint": constrained("builtins.int"),
    "pydantic.confloat": constrained("builtins.float"),
    "pydantic.constr": constrained("builtins.str"),
    "pydantic.create_model": ({ interpreter, at }) => interpreter.unknown("unsupported", "a model made at run time is not read", at),
    "cattrs.structure": structuring([1, "cl"], [0, "obj"]),
    "dacite.from_dict": structuring([0, "data_class"], [1, "data"]),
    "msgspec.convert": structuring([1, "type"], [0, "obj"]),
  },
  types: {
    "pydantic.ValidationError": { methods: { errors: unread, error_count: unread, json: unread } },
    "pydantic.BaseModel": MODEL,
    "pydantic_settings.BaseSettings": { bases: ["pydantic.BaseModel"] },
    [FIELD]: {},
    [PRIVATE]: {},
    [VALIDATOR]: {},
    "pydantic.ValidationInfo": {},
    "pydantic.BeforeValidator": {},
    "pydantic.AfterValidator": {},
    [ADAPTER]: {
      methods: {
        validate_python: (self, context) =>
          self.kind === "object" ? structure(self.fields.get("function") ?? NONE, selfOf(context), context) : NONE,
      },
    },
  },
  aliases: {
    "cattr.structure": "cattrs.structure",
    "pydantic_core.ValidationError": "pydantic.ValidationError",
    "pydantic.v1.ValidationError": "pydantic.ValidationError",
    "pydantic.v1.BaseModel": "pydantic.BaseModel",
    "pydantic.v1.Field": "pydantic.Field",
    "pydantic.v1.validator": "pydantic.validator",
    "pydantic.v1.root_validator": "pydantic.root_validator",
  },
};
