/**
 * The names that a model's SQL (or a macro it calls) sees while dbt parses: `ref`, `source` and `config` note what they are called
 * with; `execute` is false; the adapter answers as if nothing were there. Macros come before names of the context, as in dbt.
 */

import { HOOK_NAMES, mergeCall } from "../../config/merge-config.ts";
import {
  callable,
  type DbtCallArguments,
  type DbtMapping,
  type DbtObject,
  type DbtUnknown,
  type DbtValue,
  dbtUnknown,
  findUnknown,
  isMapping,
  isUnknown,
  pythonStr,
  record,
  UNDEFINED,
} from "../../value.ts";
import { newRun } from "../evaluation.ts";
import { macroOf } from "../macro.ts";
import type { JinjaRun, NameSource } from "../run.ts";
import { type BaseContext, baseNames } from "./base-context.ts";
import type { MacroDefinition, MacroIndex } from "./macro-index.ts";

export interface RefCall {
  readonly package: string | undefined;
  readonly name: string;
  readonly version: string | undefined;
  /** Stands under a condition that nobody can decide. */
  readonly uncertain: DbtUnknown | undefined;
}

export interface SourceCall {
  readonly source: string;
  readonly table: string;
  readonly uncertain: DbtUnknown | undefined;
}

/** What evaluating a template named. */
export interface Named {
  readonly refs: RefCall[];
  readonly sources: SourceCall[];
  readonly metrics: string[];
  /** Arguments of `config(…)`, merged. */
  readonly config: DbtMapping;
  /** Calls of macros that nothing defines. */
  readonly undefinedCalls: JinjaRun["undefinedCalls"];
  /** Calls whose arguments are not known. */
  readonly unknown: { readonly what: "ref" | "source" | "config"; readonly cause: DbtUnknown }[];
}

export interface NodeContext {
  readonly base: BaseContext;
  readonly macros: MacroIndex;
  /** The package of the node, and of the project. */
  readonly packageName: string;
  readonly rootName: string;
  readonly dispatch: ReadonlyMap<string, readonly string[]>;
  readonly adapter: string | undefined;
  readonly node: { readonly name: string; readonly uniqueId: string; readonly resourceType: string };
}

export function newNamed(config: DbtMapping = new Map()): Named {
  return { refs: [], sources: [], metrics: [], config, undefinedCalls: [], unknown: [] };
}

/** A run over a node's text; what it names goes to `named`. */
export function nodeRun(context: NodeContext, named: Named): JinjaRun {
  const run = newRun(source);
  const macroValues = new Map<string, DbtValue | undefined>();
  const own = namingFunctions(context, named, run);
  const base = baseNames(context.base, run);
  function source(name: string): DbtValue | undefined {
    if (!macroValues.has(name)) macroValues.set(name, macroNamed(context, run, name));
    return macroValues.get(name) ?? own(name) ?? base(name);
  }
  return run;
}

function macroNamed(context: NodeContext, run: JinjaRun, name: string): DbtValue | undefined {
  const { macros, packageName, rootName } = context;
  const definition = macros.find(packageName, name) ?? (packageName === rootName ? undefined : macros.find(rootName, name));
  if (definition !== undefined) return macroValue(context, run, definition);
  if (macros.hasPackage(name)) return packageNamespace(context, run, name);
  return name === "dbt" ? DBT_NAMESPACE : builtInMacro(name);
}

function macroValue(_context: NodeContext, run: JinjaRun, definition: MacroDefinition): DbtObject {
  return macroOf(run, definition, undefined);
}

function packageNamespace(context: NodeContext, run: JinjaRun, packageName: string): DbtObject {
  return {
    kind: "object",
    text: packageName,
    truth: true,
    attribute: (name) => {
      const definition = context.macros.find(packageName, name);
      return definition === undefined ? undefined : macroValue(context, run, definition);
    },
  };
}

/** What the names of a node's context are made of. */
interface Naming {
  readonly context: NodeContext;
  readonly named: Named;
  readonly run: JinjaRun;
  readonly relation: DbtObject;
}

/** A name is made when it is asked for: most templates ask for two of these. */
function namingFunctions(context: NodeContext, named: Named, run: JinjaRun): NameSource {
  const made = new Map<string, DbtValue>();
  const naming: Naming = { context, named, run, relation: relationObject(context.node.name) };
  return (name) => {
    const make = NODE_NAMES.get(name);
    if (make === undefined) return undefined;
    const value = made.get(name) ?? make(naming);
    made.set(name, value);
    return value;
  };
}

const NODE_NAMES: ReadonlyMap<string, (naming: Naming) => DbtValue> = new Map<string, (naming: Naming) => DbtValue>([
  ["ref", ({ named, run, relation }) => refFunction(named, run, relation)],
  ["source", sourceFunction],
  ["config", ({ named, run }) => configFunction(named, run)],
  ["metric", metricFunction],
  ["builtins", builtInFunctions],
  ["this", ({ relation }) => relation],
  ["model", modelMapping],
  ["graph", () => new Map()],
  ["selected_resources", () => []],
  ["adapter", ({ context, run }) => adapterObject(context, run)],
  ["api", ({ relation }) => record({ Relation: relationFactory(relation), Column: UNDEFINED })],
  ["load_result", () => callable("load_result", () => null)],
  ["store_result", () => callable("store_result", () => "")],
  ["render", () => callable("render", ({ positional }) => positional[0] ?? "")],
  ["schema", ({ context }) => context.base.target.attribute?.("schema") ?? UNDEFINED],
  ["database", ({ context }) => context.base.target.attribute?.("database") ?? UNDEFINED],
  ["sql", () => ""],
  ["pre_hooks", () => []],
  ["post_hooks", () => []],
]);

function sourceFunction({ named, run, relation }: Naming): DbtObject {
  return callable("source", (args) => noteSource(named, run, args) ?? relation);
}

function metricFunction({ named, relation }: Naming): DbtObject {
  return callable("metric", ({ positional }) => {
    const name = positional.at(-1);
    if (typeof name === "string") named.metrics.push(name);
    return relation;
  });
}

function builtInFunctions(naming: Naming): DbtObject {
  const { named, run, relation } = naming;
  return record({ ref: refFunction(named, run, relation), source: sourceFunction(naming), config: configFunction(named, run) });
}

function modelMapping({ context: { node, packageName } }: Naming): DbtMapping {
  return new Map<string, DbtValue>([
    ["name", node.name],
    ["unique_id", node.uniqueId],
    ["resource_type", node.resourceType],
    ["package_name", packageName],
  ]);
}

const RELATION_TEXT = dbtUnknown("runtime-input", "where a relation lies is known at run time only");

function relationObject(name: string): DbtObject {
  const itself: DbtObject = {
    kind: "object",
    text: RELATION_TEXT,
    truth: true,
    attribute: (attribute) => {
      if (attribute === "name" || attribute === "identifier" || attribute === "table") return name;
      if (attribute === "is_view" || attribute === "is_table" || attribute === "is_cte") return false;
      if (["include", "quote", "render", "incorporate", "replace_path", "without_identifier"].includes(attribute))
        return callable(attribute, () => itself);
      return RELATION_TEXT;
    },
  };
  return itself;
}

function relationFactory(relation: DbtObject): DbtObject {
  return record({ create: callable("create", () => relation), create_from: callable("create_from", () => relation) });
}

function refFunction(named: Named, run: JinjaRun, relation: DbtObject): DbtObject {
  return callable("ref", ({ positional, keywords }) => {
    const unknown = findUnknown([...positional]) ?? findUnknown([...keywords.values()]);
    if (unknown !== undefined) {
      named.unknown.push({ what: "ref", cause: unknown });
      return relation;
    }
    const [first, second] = positional;
    const name = second ?? first;
    if (typeof name !== "string") return relation;
    const version = keywords.get("version") ?? keywords.get("v");
    named.refs.push({
      package: second === undefined ? undefined : pythonStr(first ?? ""),
      name,
      version: version === undefined || version === null ? undefined : pythonStr(version),
      uncertain: run.conditions[0],
    });
    return relation;
  });
}

function noteSource(named: Named, run: JinjaRun, { positional }: DbtCallArguments): undefined {
  const unknown = findUnknown([...positional]);
  const [source, table] = positional;
  if (unknown !== undefined) named.unknown.push({ what: "source", cause: unknown });
  else if (typeof source === "string" && typeof table === "string") named.sources.push({ source, table, uncertain: run.conditions[0] });
  return undefined;
}

/** While dbt parses, `config.get` gives nothing. */
function configFunction(named: Named, run: JinjaRun): DbtObject {
  return {
    ...callable("config", ({ positional, keywords }) => {
      const options = isMapping(positional[0]) ? positional[0] : keywords;
      const condition = run.conditions[0];
      if (isUnknown(positional[0])) named.unknown.push({ what: "config", cause: positional[0] });
      const given: DbtMapping = new Map();
      for (const [key, value] of options) given.set(HOOK_NAMES.get(key) ?? key, condition ?? value);
      mergeCall(named.config, given);
      return "";
    }),
    attribute: (name) => callable(name, () => ""),
  };
}

/** What an adapter answers while dbt parses. */
const ADAPTER_ANSWERS: ReadonlyMap<string, () => DbtValue> = new Map<string, () => DbtValue>([
  ["get_columns_in_relation", () => []],
  ["get_missing_columns", () => []],
  ["list_relations", () => []],
  ["list_schemas", () => []],
  ["list_relations_without_caching", () => []],
  ["get_column_schema_from_query", () => []],
  ["get_partitions_metadata", () => []],
  ["already_exists", () => false],
  ["check_schema_exists", () => false],
]);

function adapterObject(context: NodeContext, run: JinjaRun): DbtObject {
  return {
    kind: "object",
    text: "adapter",
    truth: true,
    attribute: (name) => {
      if (name === "dispatch") return callable(name, (args) => dispatched(context, run, args));
      if (name === "type")
        return callable(
          name,
          () => context.adapter ?? dbtUnknown("runtime-input", "the adapter is not known: the profile is not in the repository"),
        );
      if (name === "quote")
        return callable(name, ({ positional }) => findUnknown([...positional]) ?? `"${pythonStr(positional[0] ?? "")}"`);
      const answer = ADAPTER_ANSWERS.get(name);
      return callable(name, () => answer?.() ?? null);
    },
  };
}

function dispatched(context: NodeContext, run: JinjaRun, { positional, keywords }: DbtCallArguments): DbtValue {
  const name = positional[0] ?? keywords.get("macro_name");
  const namespace = positional[1] ?? keywords.get("macro_namespace");
  if (typeof name !== "string") return findUnknown(name) ?? UNDEFINED;
  const owner = typeof namespace === "string" ? namespace : undefined;
  const order = (owner === undefined ? undefined : context.dispatch.get(owner)) ?? [context.rootName, owner ?? context.packageName];
  for (const prefix of context.adapter === undefined ? ["default"] : [context.adapter, "default"]) {
    for (const packageName of order) {
      const definition = context.macros.find(packageName, `${prefix}__${name}`);
      if (definition !== undefined) return macroValue(context, run, definition);
    }
  }
  return builtInMacro(name) ?? opaqueMacro(name);
}

/** dbt's own macros that answer without a database while dbt parses. */
const BUILT_IN_ANSWERS: ReadonlyMap<string, () => DbtValue> = new Map<string, () => DbtValue>([
  ["is_incremental", () => false],
  ["run_query", () => UNDEFINED],
  ["statement", () => ""],
  ["load_relation", () => null],
  ["load_cached_relation", () => null],
  ["get_columns_in_query", () => []],
  ["run_hooks", () => ""],
]);

function builtInMacro(name: string): DbtObject | undefined {
  const answer = BUILT_IN_ANSWERS.get(name);
  return answer === undefined ? undefined : callable(name, () => answer());
}

function opaqueMacro(name: string): DbtObject {
  return callable(name, () => dbtUnknown("external-library", `what dbt's macro \`${name}\` gives is not read`));
}

const DBT_NAMESPACE: DbtObject = { kind: "object", text: "dbt", truth: true, attribute: (name) => builtInMacro(name) ?? opaqueMacro(name) };
