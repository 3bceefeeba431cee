/** `string`: templates, the constants, and what a format names. */
import { argumentOf, selfOf } from "../../builtins/arguments.ts";
import type { CallContext, MethodModel, SymbolModel } from "../../library.ts";
import { entryOf, iterator, NONE, str, tuple } from "../../make-value.ts";
import { raise } from "../../python-raise.ts";
import type { Unknown, Value } from "../../value.ts";
import type { LibraryPart } from "../part.ts";

/** `string.Template("$region_stock").substitute(region="eu")`: field `template`. */
const template: SymbolModel = (context) => ({
  kind: "object",
  type: TEMPLATE,
  fields: new Map([["template", selfOf(context)]]),
  at: context.at,
});
const TEMPLATE = "string.Template";

function substitute(strict: boolean): MethodModel {
  return (self, context) => {
    const text = self.kind === "object" ? self.fields.get("template") : undefined;
    if (text?.kind !== "str") return context.interpreter.unknown("unsupported", "this template is not known", context.at);
    let unknown: Unknown | undefined;
    const result = text.value.replace(/\$(?:\$|(\w+)|\{(\w+)\})/g, (whole, bare: string | undefined, braced: string | undefined) => {
      const name = bare ?? braced;
      if (name === undefined) return "$";
      const value = substitution(name, context);
      if (!value) return strict && context.args.complete ? raise("KeyError", name, context.at) : whole;
      const shown = context.interpreter.toStr(value, context.at);
      if (shown.kind === "str") return shown.value;
      unknown = context.interpreter.unknown(
        "unsupported",
        `\`${name}\` is not known`,
        context.at,
        shown.kind === "unknown" ? shown : undefined,
      );
      return whole;
    });
    return unknown ?? str(result);
  };
}

function substitution(name: string, { args }: CallContext): Value | undefined {
  const mapping = args.positional[0]?.value;
  return args.keywords.get(name)?.value ?? (mapping?.kind === "dict" ? entryOf(mapping, name) : undefined);
}

/** `string.capwords("daily orders")`. */
const capitalized: SymbolModel = ({ args, at, interpreter }) => {
  const text = argumentOf(args, 0, "s");
  if (text?.kind !== "str") return text ?? interpreter.unknown("unsupported", "this text is not known", at);
  const words = text.value.split(/\s+/).filter((word) => word !== "");
  return str(words.map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()).join(" "));
};

const FORMATTER = "string.Formatter";

/** `Formatter().parse(text)`: rows of literal text, field name, format and conversion. */
const parsed: MethodModel = (_, context) => {
  const text = selfOf(context);
  if (text.kind !== "str") return text;
  const rows: Value[] = [];
  let literal = "";
  for (const [part, name, conversion, spec] of text.value.matchAll(
    /\{\{|\}\}|\{([^{}!:]*)(?:!(\w))?(?::((?:[^{}]|\{[^{}]*\})*))?\}|[^{}]+/g,
  )) {
    if (name === undefined) {
      literal += part === "{{" ? "{" : part === "}}" ? "}" : part;
      continue;
    }
    rows.push(tuple([str(literal), str(name), str(spec ?? ""), conversion === undefined ? NONE : str(conversion)]));
    literal = "";
  }
  if (literal !== "") rows.push(tuple([str(literal), NONE, NONE, NONE]));
  return iterator(rows);
};

const LOWER = "abcdefghijklmnopqrstuvwxyz";
const PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
const WHITESPACE = " \t\n\r\u000b\u000c";

export const STRING_MODULE: LibraryPart = {
  symbols: {
    [TEMPLATE]: template,
    "string.capwords": capitalized,
    [FORMATTER]: ({ at }) => ({ kind: "object", type: FORMATTER, fields: new Map(), at }),
  },
  constants: {
    "string.ascii_lowercase": str(LOWER),
    "string.ascii_uppercase": str(LOWER.toUpperCase()),
    "string.ascii_letters": str(LOWER + LOWER.toUpperCase()),
    "string.digits": str("0123456789"),
    "string.hexdigits": str("0123456789abcdefABCDEF"),
    "string.octdigits": str("01234567"),
    "string.punctuation": str(PUNCTUATION),
    "string.whitespace": str(WHITESPACE),
    "string.printable": str(`0123456789${LOWER}${LOWER.toUpperCase()}${PUNCTUATION}${WHITESPACE}`),
  },
  types: {
    [TEMPLATE]: { methods: { substitute: substitute(true), safe_substitute: substitute(false) } },
    [FORMATTER]: {
      methods: {
        parse: parsed,
        format: (_, { args, interpreter, at }) => {
          const [format, ...rest] = args.positional;
          const method = format && interpreter.attribute(format.value, "format", at);
          return method ? interpreter.call(method, { ...args, positional: rest }, at) : NONE;
        },
      },
    },
  },
};
