/** `pathlib.Path`: a value object with one field, `path`. */
import { argumentOf, selfOf, textOf, unknownIn } from "../../builtins/arguments.ts";
import { encodeUtf8 } from "../../files/utf8.ts";
import { normalize, toAbsolute } from "../../files/virtual-path.ts";
import type { CallContext, MethodModel, TypeModel } from "../../library.ts";
import { Machine } from "../../machine.ts";
import { bool, list, NONE, str, tuple } from "../../make-value.ts";
import type { InstanceValue, LibraryObject, Value } from "../../value.ts";
import { EQUALITY_FIELD } from "../../values/hash-key.ts";
import type { LibraryPart } from "../part.ts";
import { ANYTHING, existence, FILE, FOLDER } from "./existence.ts";
import { matchFiles } from "./file-glob.ts";
import { openFile, wholeText } from "./files.ts";
import { basename, dirname, joinPaths, pathText, repositoryPath, splitExtension } from "./paths.ts";

const PATH = "pathlib.Path";

/** Paths are not logged as made: no rule looks at them. */
export function makePath(text: string, at: CallContext["at"]): LibraryObject {
  const clean = tidy(text);
  return {
    kind: "object",
    type: PATH,
    fields: new Map<string, Value>([
      ["path", str(clean)],
      [EQUALITY_FIELD, str(clean)],
    ]),
    at,
  };
}

/** As `PurePath` prints itself: no doubled slashes, no `.` segments, `..` kept. */
function tidy(text: string): string {
  const parts = text.split("/").filter((part) => part !== "" && part !== ".");
  return (text.startsWith("/") ? "/" : "") + parts.join("/") || ".";
}

/** The root and `.` are their own. */
function parentOf(text: string): string {
  return dirname(text) || ".";
}

function textOfSelf(self: LibraryObject | InstanceValue): string {
  return (self.kind === "object" ? pathText(self) : undefined) ?? ".";
}

function construct({ args, at, interpreter }: CallContext): Value {
  const parts = args.positional.map((argument) => pathText(argument.value));
  if (!args.complete || parts.includes(undefined))
    return unknownIn(args) ?? interpreter.unknown("unsupported", "this path is not known", at);
  return makePath(parts.length === 0 ? "." : joinPaths(parts as string[]), at);
}

function absolute(text: string, context: Pick<CallContext, "interpreter">): string {
  const start = context.interpreter instanceof Machine ? context.interpreter.options.workingDirectory : "";
  return normalize(text.startsWith("/") ? text : `${toAbsolute(start)}/${text}`);
}

function globbing(recursive: boolean): MethodModel {
  return (self, context) => {
    const base = textOfSelf(self);
    const [path, pattern] = [repositoryPath(context, base), textOf(context.args, 0, "pattern")];
    if (path === undefined || pattern === undefined)
      return (
        unknownIn(context.args) ?? context.interpreter.unknown("runtime-input", "what this matches is known at run time only", context.at)
      );
    const whole = [path, ...(recursive ? ["**"] : []), pattern].filter((part) => part !== "").join("/");
    const matches = matchFiles(context.interpreter.tree, whole, { recursive: true });
    return list(matches.map((match) => makePath(joinPaths([base, path === "" ? match : match.slice(path.length + 1)]), context.at)));
  };
}

const METHODS: Readonly<Record<string, MethodModel>> = {
  __str__: (self) => str(textOfSelf(self)),
  __repr__: (self) => str(`PosixPath('${textOfSelf(self)}')`),
  __fspath__: (self) => str(textOfSelf(self)),
  as_posix: (self) => str(textOfSelf(self)),
  joinpath: (self, context) =>
    construct({ ...context, args: { ...context.args, positional: [{ value: self, at: context.at }, ...context.args.positional] } }),
  resolve: (self, context) => makePath(absolute(textOfSelf(self), context), context.at),
  absolute: (self, context) => makePath(absolute(textOfSelf(self), context), context.at),
  expanduser: (self, { interpreter, at }) =>
    textOfSelf(self).startsWith("~") ? interpreter.unknown("runtime-input", "the home folder is known at run time only", at) : self,
  exists: (self, context) => existence(textOfSelf(self), ANYTHING, context),
  is_file: (self, context) => existence(textOfSelf(self), FILE, context),
  is_dir: (self, context) => existence(textOfSelf(self), FOLDER, context),
  is_absolute: (self) => bool(textOfSelf(self).startsWith("/")),
  with_suffix: (self, { args, at }) => makePath(splitExtension(textOfSelf(self))[0] + (textOf(args, 0) ?? ""), at),
  with_name: (self, { args, at }) => makePath(joinPaths([dirname(textOfSelf(self)), textOf(args, 0) ?? ""]), at),
  with_stem: (self, { args, at }) =>
    makePath(joinPaths([dirname(textOfSelf(self)), (textOf(args, 0) ?? "") + splitExtension(textOfSelf(self))[1]]), at),
  relative_to: (self, context) => {
    const [path, base] = [textOfSelf(self), pathText(selfOf(context))];
    if (base !== undefined && path.startsWith(`${base}/`)) return makePath(path.slice(base.length + 1), context.at);
    return unknownIn(context.args) ?? context.interpreter.unknown("unsupported", "this path is not below the other", context.at);
  },
  glob: globbing(false),
  rglob: globbing(true),
  iterdir: (self, context) => {
    const path = repositoryPath(context, textOfSelf(self));
    if (path === undefined)
      return context.interpreter.unknown("runtime-input", `what \`${textOfSelf(self)}\` holds is known at run time only`, context.at);
    return list(
      context.interpreter.tree.list(path).map((name) => makePath(joinPaths([textOfSelf(self), name.replace(/\/$/, "")]), context.at)),
    );
  },
  read_text: (self, context) => {
    const path = repositoryPath(context, textOfSelf(self));
    if (path === undefined)
      return context.interpreter.unknown("runtime-input", `what \`${textOfSelf(self)}\` holds is known at run time only`, context.at);
    const text = context.interpreter.readText(path, context.at);
    return typeof text === "string" ? wholeText(text, path) : text;
  },
  read_bytes: (self, context) => {
    const text = METHODS["read_text"]?.(self, context) ?? NONE;
    return text.kind === "str" ? { ...text, kind: "bytes", value: encodeUtf8(text.value) } : text;
  },
  open: (self, context) => openFile(textOfSelf(self), argumentOf(context.args, 0, "mode"), context),
  mkdir: () => NONE,
  touch: () => NONE,
  // The context of `importlib.resources.as_file` and `.path`.
  __enter__: (self) => self,
  __exit__: () => NONE,
  unlink: () => NONE,
};

const TYPE: TypeModel = {
  methods: METHODS,
  equality: (fields) => {
    const path = fields.get("path");
    return path?.kind === "str" ? path.value : undefined;
  },
  attribute: (self, name, _, at) => {
    const text = textOfSelf(self);
    switch (name) {
      case "parent":
        return makePath(parentOf(text), at);
      case "parents": {
        const parents: Value[] = [];
        for (let current = text; current !== parentOf(current); ) {
          current = parentOf(current);
          parents.push(makePath(current, at));
        }
        return tuple(parents);
      }
      case "name":
        return str(text === "." || text === "/" ? "" : basename(text));
      case "stem":
        return str(basename(splitExtension(text)[0]));
      case "suffix":
        return str(splitExtension(text)[1]);
      case "suffixes":
        return list(
          [
            ...basename(text)
              .slice(1)
              .matchAll(/\.[^.]*/g),
          ].map(([suffix]) => str(suffix)),
        );
      case "parts":
        return tuple([...(text.startsWith("/") ? ["/"] : []), ...text.split("/").filter((part) => part !== "")].map((part) => str(part)));
      default:
        return undefined;
    }
  },
  operator: (operator, left, right, { at }) => {
    const [a, b] = [pathText(left), pathText(right)];
    if (a === undefined || b === undefined) return undefined;
    if (operator === "/") return makePath(joinPaths([a, b]), at);
    return operator === "<" ? bool(a < b) : operator === ">" ? bool(a > b) : undefined;
  },
};

export const PATHLIB: LibraryPart = {
  symbols: {
    [PATH]: construct,
    "pathlib.Path.cwd": ({ interpreter, at }) =>
      makePath(toAbsolute(interpreter instanceof Machine ? interpreter.options.workingDirectory : ""), at),
    "pathlib.Path.home": ({ interpreter, at }) => interpreter.unknown("runtime-input", "the home folder is known at run time only", at),
  },
  types: { [PATH]: TYPE },
  aliases: { "pathlib.PurePath": PATH, "pathlib.PosixPath": PATH, "pathlib.PurePosixPath": PATH, "upath.UPath": PATH },
};
