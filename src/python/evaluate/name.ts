/** Names, with the builtins as the last place to look. */
import type { Location } from "../../base/span.ts";
import { boundNames } from "../../syntax/compiler/scope-declarations.ts";
import type { Name } from "../../syntax/expression.ts";
import type { Statement } from "../../syntax/statement.ts";
import { type Frame, placeOf } from "../frame.ts";
import type { Machine } from "../machine.ts";
import { symbol } from "../make-value.ts";
import { raise } from "../python-raise.ts";
import { lookUp } from "../scope.ts";
import type { SymbolValue, Value } from "../value.ts";

export function evaluateName(machine: Machine, node: Name, frame: Frame): Value {
  const value = lookUp(frame.scope, node.id);
  if (value && (frame.scope.names.has(node.id) || !isUnboundLocal(machine, frame, node.id))) return value;
  if (node.id === "__class__" && frame.function?.owner) return frame.function.owner;
  if (value || (frame.function && isUnboundLocal(machine, frame, node.id))) {
    const message = `cannot access local variable '${node.id}' where it is not associated with a value`;
    if (machine.modules.isExecuting(frame.scope.module) || machine.tryDepth > 0)
      return raise("UnboundLocalError", message, placeOf(frame, node));
    return machine.unknown("unsupported", message, placeOf(frame, node));
  }
  const builtin = `builtins.${node.id}`;
  const { symbols, constants, types } = machine.options.library;
  const constant = constants.get(builtin);
  if (constant) return constant;
  if (symbols.has(builtin) || types.has(builtin)) return symbol(builtin);
  const star = frame.scope.module.scope.names.get(STAR_GAP);
  if (star?.kind === "unknown") return star;
  const at = placeOf(frame, node);
  if (star?.kind === "symbol") return beyondExports(machine, star, { name: node.id, at, frame });
  if (machine.modules.isExecuting(frame.scope.module) || machine.tryDepth > 0)
    return raise("NameError", `name '${node.id}' is not defined`, at);
  return machine.unknown("unsupported", `the name \`${node.id}\` is not defined`, at);
}

/** Does the function that runs bind the name somewhere, without having bound it yet? */
function isUnboundLocal(machine: Machine, { scope, function: fn }: Frame, name: string): boolean {
  if (scope.kind !== "function" || !fn || fn.definition.kind === "lambda" || scope.names.has(name)) return false;
  const body = machine.statementsOf(fn.file, fn.definition);
  let names = locals.get(body);
  if (!names) {
    names = new Set(boundNames(body, []));
    locals.set(body, names);
  }
  return names.has(name);
}

/** What the functions bind whose bodies asked for a name of the outside. */
const locals = new WeakMap<readonly Statement[], ReadonlySet<string>>();

interface Missing {
  readonly name: string;
  readonly at: Location;
  readonly frame: Frame;
}

/** Not among the names that the module is known to bind: noted, and read as a name of another release of it. */
function beyondExports(machine: Machine, star: SymbolValue, { name, at, frame }: Missing): Value {
  const isCertain = frame.scope.kind === "module" && machine.conditions.length === 0 && machine.tryDepth === 0;
  if (machine.options.library.exports?.has(star.name) && isCertain && machine.modules.runsForCertain)
    machine.problems.push({ at, message: `NameError: name '${name}' is not defined` });
  return symbol(`${star.name}.${name}`);
}

/** Hidden name under which a module keeps what it star-imported without knowing its names. */
export const STAR_GAP = "\0star";
