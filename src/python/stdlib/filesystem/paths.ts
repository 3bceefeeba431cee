/** `os.path`, `os`, `glob`: paths as strings, and what lies in the repository. */
import { fileNameOf } from "../../../base/repository-path.ts";
import { selfOf, textOf, unknownIn } from "../../builtins/arguments.ts";
import { normalize, toAbsolute } from "../../files/virtual-path.ts";
import type { CallContext, SymbolModel } from "../../library.ts";
import { Machine } from "../../machine.ts";
import { bool, iterator, list, NONE, str, tuple } from "../../make-value.ts";
import type { Value } from "../../value.ts";
import type { LibraryPart } from "../part.ts";
import { ANYTHING, existence, FILE, FOLDER } from "./existence.ts";
import { matchFiles } from "./file-glob.ts";

/** The text of a path argument: a string, or a `Path`. */
export function pathText(value: Value | undefined): string | undefined {
  if (value?.kind === "str") return value.value;
  const path = value?.kind === "object" && value.type === "pathlib.Path" ? value.fields.get("path") : undefined;
  return path?.kind === "str" ? path.value : undefined;
}

/** The repository path that a path names; `undefined` outside of it. */
export function repositoryPath(context: CallContext, text: string): string | undefined {
  return context.interpreter instanceof Machine ? context.interpreter.repositoryPath(text) : undefined;
}

/** A choice between paths that all lead to one place in the repository is any of them. */
export function agreedPath(value: Value, context: CallContext): Value {
  if (value.kind !== "one-of" || value.maybeAbsent) return value;
  const places = new Set(value.options.map((option) => repositoryPath(context, pathText(option) ?? "/")));
  return (places.size === 1 && !places.has(undefined) ? value.options.at(-1) : undefined) ?? value;
}

function onText(use: (text: string, context: CallContext) => Value): SymbolModel {
  return (context) => {
    const text = pathText(selfOf(context));
    return text === undefined
      ? (unknownIn(context.args) ?? context.interpreter.unknown("unsupported", "this path is not known", context.at))
      : use(text, context);
  };
}

export function joinPaths(parts: readonly string[]): string {
  return parts.reduce(
    (left, right) => (right.startsWith("/") || left === "" ? right : left.endsWith("/") ? left + right : `${left}/${right}`),
    "",
  );
}

export function dirname(path: string): string {
  const slash = path.lastIndexOf("/");
  if (slash < 0) return "";
  return path.slice(0, slash) || "/";
}

export function basename(path: string): string {
  return fileNameOf(path);
}

export function splitExtension(path: string): readonly [string, string] {
  const name = basename(path);
  const dot = name.lastIndexOf(".");
  return dot <= 0 ? [path, ""] : [path.slice(0, path.length - name.length + dot), name.slice(dot)];
}

function absolute(text: string, context: CallContext): string {
  const start = context.interpreter instanceof Machine ? context.interpreter.options.workingDirectory : "";
  return normalize(text.startsWith("/") ? text : `${toAbsolute(start)}/${text}`);
}

export const PATHS: LibraryPart = {
  symbols: {
    "os.path.join": ({ args, at, interpreter }) => {
      const parts = args.positional.map((argument) => pathText(argument.value));
      if (!args.complete || parts.includes(undefined))
        return unknownIn(args) ?? interpreter.unknown("unsupported", "this path is not known", at);
      return str(joinPaths(parts as string[]));
    },
    "os.path.dirname": onText((text) => str(dirname(text))),
    "os.path.basename": onText((text) => str(basename(text))),
    "os.path.splitext": onText((text) => tuple(splitExtension(text).map((part) => str(part)))),
    "os.path.split": onText((text) => tuple([str(dirname(text)), str(basename(text))])),
    "os.path.abspath": onText((text, context) => str(absolute(text, context))),
    "os.path.realpath": onText((text, context) => str(absolute(text, context))),
    "os.path.normpath": onText((text) => str(normalize(text))),
    "os.path.expanduser": onText((text, { interpreter, at }) =>
      text.startsWith("~") ? interpreter.unknown("runtime-input", "the home folder is known at run time only", at) : str(text),
    ),
    "os.path.expandvars": onText((text) => str(text)),
    "os.path.isabs": onText((text) => bool(text.startsWith("/"))),
    "os.path.relpath": onText((text, context) => {
      const start = pathText(context.args.positional[1]?.value) ?? ".";
      const [to, from] = [absolute(text, context).split("/"), absolute(start, context).split("/")];
      const shared = to.findIndex((part, index) => part !== from[index]);
      const kept = shared < 0 ? to.length : shared;
      return str([...from.slice(kept).map(() => ".."), ...to.slice(kept)].join("/") || ".");
    }),
    "os.path.exists": onText((text, context) => existence(text, ANYTHING, context)),
    "os.path.isfile": onText((text, context) => existence(text, FILE, context)),
    "os.path.isdir": onText((text, context) => existence(text, FOLDER, context)),
    "os.getcwd": ({ interpreter }) => str(toAbsolute(interpreter instanceof Machine ? interpreter.options.workingDirectory : "")),
    "os.fspath": onText((text) => str(text)),
    "os.makedirs": () => NONE,
    "os.mkdir": () => NONE,
    "os.chdir": () => NONE,
    "os.listdir": onText((text, context) => {
      const path = repositoryPath(context, text);
      if (path === undefined)
        return context.interpreter.unknown("runtime-input", `what \`${text}\` holds is known at run time only`, context.at);
      return list(context.interpreter.tree.list(path).map((name) => str(name.replace(/\/$/, ""))));
    }),
    "os.walk": onText((text, context) => {
      const path = repositoryPath(context, text);
      if (path === undefined)
        return context.interpreter.unknown("runtime-input", `what \`${text}\` holds is known at run time only`, context.at);
      return iterator(walk(text, path, context));
    }),
    "glob.glob": onText((text, context) => {
      const pattern = repositoryPath(context, text);
      if (pattern === undefined)
        return context.interpreter.unknown("runtime-input", `what \`${text}\` matches is known at run time only`, context.at);
      const recursive = context.args.keywords.get("recursive")?.value.kind === "bool";
      const matches = matchFiles(context.interpreter.tree, pattern, { recursive });
      const prefix = text.startsWith("/") ? toAbsolute("") : "";
      return list(matches.map((match) => str(prefix === "" ? relativeTo(match, text, context) : `${prefix}/${match}`)));
    }),
    "fnmatch.fnmatch": ({ args, at, interpreter }) => {
      const [name, pattern] = [textOf(args, 0), textOf(args, 1)];
      if (name === undefined || pattern === undefined)
        return unknownIn(args) ?? interpreter.unknown("unsupported", "this name is not known", at);
      const source = [...pattern]
        .map((character) => (character === "*" ? ".*" : character === "?" ? "." : character.replace(/[\\^$.|+()[\]{}]/, "\\$&")))
        .join("");
      return bool(new RegExp(`^${source}$`, "s").test(name));
    },
    "os.cpu_count": ({ interpreter, at }) => interpreter.unknown("runtime-input", "the machine is known at run time only", at),
    "os.getpid": ({ interpreter, at }) => interpreter.unknown("runtime-input", "the process is known at run time only", at),
  },
  constants: { "os.sep": str("/"), "os.path.sep": str("/"), "os.linesep": str("\n"), "os.name": str("posix"), "os.pathsep": str(":") },
  aliases: Object.fromEntries(
    ["join", "dirname", "basename", "splitext", "abspath", "exists", "isfile", "isdir"].map((name) => [
      `posixpath.${name}`,
      `os.path.${name}`,
    ]),
  ),
};

function relativeTo(match: string, pattern: string, context: CallContext): string {
  const start = context.interpreter instanceof Machine ? context.interpreter.options.workingDirectory : "";
  const bare = start !== "" && match.startsWith(`${start}/`) ? match.slice(start.length + 1) : match;
  return pattern.startsWith("./") ? `./${bare}` : bare;
}

/** `(folder, subfolders, files)` from the top down. */
function walk(shown: string, path: string, context: CallContext): readonly Value[] {
  const entries = context.interpreter.tree.list(path);
  const folders = entries.filter((name) => name.endsWith("/")).map((name) => name.slice(0, -1));
  const files = entries.filter((name) => !name.endsWith("/"));
  const row = tuple([str(shown), list(folders.map((name) => str(name))), list(files.map((name) => str(name)))]);
  return [row, ...folders.flatMap((name) => walk(`${shown.replace(/\/$/, "")}/${name}`, path === "" ? name : `${path}/${name}`, context))];
}
