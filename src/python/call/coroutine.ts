/** Calls of asynchronous functions: the body runs when somebody waits for it, alone and to its end. What runs beside it is not modelled. */
import type { Location } from "../../base/span.ts";
import { NONE } from "../make-value.ts";
import type { LibraryObject, Value } from "../value.ts";

export const COROUTINE = "types.CoroutineType";

interface Waiting {
  run?: () => Value;
}

export function coroutineOf(run: () => Value, at: Location): LibraryObject {
  return { kind: "object", type: COROUTINE, fields: new Map(), at, payload: { run } satisfies Waiting };
}

/** What waiting for it gives; `undefined` for what nobody can wait for here. */
export function awaited(value: Value): Value | undefined {
  if (value.kind !== "object" || value.type !== COROUTINE) return undefined;
  const waiting = value.payload as Waiting;
  const { run } = waiting;
  // A second wait is refused by Python.
  delete waiting.run;
  return run ? run() : NONE;
}
