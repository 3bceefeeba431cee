/** Types as values: `list[str]`, `Optional[X]`, `A | B`. They matter where an annotation decides what a parameter is. */
import type { Location } from "../../base/span.ts";
import { tuple } from "../make-value.ts";
import type { LibraryObject, Value } from "../value.ts";

/** `origin[args]`; fields `origin` and `args` (a tuple). */
export const GENERIC_ALIAS = "types.GenericAlias";
/** `A | B`; field `args`. */
export const UNION = "types.UnionType";

export function genericAlias(origin: Value, index: Value, at: Location): LibraryObject {
  const args = index.kind === "tuple" ? index : tuple([index]);
  return {
    kind: "object",
    type: GENERIC_ALIAS,
    fields: new Map<string, Value>([
      ["origin", origin],
      ["args", args],
    ]),
    at,
  };
}

/** `undefined` when one side is no type. */
export function classUnion(left: Value, right: Value, at: Location): LibraryObject | undefined {
  if (!isTypeForm(left) || !isTypeForm(right)) return undefined;
  const options = [left, right].flatMap((side) => (side.kind === "object" && side.type === UNION ? unionArgs(side) : [side]));
  return { kind: "object", type: UNION, fields: new Map<string, Value>([["args", tuple(options)]]), at };
}

function unionArgs(union: LibraryObject): readonly Value[] {
  const args = union.fields.get("args");
  return args?.kind === "tuple" ? args.items : [];
}

function isTypeForm(value: Value): boolean {
  return (
    value.kind === "class" ||
    value.kind === "symbol" ||
    value.kind === "none" ||
    (value.kind === "object" && (value.type === GENERIC_ALIAS || value.type === UNION))
  );
}
