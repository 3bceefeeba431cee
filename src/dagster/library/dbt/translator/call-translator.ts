/** Calling a method of a translator, the repository's own or dagster-dbt's. */
import type { CallContext } from "../../../../python/library.ts";
import type { Value } from "../../../../python/value.ts";

export function callTranslator(translator: Value, method: string, args: readonly Value[], context: CallContext): Value {
  const { interpreter, at } = context;
  const positional = args.map((value) => ({ value, at }));
  return interpreter.call(interpreter.attribute(translator, method, at), { positional, keywords: new Map(), complete: true }, at);
}
