/** Properties of a model that count among its fields: `@computed_field`. */
import type { ClassValue } from "../value.ts";

/** Of a property: it is one. */
export const COMPUTED = "\0computed";

/** In the order of definition, the bases' first. */
export function computedFields(cls: ClassValue): readonly string[] {
  const names = new Set<string>();
  for (const base of cls.mro.toReversed())
    if (base.kind === "class")
      for (const [name, value] of base.namespace) if (value.kind === "object" && value.fields.has(COMPUTED)) names.add(name);
  return [...names];
}
