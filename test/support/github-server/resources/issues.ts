/** Issues and labels. Surprising: an update with a body that is too long answers 200 and keeps the old body. */
import { issueObject, labelObject, labelsOf } from "../objects/discussion.ts";
import { type ApiRequest, invalid, notFound, type Operations, page } from "../routing.ts";
import { type Issue, type Label, type Repository, timestamp, type World } from "../world.ts";
import { issueOf, refuseTooLong, tooLong } from "./comments.ts";

const reads = [
  ["issues", "read"],
  ["pull_requests", "read"],
] as const;
const writes = [
  ["issues", "write"],
  ["pull_requests", "write"],
] as const;

function labelNames(value: unknown): readonly string[] {
  const list = Array.isArray(value) ? value : [];
  return list.map((entry) => (typeof entry === "string" ? entry : String((entry as { name?: unknown }).name)));
}

/** A label that does not exist is made, in grey, as GitHub does for whoever may write. */
export function putLabels(world: World, repository: Repository, issue: Issue, names: readonly string[]): void {
  for (const name of names) {
    const known = repository.labels.get(name.toLowerCase());
    if (known === undefined) repository.labels.set(name.toLowerCase(), { id: world.nextId(), name, color: "ededed", description: null });
    issue.labels.add(known?.name ?? name);
  }
}

export function newIssue(world: World, repository: Repository, issue: Pick<Issue, "title" | "body" | "author" | "app">): Issue {
  const now = timestamp(world);
  const number = Math.max(0, ...repository.issues.keys()) + 1;
  const made: Issue = {
    ...issue,
    id: world.nextId(),
    number,
    state: "open",
    closedAt: null,
    labels: new Set(),
    comments: [],
    createdAt: now,
    updatedAt: now,
  };
  repository.issues.set(number, made);
  return made;
}

function shownLabels(request: ApiRequest): readonly unknown[] {
  return labelsOf(request.repository, issueOf(request), request.baseUrl);
}

export const issues: Operations = {
  "issues/get": {
    needs: reads,
    answer: (request) => ({ status: 200, body: issueObject(request.repository, issueOf(request), request.baseUrl) }),
  },
  "issues/list-for-repo": {
    needs: reads,
    answer(request) {
      const { repository, query, baseUrl } = request;
      const state = query.get("state") ?? "open";
      const creator = query.get("creator");
      const labels = query.get("labels")?.split(",") ?? [];
      const shown = [...repository.issues.values()]
        .filter((issue) => state === "all" || issue.state === state)
        .filter((issue) => creator === null || issue.author.login === creator)
        .filter((issue) => labels.every((label) => issue.labels.has(label)))
        .reverse();
      return page(
        request,
        (query.get("direction") === "asc" ? shown.reverse() : shown).map((issue) => issueObject(repository, issue, baseUrl)),
      );
    },
  },
  "issues/create": {
    needs: [["issues", "write"]],
    answer({ world, repository, body, actor, author, baseUrl }) {
      refuseTooLong(body["body"]);
      const text = typeof body["body"] === "string" ? body["body"] : null;
      const issue = newIssue(world, repository, { title: String(body["title"]), body: text, author, app: actor.app });
      putLabels(world, repository, issue, labelNames(body["labels"]));
      return { status: 201, body: issueObject(repository, issue, baseUrl) };
    },
  },
  "issues/update": {
    needs: writes,
    answer(request) {
      const { world, repository, body, baseUrl } = request;
      const issue = issueOf(request);
      if (typeof body["title"] === "string") issue.title = body["title"];
      if ("body" in body && !tooLong(body["body"])) issue.body = body["body"] as string | null;
      if (body["state"] === "open" || body["state"] === "closed") {
        issue.state = body["state"];
        issue.closedAt = issue.state === "closed" ? timestamp(world) : null;
      }
      if (Array.isArray(body["labels"])) {
        issue.labels.clear();
        putLabels(world, repository, issue, labelNames(body["labels"]));
      }
      issue.updatedAt = timestamp(world);
      return { status: 200, body: issueObject(repository, issue, baseUrl) };
    },
  },
};

export const labels: Operations = {
  "issues/list-labels-on-issue": { needs: reads, answer: (request) => page(request, shownLabels(request)) },
  "issues/add-labels": {
    needs: writes,
    answer(request) {
      putLabels(request.world, request.repository, issueOf(request), labelNames(request.body["labels"]));
      return { status: 200, body: shownLabels(request) };
    },
  },
  "issues/set-labels": {
    needs: writes,
    answer(request) {
      const issue = issueOf(request);
      issue.labels.clear();
      putLabels(request.world, request.repository, issue, labelNames(request.body["labels"]));
      return { status: 200, body: shownLabels(request) };
    },
  },
  "issues/remove-label": {
    needs: writes,
    answer(request) {
      if (!issueOf(request).labels.delete(request.params["name"] ?? "")) throw notFound();
      return { status: 200, body: shownLabels(request) };
    },
  },
  "issues/list-labels-for-repo": {
    needs: reads,
    answer: (request) =>
      page(
        request,
        [...request.repository.labels.values()].map((label) => labelObject(request.repository, label, request.baseUrl)),
      ),
  },
  "issues/create-label": {
    needs: [["issues", "write"]],
    answer({ world, repository, body, baseUrl }) {
      const name = String(body["name"]);
      if (repository.labels.has(name.toLowerCase())) throw invalid("Label", "name", "already_exists");
      const description = typeof body["description"] === "string" ? body["description"] : null;
      const label: Label = { id: world.nextId(), name, color: String(body["color"] ?? "ededed"), description };
      repository.labels.set(name.toLowerCase(), label);
      return { status: 201, body: labelObject(repository, label, baseUrl) };
    },
  },
};
