/** Methods of `str`. */

import { assumptionsOf } from "../../evaluate/assumption.ts";
import { encodingLabel } from "../../files/encoding-label.ts";
import { decodeUtf8, encodeUtf8 } from "../../files/utf8.ts";
import type { CallContext, SymbolModel } from "../../library.ts";
import { bool, dict, int, list, str, tuple } from "../../make-value.ts";
import { raise } from "../../python-raise.ts";
import type { StrValue, Value } from "../../value.ts";
import { scalarOf } from "../../values/enum-scalar.ts";
import { distribute } from "../../values/one-of.ts";
import { argumentOf, numberOf, selfOf, textOf, unknownIn } from "../arguments.ts";
import { formatTemplate } from "./str-format.ts";

type StrMethod = (self: string, context: CallContext) => Value | undefined;

/** Methods that need known arguments only; `undefined` says that they are not. Argument 0 is the string itself. */
const METHODS: Readonly<Record<string, StrMethod>> = {
  upper: (self) => str(self.toUpperCase()),
  lower: (self) => str(self.toLowerCase()),
  casefold: (self) => str(self.toLowerCase().replaceAll("ß", "ss")),
  isascii: (self) => bool(/^[\0-\x7f]*$/.test(self)),
  capitalize: (self) => str(self.slice(0, 1).toUpperCase() + self.slice(1).toLowerCase()),
  title: (self) =>
    str(self.toLowerCase().replace(/(^|[^\p{L}])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())),
  swapcase: (self) =>
    str([...self].map((character) => (character === character.toUpperCase() ? character.toLowerCase() : character.toUpperCase())).join("")),
  strip: (self, { args }) => stripped(self, args.positional[1]?.value, "both"),
  lstrip: (self, { args }) => stripped(self, args.positional[1]?.value, "left"),
  rstrip: (self, { args }) => stripped(self, args.positional[1]?.value, "right"),
  replace: (self, { args }) => {
    const [from, to, count] = [textOf(args, 1), textOf(args, 2), numberOf(args, 3, "count")];
    if (from === undefined || to === undefined) return undefined;
    return str(count === undefined || count < 0 ? self.replaceAll(from, to) : replaceSome(self, { from, to, count }));
  },
  split: (self, { args }) => splitting(self, argumentOf(args, 1, "sep"), numberOf(args, 2, "maxsplit") ?? -1),
  rsplit: (self, { args }) => splittingFromRight(self, argumentOf(args, 1, "sep"), numberOf(args, 2, "maxsplit") ?? -1),
  splitlines: (self) => list(linesOf(self).map((line) => str(line))),
  partition: (self, { args }) => partitioned(self, textOf(args, 1), (separator) => self.indexOf(separator)),
  rpartition: (self, { args }) => {
    const separator = textOf(args, 1);
    if (separator !== undefined && !self.includes(separator)) return tuple([str(""), str(""), str(self)]);
    return partitioned(self, separator, (text) => self.lastIndexOf(text));
  },
  startswith: (self, { args }) => affix(args.positional[1]?.value, (text) => self.startsWith(text, numberOf(args, 2) ?? 0)),
  endswith: (self, { args }) => affix(args.positional[1]?.value, (text) => self.endsWith(text)),
  removeprefix: (self, { args }) => withText(args, (text) => str(text && self.startsWith(text) ? self.slice(text.length) : self)),
  removesuffix: (self, { args }) => withText(args, (text) => str(text && self.endsWith(text) ? self.slice(0, -text.length) : self)),
  find: (self, { args }) => withText(args, (text) => int(self.indexOf(text, numberOf(args, 2) ?? 0))),
  rfind: (self, { args }) => withText(args, (text) => int(self.lastIndexOf(text))),
  index: (self, { args, at }) =>
    withText(args, (text) => (self.includes(text) ? int(self.indexOf(text)) : raise("ValueError", "substring not found", at))),
  count: (self, { args }) => withText(args, (text) => int(text === "" ? self.length + 1 : self.split(text).length - 1)),
  zfill: (self, { args }) =>
    withWidth(args, (width) =>
      /^[+-]/.test(self) ? str(self.slice(0, 1) + self.slice(1).padStart(width - 1, "0")) : str(self.padStart(width, "0")),
    ),
  ljust: (self, { args }) => withWidth(args, (width) => str(self.padEnd(width, textOf(args, 2) ?? " "))),
  rjust: (self, { args }) => withWidth(args, (width) => str(self.padStart(width, textOf(args, 2) ?? " "))),
  center: (self, { args }) => withWidth(args, (width) => str(centred(self, width, textOf(args, 2) ?? " "))),
  isdigit: (self) => bool(/^\p{Nd}+$/u.test(self)),
  isnumeric: (self) => bool(/^\p{N}+$/u.test(self)),
  isdecimal: (self) => bool(/^\p{Nd}+$/u.test(self)),
  isalpha: (self) => bool(/^\p{L}+$/u.test(self)),
  isalnum: (self) => bool(/^[\p{L}\p{N}]+$/u.test(self)),
  isupper: (self) => bool(/\p{Lu}/u.test(self) && !/\p{Ll}/u.test(self)),
  islower: (self) => bool(/\p{Ll}/u.test(self) && !/\p{Lu}/u.test(self)),
  isspace: (self) => bool(/^\s+$/u.test(self)),
  istitle: (self) =>
    bool(/\p{L}/u.test(self) && self === self.toLowerCase().replace(/(^|[^\p{L}])(\p{L})/gu, (whole) => whole.toUpperCase())),
  isidentifier: (self) => bool(/^[\p{L}_][\p{L}\p{N}_]*$/u.test(self)),
  expandtabs: (self, { args }) => str(withoutTabs(self, numberOf(args, 1, "tabsize") ?? 8)),
  translate: (self, { args }) => translated(self, args.positional[1]?.value),
  encode: encoded,
};

/** UTF-8, Latin-1 and ASCII; what has no place in one is left out where the caller says so. */
function encoded(self: string, { args, at }: CallContext): Value | undefined {
  const encoding = (textOf(args, 1, "encoding") ?? "utf-8").toLowerCase();
  const most = { ascii: 0x7f, "us-ascii": 0x7f, "latin-1": 0xff, latin1: 0xff, "iso-8859-1": 0xff }[encoding];
  if (most === undefined && encodingLabel(encoding) === "utf-8") return { kind: "bytes", value: encodeUtf8(self) };
  if (most === undefined) return undefined;
  const fits = [...self].filter((character) => (character.codePointAt(0) ?? 0) <= most).join("");
  if (fits === self) return { kind: "bytes", value: self };
  const errors = textOf(args, 2, "errors") ?? "strict";
  if (errors === "strict") return raise("UnicodeEncodeError", `'${encoding}' codec can't encode characters`, at);
  return errors === "ignore" ? { kind: "bytes", value: fits } : undefined;
}

/** Of `bytes`; encodings other than UTF-8 are left to the code. */
const decode: SymbolModel = (context) => {
  const bytes = selfOf(context);
  const encoding = encodingLabel(textOf(context.args, 1, "encoding") ?? "utf-8");
  const text = bytes.kind === "bytes" && encoding === "utf-8" ? decodeUtf8(bytes.value) : undefined;
  if (text === undefined)
    return unknownIn(context.args) ?? context.interpreter.unknown("unsupported", "these bytes are not read", context.at);
  return bytes.kind === "bytes" && bytes.origin ? { kind: "str", value: text, origin: bytes.origin } : str(text);
};

/** Keyed as `builtins.str.<method>`; the string is argument 0. */
export function strMethods(): ReadonlyMap<string, SymbolModel> {
  const models = new Map<string, SymbolModel>();
  for (const [name, method] of Object.entries(METHODS)) models.set(`builtins.str.${name}`, (context) => apply(name, method, context));
  models.set("builtins.bytes.decode", decode);
  models.set("builtins.str.join", join);
  models.set("builtins.str.format", (context) => formatTemplate(context));
  models.set("builtins.str.format_map", (context) => formatTemplate(mapAsKeywords(context)));
  models.set("builtins.str.maketrans", makeTranslation);
  models.set("builtins.str.__contains__", ({ args, at, interpreter }) => {
    const [self, item] = [args.positional[0]?.value, args.positional[1]?.value];
    return self && item && item.kind === "str" && self.kind === "str"
      ? bool(self.value.includes(item.value))
      : interpreter.unknown("unsupported", "this comparison is not decided", at);
  });
  return models;
}

function apply(name: string, method: StrMethod, context: CallContext): Value {
  const { args, at, interpreter } = context;
  const self = selfOf(context);
  if (self.kind === "one-of") return distribute(self, (option) => apply(name, method, withSelf(context, option)));
  const result = self.kind === "str" ? method(self.value, context) : undefined;
  if (!result) return unknownIn(args) ?? interpreter.unknown("unsupported", `\`str.${name}\` is not read here`, at);
  const assumes = assumptionsOf(...args.positional.map((argument) => argument.value));
  return assumes ? assuming(result, assumes) : result;
}

/** Parts of a text rest on what the text rests on. */
function assuming(result: Value, assumes: readonly string[]): Value {
  switch (result.kind) {
    case "str":
    case "bool":
    case "int":
      return { ...result, assumes };
    case "list":
    case "tuple":
      return { ...result, items: result.items.map((item) => assuming(item, assumes)) };
    default:
      return result;
  }
}

function withSelf(context: CallContext, self: Value): CallContext {
  return { ...context, args: { ...context.args, positional: [{ value: self, at: context.at }, ...context.args.positional.slice(1)] } };
}

/** Line ends as `str.splitlines` knows them: more than `\n`, and the last one starts no line. */
function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/);
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

function withText(args: CallContext["args"], use: (text: string) => Value): Value | undefined {
  const text = textOf(args, 1);
  return text === undefined ? undefined : use(text);
}

function withWidth(args: CallContext["args"], use: (width: number) => Value): Value | undefined {
  const width = numberOf(args, 1);
  return width === undefined || width > 10_000 ? undefined : use(width);
}

function stripped(self: string, characters: Value | undefined, side: "both" | "left" | "right"): Value | undefined {
  if (characters && characters.kind !== "none" && characters.kind !== "str") return undefined;
  const wanted = characters?.kind === "str" ? new Set(characters.value) : undefined;
  const strips = (character: string) => (wanted ? wanted.has(character) : /\s/.test(character));
  const all = [...self];
  let [start, end] = [0, all.length];
  if (side !== "right") while (start < end && strips(all[start] as string)) start += 1;
  if (side !== "left") while (end > start && strips(all[end - 1] as string)) end -= 1;
  return str(all.slice(start, end).join(""));
}

function replaceSome(self: string, { from, to, count }: { from: string; to: string; count: number }): string {
  const parts = self.split(from);
  const replaced = parts.slice(0, count + 1).join(to);
  return [replaced, ...parts.slice(count + 1)].join(from);
}

function splitting(self: string, separator: Value | undefined, most: number): Value | undefined {
  if (!separator || separator.kind === "none") {
    const words = self
      .trim()
      .split(/\s+/)
      .filter((word) => word !== "");
    if (most < 0 || words.length <= most) return list(words.map((word) => str(word)));
    const match = new RegExp(`^\\s*((?:\\S+\\s+){${most}})`).exec(self);
    return list([...words.slice(0, most), self.slice(match?.[0].length ?? 0).trimEnd()].map((word) => str(word)));
  }
  if (separator.kind !== "str" || separator.value === "") return undefined;
  const parts = self.split(separator.value);
  const limited = most < 0 || parts.length <= most + 1 ? parts : [...parts.slice(0, most), parts.slice(most).join(separator.value)];
  return list(limited.map((part) => str(part)));
}

function splittingFromRight(self: string, separator: Value | undefined, most: number): Value | undefined {
  if (most < 0) return splitting(self, separator, most);
  if (separator?.kind !== "str" || separator.value === "") return undefined;
  const parts = self.split(separator.value);
  const limited =
    parts.length <= most + 1 ? parts : [parts.slice(0, parts.length - most).join(separator.value), ...parts.slice(parts.length - most)];
  return list(limited.map((part) => str(part)));
}

function partitioned(self: string, separator: string | undefined, find: (separator: string) => number): Value | undefined {
  if (separator === undefined) return undefined;
  const position = find(separator);
  const parts = position < 0 ? [self, "", ""] : [self.slice(0, position), separator, self.slice(position + separator.length)];
  return tuple(parts.map((part) => str(part)));
}

function affix(wanted: Value | undefined, test: (text: string) => boolean): Value | undefined {
  if (wanted?.kind === "str") return bool(test(wanted.value));
  if (wanted?.kind !== "tuple" || !wanted.items.every((item): item is StrValue => item.kind === "str")) return undefined;
  return bool(wanted.items.some((item) => item.kind === "str" && test(item.value)));
}

function centred(self: string, width: number, fill: string): string {
  const missing = Math.max(0, width - self.length);
  const left = Math.floor(missing / 2) + (missing & width & 1);
  return fill.repeat(left) + self + fill.repeat(missing - left);
}

function translated(self: string, table: Value | undefined): Value | undefined {
  if (table?.kind !== "dict" || !table.complete) return undefined;
  let result = "";
  for (const character of self) {
    const mapped = table.entries.get(`n${character.codePointAt(0)}`)?.value;
    if (!mapped) result += character;
    else if (mapped.kind === "str") result += mapped.value;
    else if (mapped.kind === "int") result += String.fromCodePoint(Number(mapped.value));
  }
  return str(result);
}

function makeTranslation({ args, at, interpreter }: CallContext): Value {
  const [from, to, removed] = args.positional.map((argument) => argument.value);
  const code = (character: string) => int(character.codePointAt(0) as number);
  if (from?.kind === "dict") {
    return dict(
      [...from.entries.values()].map((entry) => [entry.key.kind === "str" ? code(entry.key.value) : entry.key, entry.value] as const),
      from.gap,
    );
  }
  if (from?.kind !== "str" || to?.kind !== "str")
    return unknownIn(args) ?? interpreter.unknown("unsupported", "`str.maketrans` is not read here", at);
  const targets = [...to.value];
  const pairs = [...from.value].map((character, index) => [code(character), str(targets[index] ?? "")] as const);
  const gone = removed?.kind === "str" ? [...removed.value].map((character) => [code(character), { kind: "none" } as Value] as const) : [];
  return dict([...pairs, ...gone]);
}

function join(context: CallContext): Value {
  const { args, at, interpreter } = context;
  const [separator, iterable] = [args.positional[0]?.value, args.positional[1]?.value];
  if (separator?.kind !== "str" || !iterable)
    return unknownIn(args) ?? interpreter.unknown("unsupported", "`str.join` is not read here", at);
  const { items, gap } = interpreter.iterate(iterable, at);
  if (gap) return gap;
  const parts: string[] = [];
  for (const item of items) {
    const text = scalarOf(item);
    if (text.kind !== "str") return joinedWithout(text, context);
    parts.push(text.value);
  }
  return str(parts.join(separator.value), assumptionsOf(separator, ...items));
}

/** A tab reaches to the next column that the size divides. */
function withoutTabs(text: string, size: number): string {
  let column = 0;
  let result = "";
  for (const character of text) {
    const shown = character === "\t" ? " ".repeat(size > 0 ? size - (column % size) : 0) : character;
    result += shown;
    column = character === "\n" ? 0 : column + shown.length;
  }
  return result;
}

/** What a part that is no known text makes of the whole: what a library or the repository made may be a text, a number is none. */
function joinedWithout(item: Value, { interpreter, at }: CallContext): Value {
  switch (item.kind) {
    case "unknown":
      return item;
    case "one-of":
      return item.condition;
    case "symbol":
      return interpreter.unknown("external-library", `whether \`${item.name}\` is a text is not known`, at);
    case "object":
    case "instance":
      return interpreter.unknown("unsupported", "a text made of objects is not read", at);
    default:
      return raise("TypeError", "sequence item: expected str instance", at);
  }
}

function mapAsKeywords(context: CallContext): CallContext {
  const [self, mapping] = context.args.positional;
  if (!self || mapping?.value.kind !== "dict") return context;
  const keywords = new Map(
    [...mapping.value.entries.values()].flatMap((entry) =>
      entry.key.kind === "str" ? [[entry.key.value, { value: entry.value, at: mapping.at }] as const] : [],
    ),
  );
  return { ...context, args: { positional: [self], keywords, complete: mapping.value.complete } };
}
