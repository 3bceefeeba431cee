/** Edits that write another name of Dagster in the place of one, in the file's own manner: under the module's alias, or imported by name. */
import type { FileEdit } from "../../../diagnostics/diagnostic.ts";
import { importDagster } from "../../../edit/text/imports.ts";
import type { SourceFile } from "../../../python/files/source-file.ts";
import type { Attribute, Expression } from "../../../syntax/expression.ts";

/** The last name of the attribute, what stands before it kept. */
export function attributeEdit({ path }: SourceFile, { nameSpan: { start, end } }: Attribute, text: string): FileEdit {
  return { path, start, end, text };
}

/** Another name of `dagster` in the place of the one that the expression is: `dg.SourceAsset`, `SourceAsset`. */
export function memberEdits(file: SourceFile, expression: Expression, name: string, behind = ""): readonly FileEdit[] {
  if (expression.kind === "attribute") return [attributeEdit(file, expression, name + behind)];
  const { text, edits } = importDagster(file, name);
  return [...edits, { path: file.path, start: expression.start, end: expression.end, text: text + behind }];
}
