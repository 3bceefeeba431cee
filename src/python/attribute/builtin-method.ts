/** Methods and attributes that a value has of its builtin class, whatever a class of the repository that derives from it defines. */
import type { Location } from "../../base/span.ts";
import type { Machine } from "../machine.ts";
import { int, native } from "../make-value.ts";
import type { Value } from "../value.ts";

/** A method of a builtin class: the library's model of `builtins.str` and so on, with the value as the first argument. */
export function builtinMethod(machine: Machine, self: Value, name: string, at: Location): Value | undefined {
  if (self.kind === "int" || self.kind === "bool" || self.kind === "float") {
    if (name === "real" || name === "numerator") return self;
    if (name === "imag") return int(0);
    if (name === "denominator" && self.kind !== "float") return int(1);
  }
  const qualified = `builtins.${self.kind}.${name}`;
  const model = machine.options.library.symbols.get(qualified);
  return (
    model &&
    native(qualified, (context) =>
      model({ ...context, args: { ...context.args, positional: [{ value: self, at }, ...context.args.positional] } }),
    )
  );
}
