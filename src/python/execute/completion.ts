/** How a statement left: normally is `undefined`. */
import type { Value } from "../value.ts";

export type Completion = { readonly kind: "return"; readonly value: Value } | { readonly kind: "break" } | { readonly kind: "continue" };

/** What one of several possible ways through a statement leaves. */
export interface End {
  readonly names: ReadonlyMap<string, Value>;
  readonly completion: Completion | undefined;
}
