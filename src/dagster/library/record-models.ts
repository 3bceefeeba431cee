/**
 * Types of which nothing needs to be known but what they were given: calling one yields an object with a field for each parameter.
 * Anything with rules of its own has a file of its own.
 */

import type { CallContext, MethodModel, SymbolModel } from "../../python/library.ts";
import { NONE } from "../../python/make-value.ts";
import type { Value } from "../../python/value.ts";
import { EQUALITY_FIELD, hashKey } from "../../python/values/hash-key.ts";
import type { RecordPayload } from "../model/small-payloads.ts";
import { construct, sameValue } from "./construct.ts";
import type { Models } from "./models.ts";
import { argumentsOf, bind, parameterNames } from "./signature.ts";

/** An object of `type` with the parameters of `name` for fields. */
function recordModel(name: string, type = name): SymbolModel {
  return (context) => {
    const fields = fieldsOf(name, context);
    return construct(type, fields, context, shownFields(name, fields, context));
  };
}

function fieldsOf(name: string, context: CallContext): Readonly<Record<string, Value>> {
  const bound = bind(name, context);
  return Object.fromEntries(parameterNames(name).map((parameter) => [parameter, bound.value(parameter)]));
}

/** Names of the fields that are not at their default: what is shown of the object. */
function shownFields(name: string, fields: Readonly<Record<string, Value>>, context: CallContext): RecordPayload {
  const defaults = bind(name, { ...context, args: argumentsOf() });
  const shown = Object.entries(fields).filter(([field, value]) => value.kind !== "none" && !sameValue(value, defaults.value(field)));
  return { kind: "record", shown: shown.map(([field]) => field) };
}

/** `super().__init__(…)` of a subclass in the repository. */
function initializer(type: string): MethodModel {
  return (self, context) => {
    const target = self.kind === "object" ? self.fields : self.attributes;
    for (const [name, value] of Object.entries(fieldsOf(type, context))) target.set(name, value);
    return NONE;
  };
}

/** Equal by value, where every field can be compared. */
function equality(fields: ReadonlyMap<string, Value>): string | undefined {
  const parts: string[] = [];
  for (const [name, value] of fields) {
    if (name === EQUALITY_FIELD) continue;
    const key = hashKey(value);
    if (key === undefined) return undefined;
    parts.push(`${name}=${key}`);
  }
  return parts.join(";");
}

/** By what they derive from. */
const RECORDS: Readonly<Record<string, readonly string[]>> = {
  "dagster.PartitionMapping": [
    "AllPartitionMapping",
    "IdentityPartitionMapping",
    "LastPartitionMapping",
    "SpecificPartitionsPartitionMapping",
    "StaticPartitionMapping",
    "TimeWindowPartitionMapping",
    "MultiPartitionMapping",
    "MultiToSingleDimensionPartitionMapping",
    "DimensionPartitionMapping",
  ],
  "dagster.object": [
    "RetryPolicy",
    "Output",
    "DynamicOutput",
    "MaterializeResult",
    "ObserveResult",
    "AssetCheckResult",
    "AssetMaterialization",
    "AssetObservation",
    "RunRequest",
    "SkipReason",
    "SensorResult",
    "RunConfig",
    "ConfigMapping",
    "DataVersion",
    "TableSchema",
    "TableColumn",
    "TableColumnConstraints",
    "TableConstraints",
    "TableColumnLineage",
    "TableColumnDep",
    "TableRecord",
    "TimeWindow",
    "LegacyFreshnessPolicy",
    "CodeLocationSelector",
    "JobSelector",
    "RepositorySelector",
    "Failure",
    "Field",
    "AnchorBasedFilePathMapping",
    "LocalFileCodeReference",
    "UrlCodeReference",
    "AddDynamicPartitionsRequest",
    "DeleteDynamicPartitionsRequest",
    "PartitionKeyRange",
  ],
};

/** Static methods that make a value of what they are given: `MetadataValue.md("…")`. */
const METADATA_VALUES = [
  "text",
  "url",
  "path",
  "notebook",
  "json",
  "md",
  "python_artifact",
  "float",
  "int",
  "bool",
  "timestamp",
  "asset",
  "job",
  "table",
  "table_schema",
  "column_lineage",
  "null",
  "dagster_run",
  "code_references",
];

function metadataValue(kind: string): SymbolModel {
  return (context) => {
    const [first] = [...context.args.positional, ...context.args.keywords.values()];
    return context.interpreter.object(
      "dagster.MetadataValue",
      [
        ["value", first?.value ?? NONE],
        ["kind", { kind: "str", value: kind }],
      ],
      { at: context.at, args: context.args },
    );
  };
}

const names = Object.values(RECORDS).flat();

export const recordModels: Models = {
  symbols: {
    ...Object.fromEntries(names.map((name) => [`dagster.${name}`, recordModel(`dagster.${name}`)])),
    ...Object.fromEntries(METADATA_VALUES.map((name) => [`dagster.MetadataValue.${name}`, metadataValue(name)])),
  },
  types: {
    "dagster.PartitionMapping": {},
    "dagster.MetadataValue": {},
    ...Object.fromEntries(
      Object.entries(RECORDS).flatMap(([base, members]) =>
        members.map((name) => [
          `dagster.${name}`,
          { ...(base !== "dagster.object" && { bases: [base] }), methods: { __init__: initializer(`dagster.${name}`) }, equality },
        ]),
      ),
    ),
  },
};
