/** `glob` over the files and folders of the repository; results are repository paths, sorted. */
import type { SourceTree } from "../../../base/source-tree.ts";

/** `*` and `?` stay within a segment and skip hidden names; `**` crosses segments only where it is recursive. */
export function matchFiles(tree: SourceTree, pattern: string, { recursive }: { readonly recursive: boolean }): readonly string[] {
  const results = new Set<string>();
  expand(tree, "", { segments: pattern.split("/"), recursive, results });
  return [...results].sort();
}

interface Expansion {
  readonly segments: readonly string[];
  readonly recursive: boolean;
  readonly results: Set<string>;
}

function expand(tree: SourceTree, folder: string, { segments, recursive, results }: Expansion): void {
  const [segment, ...rest] = segments;
  if (segment === undefined) return;
  if (segment === "**" && recursive) {
    expand(tree, folder, { segments: rest.length > 0 ? rest : ["*"], recursive, results });
    for (const name of foldersIn(tree, folder)) expand(tree, within(folder, name), { segments, recursive, results });
    return;
  }
  const matcher = segmentPattern(segment);
  for (const entry of tree.list(folder)) {
    const name = entry.replace(/\/$/, "");
    if (!matcher.test(name) || (name.startsWith(".") && !segment.startsWith("."))) continue;
    if (rest.length === 0) results.add(within(folder, name));
    else if (entry.endsWith("/")) expand(tree, within(folder, name), { segments: rest, recursive, results });
  }
}

function foldersIn(tree: SourceTree, folder: string): readonly string[] {
  return tree
    .list(folder)
    .filter((name) => name.endsWith("/") && !name.startsWith("."))
    .map((name) => name.slice(0, -1));
}

function within(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}

function segmentPattern(segment: string): RegExp {
  const source = segment.replace(/\[!?[^\]]*\]|[*?]|[^*?[]+|\[/g, (part) => {
    if (part === "*") return "[^/]*";
    if (part === "?") return "[^/]";
    if (part.startsWith("[") && part.length > 1) return part.replace(/^\[!/, "[^");
    return part.replace(/[\\^$.|+()[\]{}]/g, "\\$&");
  });
  return new RegExp(`^${source}$`, "u");
}
