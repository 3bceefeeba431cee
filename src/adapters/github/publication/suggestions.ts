/**
 * Changes that are offered on lines of a pull request, in one review. GitHub refuses a whole review for one line that is in no hunk, so
 * the hunks are read first; and a suggestion replaces exactly the anchored lines, inside a fence that its text cannot close.
 */
import type { PullRequestReference, Suggestion, SuggestionOutcome, SuggestionReview } from "../../../ports/code-host.ts";
import { attempt, hasCode } from "../connection/failure.ts";
import { SENT_ONCE, untilAvailable } from "../connection/repeat.ts";
import { type GitHubSession, isOurs } from "../connection/session.ts";
import { listPullFiles, readPullRequest } from "../pull-requests.ts";
import { parseSuggestionMarker, printSuggestionMarker } from "./marker.ts";

/** 1-based lines of the new side, half-open: `[start, end)`. */
interface Hunk {
  readonly start: number;
  readonly end: number;
}

export async function ensureSuggestions(
  session: GitHubSession,
  at: PullRequestReference,
  review: SuggestionReview,
): Promise<SuggestionOutcome> {
  return await untilAvailable(session, () => ensureOnce(session, at, review));
}

async function ensureOnce(session: GitHubSession, at: PullRequestReference, review: SuggestionReview): Promise<SuggestionOutcome> {
  const nothing = { offered: [], offeredBefore: [], outsideDiff: [] };
  if (review.suggestions.length === 0) return nothing;
  const { head } = await readPullRequest(session, at);
  if (head.commit !== review.head) return { ...nothing, outsideDiff: review.suggestions };
  const [hunks, known] = await Promise.all([readHunks(session, at), readFingerprints(session, at)]);
  const offeredBefore = review.suggestions.filter(({ fingerprint }) => known.has(fingerprint));
  const fresh = review.suggestions.filter(({ fingerprint }) => !known.has(fingerprint));
  const anchored = fresh.filter((one) => isInside(hunks.get(one.path) ?? [], one));
  const outsideDiff = fresh.filter((one) => !anchored.includes(one));
  if (anchored.length === 0) return { offered: [], offeredBefore, outsideDiff };
  const offered = await offer(session, at, { ...review, suggestions: anchored });
  return offered ? { offered: anchored, offeredBefore, outsideDiff } : { offered: [], offeredBefore, outsideDiff: fresh };
}

/** False when GitHub finds a line where it does not belong after all: the diff is another by now. */
async function offer(session: GitHubSession, at: PullRequestReference, review: SuggestionReview): Promise<boolean> {
  const { owner, name: repo } = at.repository;
  try {
    await attempt("pulls/create-review", session.clock.now, () =>
      session.client.rest.pulls.createReview({
        owner,
        repo,
        pull_number: at.number,
        commit_id: review.head,
        event: "COMMENT",
        body: review.body,
        comments: review.suggestions.map(reviewComment),
        request: SENT_ONCE,
      }),
    );
    return true;
  } catch (error) {
    if (hasCode(error, "code-host-rejected")) return false;
    throw error;
  }
}

function reviewComment({ fingerprint, path, startLine, endLine, message, replacement }: Suggestion) {
  const several = startLine < endLine ? { start_line: startLine, start_side: "RIGHT" } : {};
  const fence = fenceFor(replacement);
  const body = `${printSuggestionMarker(fingerprint)}\n${message}\n\n${fence}suggestion\n${replacement}\n${fence}`;
  return { path, line: endLine, side: "RIGHT", ...several, body };
}

/** Longer than any run of backticks in the text. */
function fenceFor(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  return "`".repeat(Math.max(3, longest + 1));
}

async function readHunks(session: GitHubSession, at: PullRequestReference): Promise<ReadonlyMap<string, readonly Hunk[]>> {
  const files = await listPullFiles(session, at);
  return new Map(files.map(({ filename, patch }) => [filename, parseHunks(patch ?? "")]));
}

/** `@@ -1,4 +1,6 @@`: a hunk without a length has one line. */
function parseHunks(patch: string): readonly Hunk[] {
  return [...patch.matchAll(/^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/gm)].map(([, start = "0", lines = "1"]) => ({
    start: Number(start),
    end: Number(start) + Number(lines),
  }));
}

function isInside(hunks: readonly Hunk[], { startLine, endLine }: Suggestion): boolean {
  return hunks.some(({ start, end }) => start <= startLine && startLine <= endLine && endLine < end);
}

async function readFingerprints({ client, identity, clock }: GitHubSession, at: PullRequestReference): Promise<ReadonlySet<string>> {
  const { owner, name: repo } = at.repository;
  const comments = await attempt("pulls/list-review-comments", clock.now, () =>
    client.paginate(client.rest.pulls.listReviewComments, { owner, repo, pull_number: at.number, per_page: 100 }),
  );
  const known = new Set<string>();
  for (const { body, user } of comments) {
    const fingerprint = parseSuggestionMarker(body);
    if (fingerprint !== undefined && (await isOurs(identity, user))) known.add(fingerprint);
  }
  return known;
}
