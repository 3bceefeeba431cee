/** The part of GitHub's graph that Dagsight uses: blobs by the batch, commits by compare-and-swap, hidden comments, resolved threads. */
import type { Files } from "../bare-repository.ts";
import { fullName, webUrl } from "../objects/repository.ts";
import type { Actor } from "../routing.ts";
import type { Access, Comment, Pull, Repository, World } from "../world.ts";
import { type Arguments, GraphError, type GraphObject } from "./execute.ts";

const LONGEST_TEXT = 512_000;

export interface GraphContext {
  readonly world: World;
  readonly actor: Actor;
}

function require(context: GraphContext, permission: string, access: Access): void {
  const { actor } = context;
  const granted = actor.kind === "installation" ? actor.permissions[permission] : undefined;
  if (granted !== "write" && granted !== access) throw new GraphError("FORBIDDEN", "Resource not accessible by integration");
}

function findRepository({ world, actor }: GraphContext, name: string): Repository {
  const repository = world.repositories.find((one) => fullName(one).toLowerCase() === name.toLowerCase() || one.formerNames.has(name));
  const reachable = repository?.installed === true && (actor.kind !== "installation" || (actor.repositories?.has(repository.id) ?? true));
  if (repository === undefined || (repository.private && !reachable))
    throw new GraphError("NOT_FOUND", `Could not resolve to a Repository with the name '${name}'.`);
  return repository;
}

/** Bytes that are no UTF-8 are shown as text all the same, in the encoding they seem to have: not the bytes that were stored. */
function shownText(bytes: Buffer): string {
  const utf8 = bytes.toString("utf8");
  return utf8.includes("\uFFFD") ? bytes.toString("latin1") : utf8;
}

function blobObject(sha: string, bytes: Buffer): GraphObject {
  const isBinary = bytes.subarray(0, 8000).includes(0);
  const isTruncated = bytes.length > LONGEST_TEXT;
  const text = isBinary ? null : shownText(bytes.subarray(0, LONGEST_TEXT));
  return { __typename: "Blob", oid: sha, byteSize: bytes.length, isBinary, isTruncated, text };
}

async function gitObject(repository: Repository, { oid, expression }: Arguments): Promise<GraphObject | null> {
  const name = String(oid ?? expression);
  const object = await repository.git.object(name);
  if (object === undefined) return null;
  if (object.type === "blob") return blobObject(object.sha, object.bytes);
  return { __typename: object.type === "commit" ? "Commit" : "Tree", oid: object.sha };
}

function threads(pull: Pull): readonly GraphObject[] {
  return pull.reviewComments.map((comment) => ({
    __typename: "PullRequestReviewThread",
    id: `PRRT_${comment.id}`,
    isResolved: comment.resolved,
    path: comment.path,
    line: comment.line,
    comments: () => ({
      __typename: "PullRequestReviewCommentConnection",
      nodes: [{ __typename: "PullRequestReviewComment", databaseId: comment.id, body: comment.body }],
    }),
  }));
}

function repositoryNode(context: GraphContext, repository: Repository): GraphObject {
  return {
    __typename: "Repository",
    id: `R_${repository.id}`,
    nameWithOwner: fullName(repository),
    object(args: Arguments) {
      require(context, "contents", "read");
      return gitObject(repository, args);
    },
    pullRequest({ number }: Arguments) {
      require(context, "pull_requests", "read");
      const pull = repository.pulls.get(Number(number));
      if (pull === undefined) throw new GraphError("NOT_FOUND", `Could not resolve to a PullRequest with the number of ${number}.`);
      const reviewThreads = ({ first }: Arguments) => ({
        __typename: "PullRequestReviewThreadConnection",
        nodes: threads(pull).slice(0, Number(first ?? 100)),
        pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
      });
      return { __typename: "PullRequest", id: `PR_${pull.id}`, number: pull.issue.number, reviewThreads };
    },
  };
}

interface CommitInput {
  readonly branch: { readonly repositoryNameWithOwner?: string; readonly branchName?: string };
  readonly message: { readonly headline: string; readonly body?: string };
  readonly expectedHeadOid: string;
  readonly fileChanges?: {
    readonly additions?: readonly { readonly path: string; readonly contents: string }[];
    readonly deletions?: readonly { readonly path: string }[];
  };
}

async function createCommitOnBranch(context: GraphContext, input: CommitInput): Promise<GraphObject> {
  const repository = findRepository(context, input.branch.repositoryNameWithOwner ?? "");
  require(context, "contents", "write");
  const branch = (input.branch.branchName ?? "").replace(/^refs\/heads\//, "");
  const head = await repository.git.resolve(`refs/heads/${branch}`);
  if (head === undefined) throw new GraphError("NOT_FOUND", `No such branch ${branch}`);
  if (head !== input.expectedHeadOid)
    throw new GraphError("STALE_DATA", `Expected branch to point to "${input.expectedHeadOid}" but it did not. Pull and try again.`);
  const additions = (input.fileChanges?.additions ?? []).map(({ path, contents }) => [path, Buffer.from(contents, "base64")] as const);
  const deletions = (input.fileChanges?.deletions ?? []).map(({ path }) => [path, null] as const);
  const files: Files = Object.fromEntries([...additions, ...deletions]);
  const message = [input.message.headline, ...(input.message.body ? ["", input.message.body] : [])].join("\n");
  const oid = await repository.git.commit({ branch, parent: head, files, message });
  for (const pull of repository.pulls.values())
    if (pull.head.repository === repository && pull.head.ref === branch && pull.issue.state === "open") {
      pull.head.sha = oid;
      await repository.git.setRef(`refs/pull/${pull.issue.number}/head`, oid);
    }
  const commit = { __typename: "Commit", oid, url: `${webUrl(repository)}/commit/${oid}` };
  return { __typename: "CreateCommitOnBranchPayload", commit, ref: { __typename: "Ref", name: branch } };
}

function minimizeComment(context: GraphContext, { subjectId, classifier }: Arguments): GraphObject {
  require(context, "pull_requests", "write");
  const all: Comment[] = context.world.repositories.flatMap(({ issues }) => [...issues.values()].flatMap(({ comments }) => comments));
  const comment = all.find((one) => `IC_${one.id}` === subjectId);
  if (comment === undefined) throw new GraphError("NOT_FOUND", `Could not resolve to a node with the global id of '${subjectId}'`);
  comment.minimized = String(classifier).toLowerCase().replaceAll("_", "-");
  const minimizedComment = { __typename: "IssueComment", isMinimized: true, minimizedReason: comment.minimized };
  return { __typename: "MinimizeCommentPayload", minimizedComment };
}

function resolveReviewThread(context: GraphContext, { threadId }: Arguments): GraphObject {
  // GitHub asks for write access to contents here, not to pull requests.
  require(context, "contents", "write");
  const all = context.world.repositories.flatMap(({ pulls }) => [...pulls.values()].flatMap(({ reviewComments }) => reviewComments));
  const comment = all.find((one) => `PRRT_${one.id}` === threadId);
  if (comment === undefined) throw new GraphError("NOT_FOUND", `Could not resolve to a node with the global id of '${threadId}'`);
  comment.resolved = true;
  return { __typename: "ResolveReviewThreadPayload", thread: { __typename: "PullRequestReviewThread", id: threadId, isResolved: true } };
}

export function queryRoot(context: GraphContext): GraphObject {
  const repository = ({ owner, name }: Arguments) => repositoryNode(context, findRepository(context, `${owner}/${name}`));
  return { __typename: "Query", repository, rateLimit: { __typename: "RateLimit", cost: 1, remaining: 4999, limit: 5000 } };
}

export function mutationRoot(context: GraphContext): GraphObject {
  return {
    __typename: "Mutation",
    createCommitOnBranch: ({ input }: Arguments) => createCommitOnBranch(context, input as CommitInput),
    minimizeComment: ({ input }: Arguments) => minimizeComment(context, input as Arguments),
    resolveReviewThread: ({ input }: Arguments) => resolveReviewThread(context, input as Arguments),
  };
}
