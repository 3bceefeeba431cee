/**
 * Metadata values that Dagster refuses for what they hold: times without a zone, tables whose rows do not fit together, and entries under Dagster's own
 * keys (`dagster/row_count`), which are read when the assets are put together. Arguments of a wrong type are `wrong-argument-type`.
 */
import type { RepositoryGraph } from "../../dagster/loading/graph/asset-graph.ts";
import type { Value } from "../../python/value.ts";
import { attributeMembers, type Member } from "../facts/assets/spec-attributes.ts";
import { type Call, callsOf } from "../facts/calls.ts";
import { typeName } from "../facts/values.ts";
import { defineRule } from "../rule.ts";

export const invalidMetadataValue = defineRule({
  name: "invalid-metadata-value",
  group: "metadata",
  tier: "dagster-would-fail",
  severity: "error",
  since: "0.1.0",
  fixable: "no",
  docs: {
    what: "A metadata value that Dagster does not take for what it holds: a time without a time zone, a table without rows and schema, another type under a key of Dagster's own such as `dagster/column_schema`.",
    why: "Dagster refuses: `Datetime values provided to MetadataValue.timestamp must have timezones`, `schema must be provided if records is empty`, `1 validation error for TableMetadataSet`.",
    example: `import dagster as dg

@dg.asset(metadata={"dagster/column_schema": {"id": "int"}})
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    instead: `import dagster as dg

@dg.asset(metadata={"dagster/column_schema": dg.TableSchema([dg.TableColumn("id", "int")])})
def orders(): ...

defs = dg.Definitions(assets=[orders])
`,
    source: "dagster/_core/definitions/metadata/metadata_value.py, metadata_set.py, resolved_asset_deps.py, 1.13.27",
  },
  check(context) {
    const { location, graphs, report } = context;
    for (const call of callsOf(location, "dagster.MetadataValue.timestamp", "dagster.MetadataValue.table", "dagster.TableMetadataValue")) {
      const problem = call.name.endsWith("timestamp") ? timeProblem(call) : tableProblem(call);
      if (problem) report({ ...problem, why: `Dagster: "${problem.why}"`, location: call.at });
    }
    const wrong = attributeMembers(context, "metadata", isWrong);
    for (const { key, value, at, subject } of wrong) {
      if (key?.kind !== "str" || !isLoaded(value, graphs)) continue;
      report({
        message: `\`${key.value}\` is a \`${typeName(value)}\`, and Dagster reads ${WANTED.get(key.value)?.wanted} there`,
        why: `Dagster: "1 validation error for TableMetadataSet ${key.value.slice("dagster/".length)}".`,
        help: `Give ${WANTED.get(key.value)?.wanted}, or use a key of your own.`,
        location: at,
        ...(subject !== undefined && { subject }),
      });
    }
  },
});

interface Problem {
  readonly message: string;
  readonly why: string;
  readonly help: string;
}

function timeProblem(call: Call): Problem | undefined {
  const value = call.given("value")?.value;
  const isNaive = value?.kind === "object" && value.type === "datetime.datetime" && value.fields.get("tzinfo")?.kind === "none";
  if (!isNaive) return undefined;
  return {
    message: "the time of this metadata has no time zone",
    why: "Datetime values provided to MetadataValue.timestamp must have timezones, but … does not",
    help: "Give the time a zone: `datetime(…, tzinfo=timezone.utc)`.",
  };
}

function tableProblem(call: Call): Problem | undefined {
  const records = call.given("records")?.value;
  if ((records?.kind !== "list" && records?.kind !== "tuple") || !records.complete) return undefined;
  if (records.items.length === 0 && call.value("schema").kind === "none")
    return {
      message: "this table has no rows, and no schema that would say what its columns are",
      why: "schema must be provided if records is empty",
      help: "Give `schema=TableSchema(columns=[…])`.",
    };
  const columns = records.items.map(columnsOf);
  const [first] = columns;
  if (first === undefined || columns.every((each) => each === undefined || each === first)) return undefined;
  return {
    message: "the rows of this table have different columns",
    why: "Invariant failed. Description: All records must have the same fields",
    help: "Give all rows the same columns; None where there is no value.",
  };
}

/** Equal texts are equal columns; `undefined` where they are not known. */
function columnsOf(record: Value): string | undefined {
  const row = record.kind === "object" && record.type === "dagster.TableRecord" ? record.fields.get("data") : undefined;
  return row?.kind === "dict" && row.complete ? JSON.stringify([...row.entries.keys()].sort()) : undefined;
}

interface Wanted {
  readonly wanted: string;
  isWrong(value: Value): boolean;
}

const PLAIN: ReadonlySet<Value["kind"]> = new Set(["str", "bytes", "int", "float", "bool", "list", "tuple", "set", "dict"]);

function object(type: string): Wanted {
  return { wanted: `a \`${type}\``, isWrong: ({ kind }) => PLAIN.has(kind) };
}

const COUNT: Wanted = {
  wanted: "a whole number",
  isWrong: (value) => {
    if (value.kind === "float") return !Number.isInteger(value.value);
    if (value.kind === "str") return !/^\s*[+-]?\d+(?:\.0*)?\s*$/.test(value.value);
    return PLAIN.has(value.kind) && value.kind !== "int" && value.kind !== "bool";
  },
};
const TEXT: Wanted = { wanted: "text", isWrong: ({ kind }) => PLAIN.has(kind) && kind !== "str" && kind !== "bytes" };

const WANTED: ReadonlyMap<string, Wanted> = new Map([
  ["dagster/column_schema", object("TableSchema")],
  ["dagster/column_lineage", object("TableColumnLineage")],
  ["dagster/row_count", COUNT],
  ["dagster/partition_row_count", COUNT],
  ["dagster/table_name", TEXT],
  ["dagster/storage_kind", TEXT],
]);

function isWrong({ key, value }: Member): boolean {
  if (key?.kind !== "str" || !key.value.startsWith("dagster/")) return false;
  return WANTED.get(key.value)?.isWrong(value) === true;
}

/** Nobody reads the metadata of an asset that is not loaded. */
function isLoaded(value: Value, graphs: readonly RepositoryGraph[]): boolean {
  return graphs.some(({ assets }) =>
    [...assets.values()].some(({ claims }) =>
      claims.some(({ condition, spec }) => {
        const metadata = spec.fields.get("metadata");
        return !condition && metadata?.kind === "dict" && [...metadata.entries.values()].some((entry) => entry.value === value);
      }),
    ),
  );
}
