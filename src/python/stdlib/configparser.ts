/** `configparser`: INI files of the repository as sections of texts, the `DEFAULT` section behind each, `%(name)s` interpolated. */
import { parseIni } from "../../formats/ini.ts";
import { argumentOf, selfOf, textOf } from "../builtins/arguments.ts";
import type { CallContext, MethodModel, SymbolModel, TypeModel } from "../library.ts";
import { bool, dict, entryOf, float, int, list, NONE, setEntry, str, strDict, tuple } from "../make-value.ts";
import { raise } from "../python-raise.ts";
import type { DictValue, InstanceValue, LibraryObject, Value } from "../value.ts";
import { valueOfNode } from "./filesystem/document-formats.ts";
import { contentOf, openFile } from "./filesystem/files.ts";
import { pathText } from "./filesystem/paths.ts";
import type { LibraryPart } from "./part.ts";

const PARSER = "configparser.ConfigParser";
const SECTION = "configparser.SectionProxy";
const DEFAULT = "DEFAULT";
/** A field that no name of Python reaches: `sections` is a method. */
const SECTIONS = "\0sections";

/** Field {@link SECTIONS}: a dict of dicts; field `raw`: no interpolation. */
function parserObject(isRaw: boolean): SymbolModel {
  return ({ args, at }) => {
    const raw = isRaw || args.keywords.get("interpolation")?.value.kind === "none";
    const fields = new Map<string, Value>([
      [SECTIONS, dict([])],
      ["raw", bool(raw)],
    ]);
    return { kind: "object", type: PARSER, fields, at };
  };
}

function sectionsOf(self: LibraryObject | InstanceValue): DictValue {
  const fields = self.kind === "object" ? self.fields : self.attributes;
  const known = fields.get(SECTIONS);
  if (known?.kind === "dict") return known;
  const made = dict([]);
  fields.set(SECTIONS, made);
  return made;
}

/** Files that are not there are passed over, as Python does. */
const read: MethodModel = (self, context) => {
  const given = argumentOf(context.args, 0, "filenames") ?? NONE;
  const files = given.kind === "list" || given.kind === "tuple" ? given.items : [given];
  const readFiles = files.filter((file) => {
    const content = contentOf(openFile(pathText(file), undefined, context), context);
    if ("text" in content) load(self, content);
    else if (content.reason !== "runtime-input") markUnknown(self, content);
    return "text" in content;
  });
  return list(readFiles);
};

const readContent: MethodModel = (self, context) => {
  const content = contentOf(selfOf(context), context);
  if ("text" in content) load(self, content);
  else markUnknown(self, content);
  return NONE;
};

function load(self: LibraryObject | InstanceValue, { text, path }: { readonly text: string; readonly path?: string }): void {
  const sections = sectionsOf(self);
  for (const { key, value } of parseIni(text).entries) {
    const name = String(key.value);
    const section = entryOf(sections, name) ?? dict([]);
    setEntry(sections, str(name), section);
    const read = valueOfNode(value, path);
    if (section.kind === "dict" && read.kind === "dict")
      for (const entry of read.entries.values()) setEntry(section, entry.key, entry.value);
  }
}

function markUnknown(self: LibraryObject | InstanceValue, gap: Extract<Value, { kind: "unknown" }>): void {
  const sections = sectionsOf(self);
  sections.complete = false;
  sections.gap ??= gap;
}

/** What a section holds with the defaults behind it; `undefined` for a section that is not there. */
function entriesOf(self: LibraryObject | InstanceValue, section: string): ReadonlyMap<string, Value> | undefined {
  const sections = sectionsOf(self);
  const own = entryOf(sections, section);
  if (own === undefined && section !== DEFAULT) return undefined;
  const merged = new Map<string, Value>();
  for (const part of [entryOf(sections, DEFAULT), own]) {
    if (part?.kind !== "dict") continue;
    for (const { key, value } of part.entries.values()) if (key.kind === "str") merged.set(key.value, value);
  }
  return merged;
}

/** The text of an option; `undefined` where it is not there. */
function optionOf(self: LibraryObject | InstanceValue, section: string, option: string): Value | undefined {
  const entries = entriesOf(self, section);
  const raw = self.kind === "object" ? self.fields.get("raw") : undefined;
  const value = entries?.get(option.toLowerCase());
  if (!entries || value?.kind !== "str" || (raw?.kind === "bool" && raw.value)) return value;
  const text = value.value.replaceAll(/%(?:%|\(([^)]+)\)s)/g, (whole, name?: string) => {
    const other = name === undefined ? undefined : entries.get(name.toLowerCase());
    return other?.kind === "str" ? other.value : whole === "%%" ? "%" : whole;
  });
  return text === value.value ? value : str(text);
}

type Convert = (text: string, context: CallContext) => Value;

const BOOLEANS: Readonly<Record<string, boolean>> = {
  "1": true,
  yes: true,
  true: true,
  on: true,
  "0": false,
  no: false,
  false: false,
  off: false,
};

const CONVERSIONS: Readonly<Record<string, Convert | undefined>> = {
  get: undefined,
  getint: (text) => int(Number(text)),
  getfloat: (text) => float(Number(text)),
  getboolean: (text, { at }) => {
    const value = BOOLEANS[text.toLowerCase()];
    return value === undefined ? raise("ValueError", `Not a boolean: ${text}`, at) : bool(value);
  },
};

function converted(value: Value, convert: Convert | undefined, context: CallContext): Value {
  return convert && value.kind === "str" ? convert(value.value, context) : value;
}

/** `parser.get(section, option, fallback=…)`. */
function getter(convert: Convert | undefined): MethodModel {
  return (self, context) => {
    const [section, option] = [textOf(context.args, 0, "section"), textOf(context.args, 1, "option")];
    if (section === undefined || option === undefined)
      return context.interpreter.unknown("unsupported", "this option is not known", context.at);
    const value = optionOf(self, section, option);
    const { gap } = sectionsOf(self);
    return value
      ? converted(value, convert, context)
      : (gap ?? context.args.keywords.get("fallback")?.value ?? raise("KeyError", option, context.at));
  };
}

/** `section.get(option, fallback)`. */
function sectionGetter(convert: Convert | undefined): MethodModel {
  return (self, context) => {
    const { parser, name } = partsOf(self);
    const value = parser && optionOf(parser, name, textOf(context.args, 0, "option") ?? "");
    return value ? converted(value, convert, context) : (argumentOf(context.args, 1, "fallback") ?? NONE);
  };
}

function partsOf(self: LibraryObject | InstanceValue): {
  readonly parser: LibraryObject | InstanceValue | undefined;
  readonly name: string;
} {
  const [parser, name] = self.kind === "object" ? [self.fields.get("parser"), self.fields.get("name")] : [];
  const known = parser?.kind === "object" || parser?.kind === "instance" ? parser : undefined;
  return { parser: known, name: name?.kind === "str" ? name.value : "" };
}

function sectionObject(parser: LibraryObject | InstanceValue, name: string, { at }: CallContext): Value {
  if (!entriesOf(parser, name)) return sectionsOf(parser).gap ?? raise("KeyError", name, at);
  return {
    kind: "object",
    type: SECTION,
    fields: new Map<string, Value>([
      ["parser", parser],
      ["name", str(name)],
    ]),
    at,
  };
}

function sectionDict(self: LibraryObject | InstanceValue): DictValue {
  const { parser, name } = partsOf(self);
  const names = [...((parser && entriesOf(parser, name)?.keys()) ?? [])];
  return strDict(names.map((option) => [option, (parser && optionOf(parser, name, option)) ?? NONE] as const));
}

function namesOf(self: LibraryObject | InstanceValue): Value {
  const { entries, gap } = sectionsOf(self);
  return list(
    [...entries.values()].flatMap(({ key }) => (key.kind === "str" && key.value !== DEFAULT ? [key] : [])),
    gap,
  );
}

const parser: TypeModel = {
  subscript: (self, index, context) => (index.kind === "str" ? sectionObject(self, index.value, context) : index),
  iterate: (self) => list([str(DEFAULT), ...iterable(namesOf(self))], sectionsOf(self).gap),
  operator: (operator, left, right) =>
    operator === "in" && right.kind === "object" && left.kind === "str" ? bool(entriesOf(right, left.value) !== undefined) : undefined,
  methods: {
    read,
    read_file: readContent,
    readfp: readContent,
    read_string: readContent,
    sections: namesOf,
    has_section: (self, { args }) => bool(entryOf(sectionsOf(self), textOf(args, 0, "section") ?? "") !== undefined),
    has_option: (self, { args }) => bool(optionOf(self, textOf(args, 0, "section") ?? "", textOf(args, 1, "option") ?? "") !== undefined),
    options: (self, { args }) => list([...(entriesOf(self, textOf(args, 0, "section") ?? "")?.keys() ?? [])].map((name) => str(name))),
    items: (self, context) => {
      const name = textOf(context.args, 0, "section");
      const pairs =
        name === undefined
          ? iterable(namesOf(self)).map((each) => tuple([each, sectionObject(self, each.kind === "str" ? each.value : "", context)]))
          : [...(entriesOf(self, name)?.keys() ?? [])].map((option) => tuple([str(option), optionOf(self, name, option) ?? NONE]));
      return list(pairs, sectionsOf(self).gap);
    },
    ...Object.fromEntries(Object.entries(CONVERSIONS).map(([name, convert]) => [name, getter(convert)])),
  },
};

function iterable(value: Value): readonly Value[] {
  return value.kind === "list" ? value.items : [];
}

function dictMethod(name: string): MethodModel {
  return (self, { interpreter, args, at }) => interpreter.call(interpreter.attribute(sectionDict(self), name, at), args, at);
}

const section: TypeModel = {
  subscript: (self, index, { interpreter, at }) =>
    interpreter.subscript(sectionDict(self), index.kind === "str" ? str(index.value.toLowerCase()) : index, at),
  iterate: (self) => list([...sectionDict(self).entries.values()].map(({ key }) => key)),
  operator: (operator, left, right) =>
    operator === "in" && right.kind === "object" && left.kind === "str"
      ? bool(entryOf(sectionDict(right), left.value.toLowerCase()) !== undefined)
      : undefined,
  methods: {
    ...Object.fromEntries(["items", "keys", "values"].map((name) => [name, dictMethod(name)])),
    ...Object.fromEntries(Object.entries(CONVERSIONS).map(([name, convert]) => [name, sectionGetter(convert)])),
  },
};

export const CONFIGPARSER: LibraryPart = {
  symbols: { [PARSER]: parserObject(false), "configparser.RawConfigParser": parserObject(true) },
  types: { [PARSER]: parser, [SECTION]: section },
  aliases: { "configparser.SafeConfigParser": PARSER },
};
