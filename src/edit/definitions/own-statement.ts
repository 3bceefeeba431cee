/** The statement of a module that a definition is: a decorated function, an assignment of a call to one name. What is made in place has none. */
import type { Location, Span } from "../../base/span.ts";
import type { SourceFile } from "../../python/files/source-file.ts";
import { outerEnd, outerStart } from "../../syntax/outer-span.ts";
import type { Statement } from "../../syntax/statement.ts";
import type { Project } from "../project.ts";

export interface OwnStatement {
  readonly file: SourceFile;
  readonly statement: Statement;
  /** The module-level name that it binds. */
  readonly name: string;
}

/** Of the object that a decorator or call at `at` makes. */
export function ownStatement(project: Project, at: Location): OwnStatement | undefined {
  const file = project.file(at.path);
  const statement = file?.tree.body.find((each) => makes(each, at));
  const name = statement && boundName(statement);
  return file && statement && name !== undefined ? { file, statement, name } : undefined;
}

function makes(statement: Statement, at: Span): boolean {
  const made =
    statement.kind === "function"
      ? statement.decorators
      : statement.kind === "assign" || statement.kind === "annotated-assign"
        ? [statement.value]
        : [];
  return made.some(
    (value) =>
      value && ((value.start === at.start && value.end === at.end) || (outerStart(value) === at.start && outerEnd(value) === at.end)),
  );
}

/** The statement that binds a module-level name, when that is one function or one assignment. */
export function statementOfName(file: SourceFile, name: string): OwnStatement | undefined {
  const [statement, other] = file.tree.body.filter((each) => boundName(each) === name);
  return statement && !other ? { file, statement, name } : undefined;
}

function boundName(statement: Statement): string | undefined {
  if (statement.kind === "function") return statement.name;
  const targets = statement.kind === "assign" ? statement.targets : statement.kind === "annotated-assign" ? [statement.target] : [];
  const [target] = targets;
  return targets.length === 1 && target?.kind === "name" ? target.id : undefined;
}
