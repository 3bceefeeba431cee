/** What `type.__new__` does: bases and keywords say what kind of class it is, and the bases hear of it. Metaclasses stand before it. */
import type { Location } from "../../../base/span.ts";
import type { ClassDefinition } from "../../../syntax/statement.ts";
import { abstractNames } from "../../attribute/abstract.ts";
import { linearize, typeModelsOf } from "../../attribute/inheritance.ts";
import { type Frame, placeOf } from "../../frame.ts";
import { type ArgumentValue, type CallArguments, NO_KEYWORDS } from "../../library.ts";
import type { Machine } from "../../machine.ts";
import { str } from "../../make-value.ts";
import { raise } from "../../python-raise.ts";
import type { ClassField, ClassValue, FunctionValue, Scope, SymbolValue, Unknown, Value } from "../../value.ts";
import { definesMethod } from "../../values/derived.ts";
import { makeMembers } from "./enum-members.ts";

const ENUMS = new Set(["enum.Enum", "enum.IntEnum", "enum.StrEnum", "enum.ReprEnum", "enum.Flag", "enum.IntFlag"]);

/** What a class statement has when its body has run; `type(name, bases, namespace)` and `namedtuple` have as much. */
export interface ClassParts {
  readonly node: ClassDefinition;
  readonly name: string;
  readonly bases: readonly ArgumentValue[];
  readonly keywords: CallArguments["keywords"];
  /** The namespace that the body left. */
  readonly scope: Scope;
  readonly frame: Frame;
  /** Instead of the annotated names of the body. */
  readonly fields?: readonly ClassField[];
}

interface ClassMaking {
  readonly metaclass?: ClassValue;
  /** Why it may have more than is read. */
  readonly doubts?: readonly Unknown[];
}

/** What `type.__new__` does. */
export function allocateClass(machine: Machine, parts: ClassParts, { metaclass, doubts = [] }: ClassMaking = {}): ClassValue {
  const { frame, scope, keywords, node } = parts;
  const bases = parts.bases.map((argument) => baseOf(machine, argument.value, argument.at));
  const cls = buildClass(parts, [...bases, ...doubts], metaclass);
  for (const [key, value] of scope.names) cls.namespace.set(key, ownedBy(value, cls));
  if (cls.mro.some((base) => base.kind === "class" && (base.answersAll || base.namespace.has("__getattribute__")))) cls.answersAll = true;
  const abstract = abstractNames(cls, keywords);
  if (abstract) cls.abstract = abstract;
  if (cls.flavour === "enum") makeMembers(machine, cls, frame);
  for (const base of bases) if (base.kind === "class") base.subclasses.push(cls);
  nameAttributes(machine, cls, placeOf(frame, node));
  announceSubclass(machine, cls, { positional: [], keywords, complete: true }, placeOf(frame, node));
  const models = typeModelsOf(machine.options.library, cls);
  models.find(({ define }) => define)?.define?.(cls, { interpreter: machine, at: placeOf(frame, node.nameSpan) });
  return cls;
}

/** A base that is a generic alias is its origin: `Base[T]`. */
export function baseOf(machine: Machine, value: Value, at: Location): Base {
  if (value.kind === "class" || value.kind === "unknown") return value;
  if (value.kind === "symbol") return { kind: "symbol", name: machine.options.library.canonical(value.name) };
  const origin = value.kind === "object" ? value.fields.get("origin") : undefined;
  if (origin) return baseOf(machine, origin, at);
  return machine.unknown("unsupported", "this base class is not read", at);
}

export type Base = ClassValue | SymbolValue | Unknown;

function buildClass({ node, name, scope, frame, fields }: ClassParts, bases: readonly Base[], metaclass?: ClassValue): ClassValue {
  const mro: Base[] = [];
  const cls: ClassValue = {
    kind: "class",
    name: node.name,
    qualifiedName: name,
    definition: node,
    file: frame.file,
    mro,
    namespace: new Map(),
    fields: fields ?? fieldsIn(node, scope, frame),
    closure: frame.scope,
    flavour: flavourOf(bases),
    bases,
    ...(metaclass && { metaclass }),
    subclasses: [],
  };
  mro.push(cls, ...linearize(bases, () => refuseOrder(bases, placeOf(frame, node.nameSpan))));
  return cls;
}

/** No order has each class before its bases and the bases as written. What is known of no library class is left out. */
function refuseOrder(bases: readonly Base[], at: Location): void {
  if (bases.some((base) => (base.kind === "class" ? base.mro : [base]).some((each) => !isOrdered(each)))) return;
  const repeated = bases.find((base, index) => bases.indexOf(base) !== index);
  if (repeated?.kind === "class") raise("TypeError", `duplicate base class ${repeated.name}`, at);
  const names = bases.map((base) => (base.kind === "class" ? base.name : "")).join(", ");
  raise("TypeError", `Cannot create a consistent method resolution\norder (MRO) for bases ${names}`, at);
}

/** Its own bases are known. */
function isOrdered(base: Base): boolean {
  return (
    base.kind === "class" || (base.kind === "symbol" && /^(?:abc\.ABC|typing\.(?:Generic|Protocol)|builtins\.object)$/.test(base.name))
  );
}

function flavourOf(bases: readonly Base[]): ClassValue["flavour"] {
  for (const base of bases) {
    if (base.kind === "class" && base.flavour !== "plain") return base.flavour;
    if (base.kind !== "symbol") continue;
    if (ENUMS.has(base.name)) return "enum";
    if (base.name === "typing.NamedTuple") return "named-tuple";
    if (base.name === "typing.TypedDict") return "typed-dict";
  }
  return "plain";
}

function fieldsIn(node: ClassDefinition, scope: Scope, frame: Frame): ClassField[] {
  const fields: ClassField[] = [];
  for (const statement of node.body) {
    if (statement.kind !== "annotated-assign" || statement.target.kind !== "name") continue;
    const { id } = statement.target;
    const value = statement.value ? scope.names.get(id) : undefined;
    const { annotation } = statement;
    const role = roleOf(frame.file.text.slice(annotation.start, annotation.end));
    const keywordOnly = fields.some((field) => field.role === "keyword-marker");
    fields.push({
      name: id,
      annotation,
      at: placeOf(frame, statement),
      ...(value && { default: value }),
      ...(role && { role }),
      ...(keywordOnly && { keywordOnly }),
    });
  }
  return fields;
}

/** What an annotation makes of a name that is no field of a record. */
function roleOf(annotation: string): ClassField["role"] {
  const [, name] = /^["']?(?:\w+\.)?(ClassVar|InitVar|KW_ONLY)\b/.exec(annotation) ?? [];
  if (name === undefined) return undefined;
  return name === "ClassVar" ? "class-variable" : name === "InitVar" ? "init-variable" : "keyword-marker";
}

/** Attributes with `__set_name__` hear of the class and of their name in it. */
function nameAttributes(machine: Machine, cls: ClassValue, at: Location): void {
  for (const [name, value] of cls.namespace) {
    if (value.kind !== "instance" || value.class === cls) continue;
    if (definesMethod(value, "__set__")) cls.hasDataDescriptors = true;
    if (!definesMethod(value, "__set_name__")) continue;
    const args = { positional: [cls, str(name)].map((each) => ({ value: each, at })), keywords: NO_KEYWORDS, complete: true };
    machine.call(machine.attribute(value, "__set_name__", at), args, at);
  }
  if (cls.mro.some((base) => base.kind === "class" && base.hasDataDescriptors)) cls.hasDataDescriptors = true;
}

/** `__init_subclass__` of the nearest base hears of the new class, with the keywords of the class statement. */
function announceSubclass(machine: Machine, cls: ClassValue, args: CallArguments, at: Location): void {
  const base = cls.mro.slice(1).find((candidate) => candidate.kind === "class" && candidate.namespace.has("__init_subclass__"));
  const hook = base?.kind === "class" ? base.namespace.get("__init_subclass__") : undefined;
  if (!hook) return;
  const fn = hook.kind === "object" ? (hook.fields.get("function") ?? hook) : hook;
  const keywords = new Map([...args.keywords].filter(([name]) => name !== "metaclass"));
  machine.call({ kind: "bound-method", function: fn, self: cls }, { ...args, keywords }, at);
}

/** Methods know their class, for `super()`; those inside `@property` and its kin too. */
function ownedBy(value: Value, cls: ClassValue): Value {
  if (value.kind === "function" && value.file === cls.file) return own(value, cls);
  if (value.kind !== "object") return value;
  for (const [name, field] of value.fields) if (field.kind === "function") value.fields.set(name, own(field, cls));
  return value;
}

function own(fn: FunctionValue, cls: ClassValue): FunctionValue {
  return fn.owner ? fn : { ...fn, owner: cls };
}
