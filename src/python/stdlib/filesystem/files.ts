/** `open(…)`: files of the repository, for reading. */
import { argumentOf, selfOf } from "../../builtins/arguments.ts";
import { decodeUtf8 } from "../../files/utf8.ts";
import type { CallContext, MethodModel, SymbolModel } from "../../library.ts";
import { int, list, NONE, str } from "../../make-value.ts";
import { raise } from "../../python-raise.ts";
import type { BytesValue, InstanceValue, LibraryObject, StrValue, Unknown, Value } from "../../value.ts";
import type { LibraryPart } from "../part.ts";
import { pathText, repositoryPath } from "./paths.ts";

const FILE = "io.TextIOWrapper";

export function openFile(path: string | undefined, mode: Value | undefined, context: CallContext): Value {
  const { interpreter, at } = context;
  if (path === undefined) return interpreter.unknown("unsupported", "which file is opened here is not known", at);
  if (mode?.kind === "str" && /[wax+]/.test(mode.value))
    return {
      kind: "object",
      type: FILE,
      fields: new Map<string, Value>([["gap", interpreter.unknown("mutation", `\`${path}\` is written at import`, at)]]),
      at,
    };
  const inside = repositoryPath(context, path);
  const fields = new Map<string, Value>([["name", str(path)]]);
  if (inside === undefined) fields.set("gap", interpreter.unknown("runtime-input", `what \`${path}\` holds is known at run time only`, at));
  else fields.set("path", str(inside));
  return { kind: "object", type: FILE, fields, at };
}

export interface Content {
  readonly text: string;
  /** Of the file that it is the whole of. */
  readonly path?: string;
}

/** The content of what `open` or a text gave: for the readers of JSON, YAML, TOML and CSV. */
export function contentOf(value: Value | undefined, context: CallContext): Content | Unknown {
  const { interpreter, at } = context;
  if (value?.kind === "unknown") return value;
  if (value?.kind === "str" || value?.kind === "bytes") return ofText(value, context);
  if (value?.kind === "list" || value?.kind === "iterator" || value?.kind === "tuple") return ofLines(value, context);
  const named = pathText(value);
  if (named !== undefined) return contentOf(openFile(named, undefined, context), context);
  if (value?.kind !== "object" || value.type !== FILE) return interpreter.unknown("unsupported", "what is read here is not known", at);
  const gap = value.fields.get("gap");
  if (gap?.kind === "unknown") return gap;
  const path = value.fields.get("path");
  const held = value.fields.get(TEXT);
  if (held?.kind === "str") {
    const from = positionOf(value);
    value.fields.set(POSITION, int(held.value.length));
    return { text: held.value.slice(from) };
  }
  if (path?.kind !== "str") return interpreter.unknown("unsupported", "what is read here is not known", at);
  const text = interpreter.readText(path.value, at);
  if (typeof text !== "string") return text;
  const start = positionOf(value);
  value.fields.set(POSITION, int(text.length));
  return start === 0 ? { text, path: path.value } : { text: text.slice(start) };
}

/** The content of what a path names, or of a file that is open already. */
export function contentOfFile(value: Value | undefined, context: CallContext): Content | Unknown {
  const path = pathText(value);
  return contentOf(path === undefined ? value : openFile(path, undefined, context), context);
}

/** What a text stream in memory was given; what is written to it later is not followed. */
const TEXT = "\0text";

const textStream: SymbolModel = (context) => {
  const given = context.args.positional[0]?.value ?? str("");
  if (given.kind === "unknown" || given.kind === "one-of") return given;
  return { kind: "object", type: FILE, fields: new Map<string, Value>([[TEXT, given.kind === "none" ? str("") : given]]), at: context.at };
};

/** How far an open file was read. */
const POSITION = "\0position";

function positionOf(file: LibraryObject): number {
  const position = file.fields.get(POSITION);
  return position?.kind === "int" ? Number(position.value) : 0;
}

/** The next line of an open file; `otherwise` at its end. */
function nextLine(self: LibraryObject | InstanceValue, context: CallContext, otherwise: () => Value): Value {
  if (self.kind !== "object") return otherwise();
  const start = positionOf(self);
  const content = contentOf(self, context);
  if (!("text" in content)) return content;
  const [line] = /^[^\n]*\n?/.exec(content.text) ?? [""];
  self.fields.set(POSITION, int(start + line.length));
  return line === "" ? otherwise() : str(line);
}

/** The whole of a file keeps its place, so that what is read from it has places of its own. */
export function wholeText(text: string, path: string): Value {
  return { kind: "str", value: text, origin: { path, start: 0, end: text.length } };
}

function ofText(value: StrValue | BytesValue, context: CallContext): Content | Unknown {
  const text = value.kind === "str" ? value.value : decodeUtf8(value.value);
  if (text === undefined) return context.interpreter.unknown("unsupported", "these bytes are no UTF-8", context.at);
  const path = value.origin?.start === 0 && value.origin.end === text.length ? value.origin.path : undefined;
  return path === undefined || context.interpreter.readText(path, context.at) !== text ? { text } : { text, path };
}

/** `csv.reader(text.splitlines())`. */
function ofLines(value: Value, { interpreter, at }: CallContext): Content | Unknown {
  const { items, gap } = interpreter.iterate(value, at);
  const unread = gap ?? items.find((item) => item.kind === "unknown");
  if (unread?.kind === "unknown") return unread;
  return { text: items.flatMap((item) => (item.kind === "str" ? [item.value.replace(/\r?\n$/, "")] : [])).join("\n") };
}

function reading(use: (content: Content) => Value): MethodModel {
  return (self: LibraryObject | InstanceValue, context) => {
    const content = contentOf(self, context);
    return "text" in content ? use(content) : content;
  };
}

const whole = ({ text, path }: Content): Value => (path === undefined ? str(text) : wholeText(text, path));
const lines = ({ text }: Content): Value => list((text.match(/[^\n]*\n|[^\n]+$/g) ?? []).map((line) => str(line)));

export const FILES: LibraryPart = {
  symbols: {
    "builtins.open": (context) => openFile(pathText(selfOf(context)), argumentOf(context.args, 1, "mode"), context),
    "io.StringIO": textStream,
  },
  types: {
    [FILE]: {
      methods: {
        read: reading(whole),
        readlines: reading(lines),
        __enter__: (self) => self,
        readline: (self, context) => nextLine(self, context, () => str("")),
        __next__: (self, context) => nextLine(self, context, () => argumentOf(context.args, 0) ?? raise("StopIteration", "", context.at)),
        seek: (self, { args }) => {
          if (self.kind === "object") self.fields.set(POSITION, argumentOf(args, 0) ?? int(0));
          return NONE;
        },
        close: () => NONE,
        write: (self, { interpreter, at }) => {
          if (self.kind === "object" && self.fields.delete(TEXT))
            self.fields.set("gap", interpreter.unknown("mutation", "what is written to this stream is not followed", at));
          return NONE;
        },
      },
      iterate: (self, context) => reading(lines)(self, context),
    },
  },
  aliases: { "io.open": "builtins.open", "codecs.open": "builtins.open" },
};
