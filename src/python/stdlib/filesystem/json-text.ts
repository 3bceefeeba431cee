/** `json.dumps`: plain values as JSON text, as Python writes it. */
import type { Location } from "../../../base/span.ts";
import { argumentOf, selfOf, unknownIn } from "../../builtins/arguments.ts";
import { representationOf } from "../../evaluate/text/stringify.ts";
import { type CallContext, NO_KEYWORDS } from "../../library.ts";
import { Machine } from "../../machine.ts";
import { str } from "../../make-value.ts";
import type { Value } from "../../value.ts";
import { ownerOf } from "../../values/derived.ts";
import { scalarOf } from "../../values/enum-scalar.ts";

/** How it is written. `indent` undefined: on one line. */
interface Style {
  readonly indent: string | undefined;
  readonly item: string;
  readonly key: string;
  readonly sorted: boolean;
  readonly ascii: boolean;
  /** What is written instead of a value that JSON has no form for: `default=`, or the method of an encoder class. */
  readonly replace: Value | undefined;
}

const READ: ReadonlySet<string> = new Set(["indent", "separators", "sort_keys", "ensure_ascii", "default", "allow_nan", "cls", "skipkeys"]);

export function dumps(context: CallContext): Value {
  const { interpreter, at, args } = context;
  const isRead = args.complete && [...args.keywords.keys()].every((name) => READ.has(name));
  const style = isRead ? styleOf(context) : undefined;
  const text = style && interpreter instanceof Machine ? jsonText(interpreter, selfOf(context), { style, at, depth: 1 }) : undefined;
  return text === undefined ? (unknownIn(args) ?? interpreter.unknown("unsupported", "this JSON is not written", at)) : str(text);
}

/** `default` of an encoder class of the repository, bound to an encoder. */
function encoderMethod(cls: Value | undefined, { interpreter, at }: CallContext): Value | undefined {
  const owner = cls?.kind === "class" ? ownerOf(cls, "default") : undefined;
  const method = owner?.namespace.get("default");
  if (cls?.kind !== "class" || !method) return undefined;
  const self = interpreter.call(cls, { positional: [], keywords: new Map(), complete: true }, at);
  return { kind: "bound-method", function: method, self };
}

function styleOf(context: CallContext): Style | undefined {
  const { args, interpreter } = context;
  const option = (name: string): Value | undefined => argumentOf(args, 99, name);
  const indent = option("indent");
  const width = indent?.kind === "int" ? " ".repeat(Math.max(0, Number(indent.value))) : indent?.kind === "str" ? indent.value : undefined;
  if (indent && indent.kind !== "none" && width === undefined) return undefined;
  const separators = option("separators");
  const given =
    separators?.kind === "tuple" || separators?.kind === "list"
      ? separators.items.map((item) => (item.kind === "str" ? item.value : ""))
      : [];
  const isTrue = (name: string, fallback: boolean): boolean => {
    const value = option(name);
    return value ? interpreter.truth(value) === "yes" : fallback;
  };
  return {
    indent: width,
    item: given[0] ?? (width === undefined ? ", " : ","),
    key: given[1] ?? ": ",
    sorted: isTrue("sort_keys", false),
    ascii: isTrue("ensure_ascii", true),
    replace: option("default") ?? encoderMethod(option("cls"), context),
  };
}

interface Place {
  readonly style: Style;
  readonly at: Location;
  readonly depth: number;
}

const NOT_FINITE: Readonly<Record<string, string>> = { nan: "NaN", inf: "Infinity", "-inf": "-Infinity" };

/** `undefined` for what is not known or no plain value. */
function jsonText(machine: Machine, value: Value, place: Place): string | undefined {
  switch (value.kind) {
    case "none":
      return "null";
    case "bool":
      return String(value.value);
    case "str":
      return quoted(value.value, place.style);
    case "int":
    case "float": {
      const text = representationOf(machine, value, place.at);
      return text.kind === "str" ? (NOT_FINITE[text.value] ?? text.value) : undefined;
    }
    case "list":
    case "tuple": {
      const items = value.items.map((item) => jsonText(machine, item, { ...place, depth: place.depth + 1 }));
      return value.complete ? enclosed("[]", items, place) : undefined;
    }
    case "dict": {
      const entries = [...value.entries.values()].map((entry): readonly [string, string] | undefined => {
        const key = entry.key.kind === "str" ? entry.key.value : jsonText(machine, entry.key, place);
        const item = jsonText(machine, entry.value, { ...place, depth: place.depth + 1 });
        return key === undefined || item === undefined ? undefined : [key, item];
      });
      if (!value.complete || entries.includes(undefined)) return undefined;
      const known = entries.flatMap((entry) => (entry ? [entry] : []));
      if (place.style.sorted) known.sort(([left], [right]) => (left < right ? -1 : 1));
      return enclosed(
        "{}",
        known.map(([key, item]) => quoted(key, place.style) + place.style.key + item),
        place,
      );
    }
    default:
      return replacedText(machine, value, place);
  }
}

/** A member of an enum that is a text or a number, or what the caller has written instead of the value. */
function replacedText(machine: Machine, value: Value, place: Place): string | undefined {
  const scalar = scalarOf(value);
  if (scalar !== value) return jsonText(machine, scalar, place);
  const isOpaque = value.kind === "unknown" || value.kind === "one-of" || place.depth > MOST_DEPTH;
  const { replace } = place.style;
  if (isOpaque || !replace || replace.kind === "none") return undefined;
  const args = { positional: [{ value, at: place.at }], keywords: NO_KEYWORDS, complete: true };
  return jsonText(machine, machine.call(replace, args, place.at), { ...place, depth: place.depth + 1 });
}

/** An encoder that gives back what it cannot encode has no end. */
const MOST_DEPTH = 100;

function enclosed(brackets: "[]" | "{}", items: readonly (string | undefined)[], { style, depth }: Place): string | undefined {
  if (items.includes(undefined)) return undefined;
  const [open, close] = [brackets.slice(0, 1), brackets.slice(1)];
  if (style.indent === undefined || items.length === 0) return open + items.join(style.item) + close;
  const line = `\n${style.indent.repeat(depth)}`;
  return `${open}${line}${items.join(style.item + line)}\n${style.indent.repeat(depth - 1)}${close}`;
}

function quoted(text: string, { ascii }: Style): string {
  const json = JSON.stringify(text);
  return ascii ? json.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`) : json;
}
