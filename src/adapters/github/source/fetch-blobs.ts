/**
 * Bytes of blobs by their id, in the fewest requests: a few one by one, more by GraphQL's batches, many by the commit's tarball. Whatever
 * way they come, they are only believed when their hash is their id: GraphQL turns other encodings into UTF-8, and a tarball leaves out
 * or rewrites what `.gitattributes` says. What fails the test is fetched by itself, where bytes are bytes.
 */
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import type { RepositoryName } from "../../../ports/code-host.ts";
import type { Log } from "../../../ports/log.ts";
import { blobId } from "../../files/blob-id.ts";
import type { GitHubClient } from "../connection/client.ts";
import { readTar } from "./tar-reader.ts";
import type { ListedFile } from "./tree-listing.ts";

export interface BlobSource {
  readonly client: GitHubClient;
  readonly log: Log;
  readonly repository: RepositoryName;
  /** The commit that the files are of. */
  readonly commit: string;
}

type Blobs = Map<string, Uint8Array>;

/** Up to so many files single requests are quicker than a batch, which has to wait its turn among the writes. */
const MOST_SINGLE = 8;
const MOST_IN_BATCHES = 300;
const BATCH_FILES = 100;
const BATCH_BYTES = 1_000_000;
/** GraphQL cuts longer texts off. */
const LARGEST_IN_BATCH = 400_000;
const TARBALL_TIMEOUT = 300_000;

/** Every blob of `files`, by id. Errors are octokit's. */
export async function fetchBlobs(source: BlobSource, files: readonly ListedFile[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const blobs: Blobs = new Map();
  const missing = () => [...new Map(files.map((file) => [file.id, file])).values()].filter(({ id }) => !blobs.has(id));
  if (missing().length > MOST_IN_BATCHES) await fetchTarball(source, missing(), blobs);
  if (missing().length > MOST_SINGLE) await fetchBatches(source, missing(), blobs);
  await Promise.all(missing().map((file) => fetchSingle(source, file, blobs)));
  return blobs;
}

function keep(blobs: Blobs, id: string, bytes: Uint8Array): void {
  if (blobId(bytes) === id) blobs.set(id, bytes);
}

async function fetchSingle({ client, repository }: BlobSource, { id }: ListedFile, blobs: Blobs): Promise<void> {
  const { data } = await client.rest.git.getBlob({ owner: repository.owner, repo: repository.name, file_sha: id });
  blobs.set(id, Buffer.from(data.content, data.encoding === "base64" ? "base64" : "utf8"));
}

interface BatchAnswer {
  readonly repository?: Readonly<Record<string, { readonly text?: string | null; readonly isTruncated?: boolean } | null>> | null;
}

async function fetchBatches({ client, repository }: BlobSource, files: readonly ListedFile[], blobs: Blobs): Promise<void> {
  for (const batch of batches(files.filter(({ size }) => size <= LARGEST_IN_BATCH))) {
    const fields = batch.map(({ id }, index) => `f${index}: object(oid: "${id}") { ... on Blob { text isTruncated } }`);
    const query = `query($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { ${fields.join("\n")} } }`;
    const answer = await client.graphql<BatchAnswer>(query, { owner: repository.owner, name: repository.name }).catch(partialAnswer);
    for (const [index, { id }] of batch.entries()) {
      const blob = answer.repository?.[`f${index}`];
      if (typeof blob?.text === "string" && blob.isTruncated !== true) keep(blobs, id, Buffer.from(blob.text));
    }
  }
}

/** GraphQL answers with what it has, beside its errors; the rest is fetched one by one and fails there if it must. */
function partialAnswer(error: unknown): BatchAnswer {
  const { errors, data } = error as { readonly errors?: unknown; readonly data?: BatchAnswer };
  if (errors === undefined) throw error;
  return data ?? {};
}

function batches(files: readonly ListedFile[]): readonly (readonly ListedFile[])[] {
  const made: ListedFile[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const file of files) {
    const last = made.at(-1);
    if (last === undefined || last.length === BATCH_FILES || bytes + file.size > BATCH_BYTES) {
      made.push([file]);
      bytes = file.size;
      continue;
    }
    last.push(file);
    bytes += file.size;
  }
  return made;
}

async function fetchTarball(source: BlobSource, files: readonly ListedFile[], blobs: Blobs): Promise<void> {
  const { client, repository, commit, log } = source;
  const byPath = new Map(files.map((file) => [file.path, file]));
  const fileOf = (path: string) => byPath.get(path.slice(path.indexOf("/") + 1));
  // A refusal here is an answer, and the caller's; a stream that breaks off is not: what came is kept, the rest is fetched otherwise.
  const { data } = await client.request("GET /repos/{owner}/{repo}/tarball/{ref}", {
    owner: repository.owner,
    repo: repository.name,
    ref: commit,
    request: { parseSuccessResponseBody: false, signal: AbortSignal.timeout(TARBALL_TIMEOUT) },
  });
  const compressed = Readable.fromWeb(data as never);
  const archive = createGunzip();
  compressed.on("error", (error) => archive.destroy(error));
  try {
    for await (const { path, bytes } of readTar(compressed.pipe(archive), (one, size) => fileOf(one)?.size === size)) {
      const file = fileOf(path);
      if (file !== undefined) keep(blobs, file.id, bytes);
    }
  } catch (error) {
    log.warn("The tarball broke off; the rest is fetched by the blob", { repository, commit, error: String(error) });
  } finally {
    compressed.destroy();
  }
}
