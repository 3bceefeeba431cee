/** `importlib`, `pkgutil`, `inspect`, `sys`: code that looks for modules and into them. */
import { argumentOf, invoke, selfOf, textOf, unknownIn } from "../builtins/arguments.ts";
import { containsYield } from "../call/contains-yield.ts";
import { toAbsolute } from "../files/virtual-path.ts";
import type { Interpreter } from "../interpreter.ts";
import type { CallContext, SymbolModel } from "../library.ts";
import { Machine } from "../machine.ts";
import { bool, int, iterator, list, NONE, NOWHERE, str, tuple } from "../make-value.ts";
import { raise } from "../python-raise.ts";
import type { ClassValue, ModuleValue, TupleValue, Value } from "../value.ts";
import { perhaps } from "../values/one-of.ts";
import { pathText } from "./filesystem/paths.ts";
import type { LibraryPart } from "./part.ts";

/** `import_module("pkg.mod")`, `import_module(".mod", package="pkg")`. */
const importModule: SymbolModel = (context) => {
  const { args, at, interpreter } = context;
  const [name, anchor] = [textOf(args, 0, "name"), textOf(args, 1, "package")];
  if (name === undefined) return unknownIn(args) ?? interpreter.unknown("unsupported", "what is imported here is not known", at);
  const dots = /^\.*/.exec(name)?.[0].length ?? 0;
  const base = dots > 0 ? (anchor ?? "").split(".").slice(0, dots > 1 ? -(dots - 1) : undefined) : [];
  const module = interpreter.importModule([...base, ...name.slice(dots).split(".")].filter((part) => part !== "").join("."), at);
  const missing = module.kind === "unknown" && module.reason === "unresolved-import";
  return missing && interpreter instanceof Machine && interpreter.tryDepth > 0 ? raise("ModuleNotFoundError", module.message, at) : module;
};

function moduleInfo(name: string, isPackage: boolean): TupleValue {
  return { kind: "tuple", items: [NONE, str(name), bool(isPackage)], names: ["module_finder", "name", "ispkg"], complete: true };
}

/** Packages by the folders in a `__path__`: each package that was imported has one. */
function packagesOf(path: Value, machine: Machine, context: CallContext): readonly ModuleValue[] {
  const folders = context.interpreter.iterate(path, context.at).items.map((item) => pathText(item));
  return folders.flatMap((folder) => {
    const inside = folder === undefined ? undefined : machine.repositoryPath(folder);
    const module = inside === undefined ? undefined : machine.modules.packageAt(inside, context.at);
    return module ? [module] : [];
  });
}

function iterModules(deep: boolean): SymbolModel {
  return (context) => {
    const { args, at, interpreter } = context;
    const path = argumentOf(args, 0, "path");
    const prefix = textOf(args, 1, "prefix") ?? "";
    if (!(interpreter instanceof Machine) || !path || path.kind === "none")
      return interpreter.unknown("unsupported", "which modules are looked through is not known", at);
    if (path.kind === "unknown") return path;
    const found: Value[] = [];
    for (const parent of packagesOf(path, interpreter, context)) listModules(interpreter, parent, { prefix, deep, found, context });
    return iterator(found);
  };
}

interface Listing {
  readonly prefix: string;
  readonly deep: boolean;
  readonly found: Value[];
  readonly context: CallContext;
}

function listModules(machine: Machine, parent: ModuleValue, { prefix, deep, found, context }: Listing): void {
  for (const { name, isPackage } of machine.modules.submoduleNames(parent)) {
    found.push(moduleInfo(prefix + name, isPackage));
    const inner = deep && isPackage ? machine.modules.submodule(parent, name, context.at) : undefined;
    if (inner?.kind === "module") listModules(machine, inner, { prefix: `${prefix}${name}.`, deep, found, context });
  }
}

/** `inspect.getmembers(object, predicate)`: names and what they are asked of the object, sorted by name. What every object has is left out. */
const getMembers: SymbolModel = (context) => {
  const value = selfOf(context);
  const names = namesIn(value);
  if (!names) return unknownIn(context.args) ?? context.interpreter.unknown("unsupported", "the members of this are not known", context.at);
  const test = argumentOf(context.args, 1, "predicate");
  const unread =
    value.kind === "module" || value.kind === "symbol" ? undefined : classIn(value)?.mro.find((base) => base.kind === "unknown");
  const members = [...names].filter((name) => !name.startsWith("\0")).sort((left, right) => (left < right ? -1 : 1));
  return list(
    members.flatMap((name) => {
      const member = value.kind === "module" ? value.scope.names.get(name) : context.interpreter.attribute(value, name, context.at);
      if (!member) return [];
      const isWanted = !test || test.kind === "none" ? "yes" : context.interpreter.truth(invoke(context, test, member));
      if (isWanted === "no") return [];
      const pair = tuple([str(name), member]);
      return [
        isWanted === "yes"
          ? pair
          : perhaps(pair, context.interpreter.unknown("unsupported", "whether this member is asked for is not known", context.at)),
      ];
    }),
    unread?.kind === "unknown" ? unread : undefined,
  );
};

function classIn(value: Value): ClassValue | undefined {
  return value.kind === "class" ? value : value.kind === "instance" ? value.class : undefined;
}

/** Of a class with its bases, of an instance with its class. */
function namesIn(value: Value): ReadonlySet<string> | undefined {
  if (value.kind === "module") return new Set(value.scope.names.keys());
  const ofClass = classIn(value)?.mro.flatMap((base) => (base.kind === "class" ? [...base.namespace.keys()] : []));
  return ofClass && new Set([...(value.kind === "instance" ? value.attributes.keys() : []), ...ofClass]);
}

function isKind(...kinds: readonly Value["kind"][]): SymbolModel {
  return (context) => {
    const value = selfOf(context);
    return value.kind === "unknown" ? value : bool(kinds.includes(value.kind));
  };
}

/** `sys.path.append(folder)` and `.insert(0, folder)`. */
function extendPath(atFront: boolean): (self: Value, context: CallContext) => Value {
  return (_, { args, interpreter }) => {
    const folder = pathText(args.positional.at(-1)?.value);
    if (!(interpreter instanceof Machine) || folder === undefined) return NONE;
    const inside = interpreter.repositoryPath(folder);
    if (inside === undefined || interpreter.searchPath.includes(inside)) return NONE;
    if (atFront) interpreter.searchPath.unshift(inside);
    else interpreter.searchPath.push(inside);
    return NONE;
  };
}

const SYS_PATH = "sys.path";
const SYS_MODULES = "sys.modules";

function moduleNamed(name: Value | undefined, interpreter: Interpreter): Value | undefined {
  if (name?.kind === "unknown") return name;
  return name?.kind === "str" && interpreter instanceof Machine ? interpreter.modules.named(name.value) : undefined;
}

export const IMPORTING: LibraryPart = {
  symbols: {
    "importlib.import_module": importModule,
    "importlib.reload": (context) => selfOf(context),
    "pkgutil.iter_modules": iterModules(false),
    "pkgutil.walk_packages": iterModules(true),
    "inspect.getmembers": getMembers,
    "inspect.isclass": isKind("class"),
    "inspect.isfunction": isKind("function"),
    "inspect.ismodule": isKind("module"),
    "inspect.ismethod": isKind("bound-method"),
    "inspect.isroutine": isKind("function", "bound-method", "native"),
    "inspect.isgeneratorfunction": (context) => {
      const value = selfOf(context);
      if (value.kind === "unknown") return value;
      return bool(value.kind === "function" && containsYield(context.interpreter.bodyOf(value)));
    },
    "inspect.isabstract": (context) => {
      const value = selfOf(context);
      if (value.kind === "unknown") return value;
      return bool(value.kind === "class" && (value.abstract ?? []).length > 0);
    },
    "inspect.getmodule": (context) => {
      const value = selfOf(context);
      return value.kind === "function" || value.kind === "class" ? value.closure.module : (unknownIn(context.args) ?? NONE);
    },
    "inspect.cleandoc": (context) => {
      const text = textOf(context.args, 0);
      return text === undefined ? (unknownIn(context.args) ?? NONE) : str(cleandoc(text));
    },
    "inspect.getdoc": (context) => context.interpreter.attribute(selfOf(context), "__doc__", context.at),
    "sys.exit": ({ at }) => raise("SystemExit", "", at),
    "sys.getrecursionlimit": () => int(1000),
  },
  constants: {
    [SYS_MODULES]: { kind: "object", type: SYS_MODULES, fields: new Map(), at: NOWHERE },
    [SYS_PATH]: { kind: "object", type: SYS_PATH, fields: new Map(), at: NOWHERE },
    "sys.platform": str("linux"),
    "sys.version_info": {
      kind: "tuple",
      items: [int(3), int(12), int(0), str("final"), int(0)],
      names: ["major", "minor", "micro", "releaselevel", "serial"],
      complete: true,
    },
  },
  types: {
    [SYS_MODULES]: {
      subscript: (_, name, { interpreter, at }) =>
        moduleNamed(name, interpreter) ?? interpreter.unknown("external-library", "which module this is, is not known", at),
      operator: (operator, _, right, { interpreter }) => {
        const found = operator === "in" ? moduleNamed(right, interpreter) : undefined;
        return found?.kind === "module" ? bool(true) : undefined;
      },
      methods: {
        get: (_, { args, interpreter, at }) =>
          moduleNamed(args.positional[0]?.value, interpreter) ??
          interpreter.unknown("external-library", "which module this is, is not known", at),
        __setitem__: (_, { args, interpreter }) => {
          const [name, module] = args.positional.map(({ value }) => value);
          if (name?.kind === "str" && module?.kind === "module" && interpreter instanceof Machine)
            interpreter.modules.list(name.value, module);
          return NONE;
        },
      },
    },
    [SYS_PATH]: {
      methods: { append: extendPath(false), insert: extendPath(true), extend: () => NONE, remove: () => NONE },
      iterate: (_, { interpreter }) =>
        list(interpreter instanceof Machine ? interpreter.searchPath.map((folder) => str(toAbsolute(folder))) : []),
      operator: (operator, _, right, { interpreter }) => {
        if (operator !== "in" || !(interpreter instanceof Machine)) return undefined;
        const folder = pathText(right);
        const inside = folder === undefined ? undefined : interpreter.repositoryPath(folder);
        return bool(inside !== undefined && interpreter.searchPath.includes(inside));
      },
    },
  },
};

/** `inspect.cleandoc`: the common indentation of all lines but the first is taken away. */
export function cleandoc(text: string): string {
  const lines = text.replaceAll("\t", "        ").split("\n");
  const margins = lines.slice(1).flatMap((line) => (line.trim() === "" ? [] : [line.length - line.trimStart().length]));
  const margin = margins.length > 0 ? Math.min(...margins) : 0;
  const cleaned = [lines[0]?.trimStart() ?? "", ...lines.slice(1).map((line) => line.slice(margin))];
  while (cleaned.length > 0 && cleaned.at(-1)?.trim() === "") cleaned.pop();
  while (cleaned.length > 0 && cleaned[0]?.trim() === "") cleaned.shift();
  return cleaned.join("\n");
}
