/** Whether a value is of a configuration type, as Dagster validates it: strictly, so `"5"` is no number. Source: `_config/validate.py` of dagster 1.13. */
import { exhaustive } from "../../../base/exhaustive.ts";
import type { Value } from "../../../python/value.ts";
import { elementsOf, pythonRepr } from "../values.ts";
import type { ConfigType } from "./config-type.ts";

/** In words, what is wrong with the value: `` `'many'`, and not of type `int` ``. Only what is known through and through is refused. */
export function valueProblem(value: Value, type: ConfigType): string | undefined {
  if (!isPlain(value)) return undefined;
  switch (type.kind) {
    case "any":
      return undefined;
    case "noneable":
      return value.kind === "none" ? undefined : valueProblem(value, type.inner);
    case "scalar":
      return scalarProblem(value, type);
    case "array":
      return value.kind === "list" ? firstProblem(elementsOf(value).items, type.inner) : `${shown(value)}, and no list`;
    case "map":
      return value.kind === "dict"
        ? firstProblem(
            [...value.entries.values()].map((entry) => entry.value),
            type.inner,
          )
        : `${shown(value)}, and no mapping`;
    case "enum":
      return value.kind === "str" && type.names.includes(value.value)
        ? undefined
        : `${shown(value)}, and not one of ${type.names.map((name) => `\`${name}\``).join(", ")}`;
    case "shape":
      return shapeProblem(value, type);
    default:
      return exhaustive(type);
  }
}

const PLAIN: ReadonlySet<Value["kind"]> = new Set(["none", "str", "int", "float", "bool", "list", "tuple", "set", "dict", "instance"]);

function isPlain(value: Value): boolean {
  if (value.kind === "instance") return value.class.mro.every((base) => base.kind !== "unknown") && value.class.flavour === "plain";
  return PLAIN.has(value.kind);
}

function shown(value: Value): string {
  if (value.kind === "instance") return `an instance of \`${value.class.name}\``;
  return ["list", "tuple", "set", "dict"].includes(value.kind) ? `a ${value.kind}` : `\`${pythonRepr(value)}\``;
}

function scalarProblem(value: Value, { name, isSource }: Extract<ConfigType, { kind: "scalar" }>): string | undefined {
  if (isSource && value.kind === "dict") return undefined;
  // Of a class that may derive from a text or a number.
  if (
    value.kind === "instance" &&
    value.class.mro.some((base) => base.kind === "symbol" && base.name !== "builtins.object" && !base.name.startsWith("dagster."))
  )
    return undefined;
  const isTaken = value.kind === name || (name === "float" && (value.kind === "int" || value.kind === "bool"));
  return isTaken ? undefined : `${shown(value)}, and not of type \`${name}\``;
}

function firstProblem(values: readonly Value[], type: ConfigType): string | undefined {
  for (const value of values) {
    const problem = valueProblem(value, type);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function shapeProblem(value: Value, { fields, isOpen }: Extract<ConfigType, { kind: "shape" }>): string | undefined {
  if (value.kind !== "dict") return `${shown(value)}, and no mapping`;
  for (const { key, value: item } of value.entries.values()) {
    if (key.kind !== "str") continue;
    const field = fields.get(key.value);
    if (!field && !isOpen && value.complete) return `given \`${key.value}\`, which is no field`;
    const problem = field && valueProblem(item, field.type);
    if (problem) return `wrong in \`${key.value}\`: ${problem}`;
  }
  const given = new Set([...value.entries.values()].map(({ key }) => (key.kind === "str" ? key.value : "")));
  const missing = value.complete ? [...fields].find(([name, field]) => field.isRequired && !given.has(name)) : undefined;
  return missing && `without \`${missing[0]}\``;
}
