/** How a statement left: normally is `undefined`. */
import type { Value } from "../value.ts";

export type Completion = { readonly kind: "return"; readonly value: Value } | { readonly kind: "break" } | { readonly kind: "continue" };
