/**
 * A repository on GitHub as a source store. Trees are cached by commit and repository, blobs by content alone, so that base and head, and
 * every other pull request, share them. Commits of forks are read through the repository they were proposed to.
 */
import { AppError } from "../../../app/errors.ts";
import type { RepositoryName } from "../../../ports/code-host.ts";
import type { LoadableTree, SourceStore } from "../../../ports/source-store.ts";
import { MAXIMUM_FILE_BYTES } from "../../files/file-limit.ts";
import { createLoadableTree, type LoadedFile } from "../../files/loadable-tree.ts";
import { attempt, hasCode } from "../connection/failure.ts";
import type { GitHubSession } from "../connection/session.ts";
import { fetchBlobs } from "./fetch-blobs.ts";
import { type ListedFile, listFiles } from "./tree-listing.ts";

export function openRepositorySource(session: GitHubSession, repository: RepositoryName): SourceStore {
  const blobs = createBlobStore(session, repository);
  return {
    resolve: (ref) => resolveCommit(session, repository, ref),
    mergeBase: (base, head) => findMergeBase(session, repository, { base, head }),
    async open(commit) {
      return openTree(await readListing(session, repository, commit), (files) => blobs.read(commit, files));
    },
  };
}

async function resolveCommit({ client, clock }: GitHubSession, { owner, name }: RepositoryName, ref: string): Promise<string> {
  try {
    const { data } = await attempt("repos/get-commit", clock.now, () =>
      client.rest.repos.getCommit({ owner, repo: name, ref, mediaType: { format: "sha" } }),
    );
    // With this media type the answer is the bare id, which octokit's types do not know.
    return String(data);
  } catch (error) {
    if (hasCode(error, "code-host-rejected"))
      throw new AppError({ code: "unknown-ref", ref, repository: `${owner}/${name}` }, { cause: error });
    throw error;
  }
}

async function findMergeBase(session: GitHubSession, repository: RepositoryName, ends: { base: string; head: string }): Promise<string> {
  const { owner, name: repo } = repository;
  try {
    const { data } = await attempt("repos/compare-commits", session.clock.now, () =>
      session.client.rest.repos.compareCommits({ owner, repo, ...ends, per_page: 1 }),
    );
    return data.merge_base_commit.sha;
  } catch (error) {
    if (!hasCode(error, "code-host-not-found")) throw error;
    // GitHub says the same for an end that it does not have, which these then tell, and for two ends with nothing in common.
    await resolveCommit(session, repository, ends.base);
    await resolveCommit(session, repository, ends.head);
    throw new AppError({ code: "no-merge-base", ...ends, shallow: false }, { cause: error });
  }
}

/** A commit's tree never changes; the repository is part of the key, so that nobody reads a tree by knowing a commit's id. */
async function readListing(session: GitHubSession, repository: RepositoryName, commit: string): Promise<readonly ListedFile[]> {
  const key = `github-tree/${repository.owner}/${repository.name}/${commit}`.toLowerCase();
  const cached = await session.cache.get(key);
  const known = cached === undefined ? undefined : parseListing(cached);
  if (known !== undefined) return known;
  const files = await attempt("git/get-tree", session.clock.now, () => listFiles(session.client, repository, commit));
  await session.cache.put(key, Buffer.from(JSON.stringify(files.map(({ path, id, size }) => [path, id, size]))));
  return files;
}

function parseListing(bytes: Uint8Array): readonly ListedFile[] | undefined {
  try {
    const rows = JSON.parse(Buffer.from(bytes).toString("utf8")) as readonly (readonly [string, string, number])[];
    return rows.map(([path, id, size]) => ({ path, id, size }));
  } catch {
    // What is not whole is a miss.
    return undefined;
  }
}

type ReadFiles = (files: readonly ListedFile[]) => Promise<ReadonlyMap<string, Uint8Array>>;

function openTree(listing: readonly ListedFile[], read: ReadFiles): LoadableTree {
  const files = new Map(listing.map((file) => [file.path, file]));
  return createLoadableTree({
    ids: new Map(listing.map(({ path, id }) => [path, id])),
    async fetch(paths) {
      const wanted = paths.flatMap((path) => files.get(path) ?? []).filter(({ size }) => size <= MAXIMUM_FILE_BYTES);
      const blobs = await read(wanted);
      const loaded = new Map<string, LoadedFile>();
      for (const { path, id } of wanted) {
        const bytes = blobs.get(id);
        if (bytes !== undefined) loaded.set(path, { bytes });
      }
      return loaded;
    },
  });
}

/** Blobs that were read once stay for as long as the store; base and head, loaded at the same time, do not fetch the same twice. */
function createBlobStore(session: GitHubSession, repository: RepositoryName) {
  const known = new Map<string, Uint8Array>();
  let turn: Promise<unknown> = Promise.resolve();

  async function load(commit: string, files: readonly ListedFile[]): Promise<void> {
    const ids = [...new Set(files.map(({ id }) => id))].filter((id) => !known.has(id));
    for (const [key, bytes] of await session.cache.getMany(ids.map(blobKey))) known.set(key.slice(blobKey("").length), bytes);
    const missing = files.filter(({ id }) => !known.has(id));
    if (missing.length === 0) return;
    const { client, log, clock, cache } = session;
    const fetched = await attempt("git/get-blob", clock.now, () => fetchBlobs({ client, log, repository, commit }, missing));
    for (const [id, bytes] of fetched) known.set(id, bytes);
    await Promise.all([...fetched].map(([id, bytes]) => cache.put(blobKey(id), bytes)));
  }

  return {
    async read(commit: string, files: readonly ListedFile[]): Promise<ReadonlyMap<string, Uint8Array>> {
      const mine = turn.catch(() => {}).then(() => load(commit, files));
      turn = mine;
      await mine;
      return known;
    },
  };
}

function blobKey(id: string): string {
  return `blob/${id}`;
}
