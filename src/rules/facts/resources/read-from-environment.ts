/** Whether an argument is read from the environment where the code is imported: as it is written, or as the constant of the same file that it names. */
import type { SourceFile } from "../../../python/files/source-file.ts";
import type { Expression } from "../../../syntax/expression.ts";
import type { Statement } from "../../../syntax/statement.ts";
import { environmentRead } from "../fixes/environment-variable.ts";

/** `file` is where the expression stands. */
export function isReadFromEnvironment(expression: Expression | undefined, file: SourceFile | undefined): boolean {
  if (expression?.kind !== "name") return isRead(expression);
  const values = (file?.tree.body ?? []).flatMap((statement) => assignedTo(expression.id, statement));
  return values.length === 1 && isRead(values[0]);
}

/** Converted or with something to fall back to as well. */
function isRead(expression: Expression | undefined): boolean {
  if (expression === undefined) return false;
  if (environmentRead(expression)) return true;
  if (expression.kind === "boolean-operation") return expression.operator === "or" && isRead(expression.left);
  if (expression.kind !== "call" || expression.callee.kind !== "name" || !CONVERSIONS.has(expression.callee.id)) return false;
  return expression.args.length === 1 && isRead(expression.args[0]?.value);
}

const CONVERSIONS: ReadonlySet<string> = new Set(["str", "int", "float", "bool"]);

function assignedTo(name: string, statement: Statement): readonly Expression[] {
  const isName = (target: Expression) => target.kind === "name" && target.id === name;
  if (statement.kind === "assign") return statement.targets.some(isName) ? [statement.value] : [];
  return statement.kind === "annotated-assign" && statement.value && isName(statement.target) ? [statement.value] : [];
}
