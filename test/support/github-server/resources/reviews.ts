/**
 * Reviews and their comments. One anchor that is not in the diff refuses the whole review (422), as GitHub does. A suggestion is an
 * ordinary comment whose fence replaces exactly the anchored lines.
 */
import type { FileDiff } from "../file-diff.ts";
import { pullFiles, reviewCommentObject, reviewObject } from "../objects/pull-request.ts";
import { type ApiRequest, notFound, type Operations, page, Refusal } from "../routing.ts";
import { type Pull, type Review, type ReviewComment, timestamp } from "../world.ts";
import { pullOf } from "./pulls.ts";

const reads = [["pull_requests", "read"]] as const;
const writes = [["pull_requests", "write"]] as const;
const STATES: Readonly<Record<string, Review["state"]>> = {
  APPROVE: "APPROVED",
  REQUEST_CHANGES: "CHANGES_REQUESTED",
  COMMENT: "COMMENTED",
};

interface Anchor {
  readonly path: string;
  readonly line: number;
  readonly startLine: number | null;
  readonly side: string;
}

interface Hunk {
  readonly header: string;
  readonly lines: Readonly<Record<string, ReadonlySet<number>>>;
}

function hunksOf(file: FileDiff): readonly Hunk[] {
  const hunks: Hunk[] = [];
  for (const text of (file.patch ?? "").split(/^(?=@@ )/m)) {
    const [, left = "0", right = "0"] = /^@@ -(\d+)(?:,\d+)? \+(\d+)/.exec(text) ?? [];
    const lines = { LEFT: new Set<number>(), RIGHT: new Set<number>() };
    let [old, now] = [Number(left), Number(right)];
    for (const line of text.split("\n").slice(1)) {
      if (line.startsWith("\\")) continue;
      if (!line.startsWith("+")) lines.LEFT.add(old++);
      if (!line.startsWith("-")) lines.RIGHT.add(now++);
    }
    hunks.push({ header: text, lines });
  }
  return hunks;
}

function anchor(files: readonly FileDiff[], { path, line, startLine, side }: Anchor): Hunk {
  const file = files.find((one) => one.path === path);
  if (file === undefined) throw new Refusal(422, "Unprocessable Entity", ["Path could not be resolved"]);
  const hunk = hunksOf(file).find(({ lines }) => lines[side]?.has(line) === true);
  if (hunk === undefined) throw new Refusal(422, "Unprocessable Entity", ["Line could not be resolved"]);
  if (startLine !== null && (startLine >= line || hunk.lines[side]?.has(startLine) !== true))
    throw new Refusal(422, "Unprocessable Entity", ["Start line could not be resolved"]);
  return hunk;
}

interface CommentRequest {
  readonly path: string;
  readonly body: string;
  readonly line?: number;
  readonly side?: string;
  readonly start_line?: number;
  readonly start_side?: string;
}

async function makeComments(
  request: ApiRequest,
  pull: Pull,
  review: Review,
  asked: readonly CommentRequest[],
): Promise<readonly ReviewComment[]> {
  const files = await pullFiles(request.repository, pull);
  return asked.map(({ path, body, line = 0, side = "RIGHT", start_line: startLine = null }) => {
    const hunk = anchor(files, { path, line, startLine, side });
    const { id: reviewId, author, app, createdAt } = review;
    const common = { author, app, createdAt, updatedAt: createdAt, commit: review.commit, resolved: false };
    return { ...common, id: request.world.nextId(), review: reviewId, path, body, line, startLine, side, hunk: hunk.header };
  });
}

function newReview(request: ApiRequest, pull: Pull): Review {
  const { world, body, author, actor } = request;
  const now = timestamp(world);
  const commit = typeof body["commit_id"] === "string" ? body["commit_id"] : pull.head.sha;
  const state = STATES[String(body["event"])] ?? "PENDING";
  const text = String(body["event"] === undefined && body["path"] !== undefined ? "" : (body["body"] ?? ""));
  return { id: world.nextId(), author, app: actor.app, createdAt: now, updatedAt: now, body: text, state, commit };
}

export const reviews: Operations = {
  "pulls/list-reviews": {
    needs: reads,
    answer(request) {
      const pull = pullOf(request);
      return page(
        request,
        pull.reviews.map((review) => reviewObject(request.repository, pull, review, request.baseUrl)),
      );
    },
  },
  "pulls/create-review": {
    needs: writes,
    async answer(request) {
      const pull = pullOf(request);
      const review = newReview(request, pull);
      const asked = (request.body["comments"] ?? []) as readonly CommentRequest[];
      if (review.state === "COMMENTED" && review.body === "" && asked.length === 0)
        throw new Refusal(422, "Unprocessable Entity", ["Review body can't be blank"]);
      if (pull.head.sha !== review.commit && (await request.repository.git.typeOf(review.commit)) !== "commit")
        throw new Refusal(422, "Unprocessable Entity", ["Commit is not part of the pull request"]);
      const made = await makeComments(request, pull, review, asked);
      pull.reviews.push(review);
      pull.reviewComments.push(...made);
      return { status: 200, body: reviewObject(request.repository, pull, review, request.baseUrl) };
    },
  },
  "pulls/create-review-comment": {
    needs: writes,
    async answer(request) {
      const pull = pullOf(request);
      const review: Review = { ...newReview(request, pull), state: "COMMENTED", body: "" };
      const [made] = await makeComments(request, pull, review, [request.body as unknown as CommentRequest]);
      if (made === undefined) throw notFound();
      pull.reviews.push(review);
      pull.reviewComments.push(made);
      return { status: 201, body: reviewCommentObject(request.repository, pull, made, request.baseUrl) };
    },
  },
  "pulls/list-review-comments": {
    needs: reads,
    answer(request) {
      const pull = pullOf(request);
      return page(
        request,
        pull.reviewComments.map((comment) => reviewCommentObject(request.repository, pull, comment, request.baseUrl)),
      );
    },
  },
  "pulls/list-comments-for-review": {
    needs: reads,
    answer(request) {
      const pull = pullOf(request);
      const mine = pull.reviewComments.filter((comment) => comment.review === Number(request.params["review_id"]));
      return page(
        request,
        mine.map((comment) => reviewCommentObject(request.repository, pull, comment, request.baseUrl)),
      );
    },
  },
};
