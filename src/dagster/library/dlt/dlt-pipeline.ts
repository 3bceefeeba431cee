/** `dlt.pipeline`: where its data goes. The destination's name is a kind of the assets. */
import type { CallContext, SymbolModel } from "../../../python/library.ts";
import { NONE, str } from "../../../python/make-value.ts";
import type { Value } from "../../../python/value.ts";
import { construct, distribute } from "../construct.ts";
import { argument } from "../integrations/package-objects.ts";
import type { Models } from "../models.ts";

export const PIPELINE = "dlt.Pipeline";
const DESTINATION = "dlt.Destination";

const DESTINATIONS = [
  "athena",
  "bigquery",
  "clickhouse",
  "databricks",
  "dremio",
  "duckdb",
  "ducklake",
  "dummy",
  "filesystem",
  "lancedb",
  "motherduck",
  "mssql",
  "postgres",
  "qdrant",
  "redshift",
  "snowflake",
  "sqlalchemy",
  "synapse",
  "weaviate",
];

function destination(type: string): SymbolModel {
  return (context) => {
    const named = argument(context, "destination_name");
    return construct(DESTINATION, { destination_name: named.kind === "none" ? str(type) : named }, context);
  };
}

/** A name, a destination's class, or an object of it. */
function destinationOf(given: Value, context: CallContext): Value {
  return distribute(given, (value) => {
    const name = value.kind === "str" ? value.value : value.kind === "symbol" ? value.name : undefined;
    if (name === undefined) return value;
    return construct(DESTINATION, { destination_name: str(name.slice(name.lastIndexOf(".") + 1)) }, context);
  });
}

function pipeline(context: CallContext): Value {
  const { interpreter, at } = context;
  const given = argument(context, "pipeline_name", 0);
  const name =
    given.kind === "none" ? interpreter.unknown("runtime-input", "the pipeline is named after the process that runs it", at) : given;
  const target = destinationOf(argument(context, "destination", 3), context);
  const dataset = argument(context, "dataset_name", 5);
  const fallback = target.kind === "none" ? NONE : name.kind === "str" ? str(`${name.value}_dataset`, name.assumes) : name;
  return construct(
    PIPELINE,
    { pipeline_name: name, destination: target, dataset_name: dataset.kind === "none" ? fallback : dataset },
    context,
  );
}

export const dltPipelineModels: Models = {
  symbols: {
    "dlt.pipeline": pipeline,
    "dlt.attach": pipeline,
    ...Object.fromEntries(DESTINATIONS.map((type) => [`dlt.destinations.${type}`, destination(type)])),
  },
  types: { [PIPELINE]: {}, [DESTINATION]: {} },
};
