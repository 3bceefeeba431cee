/**
 * One comment for each pull request and topic. GitHub has no compare-and-swap for comments: two workers may both see none and both write.
 * So whoever has written looks again, and everybody who sees several comes to the same end: the oldest stays, with the newest text, and
 * the others go. What remains open is the moment between reading a comment and writing it; the queue runs one job of a pull request at a
 * time.
 */
import type { CommentOutcome, PullRequestReference, StickyComment } from "../../../ports/code-host.ts";
import { attempt, hasCode } from "../connection/failure.ts";
import { SENT_ONCE, untilAvailable } from "../connection/repeat.ts";
import { type GitHubSession, isOurs } from "../connection/session.ts";
import { type CommentMarker, contentHash, parseCommentMarker, printCommentMarker } from "./marker.ts";

interface OwnComment {
  readonly id: number;
  readonly url: string;
  readonly body: string;
  readonly marker: CommentMarker;
}

export async function ensureComment(session: GitHubSession, at: PullRequestReference, comment: StickyComment): Promise<CommentOutcome> {
  return await untilAvailable(session, () => ensureOnce(session, at, comment));
}

async function ensureOnce(session: GitHubSession, at: PullRequestReference, comment: StickyComment): Promise<CommentOutcome> {
  const own = await findOwn(session, at, comment.topic);
  if (own.length > 0) return await settle(session, at, { own, comment });
  if (comment.whenMissing === "skip") return { kind: "skipped" };
  const created = await create(session, at, comment);
  const seen = await findOwn(session, at, comment.topic);
  const outcome = await settle(session, at, { own: seen.length === 0 ? [created] : seen, comment });
  return outcome.kind === "unchanged" ? { ...outcome, kind: "created" } : outcome;
}

/** Oldest first. Somebody else's is not ours though it has our marker, and ours is not a sticky one without it. */
async function findOwn(
  { client, identity, clock }: GitHubSession,
  at: PullRequestReference,
  topic: string,
): Promise<readonly OwnComment[]> {
  const { owner, name: repo } = at.repository;
  const all = await attempt("issues/list-comments", clock.now, () =>
    client.paginate(client.rest.issues.listComments, { owner, repo, issue_number: at.number, per_page: 100 }),
  );
  const own: OwnComment[] = [];
  for (const comment of all) {
    const marker = parseCommentMarker(comment.body);
    if (marker?.topic !== topic || isOutdated(comment)) continue;
    if (await isOurs(identity, comment.user, comment.performed_via_github_app))
      own.push({ id: comment.id, url: comment.html_url, body: comment.body ?? "", marker });
  }
  return own.sort((one, other) => one.id - other.id);
}

/** Hidden as outdated: we put it away ourselves. What a person hid for another reason stays hidden, and is kept up to date. */
function isOutdated(comment: object): boolean {
  // The description has the field, octokit's types do not yet.
  const { minimized } = comment as { readonly minimized?: { readonly reason: string | null } | null };
  return minimized?.reason === "outdated";
}

function markerOf({ topic, head, sequence, body }: StickyComment): CommentMarker {
  return { topic, head, sequence, hash: contentHash(body) };
}

function textOf(comment: StickyComment): string {
  return `${printCommentMarker(markerOf(comment))}\n${comment.body}`;
}

async function create({ client, clock }: GitHubSession, at: PullRequestReference, comment: StickyComment): Promise<OwnComment> {
  const { owner, name: repo } = at.repository;
  const body = textOf(comment);
  const { data } = await attempt("issues/create-comment", clock.now, () =>
    client.rest.issues.createComment({ owner, repo, issue_number: at.number, body, request: SENT_ONCE }),
  );
  return { id: data.id, url: data.html_url, body, marker: markerOf(comment) };
}

interface Unsettled {
  readonly own: readonly OwnComment[];
  readonly comment: StickyComment;
}

async function settle(session: GitHubSession, at: PullRequestReference, { own, comment }: Unsettled): Promise<CommentOutcome> {
  const newest = own.reduce((one, other) => (other.marker.sequence > one.marker.sequence ? other : one));
  const [keeper = newest, ...others] = own;
  const superseded = newest.marker.sequence > comment.sequence;
  const wanted = superseded ? newest : { body: textOf(comment), marker: markerOf(comment) };
  const written = await write(session, at, { keeper, wanted });
  for (const { id } of others) await remove(session, at, id);
  return { kind: superseded ? "superseded" : written ? "updated" : "unchanged", id: keeper.id, url: keeper.url };
}

interface Replacement {
  readonly keeper: OwnComment;
  readonly wanted: Pick<OwnComment, "body" | "marker">;
}

/** False when the comment says it already, of the same commit. */
async function write({ client, clock }: GitHubSession, at: PullRequestReference, { keeper, wanted }: Replacement): Promise<boolean> {
  const same = keeper.marker.hash === wanted.marker.hash && keeper.marker.head === wanted.marker.head;
  if (same) return false;
  const { owner, name: repo } = at.repository;
  await attempt("issues/update-comment", clock.now, () =>
    client.rest.issues.updateComment({ owner, repo, comment_id: keeper.id, body: wanted.body }),
  );
  return true;
}

async function remove({ client, clock }: GitHubSession, at: PullRequestReference, id: number): Promise<void> {
  const { owner, name: repo } = at.repository;
  try {
    await attempt("issues/delete-comment", clock.now, () => client.rest.issues.deleteComment({ owner, repo, comment_id: id }));
  } catch (error) {
    // The other worker was first.
    if (!hasCode(error, "code-host-not-found")) throw error;
  }
}
