/** Comments of issues and pull requests, and the reactions to them. The limit is in bytes although the message speaks of characters. */
import { commentObject, reactionObject } from "../objects/discussion.ts";
import { type ApiRequest, invalid, notFound, type Operations, page, Refusal } from "../routing.ts";
import { type Comment, type Issue, timestamp } from "../world.ts";

const LARGEST_COMMENT = 262_144;

const reads = [
  ["issues", "read"],
  ["pull_requests", "read"],
] as const;
const writes = [
  ["issues", "write"],
  ["pull_requests", "write"],
] as const;

export function issueOf({ repository, params }: ApiRequest): Issue {
  const issue = repository.issues.get(Number(params["issue_number"]));
  if (issue === undefined) throw notFound();
  return issue;
}

function commentOf({ repository, params }: ApiRequest): Comment {
  const id = Number(params["comment_id"]);
  for (const issue of repository.issues.values()) {
    const comment = issue.comments.find((one) => one.id === id);
    if (comment !== undefined) return comment;
  }
  throw notFound();
}

function bodyOf(request: ApiRequest): string {
  const body = String(request.body["body"] ?? "");
  if (body.trim() === "") throw invalid("IssueComment", "body", "custom", "body cannot be blank");
  if (Buffer.byteLength(body) > LARGEST_COMMENT)
    throw invalid("IssueComment", "body", "custom", "body is too long (maximum is 65536 characters)");
  return body;
}

export const comments: Operations = {
  "issues/list-comments": {
    needs: reads,
    answer(request) {
      const since = request.query.get("since");
      const shown = issueOf(request).comments.filter((comment) => since === null || comment.updatedAt >= since);
      return page(
        request,
        shown.map((comment) => commentObject(request.repository, comment, request.baseUrl)),
      );
    },
  },
  "issues/get-comment": {
    needs: reads,
    answer: (request) => ({ status: 200, body: commentObject(request.repository, commentOf(request), request.baseUrl) }),
  },
  "issues/create-comment": {
    needs: writes,
    answer(request) {
      const { world, repository, actor, author, baseUrl } = request;
      const issue = issueOf(request);
      const now = timestamp(world);
      const comment: Comment = {
        id: world.nextId(),
        issue,
        author,
        app: actor.app,
        body: bodyOf(request),
        createdAt: now,
        updatedAt: now,
        minimized: null,
        reactions: [],
      };
      issue.comments.push(comment);
      return { status: 201, body: commentObject(repository, comment, baseUrl) };
    },
  },
  "issues/update-comment": {
    needs: writes,
    answer(request) {
      const comment = commentOf(request);
      // With write access an App may edit the words of others, as a maintainer may: nothing but its own care keeps it from doing so.
      comment.body = bodyOf(request);
      comment.updatedAt = timestamp(request.world);
      return { status: 200, body: commentObject(request.repository, comment, request.baseUrl) };
    },
  },
  "issues/delete-comment": {
    needs: writes,
    answer(request) {
      const comment = commentOf(request);
      comment.issue.comments.splice(comment.issue.comments.indexOf(comment), 1);
      return { status: 204 };
    },
  },
  "reactions/create-for-issue-comment": {
    needs: writes,
    answer(request) {
      const { reactions } = commentOf(request);
      const content = String(request.body["content"]);
      const known = reactions.find((one) => one.content === content && one.author === request.author);
      if (known !== undefined) return { status: 200, body: reactionObject(known, request.baseUrl) };
      const reaction = { id: request.world.nextId(), author: request.author, content, createdAt: timestamp(request.world) };
      reactions.push(reaction);
      return { status: 201, body: reactionObject(reaction, request.baseUrl) };
    },
  },
  "reactions/list-for-issue-comment": {
    needs: reads,
    answer: (request) =>
      page(
        request,
        commentOf(request).reactions.map((reaction) => reactionObject(reaction, request.baseUrl)),
      ),
  },
};

/** Words longer than an issue may hold: refused when new, and silently not taken over when an issue is updated. */
export function tooLong(body: unknown): boolean {
  return typeof body === "string" && Buffer.byteLength(body) > LARGEST_COMMENT;
}

export function refuseTooLong(body: unknown): void {
  if (tooLong(body))
    throw new Refusal(422, "Validation Failed", [{ resource: "Issue", field: "body", code: "custom", message: "body is too long" }]);
}
