/**
 * Definitions around single specs of a workspace, and around tables that the code lists itself: the names are the code's, so they are claims wherever
 * the specs are. Sources: `dagster_tableau`, `dagster_powerbi`, `dagster_sigma`, `dagster_looker`, `dagster_fivetran`, `dagster_airbyte`.
 */
import type { CallContext, SymbolModel } from "../../../python/library.ts";
import { bool, dict, entryOf, list, NONE, set, str, strDict, symbol, tuple } from "../../../python/make-value.ts";
import type { LibraryObject, Value } from "../../../python/value.ts";
import { toPythonIdentifier } from "../../model/asset-key.ts";
import { knownPath, makeAssetKey, prefixParts } from "../assets/asset-key.ts";
import { makeSpec, mergeDicts, tagsWithKinds } from "../assets/asset-spec.ts";
import { makeMultiAsset } from "../assets/multi-asset.ts";
import { isObject } from "../construct.ts";
import { argument, getEntry, keywordObject, keywords } from "../integrations/package-objects.ts";
import type { Models } from "../models.ts";
import { bind } from "../signature.ts";

function multiAsset(name: Value, given: Readonly<Record<string, Value>>, context: CallContext): LibraryObject {
  const bound = bind("dagster.multi_asset", { ...context, args: keywords({ name, ...given }, context.at) });
  return makeMultiAsset({
    bound,
    signature: { name, docstring: undefined, parameters: [] },
    definition: "multi_asset",
    execution: "materialization",
  });
}

/** A definition of the one spec that it is given, named after its key. */
function ofSpec(nameOf: (path: readonly string[]) => string): SymbolModel {
  return (context) => {
    const [resource, spec] = [argument(context, "resource_key", 0), argument(context, "spec", 1)];
    const key = isObject(spec, "dagster.AssetSpec") ? knownPath(spec.fields.get("key") ?? NONE) : undefined;
    const name = key ? str(nameOf(key)) : NONE;
    return multiAsset(name, { specs: list([spec]), required_resource_keys: set([resource]) }, context);
  };
}

const tableauRefresh: SymbolModel = (context) => {
  const [resource, specs] = [argument(context, "resource_key", 0), argument(context, "specs", 1)];
  const name = resource.kind === "str" ? str(`tableau_sync_site_${resource.value}`) : resource;
  return multiAsset(name, { specs, required_resource_keys: set([resource]), can_subset: bool(false) }, context);
};

/** External and materializable specs, which only their metadata tell apart. */
const parsedTableau: SymbolModel = ({ args }) => {
  const specs = args.positional[0]?.value ?? args.keywords.get("specs")?.value ?? list([]);
  return tuple([specs.kind === "list" && specs.gap ? list([], specs.gap) : list([]), specs]);
};

/** One definition for each requested build, as often as there are requests: so Dagster has it, and takes equal ones for one. */
const lookerBuilds: SymbolModel = (context) => {
  const { interpreter, at } = context;
  const resource = argument(context, "resource_key", 0);
  const { items, gap } = interpreter.iterate(argument(context, "request_start_pdt_builds", 1), at);
  const made = items.map((request) => {
    const [model, view] = ["model_name", "view_name"].map((name) => interpreter.attribute(request, name, at));
    const key = makeAssetKey([str("view"), view ?? NONE], at);
    const name = model?.kind === "str" && view?.kind === "str" ? str(`${model.value}_${view.value}`) : NONE;
    return multiAsset(name, { specs: list([makeSpec({ key }, context)]), required_resource_keys: set([resource]) }, context);
  });
  return list(made, gap);
};

/** `build_fivetran_assets(connector_id, destination_tables=["schema.table"], …)`. */
const fivetranTables: SymbolModel = (context) => {
  const { interpreter, at } = context;
  const [connector, tables] = [argument(context, "connector_id", 0), argument(context, "destination_tables", 1)];
  const prefix = prefixParts(argument(context, "asset_key_prefix", 5));
  const [metadata, ioManager] = [argument(context, "metadata_by_table_name", 6), argument(context, "io_manager_key", 4)];
  const { items, gap } = interpreter.iterate(tables, at);
  const specs = items.map((table) => {
    if (table.kind !== "str") return table;
    const path = table.value.split(".").map((part) => ({ ...str(part, table.assumes), ...(table.origin && { origin: table.origin }) }));
    const stored = ioManager.kind === "none" ? dict([]) : strDict([["dagster/io_manager_key", ioManager]]);
    return makeSpec(
      {
        key: makeAssetKey([...prefix, ...path], table.origin ?? at),
        metadata: mergeDicts(getEntry(metadata, table.value), stored),
        tags: tagsWithKinds(undefined, set([str("fivetran")]), context),
        group_name: argument(context, "group_name", 7),
      },
      { ...context, at: table.origin ?? at },
    );
  });
  const name = connector.kind === "str" ? str(`fivetran_sync_${connector.value}`) : connector;
  const given = { specs: list(specs, gap), op_tags: argument(context, "op_tags", 9), required_resource_keys: set([str("fivetran")]) };
  return list([multiAsset(name, given, context)]);
};

/** `build_airbyte_assets(connection_id, destination_tables=["table"], …)`: normalized tables come of the table that they are split from. */
const airbyteTables: SymbolModel = (context) => {
  const { interpreter, at } = context;
  const value = (name: string, index = -1): Value => argument(context, name, index);
  const [connection, tables, derived] = [value("connection_id", 0), value("destination_tables", 1), value("normalization_tables", 6)];
  const [upstream, deps] = [value("upstream_assets", 8), value("deps", 7)];
  const prefix = prefixParts(value("asset_key_prefix", 4));
  const keyOf = (table: Value): Value => makeAssetKey([...prefix, table], at);
  const { items, gap } = interpreter.iterate(tables, at);
  const needed = upstream.kind === "none" ? deps : upstream;
  const upstreamItems = needed.kind === "none" ? [] : interpreter.iterate(needed, at).items;
  const outs: (readonly [Value, Value])[] = [];
  const internal: (readonly [Value, Value])[] = [];
  const storage = tableNames(value("destination_database", 2), value("destination_schema", 3), value("destination_type", 11));
  for (const table of items) {
    const out = (each: Value, name: string): void => {
      const metadata = storage(name);
      outs.push([each, interpreter.call(symbol("dagster.AssetOut"), keywords({ key: keyOf(each), metadata }, at), at)]);
    };
    out(table, table.kind === "str" ? table.value : "");
    internal.push([table, set(upstreamItems)]);
    const below = table.kind === "str" && derived.kind === "dict" ? entryOf(derived, table.value) : undefined;
    for (const each of below ? interpreter.iterate(below, at).items : []) {
      out(each, `${table.kind === "str" ? table.value : ""}.${each.kind === "str" ? each.value : ""}`);
      internal.push([each, set([keyOf(table)])]);
    }
  }
  const name = connection.kind === "str" ? str(`airbyte_sync_${connection.value.replaceAll("-", "_")}`) : connection;
  const given = {
    outs: dict(outs, gap),
    internal_asset_deps: dict(internal, gap),
    deps: needed.kind === "none" ? NONE : list(upstreamItems),
    group_name: value("group_name", 5),
    compute_kind: str("airbyte"),
    required_resource_keys: set([str("airbyte")]),
  };
  return list([multiAsset(name, given, context)]);
};

/** Metadata of a table: where it is stored, as far as that was said. */
function tableNames(database: Value, schema: Value, type: Value): (table: string) => Value {
  const isNamed = database.kind === "str" && schema.kind === "str";
  return (table) =>
    strDict([
      ...(isNamed ? [["dagster/table_name", str(`${database.value}.${schema.value}.${table}`)] as const] : []),
      ...(type.kind === "none" ? [] : [["dagster/storage_kind", type] as const]),
    ]);
}

const PDT_BUILD = "dagster_looker.RequestStartPdtBuild";

export const refreshModels: Models = {
  symbols: {
    "dagster_tableau.build_tableau_materializable_assets_definition": tableauRefresh,
    "dagster_tableau.parse_tableau_external_and_materializable_asset_specs": parsedTableau,
    "dagster_powerbi.build_semantic_model_refresh_asset_definition": ofSpec((path) => path.join("_")),
    "dagster_sigma.build_materialize_workbook_assets_definition": ofSpec((path) => `sigma_materialize_${toPythonIdentifier(path)}`),
    "dagster_looker.build_looker_pdt_assets_definitions": lookerBuilds,
    [PDT_BUILD]: keywordObject(PDT_BUILD),
    "dagster_fivetran.build_fivetran_assets": fivetranTables,
    "dagster_airbyte.build_airbyte_assets": airbyteTables,
  },
  types: { [PDT_BUILD]: {} },
};
