/** Sources that dlt brings along: REST APIs by a configuration, tables of a database by their names, files. What else they yield is not known. */
import type { CallContext, SymbolModel } from "../../../python/library.ts";
import { list, NONE, str } from "../../../python/make-value.ts";
import type { Unknown, Value } from "../../../python/value.ts";
import { copy, isObject } from "../construct.ts";
import { argument, getEntry } from "../integrations/package-objects.ts";
import type { Models } from "../models.ts";
import { makeResource, RESOURCE } from "./dlt-resource.ts";
import { makeSource } from "./dlt-source.ts";

interface Listed {
  readonly items: readonly Value[];
  readonly gap?: Unknown | undefined;
}

/** One resource for each entry of `resources`: a name, or a mapping with one. */
function restResources(config: Value, context: CallContext): Listed {
  const entries = getEntry(config, "resources");
  if (entries.kind !== "list" && entries.kind !== "tuple")
    return {
      items: [],
      gap:
        entries.kind === "unknown"
          ? entries
          : context.interpreter.unknown("runtime-input", "the resources of this API are not known", context.at),
    };
  const made = new Map<string, Value>();
  let gap = entries.gap;
  for (const entry of entries.items) {
    const item = isObject(entry, RESOURCE) ? entry : restResource(entry, context);
    const name = isObject(item, RESOURCE) ? item.fields.get("name") : undefined;
    if (name?.kind === "str") made.set(name.value, item);
    else
      gap ??=
        item.kind === "unknown" ? item : context.interpreter.unknown("runtime-input", "the name of a resource is not known", context.at);
  }
  const items = entries.items.flatMap((entry) => {
    const name = entry.kind === "str" ? entry : isObject(entry, RESOURCE) ? entry.fields.get("name") : getEntry(entry, "name");
    const item = name?.kind === "str" ? made.get(name.value) : undefined;
    const parent = parentNames(entry).map((parentName) => made.get(parentName))[0];
    return item ? [parent && isObject(item, RESOURCE) ? copy(item, { parent, is_transformer: { kind: "bool", value: true } }) : item] : [];
  });
  return { items: withParents(items), gap };
}

/** Parents that have parents themselves are the copies that know it. */
function withParents(items: readonly Value[]): readonly Value[] {
  const nameOf = (item: Value | undefined): string | undefined => {
    const name = isObject(item, RESOURCE) ? item.fields.get("name") : undefined;
    return name?.kind === "str" ? name.value : undefined;
  };
  const byName = new Map(items.map((item) => [nameOf(item), item] as const));
  for (const item of items) {
    if (!isObject(item, RESOURCE)) continue;
    const parent = byName.get(nameOf(item.fields.get("parent")));
    if (parent) item.fields.set("parent", parent);
  }
  return items;
}

function restResource(entry: Value, context: CallContext): Value {
  if (entry.kind === "unknown") return entry;
  const name = entry.kind === "str" ? entry : getEntry(entry, "name");
  const at = "origin" in name && name.origin ? name.origin : context.at;
  const ofEntry = (key: string): Value => (entry.kind === "dict" ? getEntry(entry, key) : NONE);
  return makeResource({ name, tableName: ofEntry("table_name"), selected: ofEntry("selected"), steps: 2 }, { ...context, at });
}

/** Resources that an endpoint takes values from: `{resources.posts.id}`, or a parameter of type `resolve`. */
function parentNames(value: Value): readonly string[] {
  if (value.kind === "str") return [...value.value.matchAll(/\{resources\.([^.}]+)\./g)].map(([, name = ""]) => name);
  if (value.kind === "list" || value.kind === "tuple") return value.items.flatMap(parentNames);
  if (value.kind !== "dict") return [];
  const [type, resource] = [getEntry(value, "type"), getEntry(value, "resource")];
  const own = type.kind === "str" && type.value === "resolve" && resource.kind === "str" ? [resource.value] : [];
  return [...own, ...[...value.entries.values()].flatMap((entry) => parentNames(entry.value))];
}

const restSource: SymbolModel = (context) => {
  const name = argument(context, "name", 1);
  return makeSource(name.kind === "none" ? str("rest_api") : name, restResources(argument(context, "config", 0), context), context);
};

const restResourceList: SymbolModel = (context) => {
  const { items, gap } = restResources(argument(context, "config", 0), context);
  return list(items, gap);
};

/** A resource of a library: its docstring is the library's. */
function libraryResource(name: Value, isTransformer: boolean, context: CallContext): Value {
  const docstring = context.interpreter.unknown("external-library", "the description is the docstring of a library's function", context.at);
  return makeResource({ name, isTransformer, docstring }, context);
}

const sqlDatabase: SymbolModel = (context) => {
  const tables = argument(context, "table_names", 3);
  const isListed = tables.kind === "list" || tables.kind === "tuple";
  const gap = isListed
    ? tables.gap
    : context.interpreter.unknown("runtime-input", "the tables of the database are known at run time only", context.at);
  const items = isListed ? tables.items.map((name) => libraryResource(name, false, context)) : [];
  return makeSource(str("sql_database"), { items, gap }, context);
};

const sqlTable: SymbolModel = (context) => libraryResource(argument(context, "table", 1), false, context);

const READERS = ["read_csv", "read_csv_duckdb", "read_jsonl", "read_parquet"];

const named =
  (name: string, isTransformer: boolean): SymbolModel =>
  (context) =>
    libraryResource(str(name), isTransformer, context);

function inModules(modules: readonly string[], models: Readonly<Record<string, SymbolModel>>): Readonly<Record<string, SymbolModel>> {
  return Object.fromEntries(modules.flatMap((module) => Object.entries(models).map(([name, model]) => [`${module}.${name}`, model])));
}

export const dltBuiltInSourceModels: Models = {
  symbols: {
    ...inModules(["dlt.sources.rest_api"], {
      rest_api_source: restSource,
      rest_api: restSource,
      rest_api_resources: restResourceList,
    }),
    ...inModules(["dlt.sources.sql_database"], { sql_database: sqlDatabase, sql_table: sqlTable }),
    ...inModules(["dlt.sources.filesystem"], {
      filesystem: named("filesystem", false),
      ...Object.fromEntries(READERS.map((name) => [name, named(name, true)])),
    }),
  },
};
