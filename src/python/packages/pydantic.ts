/**
 * pydantic models: fields by alias, values structured by the annotations, the model's own validators run. Configuration files pass through them on
 * their way to asset names. Of what only checks a value bounds are followed, patterns are not.
 */
import type { Location } from "../../base/span.ts";
import { argumentOf, invoke, selfOf } from "../builtins/arguments.ts";
import { annotationOfField, fieldsOf } from "../call/fields.ts";
import { genericAlias } from "../evaluate/type-form.ts";
import type { CallArguments, CallContext, MethodModel, SymbolModel, TypeModel } from "../library.ts";
import { Machine } from "../machine.ts";
import { dict, list, NONE, str, symbol, tuple } from "../make-value.ts";
import type { LibraryPart } from "../stdlib/part.ts";
import type { ClassField, ClassValue, DictValue, InstanceValue, Value } from "../value.ts";
import { modelAttribute } from "./pydantic-attributes.ts";
import { FIELD, PRIVATE, refuseModelClass } from "./pydantic-class.ts";
import { dump, dumpJson } from "./pydantic-dump.ts";
import { computedField, EXTRAS, namesOf, serializer, settingOf } from "./pydantic-fields.ts";
import { applied, byMode, byPre, VALIDATOR, type Validator, validator, validatorsOf } from "./pydantic-validators.ts";
import { refuseModel } from "./refuse-model.ts";
import { keywordsOfDict, structure, typeArguments } from "./structure.ts";
import { refuseValue, validating } from "./validation-error.ts";

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

function extraOf(cls: ClassValue): string {
  const extra = settingOf(cls, "extra");
  return extra?.kind === "str" ? extra.value : "ignore";
}

const initialize: NonNullable<TypeModel["initialize"]> = (self, context, assign) => {
  const cls = self.class;
  const { interpreter, at } = context;
  const validators = validatorsOf(cls);
  const ofModel = (stage: string): readonly Validator[] =>
    validators.filter(({ target, stage: own }) => target === "model" && own === stage);
  const given = ofModel("before").reduce<Value>(
    (input, each) => applied(each, input, () => dict([]), context),
    dict(
      [...context.args.keywords].map(([name, { value }]) => [str(name), value] as const),
      context.args.gap,
    ),
  );
  const before = given.kind === "dict" ? keywordsOfDict(given, at) : context.args.keywords;
  const keywords = renamed(cls, before);
  refuseExtras(cls, keywords, context);
  assign({ ...context.args, keywords });
  const fields = fieldsOf(cls);
  keepExtras(self, before);
  for (const each of fields) validateField(self, each, validators, { ...context, args: { ...context.args, keywords: before } });
  for (const each of ofModel("after")) validating(() => invoke(context, each.function, self), at);
  if (cls.mro.some((base) => base.kind === "class" && base.namespace.has("model_post_init")))
    invoke(context, interpreter.attribute(self, "model_post_init", at), NONE);
};

/** A configuration or resource of Dagster's: its validators run as a model's do. Whether its fields are all given, and rightly, is not asked here. */
export const initializeConfiguration: NonNullable<TypeModel["initialize"]> = (self, context, assign) => {
  const cls = self.class;
  const { args } = context;
  assign({ ...args, keywords: renamed(cls, args.keywords) });
  const validators = validatorsOf(cls);
  if (!args.complete || validators.some(({ target, stage }) => target === "model" && stage !== "after")) return;
  for (const each of fieldsOf(cls)) {
    const isChecked = validators.some(({ names }) => names.includes(each.name) || names.includes("*"));
    const given = self.attributes.get(each.name);
    // A variable of the environment is a text to pydantic: its name.
    if (isChecked && given && given.kind !== "object") validateField(self, each, validators, context);
  }
  for (const each of validators) if (each.target === "model") invoke(context, each.function, self);
};

/** What no field takes: held where the model allows it, else gone. */
function keepExtras(self: InstanceValue, given: CallArguments["keywords"]): void {
  const fields = fieldsOf(self.class);
  const known = new Set(fields.flatMap((each) => [each.name, ...namesOf(each, self.class)]));
  const extras = [...given].filter(([name]) => !known.has(name));
  if (!isReadable(self.class)) return;
  if (extraOf(self.class) === "allow") self.attributes.set(EXTRAS, dict(extras.map(([name, { value }]) => [str(name), value] as const)));
  else for (const [name] of extras) if (!fields.some((each) => each.name === name)) self.attributes.delete(name);
}

/** Arguments under the fields' own names. */
function renamed(cls: ClassValue, given: CallArguments["keywords"]): CallArguments["keywords"] {
  const keywords = new Map(given);
  for (const each of fieldsOf(cls)) {
    const names = namesOf(each, cls);
    const used = names.find((name) => given.has(name));
    if (names.length === 1 && names[0] === each.name) continue;
    for (const name of [...names, each.name]) keywords.delete(name);
    const argument = used === undefined ? undefined : given.get(used);
    if (argument) keywords.set(each.name, argument);
  }
  return keywords;
}

function refuseExtras(cls: ClassValue, keywords: CallArguments["keywords"], { at }: CallContext): void {
  const known = new Set(fieldsOf(cls).map(({ name }) => name));
  const extra = [...keywords.keys()].find((name) => !known.has(name));
  if (extra !== undefined && extraOf(cls) === "forbid") refuseValue(`${cls.name}: extra inputs are not permitted: ${extra}`, at);
}

function validateField(self: InstanceValue, each: ClassField, validators: readonly Validator[], context: CallContext): void {
  const { interpreter, at } = context;
  const cls = self.class;
  const { name } = each;
  const annotation = annotationOfField(cls, each, interpreter);
  const value = self.attributes.get(name);
  if (!value) {
    if (isOptional(annotation)) self.attributes.set(name, NONE);
    else if (context.args.complete && isReadable(cls)) refuseValue(`${cls.name}: field required: ${name}`, at);
    return;
  }
  if (!namesOf(each, cls).some((own) => context.args.keywords.has(own))) return;
  const own = validators.filter(({ target, names }) => target !== "model" && (names.includes(name) || names.includes("*")));
  const values = (): DictValue => dict([...self.attributes].map(([key, item]) => [str(key), item] as const));
  const run = (stage: string, input: Value): Value =>
    own
      .filter((validator) => validator.stage === stage)
      .reduce((current, validator) => applied(validator, current, values, context), input);
  const typed = structure(annotation, run("before", value), context);
  refuseBounds(each, typed, at);
  self.attributes.set(name, run("after", run("plain", typed)));
}

/** `Field(ge=1)`, `Field(max_length=30)`: numbers and lengths within their bounds. */
function refuseBounds({ default: given }: ClassField, value: Value, at: Location): void {
  if (given?.kind !== "object" || given.type !== FIELD) return;
  const size = value.kind === "str" ? [...value.value].length : value.kind === "list" && value.complete ? value.items.length : undefined;
  const number = value.kind === "int" || value.kind === "float" ? Number(value.value) : undefined;
  for (const [name, isWithin] of Object.entries(BOUNDS)) {
    const bound = given.fields.get(name);
    const measured = name.endsWith("_length") ? size : number;
    if ((bound?.kind !== "int" && bound?.kind !== "float") || measured === undefined) continue;
    if (!isWithin(measured, Number(bound.value))) refuseValue(`${name} ${bound.value} is not kept`, at);
  }
}

const BOUNDS: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  ge: (value, bound) => value >= bound,
  gt: (value, bound) => value > bound,
  le: (value, bound) => value <= bound,
  lt: (value, bound) => value < bound,
  min_length: (value, bound) => value >= bound,
  max_length: (value, bound) => value <= bound,
};

/** Every base is known: nothing else can give a field its value. */
function isReadable(cls: ClassValue): boolean {
  return cls.mro.every((base) => base.kind === "class" || (base.kind === "symbol" && /^(pydantic|abc|typing|builtins)\./.test(base.name)));
}

function isOptional(annotation: Value): boolean {
  if (annotation.kind !== "object") return annotation.kind === "unknown";
  const origin = annotation.fields.get("origin");
  return (origin?.kind === "symbol" && origin.name.endsWith(".Optional")) || typeArguments(annotation).some(({ kind }) => kind === "none");
}

const MODEL: TypeModel = {
  define: refuseModelClass,
  initialize,
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
