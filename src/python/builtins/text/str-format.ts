/** `"{} {name[key].attribute!r:>10}".format(…)`. */
import { formatValue } from "../../evaluate/text/format-spec.ts";
import { representationOf } from "../../evaluate/text/stringify.ts";
import type { CallContext } from "../../library.ts";
import { Machine } from "../../machine.ts";
import { int, str } from "../../make-value.ts";
import { raise } from "../../python-raise.ts";
import type { Value } from "../../value.ts";
import { selfOf } from "../arguments.ts";

const FIELD = /\{\{|\}\}|\{([^{}!:]*)(?:!([rsa]))?(?::((?:[^{}]|\{[^{}]*\})*))?\}/g;

export function formatTemplate(context: CallContext): Value {
  const { at, interpreter } = context;
  const self = selfOf(context);
  if (self.kind !== "str" || !(interpreter instanceof Machine)) return self;
  let [result, last, next] = ["", 0, 1];
  for (const match of self.value.matchAll(FIELD)) {
    const [whole, name = "", conversion, spec = ""] = match;
    result += self.value.slice(last, match.index);
    last = match.index + whole.length;
    if (whole === "{{" || whole === "}}") {
      result += whole.slice(1);
      continue;
    }
    const value = fieldValue(context, /^[.[]|^$/.test(name) ? `${next++ - 1}${name}` : name);
    const nested = spec.replace(/\{([^{}]*)\}/g, (_, inner: string) => {
      const part = interpreter.toStr(fieldValue(context, inner === "" ? `${next++ - 1}` : inner), at);
      return part.kind === "str" ? part.value : "";
    });
    const converted =
      conversion === "r" ? representationOf(interpreter, value, at) : conversion === "s" ? interpreter.toStr(value, at) : value;
    const shown = formatValue(interpreter, converted, nested, at);
    if (shown.kind !== "str") return shown.kind === "one-of" ? shown.condition : shown;
    result += shown.value;
  }
  return str(result + self.value.slice(last));
}

/** `0`, `name`, followed by `.attribute` and `[index]`. */
function fieldValue(context: CallContext, name: string): Value {
  const { args, at, interpreter } = context;
  const [first = ""] = /^[^.[]*/.exec(name) ?? [];
  const found = /^\d+$/.test(first) ? args.positional[Number(first) + 1]?.value : args.keywords.get(first)?.value;
  if (!found)
    return args.complete
      ? raise("KeyError", first, at)
      : interpreter.unknown("unsupported", `\`${first}\` may be among the unknown arguments`, at);
  let value = found;
  for (const [, attribute, index] of name.slice(first.length).matchAll(/\.(\w+)|\[([^\]]*)\]/g)) {
    if (attribute !== undefined) value = interpreter.attribute(value, attribute, at);
    else if (index !== undefined) value = interpreter.subscript(value, /^\d+$/.test(index) ? int(Number(index)) : str(index), at);
  }
  return value;
}
