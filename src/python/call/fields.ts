/** Constructors made from annotated fields: dataclasses, named tuples, pydantic models and whatever else a library base makes so. */
import { typeModelsOf } from "../attribute/inheritance.ts";
import type { Interpreter } from "../interpreter.ts";
import type { CallContext } from "../library.ts";
import type { Machine } from "../machine.ts";
import { raise } from "../python-raise.ts";
import type { ClassField, ClassValue, InstanceValue, Value } from "../value.ts";
import { ownerOf } from "../values/derived.ts";

/** Fields in constructor order: bases first, a redefinition keeps its place. */
export function fieldsOf(cls: ClassValue): readonly ClassField[] {
  // A model's names with an underscore are its own business.
  const isRecord = cls.flavour !== "plain";
  return annotatedNames(cls).filter(({ role, name }) => role === undefined && (isRecord || !name.startsWith("_")));
}

function annotatedNames(cls: ClassValue): readonly ClassField[] {
  const fields = new Map<string, ClassField>();
  for (const base of [...cls.mro].reverse()) {
    if (base.kind !== "class") continue;
    for (const field of base.fields) fields.set(field.name, field);
  }
  return [...fields.values()];
}

/** The nearest class that annotates the name. */
export function annotatingClass(cls: ClassValue, name: string): ClassValue | undefined {
  for (const base of cls.mro) if (base.kind === "class" && base.fields.some((field) => field.name === name)) return base;
  return undefined;
}

/** What a field is annotated with; names in the annotation are looked up where it stands, which may be a base in another module. */
export function annotationOfField(cls: ClassValue, field: ClassField, interpreter: Interpreter): Value {
  return interpreter.annotation(field.annotation, (annotatingClass(cls, field.name) ?? cls).closure);
}

/** What the constructor takes by position, in order: `__match_args__`. */
export function parameterNames(cls: ClassValue): readonly string[] {
  return annotatedNames(cls).flatMap((field) =>
    (field.role === undefined || field.role === "init-variable") && isTaken(field) && !isKeywordOnly(field) ? [field.name] : [],
  );
}

/** Raises what `dataclass` raises for fields that its constructor cannot have. */
export function refuseFields(cls: ClassValue, at: CallContext["at"]): void {
  let before = false;
  for (const field of annotatedNames(cls)) {
    if (field.role !== undefined && field.role !== "init-variable") continue;
    const isOwn = cls.fields.includes(field);
    const value = field.default;
    const isMutable = value?.kind === "list" || value?.kind === "dict" || (value?.kind === "set" && !value.frozen);
    if (isOwn && isMutable && !("instance" in value))
      raise("ValueError", `mutable default <class '${value.kind}'> for field ${field.name} is not allowed: use default_factory`, at);
    if (!isTaken(field) || isKeywordOnly(field)) continue;
    if (value && hasDefault(value)) before = true;
    else if (before) raise("TypeError", `non-default argument '${field.name}' follows default argument`, at);
  }
}

function hasDefault(value: Value): boolean {
  if (value.kind !== "object" || !FIELD_TYPES.has(value.type)) return true;
  return ["default", "default_factory", GIVEN_DEFAULT, DEFAULT_METHOD].some((name) => value.fields.has(name));
}

/** Assigns the constructor's arguments to the instance's fields, by way of the library's base class where that has a say. */
export function executeInit(machine: Machine, instance: InstanceValue, context: CallContext): void {
  const model = typeModelsOf(machine.options.library, instance.class).find(({ initialize }) => initialize);
  if (model?.initialize) model.initialize(instance, context, (args) => assignFields(machine, instance, { ...context, args }));
  else assignFields(machine, instance, context);
}

function assignFields(machine: Machine, instance: InstanceValue, { args, at }: CallContext): void {
  const cls = instance.class;
  const fields = annotatedNames(cls).filter(({ role }) => role === undefined || role === "init-variable");
  const byPosition = takesPositions(cls);
  const positional = args.positional.map((argument) => argument.value);
  const passed: Value[] = [];
  const missing: ClassField[] = [];
  for (const field of fields) {
    const taken = isTaken(field);
    const isPlaced = taken && byPosition && !isKeywordOnly(field);
    const given = taken ? ((isPlaced ? positional.shift() : undefined) ?? args.keywords.get(parameterOf(field))?.value) : undefined;
    const value = (given && converted(machine, field, { value: given, at })) ?? defaultOf(machine, field, { instance, at });
    if (!taken && !value) continue;
    if (value && field.role === "init-variable") passed.push(value);
    else if (value) instance.attributes.set(field.name, value);
    else if (!args.complete)
      instance.attributes.set(field.name, machine.unknown("unsupported", `\`${field.name}\` may be among the unknown arguments`, at));
    else if (byPosition) missing.push(field);
  }
  if (byPosition && args.complete) refuseArguments(cls, { fields: fields.filter(isTaken), missing, args, at });
  keepExtras(instance, fields, args);
  afterInit(machine, instance, { passed, at });
}

interface Constructing {
  /** Those that are parameters. */
  readonly fields: readonly ClassField[];
  readonly missing: readonly ClassField[];
  readonly args: CallContext["args"];
  readonly at: CallContext["at"];
}

/** Raises what the constructor of a record raises for arguments that do not fit. */
function refuseArguments(cls: ClassValue, { fields, missing, args, at }: Constructing): void {
  const name = `${cls.qualifiedName.slice(cls.qualifiedName.indexOf(":") + 1)}.${cls.flavour === "named-tuple" ? "__new__" : "__init__"}()`;
  const names = new Set(fields.map(parameterOf));
  const isKnown = cls.mro.every(
    (base) => base.kind === "class" || (base.kind === "symbol" && /^(?:abc|typing|builtins)\./.test(base.name)),
  );
  const extra = [...args.keywords.keys()].find((given) => !names.has(given));
  if (extra !== undefined && isKnown) raise("TypeError", `${name} got an unexpected keyword argument '${extra}'`, at);
  const placed = fields.filter((field) => !isKeywordOnly(field));
  if (args.positional.length > placed.length) {
    const least = placed.filter((field) => !field.default || !hasDefault(field.default)).length + 1;
    const most = placed.length + 1;
    const count = least === most ? `${most}` : `from ${least} to ${most}`;
    raise(
      "TypeError",
      `${name} takes ${count} positional argument${most === 1 ? "" : "s"} but ${args.positional.length + 1} were given`,
      at,
    );
  }
  if (missing.length === 0) return;
  const told = missing.some((field) => !isKeywordOnly(field)) ? missing.filter((field) => !isKeywordOnly(field)) : missing;
  const quoted = told.map((field) => `'${parameterOf(field)}'`);
  const listed = quoted.length < 3 ? quoted.join(" and ") : `${quoted.slice(0, -1).join(", ")}, and ${quoted.at(-1)}`;
  const kind = told[0] && isKeywordOnly(told[0]) ? "keyword-only" : "positional";
  raise("TypeError", `${name} missing ${told.length} required ${kind} argument${told.length === 1 ? "" : "s"}: ${listed}`, at);
}

/** What no field takes is kept under its name: a model may allow it. */
function keepExtras(instance: InstanceValue, fields: readonly ClassField[], args: CallContext["args"]): void {
  const taken = new Set(fields.map((field) => parameterOf(field)));
  for (const [name, argument] of args.keywords)
    if (!instance.attributes.has(name) && !taken.has(name)) instance.attributes.set(name, argument.value);
}

function afterInit(
  machine: Machine,
  instance: InstanceValue,
  { passed, at }: { readonly passed: readonly Value[]; readonly at: CallContext["at"] },
): void {
  const name = ["__post_init__", "__attrs_post_init__"].find((each) => ownerOf(instance.class, each));
  if (name === undefined) return;
  const positional = passed.map((value) => ({ value, at }));
  machine.call(machine.attribute(instance, name, at), { positional, keywords: new Map(), complete: true }, at);
}

function optionOf(field: ClassField, name: string): Value | undefined {
  const value = field.default;
  return value?.kind === "object" && FIELD_TYPES.has(value.type) ? value.fields.get(name) : undefined;
}

/** In attrs a field `_name` is given as `name`, or under its `alias`. */
export function parameterOf(field: ClassField): string {
  if (field.default?.kind !== "object" || field.default.type !== ATTRIBUTE) return field.name;
  const alias = optionOf(field, "alias");
  return alias?.kind === "str" ? alias.value : field.name.replace(/^_+/, "");
}

/** `attrs.field(converter=int)`. */
function converted(machine: Machine, field: ClassField, { value, at }: { readonly value: Value; readonly at: CallContext["at"] }): Value {
  const converter = optionOf(field, "converter");
  if (!converter || converter.kind === "none") return value;
  return machine.call(converter, { positional: [{ value, at }], keywords: new Map(), complete: true }, at);
}

/** After `KW_ONLY`, in a class that says so, or `field(kw_only=True)`. */
function isKeywordOnly(field: ClassField): boolean {
  const option = field.default?.kind === "object" ? field.default.fields.get("kw_only") : undefined;
  return option?.kind === "bool" ? option.value : field.keywordOnly === true;
}

/** `field(init=False)` is no parameter: `__post_init__` sets it, as a rule. */
export function isTaken(field: ClassField): boolean {
  const option = field.default?.kind === "object" ? field.default.fields.get("init") : undefined;
  return !(option?.kind === "bool" && !option.value);
}

function takesPositions(cls: ClassValue): boolean {
  return cls.mro.some((base) => base.kind === "class" && (base.flavour === "dataclass" || base.flavour === "named-tuple"));
}

/** `field(default=…)`, `Field(default_factory=…)`, or the value itself, fresh where it is a factory's. */
function defaultOf(
  machine: Machine,
  field: ClassField,
  { instance, at }: { readonly instance: InstanceValue; readonly at: CallContext["at"] },
): Value | undefined {
  const value = field.default;
  if (value?.kind !== "object" || !FIELD_TYPES.has(value.type)) return value;
  const factory = value.fields.get("default_factory");
  const given = value.fields.get(GIVEN_DEFAULT) ?? value.fields.get("default");
  const method = value.fields.get(DEFAULT_METHOD);
  const self = method || takesSelf(value.fields.get("takes_self")) ? [{ value: instance, at }] : [];
  const maker = method ?? (factory?.kind === "none" ? undefined : factory);
  if (maker) return machine.call(maker, { positional: self, keywords: new Map(), complete: true }, at);
  return given && converted(machine, field, { value: given, at });
}

function takesSelf(value: Value | undefined): boolean {
  return value?.kind === "bool" && value.value;
}

/** What `attr.ib` and `attrs.field` give: the options of a field, `default` and `default_factory` among them. */
export const ATTRIBUTE = "attr.Attribute";
/** Names that Python does not reach, as `default` is a decorator there: the value, and the method that gives it. */
export const GIVEN_DEFAULT = "\0default";
export const DEFAULT_METHOD = "\0default method";

/** Library objects that stand for a field's default: fields `default` and `default_factory`. */
export const FIELD_TYPES: ReadonlySet<string> = new Set([
  "dataclasses.Field",
  "pydantic.FieldInfo",
  "pydantic.ModelPrivateAttr",
  ATTRIBUTE,
]);
