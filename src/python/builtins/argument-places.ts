/**
 * Names of the parameters of standard functions, as far as code gives them by name what is nearly always given by place. The models look
 * at places; an argument that was named is moved to its own, so that none of them takes it for missing.
 */

import type { Library, MethodModel, SymbolModel, TypeModel } from "../library.ts";
import { inPlaces } from "./arguments.ts";

const FUNCTIONS: Readonly<Record<string, string>> = {
  "builtins.enumerate": "iterable",
  "builtins.open": "file",
  "builtins.pow": "base exp",
  "builtins.round": "number ndigits",
  "glob.glob": "pathname",
  "glob.iglob": "pathname",
  "importlib.import_module": "name",
  "itertools.accumulate": "iterable",
  "itertools.groupby": "iterable",
  "os.listdir": "path",
  "os.path.abspath": "path",
  "os.path.basename": "p",
  "os.path.dirname": "p",
  "os.path.exists": "path",
  "os.path.expanduser": "path",
  "os.path.expandvars": "path",
  "os.path.isdir": "s",
  "os.path.isfile": "path",
  "os.path.normpath": "path",
  "os.path.realpath": "filename",
  "os.path.split": "p",
  "os.path.splitext": "p",
  "os.walk": "top",
  "textwrap.dedent": "text",
};

const METHODS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "pathlib.Path": { with_suffix: "suffix", with_name: "name", with_stem: "stem", glob: "pattern", rglob: "pattern" },
};

export function withNamedArguments(library: Library): Library {
  const symbols = new Map(library.symbols);
  for (const [name, parameters] of Object.entries(FUNCTIONS)) {
    const model = symbols.get(name);
    if (model) symbols.set(name, placed(model, parameters.split(" ")));
  }
  const types = new Map(library.types);
  for (const [name, methods] of Object.entries(METHODS)) {
    const type = types.get(name);
    if (type) types.set(name, withPlacedMethods(type, methods));
  }
  return { ...library, symbols, types };
}

function placed(model: SymbolModel, names: readonly string[]): SymbolModel {
  return (context) => model(context.args.keywords.size === 0 ? context : { ...context, args: inPlaces(context.args, names) });
}

function withPlacedMethods(type: TypeModel, parameters: Readonly<Record<string, string>>): TypeModel {
  const methods = Object.entries(type.methods ?? {}).map(([name, method]): readonly [string, MethodModel] => {
    const names = parameters[name]?.split(" ");
    return [name, names ? (self, context) => method(self, { ...context, args: inPlaces(context.args, names) }) : method];
  });
  return { ...type, methods: Object.fromEntries(methods) };
}
