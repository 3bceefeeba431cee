/** What JSON can say. Values that are not known are taken to be fine. */
import type { Value } from "../../../python/value.ts";

/** The first part of the value that JSON cannot say, or that would not come back the same; `undefined` when there is none. */
export function jsonProblem(value: Value, tuples: "tuples-are-lists" | "tuples-change" = "tuples-change"): Value | undefined {
  switch (value.kind) {
    case "set":
    case "bytes":
    case "function":
    case "class":
    case "module":
    case "ellipsis":
      return value;
    case "tuple":
      return tuples === "tuples-change" ? value : firstProblem(value.items, tuples);
    case "list":
      return firstProblem(value.items, tuples);
    case "dict": {
      const entries = [...value.entries.values()];
      const changing = tuples === "tuples-change" ? entries.find(({ key }) => changesAsKey(key))?.key : undefined;
      return (
        changing ??
        entries.find(({ key }) => UNFIT_KEYS.has(key.kind))?.key ??
        firstProblem(
          entries.map((entry) => entry.value),
          tuples,
        )
      );
    }
    case "instance":
      return value.class.mro.every((base) => base.kind === "class" || (base.kind === "symbol" && base.name === "builtins.object"))
        ? value
        : undefined;
    case "object":
      return value.type === "builtins.object" || /^datetime\.(?:date|datetime|timedelta)$/.test(value.type) ? value : undefined;
    case "symbol":
      return value.name.startsWith("builtins.") ? value : undefined;
    default:
      return undefined;
  }
}

/** JSON has texts for keys: a number comes back as one. */
function changesAsKey({ kind }: Value): boolean {
  return kind === "int" || kind === "float" || kind === "bool" || kind === "none";
}

/** No key of JSON can be made of these. */
const UNFIT_KEYS: ReadonlySet<Value["kind"]> = new Set(["tuple", "bytes", "function", "class", "set"]);

function firstProblem(values: readonly Value[], tuples: "tuples-are-lists" | "tuples-change"): Value | undefined {
  for (const value of values) {
    const problem = jsonProblem(value, tuples);
    if (problem) return problem;
  }
  return undefined;
}
