/** `str(value)` and `repr(value)`. */
import type { Location } from "../../../base/span.ts";
import { computedFields } from "../../attribute/computed-fields.ts";
import { attributeOfGroup } from "../../attribute/exception-group.ts";
import { fieldsOf } from "../../call/fields.ts";
import type { Machine } from "../../machine.ts";
import { NONE } from "../../make-value.ts";
import { isBuiltinExceptionClass } from "../../python-raise.ts";
import type { ClassValue, DictValue, InstanceValue, LibraryObject, ListValue, Unknown, Value } from "../../value.ts";
import { bare, definesMethod, instanceOf } from "../../values/derived.ts";
import { distribute } from "../../values/one-of.ts";
import { assumptionsOf } from "../assumption.ts";

export function stringOf(machine: Machine, value: Value, at: Location): Value {
  switch (value.kind) {
    case "str":
      return value.instance ? (textOfClass(machine, value, at, "__str__") ?? bare(value)) : value;
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
      return textOfClass(machine, value, at, "__str__") ?? representationOf(machine, value, at);
  }
}

/** Of a class that derives from a builtin one, what its own method gives. */
function textOfClass(machine: Machine, value: Value, at: Location, name: TextMethod): Value | undefined {
  return definesMethod(value, name) ? textBy(machine, value, name, at) : undefined;
}

function representationOfDerived(machine: Machine, value: Value, at: Location): Value {
  return textOfClass(machine, value, at, "__repr__") ?? representationOf(machine, bare(value), at);
}

export function representationOf(machine: Machine, value: Value, at: Location): Value {
  if (value.kind === "unknown") return value;
  if (value.kind === "one-of") return distribute(value, (option) => representationOf(machine, option, at));
  if (value.kind === "object" || value.kind === "instance") {
    const own = ownText(machine, value, at, "__repr__");
    return own ?? machine.unknown("unsupported", "its text is not known", at);
  }
  if (instanceOf(value)) return representationOfDerived(machine, value, at);
  const text = textOf(machine, value, at);
  if (typeof text !== "string") return text;
  const assumes = assumptionsOf(value);
  return { kind: "str", value: text, ...(assumes && { assumes }) };
}

/** What a method `__str__` or `__repr__`, of the class or the library type, gives. */
function ownText(machine: Machine, value: LibraryObject | InstanceValue, at: Location, name: TextMethod): Value | undefined {
  if (value.kind === "object") {
    if (isException(value)) return exceptionText(machine, value, at, name);
    const methods = machine.options.library.types.get(value.type)?.methods;
    if (value.type === "builtins.object" || (methods?.[name] ?? methods?.["__repr__"]) === undefined) return undefined;
    return textBy(machine, value, methods?.[name] ? name : "__repr__", at);
  }
  const own = value.class.mro.find((base) => base.kind === "class" && base.namespace.has(name));
  if (own) return textBy(machine, value, name, at);
  if (value.class.flavour === "enum") return enumText(machine, value, name, at);
  const exception = value.class.mro.find((base) => base.kind === "symbol" && isBuiltinExceptionClass(base.name, "BaseException"));
  if (exception) return exceptionText(machine, value, at, name);
  if (name === "__str__" && !isModel(machine, value.class)) return ownText(machine, value, at, "__repr__");
  return recordText(machine, value, at, name);
}

type TextMethod = "__str__" | "__repr__";

function textBy(machine: Machine, value: Value, name: TextMethod, at: Location): Value {
  return machine.call(machine.attribute(value, name, at), { positional: [], keywords: new Map(), complete: true }, at);
}

function isException(value: LibraryObject): boolean {
  return isBuiltinExceptionClass(value.type, "BaseException");
}

/** `str(error)` is its only argument (`KeyError` shows how it is written), `repr(error)` the call that makes it. */
function exceptionText(machine: Machine, value: LibraryObject | InstanceValue, at: Location, name: TextMethod): Value | undefined {
  const args = value.kind === "object" ? value.fields.get("args") : machine.attribute(value, "args", at);
  if (args?.kind !== "tuple") return undefined;
  const type = value.kind === "object" ? value.type.slice(value.type.lastIndexOf(".") + 1) : value.class.name;
  const [first] = args.items;
  if (name === "__repr__") {
    const text = itemsText(machine, { items: args.items, open: `${type}(`, close: ")", gap: args.gap }, at);
    return typeof text === "string" ? { kind: "str", value: text } : text;
  }
  if (!first) return { kind: "str", value: "" };
  const held = value.kind === "object" ? attributeOfGroup(value, "exceptions") : undefined;
  if (held?.kind === "tuple" && first.kind === "str")
    return { kind: "str", value: `${first.value} (${held.items.length} sub-exception${held.items.length === 1 ? "" : "s"})` };
  if (args.items.length > 1) return representationOf(machine, args, at);
  return type === "KeyError" ? representationOf(machine, first, at) : stringOf(machine, first, at);
}

/** `Point(x=1, y=2)` of a dataclass or a named tuple; a pydantic model's `str` has the fields only. */
function recordText(machine: Machine, value: InstanceValue, at: Location, name: TextMethod): Value | undefined {
  const cls = value.class;
  const ofModel = isModel(machine, cls);
  if (cls.flavour !== "dataclass" && cls.flavour !== "named-tuple" && !ofModel) return undefined;
  if (cls.hidesFields) return machine.unknown("runtime-input", "the address of an object differs from run to run", at);
  const parts: string[] = [];
  for (const field of fieldsOf(cls)) {
    const shown = field.default?.kind === "object" ? field.default.fields.get("repr") : undefined;
    if (shown && machine.truth(shown) === "no") continue;
    const text = knownText(machine, value.attributes.get(field.name) ?? NONE, at);
    if (typeof text !== "string") return text;
    parts.push(`${field.name}=${text}`);
  }
  for (const computed of ofModel ? computedFields(cls) : []) {
    const text = knownText(machine, machine.attribute(value, computed, at), at);
    if (typeof text !== "string") return text;
    parts.push(`${computed}=${text}`);
  }
  if (ofModel && name === "__str__") return { kind: "str", value: parts.join(" ") };
  const title = ofModel ? cls.name : cls.qualifiedName.slice(cls.qualifiedName.indexOf(":") + 1);
  return { kind: "str", value: `${cls.flavour === "named-tuple" ? cls.name : title}(${parts.join(", ")})` };
}

function isModel(machine: Machine, cls: ClassValue): boolean {
  return machine.isSubclass(cls, "pydantic.BaseModel");
}

/** `Color.RED`, `<Color.RED: 1>`; a member of an enum that is also a str prints as its value with `StrEnum` only, and since 3.11 `format` agrees with `str`. */
function enumText(machine: Machine, value: InstanceValue, name: TextMethod, at: Location): Value | undefined {
  const bases = value.class.mro.flatMap((base) => (base.kind === "symbol" ? [base.name] : []));
  const worth = value.attributes.get("value") ?? value;
  if (name === "__str__" && (bases.includes("enum.StrEnum") || bases.includes("enum.IntEnum"))) return stringOf(machine, worth, at);
  const member = value.attributes.get("name");
  if (member?.kind !== "str") return undefined;
  const shown = `${value.class.name}.${member.value}`;
  if (name === "__str__") return { kind: "str", value: shown };
  const text = knownText(machine, worth, at);
  return typeof text === "string" ? { kind: "str", value: `<${shown}: ${text}>` } : text;
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
      return `b${quote(value.value).replace(/[\u007f-\u00ff]/g, (unit) => `\\x${unit.charCodeAt(0).toString(16)}`)}`;
    case "list":
      return listText(machine, value, at);
    case "tuple":
      return itemsText(machine, { items: value.items, open: "(", close: value.items.length === 1 ? ",)" : ")", gap: value.gap }, at);
    case "set": {
      if (value.items.size === 0) return value.gap ?? (value.frozen ? "frozenset()" : "set()");
      const items = [...value.items.values()];
      const [open, close] = value.frozen ? ["frozenset({", "})"] : ["{", "}"];
      return items.length === 1
        ? itemsText(machine, { items, open, close, gap: value.gap }, at)
        : machine.unknown("runtime-input", "the order of a set is not fixed", at);
    }
    case "dict":
      return namedDictText(machine, value, at);
    case "symbol":
      return value.name.startsWith("builtins.")
        ? `<class '${value.name.slice(9)}'>`
        : machine.unknown("unsupported", "its text is not known", at);
    case "class":
      return `<class '${value.qualifiedName.replace(":", ".")}'>`;
    default:
      return machine.unknown("unsupported", "its text is not known", at);
  }
}

/** A deque that holds so many at most says so. */
function listText(machine: Machine, { items, gap, most }: ListValue, at: Location): string | Unknown {
  const text = itemsText(machine, { items, open: "[", close: "]", gap }, at);
  return most === undefined || typeof text !== "string" ? text : `deque(${text}, maxlen=${most})`;
}

/** `defaultdict(<class 'int'>, {…})`, `Counter({…})` with the highest counts first. */
function namedDictText(machine: Machine, value: DictValue, at: Location): string | Unknown {
  if (value.counts) {
    const sorted = [...value.entries].sort(([, left], [, right]) => countOf(right.value) - countOf(left.value));
    const text = dictText(machine, { ...value, entries: new Map(sorted) }, at);
    return typeof text === "string" ? `Counter(${sorted.length > 0 ? text : ""})` : text;
  }
  const text = dictText(machine, value, at);
  if (!value.factory || typeof text !== "string") return text;
  const factory = textOf(machine, value.factory, at);
  return typeof factory === "string" ? `defaultdict(${factory}, ${text})` : factory;
}

function countOf(value: Value): number {
  return value.kind === "int" ? Number(value.value) : 0;
}

function dictText(machine: Machine, value: DictValue, at: Location): string | Unknown {
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
  if (Object.is(value, -0)) return "-0.0";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  if (Number.isInteger(value) && Math.abs(value) < 1e16) return `${value}.0`;
  const isScientific = Math.abs(value) >= 1e16 || (value !== 0 && Math.abs(value) < 1e-4);
  const text = isScientific ? value.toExponential() : String(value);
  return text.replace(/e([+-])(\d)$/, "e$10$2");
}

/** Of a character that is not printed: `\x00`, `\u200b`. */
function escapeOf(code: number): string {
  const [mark, width] = code < 0x100 ? ["x", 2] : code < 0x10000 ? ["u", 4] : ["U", 8];
  return `\\${mark}${code.toString(16).padStart(Number(width), "0")}`;
}

/** `repr` of a string: single quotes unless only they occur in it. */
function quote(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replace(
    /[\\\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu,
    (character) => ({ "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" })[character] ?? escapeOf(character.codePointAt(0) ?? 0),
  );
  return mark + (mark === "'" ? escaped.replaceAll("'", "\\'") : escaped) + mark;
}
