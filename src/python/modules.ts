/**
 * Modules of the repository: found as CPython's path finder finds them, executed once, on demand.
 * What is not in the repository is a symbol of its name: a library, about which models may know something.
 */
import { fileNameOf, folderOf, isBelow } from "../base/repository-path.ts";
import type { Location } from "../base/span.ts";
import { OutOfSteps } from "./budget.ts";
import { STAR_GAP } from "./evaluate/name.ts";
import type { SourceFile } from "./files/source-file.ts";
import { toAbsolute } from "./files/virtual-path.ts";
import { newFrame } from "./frame.ts";
import type { Machine } from "./machine.ts";
import { NONE, str, symbol, tuple } from "./make-value.ts";
import { describeException, PythonRaise } from "./python-raise.ts";
import type { ModuleValue, Scope, Unknown, Value } from "./value.ts";

/** Where a dotted name leads: a file, or folders of a namespace package. */
type Found =
  | { readonly kind: "file"; readonly path: string; readonly isPackage: boolean }
  | { readonly kind: "namespace"; readonly folders: readonly string[] };

export class Modules {
  private readonly machine: Machine;
  private readonly byName = new Map<string, ModuleValue>();
  private readonly byPath = new Map<string, ModuleValue>();
  /** Folders that a package's submodules are looked up in. */
  private readonly packageFolders = new Map<ModuleValue, readonly string[]>();
  private readonly executing = new Set<ModuleValue>();
  /** What the modules raised that were not run to their end. */
  private readonly stops = new Map<ModuleValue, PythonRaise>();
  /** Of the modules that are executing, how many are imported under a condition or where an exception may be caught. */
  private doubtful = 0;

  constructor(machine: Machine) {
    this.machine = machine;
  }

  /** Every module that was executed, in the order of its import. */
  loaded(): readonly ModuleValue[] {
    return [...this.byPath.values()];
  }

  /** A module that was imported under the name: `sys.modules[name]`. */
  named(name: string): ModuleValue | undefined {
    return this.byName.get(name);
  }

  /** The body of some module is running. */
  get isAnyExecuting(): boolean {
    return this.executing.size > 0;
  }

  isExecuting(module: ModuleValue): boolean {
    return this.executing.has(module);
  }

  /** What every import of a module raises, of which one did. */
  stopOf(module: Value): PythonRaise | undefined {
    return module.kind === "module" ? this.stops.get(module) : undefined;
  }

  /** Nothing that led to the module that runs could have left it out, or catches what it raises. */
  get runsForCertain(): boolean {
    return this.doubtful === 0;
  }

  /** `import a.b.c`, as the value of `a.b.c`. */
  importAbsolute(name: string, at: Location): Value {
    const known = this.byName.get(name);
    if (known) return known;
    const dot = name.lastIndexOf(".");
    if (dot < 0) return this.importTopLevel(name, at);
    const parent = this.importAbsolute(name.slice(0, dot), at);
    if (parent.kind === "symbol") return symbol(`${parent.name}${name.slice(dot)}`);
    if (parent.kind !== "module") return parent;
    const found = this.submodule(parent, name.slice(dot + 1), at);
    // A folder that happens to have a library's name is not that library: what it lacks is looked for among the installed ones.
    return found ?? (parent.file ? this.missing(name, at) : symbol(name));
  }

  /** `from ..name import`, level 2: relative to the package that `scope` is in. */
  importRelative(level: number, name: string, scope: Scope, at: Location): Value {
    const from = scope.module;
    let base = this.packageFolders.has(from) ? from.name : from.name.slice(0, Math.max(0, from.name.lastIndexOf(".")));
    for (let up = 1; up < level; up += 1) {
      const dot = base.lastIndexOf(".");
      if (dot < 0) return this.missing(`${".".repeat(level)}${name}`, at);
      base = base.slice(0, dot);
    }
    if (base === "") return this.missing(`${".".repeat(level)}${name}`, at);
    return this.importAbsolute(name ? `${base}.${name}` : base, at);
  }

  /** The submodule of a package, imported and bound in it; `undefined` when there is none. */
  submodule(parent: ModuleValue, name: string, at: Location): Value | undefined {
    const fullName = `${parent.name}.${name}`;
    const known = this.byName.get(fullName);
    if (known) return known;
    const folders = this.packageFolders.get(parent);
    const found = folders && this.findIn(folders, name);
    if (!found) return undefined;
    const module = this.load(fullName, found, at);
    parent.scope.names.set(name, module);
    return module;
  }

  /** Names of the modules and packages directly in a package, for `pkgutil` and loaders, in `pkgutil`'s order. */
  submoduleNames(parent: ModuleValue): readonly { readonly name: string; readonly isPackage: boolean }[] {
    const { tree } = this.machine;
    const names = new Map<string, boolean>();
    for (const folder of this.packageFolders.get(parent) ?? []) {
      for (const entry of tree.list(folder)) {
        const path = folder === "" ? entry : `${folder}/${entry}`;
        if (entry.endsWith("/") && tree.has(`${path}__init__.py`)) names.set(entry.slice(0, -1), true);
        else if (entry.endsWith(".py") && entry !== "__init__.py") names.set(entry.slice(0, -3), names.get(entry.slice(0, -3)) ?? false);
      }
    }
    return [...names].sort(([left], [right]) => (left < right ? -1 : 1)).map(([name, isPackage]) => ({ name, isPackage }));
  }

  /** The package whose files lie in a folder, imported if it was not yet. */
  packageAt(folder: string, at: Location): ModuleValue | undefined {
    for (const [module, folders] of this.packageFolders) if (folders.includes(folder)) return module;
    const module = this.ofFile(`${folder}/__init__.py`, at);
    return module?.kind === "module" ? module : undefined;
  }

  /** The module of a file, under the dotted name that the search path gives it (else its stem). */
  ofFile(path: string, at: Location): Value | undefined {
    const known = this.byPath.get(path);
    if (known) return known;
    if (!this.machine.tree.has(path)) return undefined;
    const name = this.nameOf(path);
    const imported = name === undefined ? undefined : this.importAbsolute(name, at);
    if (imported?.kind === "module" && imported.file?.path === path) return imported;
    const stem = fileNameOf(path).replace(/\.py$/, "");
    return this.load(stem, { kind: "file", path, isPackage: false }, at);
  }

  /** A file as its own top-level module, as Dagster's `-f` loads it: no package, so no relative imports. */
  loadFile(path: string, at: Location): Value | undefined {
    if (!this.machine.tree.has(path)) return undefined;
    const stem = fileNameOf(path).replace(/\.py$/, "");
    return this.byPath.get(path) ?? this.load(stem, { kind: "file", path, isPackage: path.endsWith("/__init__.py") }, at);
  }

  /** A module of a file that is not run yet and that no import finds, as `module_from_spec` makes it; `undefined` where there is no such file. */
  unlisted(name: string, path: string, at: Location): ModuleValue | Unknown | undefined {
    if (!this.machine.tree.has(path)) return undefined;
    const file = this.sourceOf(name, path, at);
    if (file.kind === "unknown") return file;
    const isPackage = fileNameOf(path) === "__init__.py";
    return this.make(name, file.source, isPackage ? [folderOf(path)] : undefined);
  }

  /** Runs what {@link unlisted} made, in the names that it has by now. */
  run(module: ModuleValue): void {
    if (!module.file) return;
    if (!this.byPath.has(module.file.path)) this.byPath.set(module.file.path, module);
    this.execute(module, module.file);
  }

  /** `sys.modules[name] = module`: imports of the name find it from now on. */
  list(name: string, module: ModuleValue): void {
    this.byName.set(name, module);
  }

  private nameOf(path: string): string | undefined {
    const candidates = this.machine.searchPath.filter((root) => isBelow(path, root)).sort((left, right) => right.length - left.length);
    for (const root of candidates) {
      const relative = root === "" ? path : path.slice(root.length + 1);
      const dotted = relative.replace(/(\/__init__)?\.py$/, "").replaceAll("/", ".");
      if (dotted.split(".").every((part) => /^[^\d\W]\w*$/u.test(part))) return dotted;
    }
    return undefined;
  }

  private importTopLevel(name: string, at: Location): Value {
    if (this.machine.options.library.standsFor?.has(name)) return symbol(name);
    const found = this.findIn(this.machine.searchPath, name);
    // A folder without `__init__.py` gives way to an installed package of its name.
    if (!found || (found.kind === "namespace" && this.isLibrary(name))) return symbol(name);
    return this.load(name, found, at);
  }

  private isLibrary(name: string): boolean {
    const { symbols, constants, types } = this.machine.options.library;
    const prefix = `${name}.`;
    for (const table of [symbols, constants, types]) for (const key of table.keys()) if (key.startsWith(prefix)) return true;
    return false;
  }

  private findIn(folders: readonly string[], name: string): Found | undefined {
    const { tree } = this.machine;
    const namespace: string[] = [];
    for (const folder of folders) {
      const base = folder === "" ? name : `${folder}/${name}`;
      if (tree.has(`${base}/__init__.py`)) return { kind: "file", path: `${base}/__init__.py`, isPackage: true };
      if (tree.has(`${base}.py`)) return { kind: "file", path: `${base}.py`, isPackage: false };
      if (tree.hasFolder(base)) namespace.push(base);
    }
    return namespace.length > 0 ? { kind: "namespace", folders: namespace } : undefined;
  }

  private load(name: string, found: Found, at: Location): Value {
    if (found.kind === "namespace") return this.create(name, undefined, found.folders);
    const file = this.sourceOf(name, found.path, at);
    if (file.kind === "unknown") return file;
    const module = this.create(name, file.source, found.isPackage ? [found.path.replace(/\/__init__\.py$/, "")] : undefined);
    this.byPath.set(found.path, module);
    this.execute(module, file.source);
    return module;
  }

  private sourceOf(name: string, path: string, at: Location): Unknown | { readonly kind: "source"; readonly source: SourceFile } {
    const file = this.machine.options.reader.file(path);
    if (file === "not-loaded") {
      this.machine.needs.add(path);
      return this.machine.unknown("limit", `the module \`${name}\` was not loaded`, at);
    }
    if (file === "absent" || file === "not-text")
      return this.machine.unknown("unsupported", `the module \`${name}\` cannot be read as text`, at);
    return { kind: "source", source: file };
  }

  /** A module that code makes itself; nothing finds it by its name. */
  made(name: string): ModuleValue {
    const known = this.byName.get(name);
    const module = this.create(name, undefined, undefined);
    if (known) this.byName.set(name, known);
    else this.byName.delete(name);
    return module;
  }

  private create(name: string, file: SourceFile | undefined, folders: readonly string[] | undefined): ModuleValue {
    const module = this.make(name, file, folders);
    this.byName.set(name, module);
    return module;
  }

  private make(name: string, file: SourceFile | undefined, folders: readonly string[] | undefined): ModuleValue {
    const names = new Map<string, Value>();
    const module: ModuleValue = {
      kind: "module",
      name,
      ...(file && { file }),
      scope: {
        kind: "module",
        names,
        get module() {
          return module;
        },
      },
    };
    names.set("__name__", str(name));
    names.set("__package__", str(folders ? name : name.slice(0, Math.max(0, name.lastIndexOf(".")))));
    if (file) names.set("__file__", str(toAbsolute(file.path)));
    if (folders) {
      names.set("__path__", tuple(folders.map((folder) => str(toAbsolute(folder)))));
      this.packageFolders.set(module, folders);
    }
    names.set("__doc__", docstringOf(file));
    return module;
  }

  private execute(module: ModuleValue, file: SourceFile): void {
    const { machine } = this;
    this.executing.add(module);
    const [conditions, callers, tries] = [machine.conditions.splice(0), machine.callers.splice(0), machine.tryDepth];
    const catchers = machine.catchers.splice(0);
    machine.tryDepth = 0;
    const doubtful = conditions.length > 0 || tries > 0 ? 1 : 0;
    this.doubtful += doubtful;
    try {
      machine.inFrame(newFrame(module.scope, file), (frame) => machine.execute(file.tree.body, frame));
    } catch (thrown) {
      this.recordStop(module, { file, thrown, isGuarded: tries > 0 });
    } finally {
      machine.conditions.push(...conditions);
      machine.catchers.push(...catchers);
      machine.callers.push(...callers);
      machine.tryDepth = tries;
      this.doubtful -= doubtful;
      this.executing.delete(module);
    }
  }

  /** Why a module was not run to its end; what it raised goes on where an importer may catch it. What it did not get to define is unknown. */
  private recordStop(
    module: ModuleValue,
    { file, thrown, isGuarded }: { readonly file: SourceFile; readonly thrown: unknown; readonly isGuarded: boolean },
  ): void {
    const { machine } = this;
    if (thrown instanceof PythonRaise) {
      const message = describeException(thrown.exception);
      // That the rest is not defined is no problem of its own for those that ask for it.
      module.scope.names.set(STAR_GAP, machine.unknown("runtime-input", `running the module stops before: ${message}`, thrown.at));
      this.stops.set(module, thrown);
      if (isGuarded) throw thrown;
      machine.problems.push({ at: thrown.at, message });
      return;
    }
    if (!(thrown instanceof OutOfSteps || thrown instanceof RangeError)) throw thrown;
    const at = { path: file.path, start: 0, end: 0 };
    const gap = machine.unknown("limit", "reading this module takes more steps than the budget has", at);
    module.scope.names.set(STAR_GAP, gap);
    machine.problems.push({ at, message: gap.message, gap });
  }

  private missing(name: string, at: Location): Unknown {
    return this.machine.unknown("unresolved-import", `there is no module \`${name}\` in the repository`, at);
  }
}

function docstringOf(file: SourceFile | undefined): Value {
  const [first] = file?.tree.body ?? [];
  return first?.kind === "expression-statement" && first.value.kind === "string" ? str(first.value.value) : NONE;
}
