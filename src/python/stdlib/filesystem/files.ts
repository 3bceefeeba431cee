/** `open(…)`: files of the repository, for reading. */
import { argumentOf, selfOf } from "../../builtins/arguments.ts";
import type { CallContext, MethodModel } from "../../library.ts";
import { list, NONE, str } from "../../make-value.ts";
import type { InstanceValue, LibraryObject, Unknown, Value } from "../../value.ts";
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

/** The content of what `open` or a text gave: for the readers of JSON, YAML, TOML and CSV. */
export function contentOf(value: Value | undefined, context: CallContext): { readonly text: string; readonly path?: string } | Unknown {
  const { interpreter, at } = context;
  if (value?.kind === "unknown") return value;
  if (value?.kind === "str" || value?.kind === "bytes") return { text: value.value };
  if (value?.kind !== "object" || value.type !== FILE) return interpreter.unknown("unsupported", "what is read here is not known", at);
  const gap = value.fields.get("gap");
  if (gap?.kind === "unknown") return gap;
  const path = value.fields.get("path");
  if (path?.kind !== "str") return interpreter.unknown("unsupported", "what is read here is not known", at);
  const text = interpreter.readText(path.value, at);
  return typeof text === "string" ? { text, path: path.value } : text;
}

function reading(use: (text: string) => Value): MethodModel {
  return (self: LibraryObject | InstanceValue, context) => {
    const content = contentOf(self, context);
    return "text" in content ? use(content.text) : content;
  };
}

const lines = (text: string): Value => list((text.match(/[^\n]*\n|[^\n]+$/g) ?? []).map((line) => str(line)));

export const FILES: LibraryPart = {
  symbols: {
    "builtins.open": (context) => openFile(pathText(selfOf(context)), argumentOf(context.args, 1, "mode"), context),
    "io.StringIO": (context) => selfOf(context),
  },
  types: {
    [FILE]: {
      methods: {
        read: reading((text) => str(text)),
        readlines: reading(lines),
        __enter__: (self) => self,
        close: () => NONE,
        write: () => NONE,
      },
      iterate: (self, context) => reading(lines)(self, context),
    },
  },
  aliases: { "io.open": "builtins.open", "codecs.open": "builtins.open" },
};
