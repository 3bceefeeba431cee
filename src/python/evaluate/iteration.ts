/** What a `for` loop, a spread or `list(…)` gets to see of a value. */
import type { Location } from "../../base/span.ts";
import { ofMetaclass } from "../attribute/class-attribute.ts";
import { certainlyLacks } from "../attribute/known-members.ts";
import { fails, typeNameOf } from "../failure.ts";
import { NO_KEYWORDS } from "../library.ts";
import type { Machine } from "../machine.ts";
import { int, str } from "../make-value.ts";
import { raise } from "../python-raise.ts";
import type { InstanceValue, LibraryObject, Unknown, Value } from "../value.ts";
import { definesMethod } from "../values/derived.ts";
import { enumMembers, flagsIn } from "../values/enumeration.ts";
import { perhaps } from "../values/one-of.ts";
import { RANGE, rangeItems } from "./range.ts";
import { turnsOf } from "./turns.ts";

export interface Iteration {
  readonly items: readonly Value[];
  /** Why there may be more. */
  readonly gap?: Unknown;
}

export function iterateValue(machine: Machine, value: Value, at: Location): Iteration {
  if (value.kind !== "instance" && definesMethod(value, "__iter__")) {
    const args = { positional: [], keywords: NO_KEYWORDS, complete: true };
    return iterateValue(machine, machine.call(machine.attribute(value, "__iter__", at), args, at), at);
  }
  return ownItems(machine, value, at);
}

/** As the builtin class or the library type gives them, whatever a class of the repository makes of it. */
export function ownItems(machine: Machine, value: Value, at: Location): Iteration {
  switch (value.kind) {
    case "list":
    case "tuple":
      return withGap([...value.items], value.gap);
    case "set":
      return withGap([...value.items.values()], value.gap);
    case "dict":
      return withGap(
        [...value.entries.values()].map((entry) =>
          entry.value.kind === "one-of" && entry.value.maybeAbsent ? perhaps(entry.key, entry.value.condition) : entry.key,
        ),
        value.gap,
      );
    case "iterator": {
      const items = value.items.slice(value.position);
      value.position = value.items.length;
      return withGap(items, value.gap);
    }
    case "str":
      return { items: [...value.value].map((character) => str(character)) };
    case "bytes":
      return { items: Array.from(value.value, (unit) => int(unit.charCodeAt(0))) };
    case "class":
      if (ofMetaclass(value, "__iter__")) {
        const args = { positional: [], keywords: new Map(), complete: true };
        return iterateValue(machine, machine.call(machine.attribute(value, "__iter__", at), args, at), at);
      }
      return value.flavour === "enum" ? { items: enumMembers(value) } : raise("TypeError", "'type' object is not iterable", at);
    case "object":
    case "instance":
      return iterateObject(machine, value, at);
    case "one-of":
      return iterateOneOf(machine, value.options, value.condition, at);
    case "unknown":
      return { items: [], gap: value };
    case "symbol":
      return { items: [], gap: machine.unknown("external-library", `the items of \`${value.name}\` are not known`, at) };
    case "none":
      return raise("TypeError", "'NoneType' object is not iterable", at);
    default:
      return raise("TypeError", `'${value.kind}' object is not iterable`, at);
  }
}

function withGap(items: readonly Value[], gap: Unknown | undefined): Iteration {
  return gap ? { items, gap } : { items };
}

function iterateOneOf(machine: Machine, options: readonly Value[], condition: Unknown, at: Location): Iteration {
  const items: Value[] = [];
  let gap: Unknown | undefined;
  for (const option of options) {
    const iteration = option.kind === "none" ? { items: [] } : iterateValue(machine, option, at);
    items.push(...iteration.items.map((item) => perhaps(item, condition)));
    if (iteration.gap) gap ??= iteration.gap;
  }
  return withGap(items, gap);
}

function iterateObject(machine: Machine, value: LibraryObject | InstanceValue, at: Location): Iteration {
  const flags = flagsIn(value);
  if (flags) return { items: flags };
  if (value.kind === "object" && value.type === RANGE) return rangeItems(machine, value, at);
  const types = value.kind === "object" ? [value.type] : value.class.mro.flatMap((base) => (base.kind === "symbol" ? [base.name] : []));
  for (const type of types) {
    const iterate = modelWithIteration(machine, type);
    if (iterate)
      return iterateValue(
        machine,
        iterate(value, { args: { positional: [], keywords: new Map(), complete: true }, at, interpreter: machine }),
        at,
      );
  }
  if (definesMethod(value, "__iter__")) return allTurns(machine, value, at);
  if (value.kind === "instance" && value.class.flavour === "named-tuple") return { items: [...value.attributes.values()] };
  if (definesMethod(value, "__getitem__")) return allTurns(machine, value, at);
  if (certainlyLacks(machine, value, "__iter__", "__getitem__")) {
    const message = `'${typeNameOf(value)}' object is not iterable`;
    return { items: [], gap: fails(machine, { exception: "TypeError", message, at, values: [value] }) };
  }
  const name = value.kind === "object" ? value.type : value.class.name;
  return { items: [], gap: machine.unknown("unsupported", `the items of a \`${name}\` are not known`, at) };
}

/** Of a class of the repository that gives one item after another. */
function allTurns(machine: Machine, value: InstanceValue | LibraryObject, at: Location): Iteration {
  const turns = turnsOf(machine, value, at);
  const items: Value[] = [];
  for (let item = turns.next(); item; item = turns.next()) {
    if (items.length >= machine.options.budget.size) return { items, gap: machine.unknown("limit", "these items have no end", at) };
    items.push(item);
  }
  return withGap(items, turns.gap);
}

function modelWithIteration(machine: Machine, type: string): NonNullable<import("../library.ts").TypeModel["iterate"]> | undefined {
  const model = machine.options.library.types.get(type);
  if (model?.iterate) return model.iterate;
  for (const base of model?.bases ?? []) {
    const inherited = modelWithIteration(machine, base);
    if (inherited) return inherited;
  }
  return undefined;
}
