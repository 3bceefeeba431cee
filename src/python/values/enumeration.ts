/** What enumerations are as values: their members, and the combinations of flags, which are members that are made when they are asked for. */
import { int, NONE, str } from "../make-value.ts";
import type { ClassValue, InstanceValue, Value } from "../value.ts";

/** `auto()`; with fields `operator`, `left` and `right` what is made of two of them in the body of the class. */
export const AUTO = "enum.auto";

export function isFlag(cls: ClassValue): boolean {
  return hasBase(cls, "enum.Flag") || hasBase(cls, "enum.IntFlag");
}

export function hasBase(cls: ClassValue, name: string): boolean {
  return cls.mro.some((base) => base.kind === "symbol" && base.name === name);
}

export function bareMember(cls: ClassValue, name: Value, worth: Value): InstanceValue {
  const member: InstanceValue = { kind: "instance", class: cls, attributes: new Map() };
  for (const key of ["name", "_name_"]) member.attributes.set(key, name);
  for (const key of ["value", "_value_"]) member.attributes.set(key, worth);
  return member;
}

/** The members of a flag that are one bit each, in their order. */
function bitsOf(cls: ClassValue): readonly (readonly [InstanceValue, number])[] {
  return [...new Set(cls.namespace.values())].flatMap((member) => {
    const bit = member.kind === "instance" && member.class === cls ? bitOf(member) : undefined;
    return member.kind === "instance" && bit !== undefined && bit > 0 && Number.isInteger(Math.log2(bit)) ? [[member, bit] as const] : [];
  });
}

function bitOf(member: InstanceValue): number | undefined {
  const value = member.attributes.get("value");
  return value?.kind === "int" ? Number(value.value) : undefined;
}

/** The member of a flag with these bits: a named one, or a combination. */
export function flagOf(cls: ClassValue, bits: number): Value {
  const named = [...cls.namespace.values()].find((member) => member.kind === "instance" && member.class === cls && bitOf(member) === bits);
  if (named) return named;
  const names = bitsOf(cls).flatMap(([member, bit]) => {
    const name = member.attributes.get("name");
    return (bits & bit) === bit && name?.kind === "str" ? [name.value] : [];
  });
  const made = bareMember(cls, names.length > 0 ? str(names.join("|")) : NONE, int(bits));
  // The same bits are the same member each time; no name of Python reaches it.
  cls.namespace.set(`\0${bits}`, made);
  return made;
}

/** `left | right` and its kin of two members of one flag. */
export function flagOperation(operator: string, left: Value, right: Value): Value | undefined {
  if (left.kind !== "instance" || right.kind !== "instance" || left.class !== right.class || !isFlag(left.class)) return undefined;
  const [a, b] = [bitOf(left), bitOf(right)];
  const combine = FLAG_OPERATIONS[operator];
  return a === undefined || b === undefined || !combine ? undefined : flagOf(left.class, combine(a, b));
}

const FLAG_OPERATIONS: Readonly<Record<string, (left: number, right: number) => number>> = {
  "|": (left, right) => left | right,
  "&": (left, right) => left & right,
  "^": (left, right) => left ^ right,
};

/** What a loop over the class, or over a combination of flags, sees: no aliases, and of a flag no combinations. */
export function enumMembers(cls: ClassValue): readonly Value[] {
  if (isFlag(cls)) return bitsOf(cls).map(([member]) => member);
  return [...new Set(cls.namespace.values())].filter((member) => member.kind === "instance" && member.class === cls);
}

/** `Permission.READ in granted`, and the members of a combination: `undefined` for what is no flag. */
export function flagsIn(value: Value): readonly Value[] | undefined {
  if (value.kind !== "instance" || value.class.flavour !== "enum" || !isFlag(value.class)) return undefined;
  const bits = bitOf(value) ?? 0;
  return bitsOf(value.class).flatMap(([member, bit]) => ((bits & bit) === bit ? [member] : []));
}
