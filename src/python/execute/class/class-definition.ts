/** `class`: the body is run in a scope of its own, and what it leaves becomes a class. */
import type { ClassDefinition } from "../../../syntax/statement.ts";
import { evaluateArguments } from "../../evaluate/call.ts";
import { childFrame, type Frame } from "../../frame.ts";
import type { Machine } from "../../machine.ts";
import { str } from "../../make-value.ts";
import { bind, newScope } from "../../scope.ts";
import { decorate, qualifiedName } from "../function-definition.ts";
import { makeClass } from "./metaclass.ts";

export function executeClass(machine: Machine, node: ClassDefinition, frame: Frame): void {
  const name = qualifiedName(frame, node.name);
  const args = evaluateArguments(machine, node.args, frame);
  const scope = newScope("class", frame.scope.module, frame.scope);
  scope.names.set("__qualname__", str(name.slice(name.indexOf(":") + 1)));
  machine.execute(node.body, childFrame(frame, scope));
  scope.names.delete("__qualname__");
  const cls = makeClass(machine, { node, name, bases: args.positional, keywords: args.keywords, scope, frame });
  bind(frame.scope, node.name, decorate(machine, node.decorators, cls, frame));
}
