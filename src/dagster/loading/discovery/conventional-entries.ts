/**
 * Code locations that no configuration names: files that build a `Definitions`, a `@definitions` function or a `@repository` at module level. A file that
 * another such file imports is a part of it; in a package one file speaks for the whole. The text is searched, nothing is parsed.
 */
import { fileNameOf, folderOf } from "../../../base/repository-path.ts";
import type { EntryPoint } from "../../analysis.ts";
import { type ProjectFiles, pathIn } from "../../version/project-files.ts";

const DEFINES =
  /^\w+(?:\s*:\s*[\w.]+)?\s*=\s*(?:\w+\.)?(?:Definitions(?:\.merge)?|load_from_defs_folder|load_defs)\s*\(|^@(?:\w+\.)?(?:repository|definitions|lazy_repository)\b/m;

/** `defs = build_definitions()`, where the file speaks of `Definitions`: the name that Dagster's own projects give them. */
const NAMED_DEFS = /^(?:defs|definitions)\b(?:\s*:\s*[^\n=]+)?\s*=[^=]/m;

/** A function of the file that says that it returns them; `shop = build_shop()` is the same under another name. */
const RETURNS_DEFINITIONS = /^(?:async\s+)?def\s+(\w+)\s*\([\s\S]*?\)\s*->\s*["']?(?:\w+\.)?Definitions\b/gm;

/** Text that is shown and not run: an example in a docstring defines nothing. */
const DOCSTRING = /"""[\s\S]*?"""|'''[\s\S]*?'''/g;

/** Of a folder: where the modules in it are imported from. */
type ImportRoot = (folder: string) => string;

/** Names that speak for their package before others do. */
const PREFERRED: readonly string[] = ["definitions.py", "__init__.py", "repository.py", "repo.py"];

/** `paths` are the Python files below `root` that are in question; those of folders with declared entries are left out by the caller. */
export function conventionalEntries(files: ProjectFiles, paths: readonly string[], root: string): readonly EntryPoint[] {
  const texts = new Map<string, string>();
  for (const path of paths) {
    const text = files.text(path);
    if (text !== undefined && mayDefine(text)) texts.set(path, text);
  }
  const candidates = [...texts.keys()];
  const importRootOf: ImportRoot = (folder) => importRoot(folder, root, files);
  const spoken = candidates.filter((path) => !isSpokenFor(path, candidates, importRootOf) && !isImported(path, texts));
  return (spoken.length > 0 ? spoken : candidates.slice(0, 1)).map((path) => entryOf(path, importRootOf));
}

function mayDefine(text: string): boolean {
  if (!/\b(?:Definitions|definitions|load_from_defs_folder|load_defs|\w*repository)\b/.test(text)) return false;
  const code = text.replaceAll(DOCSTRING, '""');
  if (DEFINES.test(code)) return true;
  if (!/\bDefinitions\b/.test(code)) return false;
  if (NAMED_DEFS.test(code)) return true;
  return [...code.matchAll(RETURNS_DEFINITIONS)].some(([, name]) => new RegExp(`^\\w+\\s*=\\s*${name}\\s*\\(`, "m").test(code));
}

/** Another candidate of its package, nearer to the package's root or of a preferred name, speaks for it. */
function isSpokenFor(path: string, candidates: readonly string[], importRootOf: ImportRoot): boolean {
  const folder = folderOf(path);
  if (importRootOf(folder) === folder) return false;
  return candidates.some((other) => {
    const otherFolder = folderOf(other);
    if (other === path || importRootOf(otherFolder) === otherFolder) return false;
    if (otherFolder === folder) return isPreferred(other) && rank(other) < rank(path);
    return folder.startsWith(`${otherFolder}/`);
  });
}

function isPreferred(path: string): boolean {
  return PREFERRED.includes(fileNameOf(path));
}

function rank(path: string): string {
  const index = PREFERRED.indexOf(fileNameOf(path));
  return `${index < 0 ? PREFERRED.length : index}${path}`;
}

/** By name: `import orders`, `from .orders import`, `from shop.orders import`, `from . import orders`. */
function isImported(path: string, texts: ReadonlyMap<string, string>): boolean {
  const stem = path.endsWith("/__init__.py") ? folderOf(path) : path.slice(0, -".py".length);
  const name = fileNameOf(stem);
  const pattern = new RegExp(
    `^\\s*(?:from\\s+[\\w.]*\\b${escapePattern(name)}\\s+import|import\\s+(?:[\\w.]+\\.)?${escapePattern(name)}\\b|from\\s+\\.+\\s+import\\s[^\\n]*\\b${escapePattern(name)}\\b)`,
    "m",
  );
  for (const [other, text] of texts) {
    const reaches = folderOf(stem).startsWith(folderOf(other)) || folderOf(other) === "";
    if (other !== path && reaches && pattern.test(text)) return true;
  }
  return false;
}

function entryOf(path: string, importRootOf: ImportRoot): EntryPoint {
  const folder = folderOf(path);
  const root = importRootOf(folder);
  const workingDirectory = root === "src" || root.endsWith("/src") ? folderOf(root) : root;
  if (root === folder)
    return { kind: "file", target: path.slice(workingDirectory === "" ? 0 : workingDirectory.length + 1), workingDirectory };
  const module = path
    .slice(root === "" ? 0 : root.length + 1)
    .replace(/(?:\/__init__)?\.py$/, "")
    .replaceAll("/", ".");
  return { kind: "module", target: module, workingDirectory };
}

/** The first folder upward that is not a package, or where discovery began: what its modules are imported from. */
function importRoot(folder: string, root: string, files: ProjectFiles): string {
  let at = folder;
  while (at !== root && at !== "" && files.tree.has(pathIn(at, "__init__.py"))) at = folderOf(at);
  return at;
}

function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
