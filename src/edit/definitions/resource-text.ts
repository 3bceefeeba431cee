/** The call that makes a resource: `DuckDBResource(database=dg.EnvVar("WAREHOUSE"))`. Values are literals or names of environment variables. */
import type { FileEdit } from "../../diagnostics/diagnostic.ts";
import type { SourceFile } from "../../python/files/source-file.ts";
import { renderLiteral } from "../../syntax/python-literal.ts";
import { importDagster } from "../text/imports.ts";
import { styleOf } from "../text/source-style.ts";
import type { Element } from "./definitions-list.ts";

/** `values` by field; `env:NAME` is read from the environment. */
export function resourceText(cls: string, values: readonly (readonly [string, string])[], file: SourceFile): Element {
  const edits: FileEdit[] = [];
  const args = values.map(([field, value]) => {
    const { quote } = styleOf(file);
    const variable = /^env:([A-Za-z_]\w*)$/.exec(value)?.[1];
    if (variable === undefined) return `${field}=${renderLiteral(value, quote)}`;
    const { text, edits: own } = importDagster(file, "EnvVar");
    edits.push(...own);
    return `${field}=${text}(${renderLiteral(variable, quote)})`;
  });
  return { text: `${cls}(${args.join(", ")})`, edits };
}
