/**
 * Runs the module of an entry and finds in it what Dagster would load: `@definitions` functions, `Definitions`, `@repository`, one job, one
 * graph, else all assets of the module; or the attribute that the entry names. Source: dagster/_core/workspace/autodiscovery.py, 1.13.27.
 */
import type { Location } from "../../base/span.ts";
import { OutOfSteps } from "../../python/budget.ts";
import type { CallArguments } from "../../python/library.ts";
import type { Machine } from "../../python/machine.ts";
import { symbol } from "../../python/make-value.ts";
import { describeException, PythonRaise } from "../../python/python-raise.ts";
import type { ModuleValue, Unknown, Value } from "../../python/value.ts";
import type { EntryPoint } from "../analysis.ts";
import { joinPath } from "../version/project-files.ts";
import { type Collected, collectDefinitions, collectLoose } from "./graph/collect-definitions.ts";

export interface LoadedEntry {
  /** One for each repository: usually one. */
  readonly repositories: readonly Collected[];
  /** Why nothing, or not everything, could be found. */
  readonly gaps: readonly Unknown[];
  /** More than one `Definitions`, job or graph where Dagster takes one: their names in the module. */
  readonly ambiguous: readonly string[];
}

const NO_ARGUMENTS: CallArguments = { positional: [], keywords: new Map(), complete: true };

/** `at` stands for the entry itself: the start of its file. Total: what goes wrong is a gap. */
export function loadEntry(machine: Machine, entry: EntryPoint, at: Location): LoadedEntry {
  try {
    const module = moduleOf(machine, entry, at);
    if (module.kind !== "module") return { repositories: [], gaps: [moduleGap(module, entry, at, machine)], ambiguous: [] };
    if (entry.kind === "autoload-defs") return autoload(machine, module, at);
    return entry.attribute === undefined ? discover(machine, module, at) : namedTarget(machine, module, entry.attribute, at);
  } catch (thrown) {
    if (thrown instanceof PythonRaise) {
      const raised = `loading the definitions raises ${describeException(thrown.exception)}`;
      return { repositories: [], gaps: [machine.unknown("runtime-input", raised, thrown.at)], ambiguous: [] };
    }
    if (!(thrown instanceof OutOfSteps || thrown instanceof RangeError)) throw thrown;
    const gap = machine.unknown("limit", "the code takes more steps to evaluate than are allowed", at);
    return { repositories: [], gaps: [gap], ambiguous: [] };
  }
}

function moduleOf(machine: Machine, entry: EntryPoint, at: Location): Value {
  if (entry.kind !== "file") return machine.modules.importAbsolute(entry.target, at);
  const path = joinPath(entry.workingDirectory, entry.target);
  const module = path === undefined ? undefined : machine.modules.loadFile(path, at);
  return module ?? machine.unknown("unresolved-import", `there is no file \`${entry.target}\` in \`${entry.workingDirectory || "."}\``, at);
}

function moduleGap(value: Value, entry: EntryPoint, at: Location, machine: Machine): Unknown {
  if (value.kind === "unknown") return value;
  return machine.unknown("unresolved-import", `there is no module \`${entry.target}\` in the repository`, at);
}

function autoload(machine: Machine, module: ModuleValue, at: Location): LoadedEntry {
  const args: CallArguments = { ...NO_ARGUMENTS, positional: [{ value: module, at }] };
  const definitions = machine.call(symbol("dagster.components.load_defs"), args, at);
  return targets(machine, [definitions], at);
}

function namedTarget(machine: Machine, module: ModuleValue, attribute: string, at: Location): LoadedEntry {
  const value = machine.attribute(module, attribute, at);
  const isFunction = value.kind === "function" || value.kind === "bound-method" || value.kind === "native";
  return targets(machine, [isFunction ? machine.call(value, NO_ARGUMENTS, at) : value], at);
}

interface Member {
  readonly name: string;
  readonly value: Value;
}

/** In the order of Dagster's search; the first kind that is there decides. */
function discover(machine: Machine, module: ModuleValue, at: Location): LoadedEntry {
  const members = [...module.scope.names]
    .map(([name, value]) => ({ name, value }))
    .sort((left, right) => (left.name < right.name ? -1 : 1));
  const of = (type: string): readonly Member[] => distinct(members.filter(({ value }) => isOfType(machine, value, type)));
  for (const type of ["dagster.LazyDefinitions", "dagster.Definitions"]) {
    const found = of(type);
    if (found.length > 0) return ambiguousTargets(machine, found, at);
  }
  const repositories = of("dagster.RepositoryDefinition");
  if (repositories.length > 0) return targets(machine, repositories.map(targetOf), at);
  const unread = members.find(({ name, value }) => DEFINITIONS_NAME.test(name) && value.kind === "unknown");
  if (unread) return targets(machine, [unread.value], at);
  for (const type of ["dagster.JobDefinition", "dagster.GraphDefinition"]) {
    const found = of(type);
    if (found.length > 0) return ambiguousTargets(machine, found, at);
  }
  return looseAssets(machine, module, at);
}

/** What a variable is called that holds the definitions of a module. */
const DEFINITIONS_NAME = /^_?(?:.*_)?(?:defs?|definitions|repo|repository)$/i;

/** `@definitions` and job objects under two names are one. */
function distinct(members: readonly Member[]): readonly Member[] {
  return members.filter(({ value }, index) => members.findIndex((other) => other.value === value) === index);
}

function isOfType(machine: Machine, value: Value, type: string): boolean {
  if (value.kind === "one-of") return value.options.some((option) => isOfType(machine, option, type));
  return machine.isInstance(value, type);
}

/** Dagster takes one and refuses several; then all are read, and the names are kept for whoever judges. */
function ambiguousTargets(machine: Machine, found: readonly Member[], at: Location): LoadedEntry {
  const loaded = targets(machine, found.map(targetOf), at);
  return found.length > 1 ? { ...loaded, ambiguous: found.map(({ name }) => name) } : loaded;
}

function targetOf({ value }: Member): Value {
  return value;
}

function targets(machine: Machine, values: readonly Value[], at: Location): LoadedEntry {
  const repositories = values.map((value) => collectDefinitions(unwrapped(machine, value, at), at, machine));
  return { repositories, gaps: [], ambiguous: [] };
}

/** A `@definitions` function stands for what it returns. */
function unwrapped(machine: Machine, value: Value, at: Location): Value {
  if (value.kind === "one-of") return { ...value, options: value.options.map((option) => unwrapped(machine, option, at)) };
  if (!machine.isInstance(value, "dagster.LazyDefinitions")) return value;
  machine.isEntryRunning = true;
  try {
    return machine.call(value, NO_ARGUMENTS, at);
  } finally {
    machine.isEntryRunning = false;
  }
}

function looseAssets(machine: Machine, module: ModuleValue, at: Location): LoadedEntry {
  const modules: Value = { kind: "list", items: [module], complete: true };
  const args: CallArguments = { ...NO_ARGUMENTS, positional: [{ value: modules, at }] };
  const assets = machine.call(symbol("dagster.load_assets_from_modules"), args, at);
  const { items, gap } = machine.iterate(assets, at);
  return { repositories: [collectLoose(items, at, machine)], gaps: gap ? [gap] : [], ambiguous: [] };
}
