/** Statements: one switch, each family in its own file. A statement ends normally (`undefined`) or says how it left. */
import { exhaustive } from "../../base/exhaustive.ts";
import type { Statement } from "../../syntax/statement.ts";
import { binaryOperation } from "../evaluate/operators/arithmetic.ts";
import { type Frame, placeOf } from "../frame.ts";
import type { Machine } from "../machine.ts";
import { NONE } from "../make-value.ts";
import { bind } from "../scope.ts";
import { executeAssert } from "./assert.ts";
import { assignTo, augment, augmentedByClass } from "./assignment/assign.ts";
import { deleteTarget } from "./assignment/delete.ts";
import { executeClass } from "./class/class-definition.ts";
import type { Completion } from "./completion.ts";
import { executeFunction } from "./function-definition.ts";
import { executeIf } from "./if.ts";
import { executeImport, executeImportFrom } from "./import.ts";
import { executeFor, executeWhile } from "./loop.ts";
import { executeMatch } from "./match.ts";
import { executeRaise, executeTry } from "./try.ts";
import { executeWith } from "./with.ts";

export function executeBlock(machine: Machine, body: readonly Statement[], frame: Frame): Completion | undefined {
  for (const statement of body) {
    const completion = executeStatement(machine, statement, frame);
    if (completion) return completion;
  }
  return undefined;
}

function executeStatement(machine: Machine, node: Statement, frame: Frame): Completion | undefined {
  machine.step();
  switch (node.kind) {
    case "expression-statement":
      machine.evaluate(node.value, frame);
      return undefined;
    case "assign": {
      const value = machine.evaluate(node.value, frame);
      for (const target of node.targets) assignTo(machine, target, value, frame);
      return undefined;
    }
    case "augmented-assign": {
      const left = machine.evaluate(node.target, frame);
      const right = machine.evaluate(node.value, frame);
      const at = placeOf(frame, node);
      const own = augmentedByClass(machine, left, { operator: node.operator, right, at });
      if (own) assignTo(machine, node.target, own, frame);
      else if (!augment(machine, left, { operator: node.operator, right, at })) {
        assignTo(machine, node.target, binaryOperation(machine, node.operator, { left, right, at }), frame);
      }
      return undefined;
    }
    case "annotated-assign":
      if (node.value) assignTo(machine, node.target, machine.evaluate(node.value, frame), frame);
      return undefined;
    case "function":
      executeFunction(machine, node, frame);
      return undefined;
    case "class":
      executeClass(machine, node, frame);
      return undefined;
    case "import":
      executeImport(machine, node, frame);
      return undefined;
    case "import-from":
      executeImportFrom(machine, node, frame);
      return undefined;
    case "if":
      return executeIf(machine, node, frame);
    case "for":
      return executeFor(machine, node, frame);
    case "while":
      return executeWhile(machine, node, frame);
    case "try":
      return executeTry(machine, node, frame);
    case "with":
      return executeWith(machine, node, frame);
    case "match":
      return executeMatch(machine, node, frame);
    case "return":
      return { kind: "return", value: node.value ? machine.evaluate(node.value, frame) : NONE };
    case "raise":
      return executeRaise(machine, node, frame);
    case "break":
    case "continue":
      return { kind: node.kind };
    case "global":
    case "nonlocal":
      frame.scope.redirected ??= new Map();
      for (const name of node.names) frame.scope.redirected.set(name, node.kind);
      return undefined;
    case "delete":
      for (const target of node.targets) deleteTarget(machine, target, frame);
      return undefined;
    case "type-alias":
      bind(frame.scope, node.name, machine.evaluate(node.value, frame));
      return undefined;
    case "assert":
      executeAssert(machine, node, frame);
      return undefined;
    case "pass":
    case "invalid-statement":
      return undefined;
    default:
      return exhaustive(node);
  }
}
