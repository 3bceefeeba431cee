/**
 * Metaclasses of the repository: their `__new__` and `__init__` see each class that is made, and may enter it in a registry.
 * `type.__new__` is what makes the class; it is reached through `super()`, perhaps with another name, other bases or another namespace.
 */
import type { Location } from "../../../base/span.ts";
import { placeOf } from "../../frame.ts";
import type { ArgumentValue, CallArguments, CallContext } from "../../library.ts";
import type { Machine } from "../../machine.ts";
import { str, strDict, tuple } from "../../make-value.ts";
import type { ClassValue, Unknown, Value } from "../../value.ts";
import { allocateClass, baseOf, type ClassParts } from "./make-class.ts";

/** A class, or what its metaclass makes of the statement. */
export function makeClass(machine: Machine, parts: ClassParts): Value {
  const metaclass = metaclassOf(machine, parts);
  return metaclass ? makeByMetaclass(machine, metaclass, parts) : allocateClass(machine, parts);
}

/** The one that the statement names, or the one of its bases. */
function metaclassOf(machine: Machine, parts: ClassParts): ClassValue | undefined {
  const named = parts.keywords.get("metaclass")?.value;
  if (named) return named.kind === "class" ? named : undefined;
  const bases = parts.bases.map((argument) => baseOf(machine, argument.value, argument.at));
  return bases.flatMap((base) => (base.kind === "class" && base.metaclass ? [base.metaclass] : []))[0];
}

/** Makes the class as its metaclass does. */
function makeByMetaclass(machine: Machine, metaclass: ClassValue, parts: ClassParts): Value {
  const at = placeOf(parts.frame, parts.node);
  const args = statementArguments(parts, at);
  const prepared = ownOf(metaclass, "__prepare__");
  const doubts = prepared ? [doubtOf(machine, metaclass, at)] : [];
  const maker = unwrapped(ownOf(metaclass, "__new__"));
  const made = maker ? makeBy(machine, maker, { metaclass, parts, args, at }) : allocateClass(machine, parts, { metaclass, doubts });
  const initializer = ownOf(metaclass, "__init__");
  if (initializer && made.kind === "class") machine.call({ kind: "bound-method", function: initializer, self: made }, args, at);
  return made;
}

interface Making {
  readonly metaclass: ClassValue;
  readonly parts: ClassParts;
  readonly args: CallArguments;
  readonly at: Location;
}

function makeBy(machine: Machine, maker: Value, { metaclass, parts, args, at }: Making): Value {
  machine.classStatements.push({ metaclass, parts });
  try {
    const made = machine.call({ kind: "bound-method", function: maker, self: metaclass }, args, at);
    // What nobody can read of the making is not known of the class; what its body says still is.
    return made.kind === "unknown" ? allocateClass(machine, parts, { metaclass, doubts: [made] }) : made;
  } finally {
    machine.classStatements.pop();
  }
}

function ownOf(metaclass: ClassValue, name: string): Value | undefined {
  const base = metaclass.mro.find((each) => each.kind === "class" && each.namespace.has(name));
  return base?.kind === "class" ? base.namespace.get(name) : undefined;
}

function unwrapped(value: Value | undefined): Value | undefined {
  return value?.kind === "object" ? value.fields.get("function") : value;
}

function doubtOf(machine: Machine, metaclass: ClassValue, at: Location): Unknown {
  return machine.unknown("unsupported", `what the metaclass \`${metaclass.name}\` adds is not read`, at);
}

/** `(name, bases, namespace, **keywords)`, as Python calls a metaclass. */
function statementArguments({ node, scope, bases, keywords }: ClassParts, at: Location): CallArguments {
  const namespace = strDict([["__module__", str(scope.module.name)], ["__qualname__", str(node.name)], ...scope.names]);
  const values = [str(node.name), tuple(bases.map((base) => base.value)), namespace];
  const rest = new Map([...keywords].filter(([name]) => name !== "metaclass"));
  return { positional: values.map((value) => ({ value, at })), keywords: rest, complete: true };
}

/** `type.__new__(metaclass, name, bases, namespace, **keywords)`. */
export function newClass(machine: Machine, { args, at }: CallContext): Value {
  const [first, name, bases, namespace] = args.positional.map((argument) => argument.value);
  const statement = machine.classStatements.at(-1);
  if (!statement || first?.kind !== "class" || name?.kind !== "str")
    return machine.unknown("unsupported", "the class that is made here is not known", at);
  if (namespace?.kind !== "dict" || bases?.kind !== "tuple")
    return machine.unknown("unsupported", "the class that is made here is not known", at);
  const names = [...namespace.entries.values()].flatMap(({ key, value }) => (key.kind === "str" ? [[key.value, value] as const] : []));
  const { parts } = statement;
  const scope = { ...parts.scope, names: new Map(names.filter(([key]) => key !== "__module__" && key !== "__qualname__")) };
  const written = (value: Value): ArgumentValue => parts.bases.find((base) => base.value === value) ?? { value, at };
  const made: ClassParts = {
    ...parts,
    node: name.value === parts.node.name ? parts.node : { ...parts.node, name: name.value },
    bases: bases.items.map(written),
    keywords: args.keywords,
    scope,
  };
  return allocateClass(machine, made, { metaclass: first, doubts: namespace.gap ? [namespace.gap] : [] });
}
