/**
 * Whether an argument is of a type that Dagster takes there. The table is recorded by trying every type at every parameter of Dagster's callables,
 * so what was not tried is not judged; what is empty is tried apart, for Dagster often reads it as "not given".
 */
import { SIGNATURES } from "../../../dagster/library/signatures.generated.ts";
import type { Interpreter } from "../../../python/interpreter.ts";
import type { ClassValue, Value } from "../../../python/value.ts";
import { ACCEPTED_TYPES, TRIED_TYPES, TYPE_PROFILES, type TypeProfile } from "./accepted-types.generated.ts";

export interface RefusedValue {
  /** The value, or the member of it, that is not taken. */
  readonly value: Value;
  /** As the table names it: `int`, `class`, `dagster.AssetKey`. */
  readonly type: string;
}

const profiles = new Map<string, ReadonlyMap<string, TypeProfile>>();

/** Of the callable, parameters that do not take everything. */
export function typedParameters(callable: string): ReadonlyMap<string, TypeProfile> {
  const known = profiles.get(callable);
  if (known) return known;
  const rows = (ACCEPTED_TYPES[callable] ?? "").split(" ").flatMap((row) => {
    const [parameter = "", index] = row.split("=");
    const profile = TYPE_PROFILES[Number(index)];
    return profile ? [[parameter, profile] as const] : [];
  });
  const table = new Map(rows);
  profiles.set(callable, table);
  return table;
}

/** What is to be said of a type at a parameter. */
export type TypeVerdict = "taken" | "refused" | "refused-if-filled" | RefusedParts;

/** Taken, but for members, or keys of a mapping, of these types. */
interface RefusedParts {
  readonly members: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
}

/** `type` is what `typeOf` says. */
export function judgeType(type: string | undefined, { taken, notAsMember, emptyIsRefused }: TypeProfile): TypeVerdict {
  if (type === undefined || !TRIED_TYPES.has(type)) return "taken";
  if (!taken.split(" ").includes(type)) return emptyIsRefused?.split(" ").includes(type) ? "refused" : "refused-if-filled";
  const [members, keys] = [notAsMember?.[type], type === "dict" ? notAsMember?.["dict key"] : undefined];
  return members === undefined && keys === undefined ? "taken" : { members: wordsOf(members), keys: wordsOf(keys) };
}

/** What the verdict on a value's type comes to for the value: what is empty is not judged, and its members may all be taken. */
export function refusedValue(value: Value, verdict: TypeVerdict, interpreter: Interpreter): RefusedValue | undefined {
  if (verdict === "taken" || (verdict !== "refused" && isEmpty(value))) return undefined;
  if (verdict !== "refused" && verdict !== "refused-if-filled")
    return refusedPart(membersOf(value), verdict.members, interpreter) ?? refusedPart(keysOf(value), verdict.keys, interpreter);
  const type = typeOf(value, interpreter);
  return type === undefined ? undefined : { value, type };
}

function refusedPart(parts: readonly Value[], not: ReadonlySet<string>, interpreter: Interpreter): RefusedValue | undefined {
  for (const part of not.size === 0 ? [] : parts) {
    const type = typeOf(part, interpreter);
    if (type !== undefined && not.has(type)) return { value: part, type };
  }
  return undefined;
}

function wordsOf(list: string | undefined): ReadonlySet<string> {
  return new Set(list?.split(" "));
}

function keysOf(value: Value): readonly Value[] {
  return value.kind === "dict" ? [...value.entries.values()].map((entry) => entry.key) : [];
}

function membersOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case "list":
    case "tuple":
      return value.items;
    case "set":
      return [...value.items.values()];
    case "dict":
      return [...value.entries.values()].map((entry) => entry.value);
    default:
      return [];
  }
}

function isEmpty(value: Value): boolean {
  switch (value.kind) {
    case "str":
    case "int":
    case "float":
      return !value.value;
    case "list":
    case "tuple":
      return value.items.length === 0;
    case "set":
      return value.items.size === 0;
    case "dict":
      return value.entries.size === 0;
    default:
      return value.kind === "bool" && !value.value;
  }
}

/** The table's name for the value's type; `undefined` where it may be anything. */
export function typeOf(value: Value, interpreter: Interpreter): string | undefined {
  switch (value.kind) {
    case "none":
    case "str":
    case "int":
    case "float":
    case "bool":
    case "list":
    case "tuple":
    case "set":
    case "dict":
    case "bytes":
    case "iterator":
    case "module":
    case "function":
    case "class":
      return value.kind;
    case "symbol":
      return typeOfSymbol(value.name);
    case "object":
      return value.type;
    case "instance":
      return value.class.flavour === "enum"
        ? plainEnum(value.class)
        : isOfRepository(value.class)
          ? "instance"
          : resourceType(value, interpreter);
    default:
      return undefined;
  }
}

/** `DailyPartitionsDefinition`, `AutomationCondition.eager`; what else is callable may be an instance (`in_process_executor`). */
function typeOfSymbol(name: string): string | undefined {
  if (BUILTIN_CLASSES.has(name)) return "class";
  if (!name.startsWith("dagster.") || !Object.hasOwn(SIGNATURES, name)) return undefined;
  const [last = "", before = ""] = name.split(".").reverse();
  if (/^[A-Z]/.test(last)) return "class";
  return /^[A-Z]/.test(before) ? "function" : undefined;
}

const BUILTIN_CLASSES: ReadonlySet<string> = new Set(
  ["int", "float", "str", "bool", "list", "dict", "set", "tuple", "bytes"].map((name) => `builtins.${name}`),
);

/** Every class that it derives from is written in the repository, and none of them answers for missing attributes. */
function isOfRepository({ mro }: ClassValue): boolean {
  return mro.every((base) =>
    base.kind === "class"
      ? !base.namespace.has("__getattr__") && !base.namespace.has("__call__") && !base.namespace.has("__iter__")
      : base.kind === "symbol" && base.name === "builtins.object",
  );
}

/** A member of an enumeration that is nothing besides, no text or number. */
function plainEnum({ mro }: ClassValue): string | undefined {
  return mro.every((base) => base.kind === "class" || (base.kind === "symbol" && /^(?:enum\.Enum|builtins\.object)$/.test(base.name)))
    ? "instance"
    : undefined;
}

function resourceType(value: Value, interpreter: Interpreter): string | undefined {
  return interpreter.isInstance(value, "dagster.ConfigurableResourceFactory") ? "dagster.ConfigurableResource" : undefined;
}
