/** `str(value)` and `repr(value)`. */
import type { Location } from "../../base/span.ts";
import type { Machine } from "../machine.ts";
import { distribute } from "../one-of.ts";
import { isBuiltinExceptionClass } from "../python-raise.ts";
import type { Unknown, Value } from "../value.ts";
import { assumptionsOf } from "./assumption.ts";

export function stringOf(machine: Machine, value: Value, at: Location): Value {
  switch (value.kind) {
    case "str":
      return value;
    case "unknown":
      return value;
    case "one-of":
      return distribute(value, (option) => stringOf(machine, option, at));
    case "object":
    case "instance": {
      const own = ownText(machine, value, at, "__str__");
      return own ?? representationOf(machine, value, at);
    }
    default:
      return representationOf(machine, value, at);
  }
}

export function representationOf(machine: Machine, value: Value, at: Location): Value {
  if (value.kind === "unknown") return value;
  if (value.kind === "one-of") return distribute(value, (option) => representationOf(machine, option, at));
  if (value.kind === "object" || value.kind === "instance") {
    const own = ownText(machine, value, at, "__repr__");
    return own ?? machine.unknown("unsupported", "its text is not known", at);
  }
  const text = textOf(machine, value, at);
  if (typeof text !== "string") return text;
  const assumes = assumptionsOf(value);
  return { kind: "str", value: text, ...(assumes && { assumes }) };
}

/** What a method `__str__` or `__repr__`, of the class or the library type, gives. */
function ownText(machine: Machine, value: Extract<Value, { kind: "object" | "instance" }>, at: Location, name: string): Value | undefined {
  if (value.kind === "object" && value.type.startsWith("builtins.") && isBuiltinExceptionClass(value.type, "BaseException")) {
    const args = value.fields.get("args");
    const [first] = args?.kind === "tuple" ? args.items : [];
    return first ? stringOf(machine, first, at) : { kind: "str", value: "" };
  }
  const defined =
    value.kind === "instance"
      ? value.class.mro.some((base) => base.kind === "class" && base.namespace.has(name)) || value.class.flavour === "enum"
      : machine.options.library.types.get(value.type)?.methods?.[name] !== undefined;
  if (!defined) return undefined;
  if (value.kind === "instance" && value.class.flavour === "enum") return enumText(machine, value, name, at);
  return machine.call(machine.attribute(value, name, at), { positional: [], keywords: new Map(), complete: true }, at);
}

/** `Color.RED`; a member of an enum that is also a str prints as its value with `StrEnum` only, and since 3.11 `format` agrees with `str`. */
function enumText(machine: Machine, value: Extract<Value, { kind: "instance" }>, name: string, at: Location): Value | undefined {
  const own = value.class.mro.find((base) => base.kind === "class" && base.namespace.has(name));
  if (own) return machine.call(machine.attribute(value, name, at), { positional: [], keywords: new Map(), complete: true }, at);
  const bases = value.class.mro.flatMap((base) => (base.kind === "symbol" ? [base.name] : []));
  if (name === "__str__" && (bases.includes("enum.StrEnum") || bases.includes("enum.IntEnum")))
    return stringOf(machine, value.attributes.get("value") ?? value, at);
  const member = value.attributes.get("name");
  return member?.kind === "str" ? { kind: "str", value: `${value.class.name}.${member.value}` } : undefined;
}

function textOf(machine: Machine, value: Value, at: Location): string | Unknown {
  switch (value.kind) {
    case "none":
      return "None";
    case "ellipsis":
      return "Ellipsis";
    case "bool":
      return value.value ? "True" : "False";
    case "int":
      return String(value.value);
    case "float":
      return floatText(value.value);
    case "str":
      return quote(value.value);
    case "bytes":
      return `b${quote(value.value)}`;
    case "list":
      return itemsText(machine, { items: value.items, open: "[", close: "]", gap: value.gap }, at);
    case "tuple":
      return itemsText(machine, { items: value.items, open: "(", close: value.items.length === 1 ? ",)" : ")", gap: value.gap }, at);
    case "set": {
      if (value.items.size === 0) return value.gap ?? (value.frozen ? "frozenset()" : "set()");
      const items = [...value.items.values()];
      return items.length === 1
        ? itemsText(machine, { items, open: "{", close: "}", gap: value.gap }, at)
        : machine.unknown("runtime-input", "the order of a set is not fixed", at);
    }
    case "dict":
      return dictText(machine, value, at);
    case "class":
      return `<class '${value.qualifiedName.replace(":", ".")}'>`;
    default:
      return machine.unknown("unsupported", "its text is not known", at);
  }
}

function dictText(machine: Machine, value: Extract<Value, { kind: "dict" }>, at: Location): string | Unknown {
  const parts: string[] = [];
  for (const entry of value.entries.values()) {
    const [key, item] = [knownText(machine, entry.key, at), knownText(machine, entry.value, at)];
    if (typeof key !== "string") return key;
    if (typeof item !== "string") return item;
    parts.push(`${key}: ${item}`);
  }
  return value.gap ?? `{${parts.join(", ")}}`;
}

function knownText(machine: Machine, value: Value, at: Location): string | Unknown {
  const text = representationOf(machine, value, at);
  if (text.kind === "str") return text.value;
  return text.kind === "unknown" ? text : machine.unknown("unsupported", "its text is not known", at);
}

function itemsText(
  machine: Machine,
  display: { items: readonly Value[]; open: string; close: string; gap: Unknown | undefined },
  at: Location,
): string | Unknown {
  if (display.gap) return display.gap;
  const parts: string[] = [];
  for (const item of display.items) {
    const text = knownText(machine, item, at);
    if (typeof text !== "string") return text;
    parts.push(text);
  }
  return display.open + parts.join(", ") + display.close;
}

function floatText(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  if (Number.isInteger(value) && Math.abs(value) < 1e16) return `${value}.0`;
  const text = Math.abs(value) >= 1e16 ? value.toExponential() : String(value);
  return text.replace(/e([+-])(\d)$/, "e$10$2");
}

/** `repr` of a string: single quotes unless only they occur in it. */
function quote(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replace(
    /[\\\n\r\t]/g,
    (character) => ({ "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" })[character] ?? character,
  );
  return mark + (mark === "'" ? escaped.replaceAll("'", "\\'") : escaped) + mark;
}
