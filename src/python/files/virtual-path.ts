/**
 * Absolute paths as the code under review sees them. Where the repository lies on the machine that runs it is not known,
 * so its root has a name that cannot be mistaken for a real one; what carries it into a key or a name is no claim.
 */
export const REPOSITORY_ROOT = "/__repository__";

export function toAbsolute(path: string): string {
  return path === "" ? REPOSITORY_ROOT : `${REPOSITORY_ROOT}/${path}`;
}

/** The path relative to the repository root, or `undefined` for one outside of it. Relative paths start from `workingDirectory`. */
export function toRepositoryPath(path: string, workingDirectory: string): string | undefined {
  const absolute = normalize(path.startsWith("/") ? path : `${toAbsolute(workingDirectory)}/${path}`);
  if (absolute === REPOSITORY_ROOT) return "";
  return absolute.startsWith(`${REPOSITORY_ROOT}/`) ? absolute.slice(REPOSITORY_ROOT.length + 1) : undefined;
}

/** Does the text depend on where the repository lies? Its root is looked for by name, since code replaces slashes on the way to a key. */
export function namesTheRoot(text: string): boolean {
  return text.includes("__repository__");
}

/** `posixpath.normpath` for absolute paths: `.`, `..` and doubled slashes are resolved. */
export function normalize(path: string): string {
  const parts: string[] = [];
  const absolute = path.startsWith("/");
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== ".." || !absolute) parts.push(part);
  }
  const joined = parts.join("/");
  if (absolute) return `/${joined}`;
  return joined === "" ? "." : joined;
}
