/** Truth of a value: yes, no, or nobody knows. */
import { withBases } from "../../attribute/inheritance.ts";
import { NO_KEYWORDS } from "../../library.ts";
import type { Machine } from "../../machine.ts";
import { NOWHERE } from "../../make-value.ts";
import type { InstanceValue, LibraryObject, Value, Verdict } from "../../value.ts";
import { instanceOf, ownerOf } from "../../values/derived.ts";
import { memberScalar } from "../../values/enum-scalar.ts";
import { isFlag } from "../../values/enumeration.ts";
import { RANGE, rangeItems } from "../range.ts";

export function truthOf(machine: Machine, value: Value): Verdict {
  const own = instanceOf(value) ? truthOfClass(machine, value) : undefined;
  if (own !== undefined) return own;
  switch (value.kind) {
    case "none":
      return "no";
    case "bool":
      return value.value ? "yes" : "no";
    case "int":
    case "float":
      return Number(value.value) === 0 ? "no" : "yes";
    case "str":
    case "bytes":
      return value.value === "" ? "no" : "yes";
    case "list":
    case "tuple":
      return emptiness(
        value.items.some((item) => item.kind !== "one-of" || !item.maybeAbsent),
        value.complete && value.items.length === 0,
      );
    case "set":
      return emptiness(value.items.size > 0, value.complete);
    case "dict":
      return emptiness(value.entries.size > 0, value.complete);
    case "instance":
      return truthOfMember(machine, value);
    case "one-of": {
      const verdicts = new Set(value.options.map((option) => truthOf(machine, option)));
      const [only] = verdicts;
      return only && verdicts.size === 1 && !value.maybeAbsent ? only : "unknown";
    }
    case "object":
      return truthOfObject(machine, value);
    // A symbol is a class, a function or a module as a rule, but it may as well be a constant of the library.
    case "symbol":
      return "yes";
    case "unknown":
      return "unknown";
    default:
      return "yes";
  }
}

/** As the library's `__bool__` or `__len__` has it. */
function truthOfObject(machine: Machine, value: LibraryObject): Verdict {
  if (value.type === "builtins.NotImplemented") return "unknown";
  if (value.type === RANGE) return rangeItems(machine, value, NOWHERE).items.length > 0 ? "yes" : "no";
  for (const model of withBases(machine.options.library, value.type)) {
    const method = model.methods?.["__bool__"] ?? model.methods?.["__len__"];
    const args = { positional: [], keywords: NO_KEYWORDS, complete: true };
    if (method) return truthOf(machine, method(value, { args, at: NOWHERE, interpreter: machine }));
  }
  return "yes";
}

function emptiness(hasItem: boolean, knownEmpty: boolean): Verdict {
  if (hasItem) return "yes";
  return knownEmpty ? "no" : "unknown";
}

/** A member of an enum that is a number or a text is as true as that; a flag, where it has a bit. Any other instance is true. */
function truthOfMember(machine: Machine, value: InstanceValue): Verdict {
  if (value.class.flavour !== "enum") return "yes";
  const worth = isFlag(value.class) ? value.attributes.get("value") : memberScalar(value);
  return worth ? truthOf(machine, worth) : "yes";
}

/** As `__bool__` or `__len__` of a class of the repository has it; `undefined` without them. */
function truthOfClass(machine: Machine, value: Value): Verdict | undefined {
  const instance = instanceOf(value);
  const name = instance && ["__bool__", "__len__"].find((each) => ownerOf(instance.class, each));
  if (name === undefined) return undefined;
  const args = { positional: [], keywords: NO_KEYWORDS, complete: true };
  return truthOf(machine, machine.call(machine.attribute(value, name, NOWHERE), args, NOWHERE));
}
