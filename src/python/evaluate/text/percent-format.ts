/** `"%s_%02d" % (a, b)` and `"%(name)s" % {…}`. */
import type { Location } from "../../../base/span.ts";
import type { Machine } from "../../machine.ts";
import { entryOf } from "../../make-value.ts";
import { raise } from "../../python-raise.ts";
import type { StrValue, Value } from "../../value.ts";
import { formatValue } from "./format-spec.ts";
import { representationOf } from "./stringify.ts";

const DIRECTIVE = /%(?:\((\w+)\))?([-+ 0#]*)(\d+)?(?:\.(\d+))?([hlL]?)([sdrifFxXoeEgGcua%])/g;

export function formatPercent(machine: Machine, template: StrValue, args: Value, at: Location): Value {
  const positional = args.kind === "tuple" ? [...args.items] : [args];
  let result = "";
  let last = 0;
  for (const match of template.value.matchAll(DIRECTIVE)) {
    result += template.value.slice(last, match.index);
    last = match.index + match[0].length;
    const [, name] = match;
    if (match[0].endsWith("%")) {
      result += "%";
      continue;
    }
    const value = name === undefined ? positional.shift() : args.kind === "dict" ? entryOf(args, name) : undefined;
    if (!value) return args.kind === "dict" && args.gap ? args.gap : raise("TypeError", "not enough arguments for format string", at);
    const shown = formatDirective(machine, match, value, at);
    if (shown.kind !== "str") return shown;
    result += shown.value;
  }
  return { kind: "str", value: result + template.value.slice(last) };
}

function formatDirective(machine: Machine, match: RegExpExecArray, value: Value, at: Location): Value {
  const [, , flags = "", width = "", precision, , type = "s"] = match;
  const isText = type === "s" || type === "r" || (type === "c" && value.kind === "str");
  // A whole number is what `%d` cuts a float down to.
  if (isWhole(type) && value.kind === "float" && Number.isFinite(value.value))
    return formatDirective(machine, match, { kind: "int", value: Math.trunc(value.value) }, at);
  const shown = type === "r" ? representationOf(machine, value, at) : isText ? machine.toStr(value, at) : value;
  const align = flags.includes("-") ? "<" : isText && width ? ">" : "";
  const zero = flags.includes("0") && !isText ? "0" : "";
  const spec = [
    align,
    flags.includes("+") ? "+" : flags.includes(" ") ? " " : "",
    flags.includes("#") && !isText ? "#" : "",
    zero,
    width,
    precision ? `.${precision}` : "",
    isText ? "" : numberType(type),
  ].join("");
  return formatValue(machine, shown, spec, at);
}

function numberType(type: string): string {
  return type === "i" || type === "u" ? "d" : type;
}

function isWhole(type: string): boolean {
  return type === "d" || type === "i" || type === "u";
}
