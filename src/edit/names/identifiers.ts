/** What may be a name in Python and in Dagster, and whether a file uses one already. */
import type { SourceFile } from "../../python/files/source-file.ts";
import type { Parameter } from "../../syntax/expression.ts";
import type { Project } from "../project.ts";
import { everyNode } from "./tree-search.ts";

const KEYWORDS: ReadonlySet<string> = new Set(
  (
    "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda " +
    "nonlocal not or pass raise return try while with yield"
  ).split(" "),
);

export function isKeyword(name: string): boolean {
  return KEYWORDS.has(name);
}

/** An identifier that is no keyword. */
export function isIdentifier(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !KEYWORDS.has(name);
}

/** True when the file reads or binds the name anywhere: then giving it to something else is not safe. Names of parameters do not count: they are local. */
export function isIdentifierUsed(name: string, file: SourceFile, project: Project): boolean {
  if (!file.text.includes(name)) return false;
  return everyNode(file, project).some((node) => {
    switch (node.kind) {
      case "name":
        return node.id === name;
      case "function":
      case "class":
      case "named-expression":
        return node.name === name;
      case "import":
      case "import-from":
        return node.names !== "*" && node.names.some((each) => (each.alias ?? each.name.split(".")[0]) === name);
      default:
        return false;
    }
  });
}

export function hasParameter(parameters: readonly Parameter[], name: string): boolean {
  return parameters.some((parameter) => parameter.name === name);
}
