/** What changed between two commits, from git's own words: `--raw --numstat -z` for the files, `-p` for their hunks. */
export interface FileDiff {
  readonly path: string;
  readonly previousPath: string | null;
  readonly status: "added" | "removed" | "modified" | "renamed" | "changed";
  readonly sha: string;
  readonly additions: number;
  readonly deletions: number;
  /** From the first hunk header on; `undefined` for a binary file and a pure rename. */
  readonly patch: string | undefined;
}

const STATUS: Readonly<Record<string, FileDiff["status"]>> = { A: "added", D: "removed", M: "modified", R: "renamed", T: "changed" };
const NO_OBJECT = "0".repeat(40);

/** `listing` and `patches` speak of the same files in the same order. */
export function readDiff(listing: string, patches: string): readonly FileDiff[] {
  const hunks = patches
    .split(/^(?=diff --git )/m)
    .filter((section) => section.startsWith("diff --git "))
    .map((section) => /^@@ [\s\S]*/m.exec(section)?.[0].replace(/\n$/, ""));
  return readRawDiff(listing).map((file, index) => ({ ...file, patch: hunks[index] }));
}

function readRawDiff(listing: string): readonly Omit<FileDiff, "patch">[] {
  const fields = listing.split("\0");
  const files: Omit<FileDiff, "patch">[] = [];
  const lines = new Map<string, { additions: number; deletions: number }>();
  for (let at = 0; at < fields.length - 1; ) {
    const field = fields[at++] ?? "";
    if (field.startsWith(":")) {
      const [, , oldSha = "", newSha = "", letter = "M"] = field.split(" ");
      const path = fields[at++] ?? "";
      const renamed = letter.startsWith("R");
      const newPath = renamed ? (fields[at++] ?? "") : path;
      const status = STATUS[letter.charAt(0)] ?? "modified";
      const sha = newSha === NO_OBJECT ? oldSha : newSha;
      files.push({ path: newPath, previousPath: renamed ? path : null, status, sha, additions: 0, deletions: 0 });
      continue;
    }
    const [added = "0", deleted = "0", path = ""] = field.split("\t");
    const counted = path === "" ? (fields[at + 1] ?? "") : path;
    if (path === "") at += 2;
    lines.set(counted, { additions: Number(added) || 0, deletions: Number(deleted) || 0 });
  }
  return files.map((file) => ({ ...file, ...lines.get(file.path) }));
}
