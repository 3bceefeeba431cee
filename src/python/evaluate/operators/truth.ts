/** Truth of a value: yes, no, or nobody knows. */
import type { Machine } from "../../machine.ts";
import type { Value, Verdict } from "../../value.ts";

export function truthOf(machine: Machine, value: Value): Verdict {
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
      return truthOfInstance(machine, value);
    case "one-of": {
      const verdicts = new Set(value.options.map((option) => truthOf(machine, option)));
      const [only] = verdicts;
      return only && verdicts.size === 1 && !value.maybeAbsent ? only : "unknown";
    }
    case "object":
      return value.type === "builtins.NotImplemented" ? "unknown" : "yes";
    // A symbol is a class, a function or a module as a rule, but it may as well be a constant of the library.
    case "symbol":
      return "yes";
    case "unknown":
      return "unknown";
    default:
      return "yes";
  }
}

function emptiness(hasItem: boolean, knownEmpty: boolean): Verdict {
  if (hasItem) return "yes";
  return knownEmpty ? "no" : "unknown";
}

function truthOfInstance(machine: Machine, value: Value): Verdict {
  const at = { path: "", start: 0, end: 0 };
  for (const name of ["__bool__", "__len__"]) {
    const method =
      value.kind === "instance" ? value.class.mro.find((base) => base.kind === "class" && base.namespace.has(name)) : undefined;
    if (method)
      return truthOf(
        machine,
        machine.call(machine.attribute(value, name, at), { positional: [], keywords: new Map(), complete: true }, at),
      );
  }
  return "yes";
}
