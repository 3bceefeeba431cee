/** `"%s_%02d" % (a, b)` and `"%(name)s" % {…}`. */
import type { Location } from "../../base/span.ts";
import type { Machine } from "../machine.ts";
import { entryOf } from "../make-value.ts";
import { raise } from "../python-raise.ts";
import type { StrValue, Value } from "../value.ts";
import { formatValue } from "./format-spec.ts";
import { representationOf } from "./stringify.ts";

const DIRECTIVE = /%(?:\((\w+)\))?([-+ 0#]*)(\d+)?(?:\.(\d+))?([sdrifxXo%])/g;

export function formatPercent(machine: Machine, template: StrValue, args: Value, at: Location): Value {
  const positional = args.kind === "tuple" ? [...args.items] : [args];
  let result = "";
  let last = 0;
  for (const match of template.value.matchAll(DIRECTIVE)) {
    const [whole, name, flags = "", width, precision, type = "s"] = match;
    result += template.value.slice(last, match.index);
    last = match.index + whole.length;
    if (type === "%") {
      result += "%";
      continue;
    }
    const value = name === undefined ? positional.shift() : args.kind === "dict" ? entryOf(args, name) : undefined;
    if (!value)
      return args.kind === "dict" && !args.complete && args.gap
        ? args.gap
        : raise("TypeError", "not enough arguments for format string", at);
    const text = type === "s" || type === "r" ? (type === "r" ? representationOf(machine, value, at) : machine.toStr(value, at)) : value;
    const zero = flags.includes("0") && type !== "s" ? "0" : "";
    const align = flags.includes("-") ? "<" : type === "s" && width ? ">" : "";
    const spec = `${align}${flags.includes("+") ? "+" : ""}${zero}${width ?? ""}${precision ? `.${precision}` : ""}${numberType(type)}`;
    const shown = formatValue(machine, text, spec === "" && text.kind === "str" ? "" : spec, at);
    if (shown.kind !== "str") return shown;
    result += shown.value;
  }
  return { kind: "str", value: result + template.value.slice(last) };
}

function numberType(type: string): string {
  if (type === "s" || type === "r") return "";
  return type === "i" ? "d" : type;
}
