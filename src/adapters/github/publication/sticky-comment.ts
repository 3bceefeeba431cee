/**
 * One comment for each pull request and topic. GitHub has no compare-and-swap for comments: two workers may both see none and both write.
 * So whoever has written looks again, and everybody who sees several comes to the same end: the oldest stays, with the newest text, and
 * the others go. Where a new comment is wanted for new text, the newest stays, and older ones are put away after it was written: a crash in
 * between leaves one too many, and the next run puts it away. What remains open is the moment between reading a comment and writing it; the queue runs one job of a pull request at a
 * time.
 */
import type { CommentOutcome, PullRequestReference, StickyComment } from "../../../ports/code-host.ts";
import { attempt, hasCode } from "../connection/failure.ts";
import { SENT_ONCE, untilAvailable } from "../connection/repeat.ts";
import { type GitHubSession, isOurs } from "../connection/session.ts";
import { type CommentMarker, contentHash, parseCommentMarker, printCommentMarker } from "./marker.ts";

interface OwnComment {
  readonly id: number;
  readonly node: string;
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
      own.push({ id: comment.id, node: comment.node_id, url: comment.html_url, body: comment.body ?? "", marker });
  }
  return own.sort((one, other) => one.id - other.id);
}

/** Hidden as outdated: we put it away ourselves. What a person hid for another reason stays hidden, and is kept up to date. */
function isOutdated(comment: object): boolean {
  // The description has the field, octokit's types do not yet.
  const { minimized } = comment as { readonly minimized?: { readonly reason: string | null } | null };
  return minimized?.reason === "outdated";
}

function markerOf({ topic, head, sequence, body, weight }: StickyComment): CommentMarker {
  return { topic, head, sequence, hash: contentHash(body), weight };
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
  return { id: data.id, node: data.node_id, url: data.html_url, body, marker: markerOf(comment) };
}

interface Unsettled {
  readonly own: readonly OwnComment[];
  readonly comment: StickyComment;
}

async function settle(session: GitHubSession, at: PullRequestReference, unsettled: Unsettled): Promise<CommentOutcome> {
  return unsettled.comment.whenChanged === "update"
    ? await settleInPlace(session, at, unsettled)
    : await settleAnew(session, at, unsettled);
}

async function settleInPlace(session: GitHubSession, at: PullRequestReference, { own, comment }: Unsettled): Promise<CommentOutcome> {
  const newest = own.reduce((one, other) => (other.marker.sequence > one.marker.sequence ? other : one));
  const [keeper = newest, ...others] = own;
  const superseded = newest.marker.sequence > comment.sequence;
  const wanted = superseded ? newest : { body: textOf(comment), marker: markerOf(comment) };
  const written = await write(session, at, { keeper, wanted });
  for (const { id } of others) await remove(session, at, id);
  return { kind: superseded ? "superseded" : written ? "updated" : "unchanged", id: keeper.id, url: keeper.url };
}

async function settleAnew(session: GitHubSession, at: PullRequestReference, { own, comment }: Unsettled): Promise<CommentOutcome> {
  const newest = own.reduce((one, other) => (other.marker.sequence > one.marker.sequence ? other : one));
  const superseded = newest.marker.sequence > comment.sequence;
  const wanted = markerOf(comment);
  const isNews = comment.whenChanged === "escalate" ? wanted.weight > newest.marker.weight : wanted.hash !== newest.marker.hash;
  const created = isNews && !superseded ? await create(session, at, comment) : undefined;
  const keeper = created ?? newest;
  const replacement = superseded ? newest : { body: textOf(comment), marker: wanted };
  const written = created === undefined && (await write(session, at, { keeper, wanted: replacement }));
  for (const old of own) if (old.id !== keeper.id) await putAway(session, at, { old, keeper, whenChanged: comment.whenChanged });
  const kind = superseded ? "superseded" : created ? "created" : written ? "updated" : "unchanged";
  return { kind, id: keeper.id, url: keeper.url };
}

interface PutAway {
  readonly old: OwnComment;
  readonly keeper: OwnComment;
  readonly whenChanged: StickyComment["whenChanged"];
}

async function putAway(session: GitHubSession, at: PullRequestReference, { old, keeper, whenChanged }: PutAway): Promise<void> {
  // Two workers wrote the same at once: nobody needs it twice.
  const isTwin = old.marker.hash === keeper.marker.hash && old.marker.head === keeper.marker.head;
  if (isTwin || whenChanged === "delete-and-new") return await remove(session, at, old.id);
  if (whenChanged !== "new") await hide(session, old);
}

const HIDE =
  "mutation($comment: ID!) { minimizeComment(input: {subjectId: $comment, classifier: OUTDATED}) { minimizedComment { isMinimized } } }";

async function hide({ client, clock }: GitHubSession, { node }: OwnComment): Promise<void> {
  try {
    await attempt("graphql/minimize-comment", clock.now, () => client.graphql(HIDE, { comment: node }));
  } catch (error) {
    // Somebody deleted it.
    if (!hasCode(error, "code-host-not-found")) throw error;
  }
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
