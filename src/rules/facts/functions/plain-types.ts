/**
 * Annotations as the classes that a value of them certainly has at run time, for types whose relation to each other is known: Python's own, and the
 * frames of pandas, polars and Spark. What stands in the brackets of a container is not looked at: Dagster does not either when it runs.
 */
import type { Value } from "../../../python/value.ts";

const PLAIN: ReadonlySet<string> = new Set([
  ...["int", "float", "str", "bool", "bytes", "list", "dict", "tuple", "set", "frozenset"].map((name) => `builtins.${name}`),
  "datetime.date",
  "datetime.datetime",
  "pandas.DataFrame",
  "pandas.Series",
  "polars.DataFrame",
  "polars.LazyFrame",
  "pyspark.sql.DataFrame",
]);

const ALIASES: Readonly<Record<string, string>> = {
  "typing.List": "builtins.list",
  "typing.Dict": "builtins.dict",
  "typing.Tuple": "builtins.tuple",
  "typing.Set": "builtins.set",
  "typing.FrozenSet": "builtins.frozenset",
  "typing.Text": "builtins.str",
};

/** Wrappers of the value that the I/O manager gets. */
const WRAPPERS: ReadonlySet<string> = new Set(["dagster.Output", "dagster.MaterializeResult"]);

/** `["builtins.int", "None"]` of `Optional[int]`; `undefined` when a value may be of a class that is not known. */
export function plainTypes(annotation: Value): readonly string[] | undefined {
  if (annotation.kind === "none") return ["None"];
  if (annotation.kind === "symbol") {
    const name = ALIASES[annotation.name] ?? annotation.name;
    if (name.endsWith(".NoneType")) return ["None"];
    return PLAIN.has(name) ? [name] : undefined;
  }
  if (annotation.kind !== "object") return undefined;
  const origin = annotation.fields.get("origin");
  const args = annotation.fields.get("args");
  const members = args?.kind === "tuple" ? args.items : [];
  const name = origin?.kind === "symbol" ? origin.name : annotation.type;
  if (name === "typing.Optional") return together([...members, { kind: "none" }]);
  if (name === "typing.Union" || name === "types.UnionType") return together(members);
  const [only, ...others] = members;
  if (WRAPPERS.has(name)) return only && others.length === 0 ? plainTypes(only) : undefined;
  return origin && plainTypes(origin);
}

function together(members: readonly Value[]): readonly string[] | undefined {
  const types = members.map(plainTypes);
  return types.every((each) => each !== undefined) ? types.flat() : undefined;
}

/** An instance of the first is one of the second. */
const SUBCLASSES: ReadonlySet<string> = new Set(["builtins.bool builtins.int", "datetime.datetime datetime.date"]);

/** True when no value of `made` is one of `wanted`. */
export function areApart(made: readonly string[], wanted: readonly string[]): boolean {
  return !made.some((one) => wanted.some((other) => one === other || SUBCLASSES.has(`${one} ${other}`)));
}
