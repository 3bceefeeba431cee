/** Names, with the builtins as the last place to look. */
import type { Name } from "../../syntax/expression.ts";
import { type Frame, placeOf } from "../frame.ts";
import type { Machine } from "../machine.ts";
import { symbol } from "../make-value.ts";
import { raise } from "../python-raise.ts";
import { lookUp } from "../scope.ts";
import type { Value } from "../value.ts";

export function evaluateName(machine: Machine, node: Name, frame: Frame): Value {
  const value = lookUp(frame.scope, node.id);
  if (value) return value;
  const builtin = `builtins.${node.id}`;
  const { symbols, constants, types } = machine.options.library;
  const constant = constants.get(builtin);
  if (constant) return constant;
  if (symbols.has(builtin) || types.has(builtin)) return symbol(builtin);
  const star = frame.scope.module.scope.names.get(STAR_GAP);
  if (star?.kind === "unknown") return star;
  if (star?.kind === "symbol") return symbol(`${star.name}.${node.id}`);
  const at = placeOf(frame, node);
  if (machine.modules.isExecuting(frame.scope.module) || machine.tryDepth > 0)
    return raise("NameError", `name '${node.id}' is not defined`, at);
  return machine.unknown("unsupported", `the name \`${node.id}\` is not defined`, at);
}

/** Hidden name under which a module keeps what it star-imported without knowing its names. */
export const STAR_GAP = "\0star";
