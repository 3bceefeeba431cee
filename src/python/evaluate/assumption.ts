/** Values that rest on an assumption about the environment say so, and what is made of them does too. */
import type { Value } from "../value.ts";

export function assumptionsOf(...values: readonly Value[]): readonly string[] | undefined {
  let result: Set<string> | undefined;
  for (const value of values) {
    const assumes = "assumes" in value ? value.assumes : undefined;
    if (!assumes?.length) continue;
    result ??= new Set();
    for (const assumption of assumes) result.add(assumption);
  }
  return result && [...result];
}
