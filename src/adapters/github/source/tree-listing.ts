/**
 * The files of a commit, from git's trees over HTTP. GitHub cuts a recursive listing at 100,000 entries or 7 MB (`truncated`); then it is
 * walked subtree by subtree, each as whole as it comes. Symlinks and submodules are left out.
 */

import type { RepositoryName } from "../../../ports/code-host.ts";
import type { GitHubClient } from "../connection/client.ts";

/** A regular file: its address by content, and its size in bytes. */
export interface ListedFile {
  readonly path: string;
  readonly id: string;
  readonly size: number;
}

interface TreeEntry {
  readonly path: string;
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
  readonly size?: number;
}

const REGULAR_FILES = new Set(["100644", "100755"]);

/** `tree` is the id of a commit or a tree. Errors are octokit's. */
export async function listFiles(client: GitHubClient, repository: RepositoryName, tree: string): Promise<readonly ListedFile[]> {
  const { entries, truncated } = await readTree(client, repository, { tree, recursive: true });
  if (!truncated) return regularFiles(entries);
  const direct = (await readTree(client, repository, { tree, recursive: false })).entries;
  const below = await Promise.all(
    direct
      .filter(({ type }) => type === "tree")
      .map(async ({ path, sha }) => {
        const files = await listFiles(client, repository, sha);
        return files.map((file) => ({ ...file, path: `${path}/${file.path}` }));
      }),
  );
  return [...regularFiles(direct), ...below.flat()];
}

function regularFiles(entries: readonly TreeEntry[]): readonly ListedFile[] {
  return entries.filter(({ mode }) => REGULAR_FILES.has(mode)).map(({ path, sha, size }) => ({ path, id: sha, size: size ?? 0 }));
}

async function readTree(client: GitHubClient, { owner, name }: RepositoryName, asked: { tree: string; recursive: boolean }) {
  const { data } = await client.rest.git.getTree({
    owner,
    repo: name,
    tree_sha: asked.tree,
    // Any value means yes, "false" too.
    ...(asked.recursive ? { recursive: "1" } : {}),
  });
  return { entries: data.tree as readonly TreeEntry[], truncated: data.truncated };
}
