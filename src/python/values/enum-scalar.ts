/** Members of an enum that is also a str or an int are that str or int wherever their text or number is asked for. */
import type { InstanceValue, Value } from "../value.ts";

const SCALAR_BASES = new Set(["builtins.str", "builtins.int", "enum.StrEnum", "enum.IntEnum", "enum.IntFlag"]);

/** The scalar behind such a member; any other value as it is. */
export function scalarOf(value: Value): Value {
  return value.kind === "instance" ? (memberScalar(value) ?? value) : value;
}

export function memberScalar(value: InstanceValue): Value | undefined {
  const { flavour, mro } = value.class;
  if (flavour !== "enum" || !mro.some((base) => base.kind === "symbol" && SCALAR_BASES.has(base.name))) return undefined;
  return value.attributes.get("value");
}
