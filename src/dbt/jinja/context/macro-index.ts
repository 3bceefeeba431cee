/**
 * The macros of a project and its packages by name. A file is parsed when one of its macros is asked for: a vendored package has
 * hundreds, of which a project uses three.
 */
import type { JinjaBody, JinjaParameter } from "../../../formats/jinja/syntax.ts";
import type { FileFinder } from "../../project/package-files.ts";
import { noteProblem, type ProjectReading, readProjectText } from "../../project/project-reading.ts";
import { parseDbtJinja } from "../run.ts";

export interface MacroDefinition {
  readonly name: string;
  readonly parameters: readonly JinjaParameter[];
  readonly body: JinjaBody;
}

export interface MacroIndex {
  /** A macro of that package; a generic test `unique` is the macro `test_unique`. */
  find(packageName: string, name: string): MacroDefinition | undefined;
  hasPackage(packageName: string): boolean;
}

const OPENING = /\{%-?\s*(macro|test|data_test)\s+([A-Za-z_]\w*)/g;

export function readMacros(
  reading: ProjectReading,
  packages: readonly { readonly name: string; readonly finder: FileFinder; readonly folders: readonly string[] }[],
): MacroIndex {
  const byPackage = new Map<string, Map<string, string>>();
  const parsed = new Map<string, Map<string, MacroDefinition>>();
  for (const { name, finder, folders } of packages) {
    const files = new Map<string, string>();
    byPackage.set(name, files);
    for (const { file } of finder(folders, [".sql"])) {
      for (const match of (readProjectText(reading, file) ?? "").matchAll(OPENING)) {
        const macro = `${match[1] === "macro" ? "" : "test_"}${match[2]}`;
        const other = files.get(macro);
        files.set(macro, file);
        if (other === undefined || other === file) continue;
        noteProblem(reading, file, {
          kind: "duplicate-macro",
          severity: "error",
          message: `the macro \`${macro}\` of the package \`${name}\` is defined twice`,
          related: { path: other, start: 0, end: 0 },
          span: { start: match.index, end: match.index + match[0].length },
        });
      }
    }
  }
  function definitionsOf(file: string): Map<string, MacroDefinition> {
    const known = parsed.get(file);
    if (known !== undefined) return known;
    const definitions = parseMacroFile(readProjectText(reading, file) ?? "");
    parsed.set(file, definitions);
    return definitions;
  }
  return {
    hasPackage: (packageName) => byPackage.has(packageName),
    find(packageName, name) {
      const file = byPackage.get(packageName)?.get(name);
      return file === undefined ? undefined : definitionsOf(file).get(name);
    },
  };
}

function parseMacroFile(text: string): Map<string, MacroDefinition> {
  const definitions = new Map<string, MacroDefinition>();
  for (const statement of parseDbtJinja(text).body) {
    if (statement.kind === "macro") definitions.set(statement.name, statement);
    if (statement.kind !== "block-tag" || (statement.tag !== "test" && statement.tag !== "data_test")) continue;
    const { parameters, body } = statement;
    definitions.set(`test_${statement.name}`, { name: `test_${statement.name}`, parameters, body });
  }
  return definitions;
}
