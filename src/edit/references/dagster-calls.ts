/** Calls of Dagster as they are written in a file, executed or not, with what each argument is taken for. */
import type { SourceFile } from "../../python/files/source-file.ts";
import type { Call, Expression } from "../../syntax/expression.ts";
import { dottedName } from "../names/global-uses.ts";
import { everyNode } from "../names/tree-search.ts";
import type { Project } from "../project.ts";
import { type Meaning, meaningOfKeyword, meaningOfMethod, meaningOfPositional } from "./meaning.ts";

export interface WrittenArgument {
  readonly meaning: Meaning;
  readonly expression: Expression;
}

/** Every argument of a Dagster call that means something to references. */
export function writtenArguments(file: SourceFile, project: Project): readonly WrittenArgument[] {
  const names = dagsterNames(file, project);
  return everyNode(file, project).flatMap((node) => (node.kind === "call" ? argumentsOf(node, names) : []));
}

function argumentsOf(call: Call, names: ReadonlyMap<string, string>): readonly WrittenArgument[] {
  const callee = qualifiedName(call.callee, names);
  const method = call.callee.kind === "attribute" ? meaningOfMethod(call.callee.name) : undefined;
  let position = 0;
  return call.args.flatMap(({ kind, name, value }) => {
    if (kind === "positional") {
      const index = position++;
      const meaning = callee === undefined ? (index === 0 ? method : undefined) : meaningOfPositional(callee, index);
      return meaning ? [{ meaning, expression: value }] : [];
    }
    if (kind !== "keyword" || name === undefined) return [];
    const meaning = callee === undefined ? (method && isKeyName(name) ? method : undefined) : meaningOfKeyword(callee, name);
    return meaning ? [{ meaning, expression: value }] : [];
  });
}

function isKeyName(name: string): boolean {
  return name === "key" || name === "asset_key" || name === "node_name" || name === "name";
}

/** `dagster.AssetKey` of `dg.AssetKey`, `AssetKey`, `K`. */
export function qualifiedName(expression: Expression, names: ReadonlyMap<string, string>): string | undefined {
  const written = dottedName(expression);
  if (written === undefined) return undefined;
  for (let dot = written.length; dot > 0; dot = written.lastIndexOf(".", dot - 1)) {
    const known = names.get(written.slice(0, dot));
    if (known !== undefined) return `${known}${written.slice(dot)}`;
  }
  return undefined;
}

const DAGSTER = /^dagster(_[a-z]+)*(\.|$)/;

/** By local name: `dg` -> `dagster`, `AssetKey` -> `dagster.AssetKey`. Names of inner modules count as the public ones. */
export function dagsterNames(file: SourceFile, project: Project): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const node of everyNode(file, project)) {
    if (node.kind === "import")
      for (const { name, alias } of node.names)
        if (name === "dagster" || name.startsWith("dagster.")) names.set(alias ?? "dagster", "dagster");
    if (node.kind === "import-from" && node.level === 0 && DAGSTER.test(node.module) && node.names !== "*")
      for (const { name, alias } of node.names) names.set(alias ?? name, `dagster.${name}`);
  }
  return names;
}
