/**
 * `re` on known text. Patterns come from code that nobody trusts, and the engine cannot be stopped once it runs: a pattern that
 * could backtrack without end, or a long text, is not tried.
 */
import { argumentOf, inPlaces, invoke, numberOf, selfOf, textOf, unknownIn } from "../../builtins/arguments.ts";
import type { CallContext, MethodModel, SymbolModel, TypeModel } from "../../library.ts";
import { dict, int, iterator, list, NONE, str, tuple } from "../../make-value.ts";
import type { LibraryObject, Value } from "../../value.ts";
import type { LibraryPart } from "../part.ts";
import { isLinear } from "./linear-pattern.ts";

const PATTERN = "re.Pattern";
const MATCH = "re.Match";
const LONGEST_TEXT = 2_000;
/** For patterns that never go back and forth. */
const LONGEST_LINEAR_TEXT = 50_000;
const LONGEST_PATTERN = 300;

const FLAGS: Readonly<Record<string, number>> = {
  IGNORECASE: 2,
  I: 2,
  MULTILINE: 8,
  M: 8,
  DOTALL: 16,
  S: 16,
  VERBOSE: 64,
  X: 64,
  ASCII: 256,
  A: 256,
  UNICODE: 32,
  U: 32,
};

/** `undefined` when the pattern is not read: too long, verbose, or with quantifiers inside of quantified groups. */
function translate(source: string, flags: number): RegExp | undefined {
  if (source.length > LONGEST_PATTERN || flags & 64 || /[+*}]\)(?:[+*]|\{\d+,)/.test(source) || /\([^()]*\|[^()]*\)[+*]/.test(source))
    return undefined;
  const inline = /^\(\?([imsu]+)\)/.exec(source)?.[1] ?? "";
  const javascript = source
    .replace(/^\(\?[imsu]+\)/, "")
    .replaceAll("(?P<", "(?<")
    .replace(/\(\?P=(\w+)\)/g, "\\k<$1>")
    .replaceAll("\\A", "^")
    .replaceAll("\\Z", "$");
  const letters = new Set([
    "g",
    ...(flags & 2 ? ["i"] : []),
    ...(flags & 8 ? ["m"] : []),
    ...(flags & 16 ? ["s"] : []),
    ...[...inline].filter((letter) => "ims".includes(letter)),
  ]);
  try {
    return new RegExp(javascript, [...letters].join(""));
  } catch {
    return undefined;
  }
}

function compile(context: CallContext): Value {
  const first = argumentOf(context.args, 0, "pattern") ?? NONE;
  if (first.kind === "object" && first.type === PATTERN) return first;
  if (first.kind !== "str")
    return unknownIn(context.args) ?? context.interpreter.unknown("unsupported", "this pattern is not known", context.at);
  return makePattern(first.value, numberOf(context.args, 1, "flags") ?? 0, context);
}

function makePattern(source: string, flags: number, { at, interpreter }: CallContext): Value {
  const regex = translate(source, flags);
  if (!regex) return interpreter.unknown("unsupported", `the pattern \`${source.slice(0, 60)}\` is not tried`, at);
  return { kind: "object", type: PATTERN, fields: new Map<string, Value>([["pattern", str(source)]]), at, payload: regex };
}

function regexOf(self: Value): RegExp | undefined {
  return self.kind === "object" && self.payload instanceof RegExp ? new RegExp(self.payload.source, self.payload.flags) : undefined;
}

type Use = (regex: RegExp, text: string, context: CallContext) => Value;

/** As a method of a pattern: the text is argument `index`. */
function method(use: Use, names: readonly string[] = ["string"]): MethodModel {
  const index = names.indexOf("string");
  return (self, given) => {
    const context = { ...given, args: inPlaces(given.args, names) };
    const [regex, text] = [regexOf(self), textOf(context.args, index, "string")];
    if (!regex || text === undefined || (text.length > LONGEST_TEXT && (text.length > LONGEST_LINEAR_TEXT || !isLinear(regex))))
      return unknownIn(context.args) ?? context.interpreter.unknown("unsupported", "this text is not searched", context.at);
    // What a letter or a digit is, is told differently there beyond ASCII.
    if (/[^\0-\x7f]/.test(text) && (regex.ignoreCase || /\\[wWbBdD]/.test(regex.source)))
      return context.interpreter.unknown("unsupported", "a text beyond ASCII is not searched for letters", context.at);
    return use(regex, text, context);
  };
}

/** What follows the pattern, where that is not the text alone. */
const PLACES: Readonly<Record<string, readonly string[]>> = { split: ["string", "maxsplit"], sub: ["repl", "string", "count"] };

/** Where the flags stand when they are not named. */
const FLAGS_AT: Readonly<Record<string, number>> = { split: 3, sub: 4, subn: 4 };

/** As a function of the module: the pattern comes first, the flags last. */
function moduleFunction(name: string): SymbolModel {
  return (context) => {
    const [source, ...rest] = inPlaces(context.args, ["pattern", ...(PLACES[name === "subn" ? "sub" : name] ?? ["string"])]).positional;
    const keywords = new Map([...context.args.keywords].filter(([keyword]) => keyword === "count" || keyword === "maxsplit"));
    const flags = numberOf(context.args, FLAGS_AT[name] ?? 2, "flags") ?? 0;
    if (!source) return unknownIn(context.args) ?? context.interpreter.unknown("unsupported", "this pattern is not known", context.at);
    const pattern = source.value.kind === "str" ? makePattern(source.value.value, flags, context) : compile(context);
    const use = METHODS[name];
    return pattern.kind === "object" && use ? use(pattern, { ...context, args: { ...context.args, positional: rest, keywords } }) : pattern;
  };
}

function anchored(regex: RegExp, end: boolean): RegExp {
  return new RegExp(`^(?:${regex.source})${end ? "$" : ""}`, regex.flags.replace("m", ""));
}

function matchOf(result: RegExpExecArray | null, { at }: CallContext): Value {
  if (!result) return NONE;
  return { kind: "object", type: MATCH, fields: new Map(), at, payload: result };
}

const METHODS: Readonly<Record<string, MethodModel>> = {
  match: method((regex, text, context) => matchOf(anchored(regex, false).exec(text), context)),
  fullmatch: method((regex, text, context) => matchOf(anchored(regex, true).exec(text), context)),
  search: method((regex, text, context) => matchOf(regex.exec(text), context)),
  findall: method((regex, text) =>
    list(
      [...text.matchAll(regex)].map((match) =>
        match.length === 1
          ? str(match[0])
          : match.length === 2
            ? str(match[1] ?? "")
            : tuple(match.slice(1).map((part) => str(part ?? ""))),
      ),
    ),
  ),
  finditer: method((regex, text, context) => iterator([...text.matchAll(regex)].map((match) => matchOf(match, context)))),
  split: method((regex, text, { args }) => list(split(regex, text, numberOf(args, 1, "maxsplit") ?? 0)), PLACES["split"]),
  sub: method((regex, text, context) => substituted(regex, text, context).text, PLACES["sub"]),
  subn: method((regex, text, context) => {
    const { text: result, count } = substituted(regex, text, context);
    return result.kind === "str" ? tuple([result, int(count)]) : result;
  }, PLACES["sub"]),
};

/** The text with every match replaced, and how many there were. */
function substituted(regex: RegExp, text: string, context: CallContext): { readonly text: Value; readonly count: number } {
  const replacement = selfOf(context);
  const matches = [...text.matchAll(regex)].slice(0, numberOf(context.args, 2, "count") || undefined);
  let result = "";
  let end = 0;
  for (const match of matches) {
    const put =
      replacement.kind === "str" ? str(expanded(replacement.value, match)) : invoke(context, replacement, matchOf(match, context));
    if (put.kind !== "str")
      return { text: context.interpreter.unknown("unsupported", "this replacement is not known", context.at), count: 0 };
    result += text.slice(end, match.index) + put.value;
    end = match.index + match[0].length;
  }
  return { text: str(result + text.slice(end)), count: matches.length };
}

/** `\1`, `\g<1>` and `\g<name>` in a replacement. */
function expanded(template: string, match: RegExpExecArray): string {
  return template.replace(/\\(?:g<(\w+)>|(\d))/g, (_, name: string | undefined, digit: string | undefined) => {
    const wanted = name ?? digit ?? "";
    return (/^\d+$/.test(wanted) ? match[Number(wanted)] : match.groups?.[wanted]) ?? "";
  });
}

/** At most `most` parts are cut off, zero for all; groups of the pattern are parts, too. */
function split(regex: RegExp, text: string, most: number): readonly Value[] {
  const parts: Value[] = [];
  let end = 0;
  for (const match of [...text.matchAll(regex)].slice(0, most || undefined)) {
    parts.push(str(text.slice(end, match.index)), ...match.slice(1).map((group) => (group === undefined ? NONE : str(group))));
    end = match.index + match[0].length;
  }
  return [...parts, str(text.slice(end))];
}

function groupOf(match: RegExpExecArray, wanted: Value | undefined): Value {
  const key = wanted?.kind === "int" ? match[Number(wanted.value)] : wanted?.kind === "str" ? match.groups?.[wanted.value] : match[0];
  return key === undefined ? NONE : str(key);
}

function onMatch(use: (match: RegExpExecArray, context: CallContext) => Value): MethodModel {
  return (self, context) =>
    self.kind === "object" && Array.isArray(self.payload) ? use(self.payload as unknown as RegExpExecArray, context) : NONE;
}

/** A group that took no part is what the caller gives for it. */
function partOf(part: string | undefined, args: CallContext["args"]): Value {
  return part === undefined ? (argumentOf(args, 0, "default") ?? NONE) : str(part);
}

/** Where the whole match stands; where a group does is not known. */
function ofWhole(use: (match: RegExpExecArray) => Value): MethodModel {
  return onMatch((match, context) => {
    const group = argumentOf(context.args, 0);
    const isWhole = !group || (group.kind === "int" && Number(group.value) === 0);
    return isWhole ? use(match) : context.interpreter.unknown("unsupported", "where this group stands is not read", context.at);
  });
}

const MATCH_TYPE: TypeModel = {
  methods: {
    group: onMatch((match, { args }) =>
      args.positional.length > 1
        ? tuple(args.positional.map((argument) => groupOf(match, argument.value)))
        : groupOf(match, args.positional[0]?.value),
    ),
    groups: onMatch((match, { args }) => tuple(match.slice(1).map((part) => partOf(part, args)))),
    groupdict: onMatch((match, { args }) =>
      dict(Object.entries(match.groups ?? {}).map(([name, part]) => [str(name), partOf(part, args)] as const)),
    ),
    start: ofWhole((match) => int(match.index)),
    end: ofWhole((match) => int(match.index + match[0].length)),
    span: ofWhole((match) => tuple([int(match.index), int(match.index + match[0].length)])),
    expand: onMatch((match, context) => {
      const template = selfOf(context);
      return template.kind === "str" ? str(expanded(template.value, match)) : template;
    }),
  },
  attribute: (self, name) => {
    const match = self.kind === "object" && Array.isArray(self.payload) ? (self.payload as unknown as RegExpExecArray) : undefined;
    return match && name === "string" ? str(match.input) : undefined;
  },
  subscript: (self: LibraryObject | Value, index: Value) =>
    self.kind === "object" && Array.isArray(self.payload) ? groupOf(self.payload as unknown as RegExpExecArray, index) : NONE,
};

export const REGULAR_EXPRESSIONS: LibraryPart = {
  symbols: {
    "re.compile": compile,
    "re.escape": (context) => {
      const text = textOf(context.args, 0);
      return text === undefined ? (unknownIn(context.args) ?? NONE) : str(text.replace(/[\\^$.|?*+()[\]{}\-&~# \t\n]/g, "\\$&"));
    },
    ...Object.fromEntries(Object.keys(METHODS).map((name) => [`re.${name}`, moduleFunction(name)])),
  },
  constants: Object.fromEntries(Object.entries(FLAGS).map(([name, value]) => [`re.${name}`, int(value)])),
  types: { [PATTERN]: { methods: METHODS }, [MATCH]: MATCH_TYPE },
};
