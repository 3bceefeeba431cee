/**
 * Which file an import means, told from the paths alone, so that it holds for files that are never executed (tests, scripts). The nearest folder
 * above the importer that has such a module wins: two projects of one repository may both have a package `shop`.
 */
import type { ImportFrom, Statement } from "../../syntax/statement.ts";

/** An import as it is met: what is named, by which file. */
export interface Importer {
  readonly path: string;
  has(path: string): boolean;
}

/** `shop/assets/raw.py` -> `shop.assets.raw`; `shop/assets/__init__.py` -> `shop.assets`; relative to the repository. */
export function dottedPath(path: string): string {
  return path
    .replace(/\.py$/, "")
    .replace(/(^|\/)__init__$/, "")
    .replaceAll("/", ".");
}

/** True when `import NAME` in the importer may mean the file at `path`. */
export function namesModule(name: string, path: string, { path: importer, has }: Importer): boolean {
  const dotted = dottedPath(path);
  if (name === "" || (dotted !== name && !dotted.endsWith(`.${name}`))) return false;
  const relative = name.replaceAll(".", "/");
  for (const folder of foldersAbove(importer)) {
    for (const root of [folder, `${folder}src/`]) {
      const found = [`${root}${relative}.py`, `${root}${relative}/__init__.py`].find(has);
      if (found !== undefined) return found === path;
    }
  }
  const root = dotted.slice(0, dotted.length - name.length).replaceAll(".", "/");
  return root === "" || !has(`${root}__init__.py`);
}

/** `a/b/`, `a/`, `""`. */
function foldersAbove(path: string): readonly string[] {
  const parts = path.split("/").slice(0, -1);
  return Array.from({ length: parts.length + 1 }, (_, index) => {
    const folder = parts.slice(0, parts.length - index).join("/");
    return folder === "" ? "" : `${folder}/`;
  });
}

/** The dotted path (from the repository's root) of a relative import's module; `undefined` for an absolute one. */
export function relativeModule({ level, module }: ImportFrom, importer: string): string | undefined {
  if (level === 0) return undefined;
  const folder = importer.split("/").slice(0, -1);
  const base = folder.slice(0, folder.length - (level - 1));
  return [...base, ...(module === "" ? [] : [module])].join(".");
}

/** True when the module that `from MODULE import …` reads is the file at `path`. */
export function importsFrom(statement: ImportFrom, path: string, importer: Importer): boolean {
  const relative = relativeModule(statement, importer.path);
  return relative === undefined ? namesModule(statement.module, path, importer) : relative === dottedPath(path);
}

/** The local names under which an importer knows the module at `path`: `raw`, `shop.assets.raw`. */
export function namesOfModule(
  statement: Extract<Statement, { readonly kind: "import" | "import-from" }>,
  path: string,
  importer: Importer,
): readonly string[] {
  if (statement.kind === "import")
    return statement.names.filter(({ name }) => namesModule(name, path, importer)).map(({ name, alias }) => alias ?? name);
  if (statement.names === "*") return [];
  const relative = relativeModule(statement, importer.path);
  return statement.names
    .filter(({ name }) => {
      const base = relative ?? statement.module;
      const dotted = base === "" ? name : `${base}.${name}`;
      return relative === undefined ? namesModule(dotted, path, importer) : dotted === dottedPath(path);
    })
    .map(({ name, alias }) => alias ?? name);
}
