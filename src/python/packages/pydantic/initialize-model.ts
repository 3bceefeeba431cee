/**
 * The making of a model: its fields take what is given under their names or aliases, structured by the annotations, between the validators of the
 * repository. Of what only checks a value bounds are followed, patterns are not.
 */
import type { Location } from "../../../base/span.ts";
import { invoke } from "../../builtins/arguments.ts";
import { annotationOfField, fieldsOf } from "../../call/fields.ts";
import type { CallArguments, CallContext, TypeModel } from "../../library.ts";
import { dict, NONE, str } from "../../make-value.ts";
import type { ClassField, ClassValue, DictValue, InstanceValue, Value } from "../../value.ts";
import { keywordsOfDict, structure, typeArguments } from "../structure.ts";
import { BOUNDS } from "./bounds.ts";
import { EXTRAS, namesOf, settingOf } from "./model-fields.ts";
import { FIELD } from "./refuse-model-class.ts";
import { refuseValue, validating } from "./validation-error.ts";
import { applied, type Validator, validatorsOf } from "./validators.ts";

function extraOf(cls: ClassValue): string {
  const extra = settingOf(cls, "extra");
  return extra?.kind === "str" ? extra.value : "ignore";
}

/** A model: before its fields the validators that see what is given, after them those that see the whole. */
export const initializeModel: NonNullable<TypeModel["initialize"]> = (self, context, assign) => {
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

/** Every base is known: nothing else can give a field its value. */
function isReadable(cls: ClassValue): boolean {
  return cls.mro.every((base) => base.kind === "class" || (base.kind === "symbol" && /^(pydantic|abc|typing|builtins)\./.test(base.name)));
}

function isOptional(annotation: Value): boolean {
  if (annotation.kind !== "object") return annotation.kind === "unknown";
  const origin = annotation.fields.get("origin");
  return (origin?.kind === "symbol" && origin.name.endsWith(".Optional")) || typeArguments(annotation).some(({ kind }) => kind === "none");
}
