/** What `config_schema=`, `dagster.Field(…)` and the like describe: whether Dagster reads it, and which type it is. Source: `_config/field.py` of dagster 1.13. */
import type { Interpreter } from "../../../python/interpreter.ts";
import type { LibraryObject, Value } from "../../../python/value.ts";
import { pythonRepr } from "../values.ts";
import { ANY, ANY_FIELDS, ANYTHING_IN_LIST, type ConfigField, type ConfigType } from "./config-type.ts";

const SCALARS: Readonly<Record<string, ConfigType>> = {
  "builtins.int": { kind: "scalar", name: "int", isSource: false },
  "builtins.float": { kind: "scalar", name: "float", isSource: false },
  "builtins.str": { kind: "scalar", name: "str", isSource: false },
  "builtins.bool": { kind: "scalar", name: "bool", isSource: false },
  "builtins.list": ANYTHING_IN_LIST,
  "builtins.dict": ANY_FIELDS,
  "dagster.Int": { kind: "scalar", name: "int", isSource: false },
  "dagster.Float": { kind: "scalar", name: "float", isSource: false },
  "dagster.String": { kind: "scalar", name: "str", isSource: false },
  "dagster.Bool": { kind: "scalar", name: "bool", isSource: false },
  "dagster.StringSource": { kind: "scalar", name: "str", isSource: true },
  "dagster.IntSource": { kind: "scalar", name: "int", isSource: true },
  "dagster.BoolSource": { kind: "scalar", name: "bool", isSource: true },
};

/** Classes of configuration types: what is wanted is what calling one gives. */
const UNCALLED = /^dagster\.(?:Noneable|Permissive|Shape|Array|Selector|Map|Enum|ScalarUnion|Field|DagsterType|PythonObjectDagsterType)$/;
const NO_SCHEMA =
  /^(?:builtins\.(?:object|tuple|set|frozenset|bytes|type|range|complex|len|print)|datetime\.\w+|decimal\.Decimal|pathlib\.\w+|uuid\.UUID|typing\.(?!Any$)\w+)$/;

/** In words, why Dagster makes no schema of the value; nested parts included. Only what is known through and through is refused. */
export function schemaFault(value: Value, interpreter: Interpreter, isNested = false): string | undefined {
  switch (value.kind) {
    case "none":
      return isNested ? "`None` is no type" : undefined;
    case "symbol":
      if (UNCALLED.test(value.name)) return `\`${value.name.slice("dagster.".length)}\` is not called`;
      return NO_SCHEMA.test(value.name) ? `\`${value.name.replace("builtins.", "")}\` is no configuration type` : undefined;
    case "class":
      return value.mro.some((base) => base.kind === "unknown") || interpreter.isSubclass(value, "dagster.ConfigType")
        ? undefined
        : `the class \`${value.name}\` is no configuration type`;
    case "str":
    case "int":
    case "float":
    case "bool":
    case "tuple":
    case "set":
      return `\`${pythonRepr(value)}\` is no type, but a value`;
    case "function":
      return `the function \`${value.name}\` is no configuration type`;
    case "list":
      if (!value.complete) return undefined;
      return value.items.length === 1 && value.items[0]
        ? schemaFault(value.items[0], interpreter)
        : "a list describes its items with exactly one type";
    case "dict":
      return faultOfEntries(value, interpreter);
    case "object":
      return value.type === "types.GenericAlias" || value.type === "types.UnionType"
        ? "types with brackets, or alternatives, are no configuration types"
        : value.type === "dagster.EnvVar"
          ? "an `EnvVar` is no type, but a value"
          : undefined;
    default:
      return undefined;
  }
}

/** A mapping of one key that is a type says what keys and values are; any other describes its entries by name. */
function faultOfEntries(value: Extract<Value, { kind: "dict" }>, interpreter: Interpreter): string | undefined {
  for (const { key, value: item } of value.entries.values()) {
    const fault = schemaFault(item, interpreter, true);
    if (fault !== undefined) return fault + (key.kind === "str" ? ` (in \`${key.value}\`)` : "");
  }
  return undefined;
}

export function typeOfSchema(value: Value): ConfigType {
  switch (value.kind) {
    case "symbol":
      return SCALARS[value.name] ?? ANY;
    case "list":
      return value.complete && value.items.length === 1 && value.items[0] ? { kind: "array", inner: typeOfSchema(value.items[0]) } : ANY;
    case "dict":
      return shapeOf(value, false);
    case "object":
      return typeOfObject(value);
    default:
      return ANY;
  }
}

function argumentOf({ args }: LibraryObject, name: string): Value | undefined {
  return args?.complete ? (args.keywords.get(name)?.value ?? args.positional[0]?.value) : undefined;
}

function typeOfObject(value: LibraryObject): ConfigType {
  switch (constructorOf(value)) {
    case "Noneable": {
      const inner = argumentOf(value, "inner_type");
      return inner ? { kind: "noneable", inner: typeOfSchema(inner) } : ANY;
    }
    case "Array": {
      const inner = argumentOf(value, "inner_type");
      return inner ? { kind: "array", inner: typeOfSchema(inner) } : ANY;
    }
    case "Shape":
    case "Permissive": {
      const fields = argumentOf(value, "fields");
      const isOpen = constructorOf(value) === "Permissive";
      return fields?.kind === "dict" ? shapeOf(fields, isOpen) : isOpen ? ANY_FIELDS : ANY;
    }
    case "Enum":
      return typeOfEnum(value);
    default:
      return ANY;
  }
}

function constructorOf(value: LibraryObject): string {
  const name = value.fields.get("constructor");
  return name?.kind === "str" ? name.value : "";
}

function typeOfEnum({ args }: LibraryObject): ConfigType {
  const values = args?.keywords.get("enum_values")?.value ?? args?.positional[1]?.value;
  const items = values?.kind === "list" && values.complete ? values.items : [];
  const names = items.map((item) =>
    item.kind === "object" ? (item.args?.positional[0]?.value ?? item.args?.keywords.get("config_value")?.value) : undefined,
  );
  return items.length > 0 && names.every((name) => name?.kind === "str")
    ? { kind: "enum", names: names.flatMap((name) => (name?.kind === "str" ? [name.value] : [])) }
    : ANY;
}

function shapeOf(value: Extract<Value, { kind: "dict" }>, isOpen: boolean): ConfigType {
  if (!value.complete) return ANY;
  const fields = new Map<string, ConfigField>();
  for (const { key, value: item } of value.entries.values()) {
    if (key.kind !== "str") return ANY;
    fields.set(key.value, fieldOf(item));
  }
  return { kind: "shape", fields, isOpen };
}

function fieldOf(value: Value): ConfigField {
  if (value.kind === "object" && value.type === "dagster.Field") {
    const config = argumentOf(value, "config");
    const type = config ? typeOfSchema(config) : ANY;
    const isOptional =
      ["default_value", "is_required"].some((name) => value.args?.keywords.has(name)) || (value.args?.positional.length ?? 0) > 1;
    return { type, isRequired: !isOptional && isRequired(type) };
  }
  const type = typeOfSchema(value);
  return { type, isRequired: isRequired(type) };
}

/** What may be None, and what only holds optional fields, need not be given. */
function isRequired(type: ConfigType): boolean {
  switch (type.kind) {
    case "any":
    case "noneable":
      return false;
    case "shape":
      return [...type.fields.values()].some((field) => field.isRequired);
    default:
      return true;
  }
}
