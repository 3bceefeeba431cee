/** `importlib.resources` and `pkgutil.get_data`: files that lie in packages of the repository, named by the package. */
import { argumentOf, unknownIn } from "../../builtins/arguments.ts";
import type { CallContext, SymbolModel } from "../../library.ts";
import { iterator, NONE, str } from "../../make-value.ts";
import type { Unknown, Value } from "../../value.ts";
import type { LibraryPart } from "../part.ts";
import { makePath } from "./pathlib.ts";
import { joinPaths, pathText } from "./paths.ts";

/** The folder of a package that is given by its module or its name; a module that is no package stands for the one it is in. */
function folderOf(anchor: Value | undefined, { interpreter, at }: CallContext): string | Unknown {
  const given = anchor ?? interpreter.currentModule();
  if (given.kind === "unknown") return given;
  const module = given.kind === "str" ? interpreter.importModule(given.value, at) : given;
  if (module.kind === "unknown") return module;
  const path = module.kind === "module" ? module.scope.names.get("__path__") : undefined;
  const [folder] = path ? interpreter.iterate(path, at).items : [];
  if (folder?.kind === "str") return folder.value;
  const file = module.kind === "module" ? module.scope.names.get("__file__") : undefined;
  if (file?.kind === "str") return file.value.slice(0, file.value.lastIndexOf("/"));
  return interpreter.unknown("external-library", "the files of this package are not in the repository", at);
}

/** The path of a resource: the package, then any number of names. */
function resource(context: CallContext, names: readonly Value[], anchor = argumentOf(context.args, 0, "package")): Value {
  const folder = folderOf(anchor, context);
  if (typeof folder !== "string") return folder;
  const parts = names.map((name) => pathText(name));
  if (parts.includes(undefined))
    return unknownIn(context.args) ?? context.interpreter.unknown("unsupported", "this resource is not known", context.at);
  return makePath(joinPaths([folder, ...(parts as string[])]), context.at);
}

function named({ args }: CallContext): readonly Value[] {
  const keyword = args.keywords.get("resource")?.value;
  return [...args.positional.slice(1).map(({ value }) => value), ...(keyword ? [keyword] : [])];
}

/** A method of the path of `(package, resource)`. */
function onResource(method: string): SymbolModel {
  return (context) => {
    const path = resource(context, named(context).slice(0, 1));
    const { interpreter, at } = context;
    if (path.kind === "unknown") return path;
    return interpreter.call(interpreter.attribute(path, method, at), { positional: [], keywords: new Map(), complete: true }, at);
  };
}

const files: SymbolModel = (context) =>
  resource(context, [], argumentOf(context.args, 0, "anchor") ?? argumentOf(context.args, 0, "package"));

const contents: SymbolModel = (context) => {
  const path = resource(context, []);
  const { interpreter, at } = context;
  if (path.kind === "unknown") return path;
  const listed = interpreter.call(interpreter.attribute(path, "iterdir", at), { positional: [], keywords: new Map(), complete: true }, at);
  const { items, gap } = interpreter.iterate(listed, at);
  return iterator(
    items.map((item) => str((pathText(item) ?? "").replace(/^.*\//, ""))),
    gap,
  );
};

export const PACKAGE_RESOURCES: LibraryPart = {
  symbols: {
    "importlib.resources.files": files,
    "importlib.resources.path": (context) => resource(context, named(context)),
    "importlib.resources.as_file": ({ args }) => args.positional[0]?.value ?? NONE,
    "importlib.resources.read_text": onResource("read_text"),
    "importlib.resources.read_binary": onResource("read_bytes"),
    "importlib.resources.open_text": onResource("open"),
    "importlib.resources.open_binary": onResource("open"),
    "importlib.resources.is_resource": onResource("is_file"),
    "importlib.resources.contents": contents,
    "pkgutil.get_data": onResource("read_bytes"),
    "pkg_resources.resource_filename": (context) => {
      const path = resource(context, named(context));
      return path.kind === "object" ? str(pathText(path) ?? "") : path;
    },
    "pkg_resources.resource_string": onResource("read_bytes"),
    "pkg_resources.resource_stream": onResource("open"),
    "pkg_resources.resource_exists": onResource("exists"),
    "pkg_resources.resource_listdir": contents,
  },
  aliases: Object.fromEntries(
    ["files", "path", "as_file", "read_text", "read_binary", "open_text", "open_binary", "contents"].map((name) => [
      `importlib_resources.${name}`,
      `importlib.resources.${name}`,
    ]),
  ),
};
