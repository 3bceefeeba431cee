/**
 * `importlib.util.spec_from_file_location` and what follows it: a file of the repository run as a module under a name of the program's choice,
 * which is how code loads files whose names are no identifiers. Imports find such a module only when it is put in `sys.modules`.
 */
import { argumentOf, selfOf, textOf, unknownIn } from "../builtins/arguments.ts";
import type { CallContext, MethodModel, SymbolModel } from "../library.ts";
import { Machine } from "../machine.ts";
import { NONE, str } from "../make-value.ts";
import { raise } from "../python-raise.ts";
import type { LibraryObject, Value } from "../value.ts";
import { pathText } from "./filesystem/paths.ts";
import type { LibraryPart } from "./part.ts";

const SPEC = "importlib.machinery.ModuleSpec";
const LOADER = "importlib.machinery.SourceFileLoader";

/** `spec_from_file_location(name, location)`; None for a file that no loader is for. */
const specFromFile: SymbolModel = (context) => {
  const { args, at, interpreter } = context;
  const name = textOf(args, 0, "name");
  const location = pathText(argumentOf(args, 1, "location"));
  if (name === undefined || location === undefined)
    return unknownIn(args) ?? interpreter.unknown("runtime-input", "which file is loaded as a module here is not known", at);
  if (!location.endsWith(".py")) return NONE;
  const loader = interpreter.object(
    LOADER,
    [
      ["name", str(name)],
      ["path", str(location)],
    ],
    { at },
  );
  return interpreter.object(
    SPEC,
    [
      ["name", str(name)],
      ["origin", str(location)],
      ["loader", loader],
    ],
    { at },
  );
};

const makeLoader: SymbolModel = ({ args, at, interpreter }) => {
  const [name, path] = [textOf(args, 0, "fullname"), pathText(argumentOf(args, 1, "path"))];
  if (name === undefined || path === undefined)
    return unknownIn(args) ?? interpreter.unknown("runtime-input", "which file is loaded as a module here is not known", at);
  return interpreter.object(
    LOADER,
    [
      ["name", str(name)],
      ["path", str(path)],
    ],
    { at },
  );
};

/** `module_from_spec(spec)`: the module, still empty. */
const moduleFromSpec: SymbolModel = (context) => {
  const spec = selfOf(context);
  if (spec.kind === "object" && spec.type === SPEC) return moduleOf(spec, "origin", context);
  if (spec.kind === "unknown") return spec;
  return context.interpreter.unknown("unsupported", "the spec that a module is made from is not known", context.at);
};

function moduleOf(object: LibraryObject, field: "origin" | "path", { at, interpreter }: CallContext): Value {
  const [name, location] = [object.fields.get("name"), object.fields.get(field)];
  const path = location?.kind === "str" && interpreter instanceof Machine ? interpreter.repositoryPath(location.value) : undefined;
  if (name?.kind !== "str" || path === undefined || !(interpreter instanceof Machine))
    return interpreter.unknown("runtime-input", "a file outside the repository is loaded as a module here", at);
  return (
    interpreter.modules.unlisted(name.value, path, at) ?? raise("FileNotFoundError", `[Errno 2] No such file or directory: '${path}'`, at)
  );
}

/** `loader.exec_module(module)`. */
const execModule: MethodModel = (_, { args, interpreter }) => {
  const module = argumentOf(args, 0, "module");
  if (module?.kind === "module" && interpreter instanceof Machine) interpreter.modules.run(module);
  return NONE;
};

/** `SourceFileLoader(name, path).load_module()`: made, listed and run at once. */
const loadModule: MethodModel = (self, context) => {
  if (self.kind !== "object") return NONE;
  const module = moduleOf(self, "path", context);
  if (module.kind === "module" && context.interpreter instanceof Machine) {
    context.interpreter.modules.list(module.name, module);
    context.interpreter.modules.run(module);
  }
  return module;
};

export const MODULE_SPECS: LibraryPart = {
  symbols: {
    "importlib.util.spec_from_file_location": specFromFile,
    "importlib.util.module_from_spec": moduleFromSpec,
    [LOADER]: makeLoader,
  },
  types: {
    [SPEC]: {},
    [LOADER]: { methods: { exec_module: execModule, load_module: loadModule } },
  },
};
