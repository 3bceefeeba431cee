/** Members of an enumeration, from the assignments in its body: what `auto()` is worth, what `__new__` and `__init__` make of a value, and aliases. */
import type { Location } from "../../../base/span.ts";
import { binaryOperation } from "../../evaluate/operators/arithmetic.ts";
import { type Frame, placeOf } from "../../frame.ts";
import { NO_KEYWORDS } from "../../library.ts";
import type { Machine } from "../../machine.ts";
import { int, list, str } from "../../make-value.ts";
import { raise } from "../../python-raise.ts";
import type { ClassValue, InstanceValue, Value } from "../../value.ts";
import { ownerOf } from "../../values/derived.ts";
import { AUTO, bareMember, enumMembers, hasBase, isFlag } from "../../values/enumeration.ts";
import { hashKey } from "../../values/hash-key.ts";

/** Plain assignments in the body of an enum are its members; a second name of one value is an alias: the same member. */
export function makeMembers(machine: Machine, cls: ClassValue, frame: Frame): void {
  refuseExtension(cls, placeOf(frame, cls.definition.nameSpan));
  const byWorth = new Map<string, Value>();
  const worths: Value[] = [];
  const autos = new Map<Value, Value>();
  for (const [name, value] of [...cls.namespace]) {
    if (isNoMember(name, value)) continue;
    const worth = worthOfMember(machine, cls, {
      name,
      value: combined(machine, plainWorth(value), { autos, at: placeOf(frame, cls.definition.nameSpan) }),
      worths,
      frame,
    });
    if (value.kind === "object") autos.set(value, worth);
    worths.push(worth);
    const hash = hashKey(worth);
    const member = (hash === undefined ? undefined : byWorth.get(hash)) ?? makeMember(machine, cls, { name, worth, frame });
    if (hash !== undefined) byWorth.set(hash, member);
    cls.namespace.set(name, member);
  }
}

/** An enumeration with members has no subclasses. */
function refuseExtension(cls: ClassValue, at: Location): void {
  for (const base of cls.bases)
    if (base.kind === "class" && base.flavour === "enum" && enumMembers(base).length > 0)
      raise("TypeError", `<enum '${cls.name}'> cannot extend <enum '${base.name}'>`, at);
}

function isNoMember(name: string, value: Value): boolean {
  if (name.startsWith("_") || value.kind === "function" || value.kind === "class") return true;
  return value.kind === "object" && (value.fields.has("function") || value.type === "enum.nonmember");
}

/** `member(value)` is a member whatever the value is. */
function plainWorth(value: Value): Value {
  return value.kind === "object" && value.type === "enum.member" ? (value.fields.get("value") ?? value) : value;
}

/** `READ | WRITE` of members that `auto()` is still to give their worth. */
function combined(machine: Machine, value: Value, from: { readonly autos: ReadonlyMap<Value, Value>; readonly at: Location }): Value {
  const operator = value.kind === "object" && value.type === AUTO ? value.fields.get("operator") : undefined;
  if (value.kind !== "object" || operator?.kind !== "str") return from.autos.get(value) ?? value;
  const [left, right] = ["left", "right"].map((side) => combined(machine, value.fields.get(side) ?? value, from));
  return binaryOperation(machine, operator.value, { left: left ?? value, right: right ?? value, at: from.at });
}

interface Assigned {
  readonly name: string;
  readonly value: Value;
  /** Of the members before it. */
  readonly worths: readonly Value[];
  readonly frame: Frame;
}

/** `auto()` is what `_generate_next_value_` says, the next power of two in a flag, the lower-case name in a `StrEnum`, or one more than the highest. */
function worthOfMember(machine: Machine, cls: ClassValue, { name, value, worths, frame }: Assigned): Value {
  if (value.kind !== "object" || value.type !== AUTO) return value;
  const own = ownerOf(cls, "_generate_next_value_")?.namespace.get("_generate_next_value_");
  const generate = own?.kind === "object" ? own.fields.get("function") : own;
  if (generate) {
    const at = placeOf(frame, cls.definition.nameSpan);
    const given = [str(name), int(1), int(worths.length), list(worths)];
    return machine.call(generate, { positional: given.map((each) => ({ value: each, at })), keywords: NO_KEYWORDS, complete: true }, at);
  }
  if (hasBase(cls, "enum.StrEnum")) return str(name.toLowerCase());
  const highest = Math.max(0, ...worths.map((worth) => (worth.kind === "int" || worth.kind === "bool" ? Number(worth.value) : 0)));
  return int(isFlag(cls) && highest > 0 ? 2 ** (Math.floor(Math.log2(highest)) + 1) : highest + 1);
}

function makeMember(
  machine: Machine,
  cls: ClassValue,
  { name, worth, frame }: { name: string; worth: Value; frame: Frame },
): InstanceValue {
  const at = placeOf(frame, cls.definition.nameSpan);
  const items = worth.kind === "tuple" ? worth.items : [worth];
  const args = { positional: items.map((item) => ({ value: item, at })), keywords: NO_KEYWORDS, complete: true };
  const found = ownerOf(cls, "__new__")?.namespace.get("__new__");
  const maker = found?.kind === "object" ? found.fields.get("function") : found;
  const made = maker && machine.call({ kind: "bound-method", function: maker, self: cls }, args, at);
  // `__new__` says what the value is by setting `_value_`.
  const given = made?.kind === "instance" ? made.attributes.get("_value_") : undefined;
  const member = bareMember(cls, str(name), given ?? worth);
  if (made?.kind === "instance")
    for (const [key, value] of made.attributes) if (!member.attributes.has(key)) member.attributes.set(key, value);
  const init = ownerOf(cls, "__init__")?.namespace.get("__init__");
  if (init?.kind === "function") machine.call({ kind: "bound-method", function: init, self: member }, args, at);
  return member;
}
