/** `import` and `from … import`, star imports included. */
import type { Location } from "../../base/span.ts";
import type { Import, ImportedName, ImportFrom } from "../../syntax/statement.ts";
import { isMissingOfModule } from "../attribute/known-members.ts";
import { STAR_GAP } from "../evaluate/name.ts";
import { fails } from "../failure.ts";
import { type Frame, placeOf } from "../frame.ts";
import type { Machine } from "../machine.ts";
import { builtinException, PythonRaise, raise } from "../python-raise.ts";
import { bind } from "../scope.ts";
import type { ModuleValue, Unknown, Value } from "../value.ts";
import { mayRaise } from "./possible-raise.ts";

export function executeImport(machine: Machine, node: Import, frame: Frame): void {
  for (const imported of node.names) {
    const at = placeOf(frame, imported);
    const module = found(machine, machine.modules.importAbsolute(imported.name, at), at);
    mayBeMissing(machine, module, at);
    if (imported.alias !== undefined) bind(frame.scope, imported.alias, module);
    else {
      const [top = imported.name] = imported.name.split(".");
      bind(frame.scope, top, top === imported.name ? module : machine.modules.importAbsolute(top, at));
    }
  }
}

export function executeImportFrom(machine: Machine, node: ImportFrom, frame: Frame): void {
  const at = placeOf(frame, node);
  if (node.level === 0 && node.module === "__future__") return;
  const source =
    node.level > 0
      ? machine.modules.importRelative(node.level, node.module, frame.scope, at)
      : machine.modules.importAbsolute(node.module, at);
  const module = found(machine, source, at);
  mayBeMissing(machine, module, at);
  if (node.names === "*") {
    importStar(machine, module, frame, at);
    return;
  }
  for (const imported of node.names) bind(frame.scope, imported.alias ?? imported.name, importName(machine, module, imported, frame));
}

/** Where code is ready for a package that is not installed, and nothing says whether it is, both may be. */
function mayBeMissing(machine: Machine, module: Value, at: Location): void {
  const { isInstalled } = machine.options;
  if (module.kind !== "symbol" || machine.catchers.length === 0 || !isInstalled) return;
  const [top = ""] = module.name.split(".");
  if (isInstalled(top) === "yes") return;
  const condition = machine.unknown("runtime-input", `whether the package \`${top}\` is installed is not known`, at);
  mayRaise(machine, new PythonRaise(builtinException("ModuleNotFoundError", `No module named '${top}'`, at), at, true), condition);
}

function importName(machine: Machine, module: Value, imported: ImportedName, frame: Frame): Value {
  const at = placeOf(frame, imported);
  if (module.kind === "symbol" && isMissingOfModule(module.name, imported.name)) {
    const message = `cannot import name '${imported.name}' from '${module.name}'`;
    if (machine.tryDepth > 0) raise("ImportError", `${message} (unknown location)`, at);
    return fails(machine, { exception: "ImportError", message, at, values: [] });
  }
  const value = machine.attribute(module, imported.name, at);
  if (module.kind !== "module") return value;
  const isInCircle = value.kind === "unknown" && value.reason === "cycle" && !module.scope.names.has(imported.name);
  return isInCircle ? missingInCircle(machine, value, { module, imported, frame }) : found(machine, value, at);
}

interface InCircle {
  /** Waits for an import of its own to end, and has not come to the name. */
  readonly module: ModuleValue;
  readonly imported: ImportedName;
  readonly frame: Frame;
}

/** For certain only in a module's own body, which nothing that leads here could have left out or caught. */
function missingInCircle(machine: Machine, gap: Unknown, { module, imported, frame }: InCircle): Value {
  const at = placeOf(frame, imported);
  const message = `cannot import name '${imported.name}' from partially initialized module '${module.name}' (most likely due to a circular import)`;
  if (machine.tryDepth > 0) return raise("ImportError", message, at);
  const isCertain = frame.scope.kind === "module" && machine.conditions.length === 0 && machine.modules.runsForCertain;
  if (isCertain) machine.problems.push({ at, message: `ImportError: ${message}`, gap });
  return gap;
}

/**
 * Inside a `try` that may catch it, a missing module raises as in Python, and so does one that did not run to its end; elsewhere it is
 * unknown, and the rest is read. What is missing elsewhere, and only handed on by the module, is a problem there.
 */
function found(machine: Machine, value: Value, at: Location): Value {
  const stop = machine.tryDepth > 0 ? machine.modules.stopOf(value) : undefined;
  if (stop) throw stop;
  if (value.kind !== "unknown" || value.reason !== "unresolved-import") return value;
  if (machine.tryDepth > 0) return raise("ImportError", value.message, at);
  if (value.at.path !== at.path || value.at.start !== at.start) return value;
  machine.problems.push({ at, message: value.message, gap: value });
  return value;
}

function importStar(machine: Machine, module: Value, frame: Frame, at: Location): void {
  const known = module.kind === "symbol" ? machine.options.library.exports?.get(module.name) : undefined;
  for (const name of known ?? []) bind(frame.scope, name, machine.attribute(module, name, at));
  if (module.kind === "module") for (const [name, value] of starNames(module)) bind(frame.scope, name, value);
  const gap = module.kind === "module" ? module.scope.names.get(STAR_GAP) : module;
  const before = frame.scope.module.scope.names.get(STAR_GAP);
  // What else a module might bind hides nothing where all of this one's names are known.
  if (gap?.kind === "unknown" || (gap?.kind === "symbol" && !(before && machine.options.library.exports?.has(gap.name))))
    frame.scope.module.scope.names.set(STAR_GAP, gap);
}

/** What `__all__` lists, else every name that does not begin with an underscore. */
function starNames(module: ModuleValue): readonly (readonly [string, Value])[] {
  const { names } = module.scope;
  const listed = names.get("__all__");
  if (listed?.kind === "list" || listed?.kind === "tuple") {
    return listed.items.flatMap((item) => {
      const value = item.kind === "str" ? names.get(item.value) : undefined;
      return item.kind === "str" && value ? [[item.value, value] as const] : [];
    });
  }
  return [...names].filter(([name]) => !name.startsWith("_") && !name.startsWith("\0"));
}
