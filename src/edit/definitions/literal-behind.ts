/** The display that an argument is, or that the name in its place was given: `deps=UPSTREAMS`, `jobs=all_jobs`. */
import type { SourceFile } from "../../python/files/source-file.ts";
import type { Value } from "../../python/value.ts";
import type { Expression } from "../../syntax/expression.ts";
import { everyNode } from "../names/tree-search.ts";
import type { Project } from "../project.ts";

export interface Literal {
  readonly file: SourceFile;
  readonly expression: Expression;
}

/** `undefined` where no list or dict of the repository was written for the value. */
export function literalBehind(project: Project, given: Expression, value: Value | undefined): Literal | undefined {
  if ((value?.kind !== "list" && value?.kind !== "dict") || !value.origin) return undefined;
  const { path, start, end } = value.origin;
  const file = project.file(path);
  const expression = file && everyNode(file, project).find((node) => node.kind === value.kind && node.start === start && node.end === end);
  if (!file || (expression?.kind !== "list" && expression?.kind !== "dict")) return undefined;
  return given.kind === expression.kind && given.start === start ? { file, expression: given } : { file, expression };
}
