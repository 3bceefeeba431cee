/** Pull requests. The list of files stops at 3,000; a base branch that moves fires nothing and changes no merge-base. */
import { pullFiles, pullObject, simplePullObject } from "../objects/pull-request.ts";
import { fileDiffObject } from "../objects/repository.ts";
import { type ApiRequest, invalid, notFound, type Operations, page, Refusal } from "../routing.ts";
import { type Account, type App, type Pull, type Repository, timestamp, type World } from "../world.ts";
import { newIssue } from "./issues.ts";

const MOST_FILES = 3000;
const LONGEST_BODY_IN_CODE_POINTS = 65_536;
const reads = [["pull_requests", "read"]] as const;
const writes = [["pull_requests", "write"]] as const;

export function pullOf({ repository, params }: Pick<ApiRequest, "repository" | "params">): Pull {
  const pull = repository.pulls.get(Number(params["pull_number"]));
  if (pull === undefined) throw notFound();
  return pull;
}

export interface NewPull {
  readonly world: World;
  readonly repository: Repository;
  readonly title: string;
  readonly body: string | null;
  readonly author: Account;
  readonly app: App | null;
  readonly base: string;
  readonly head: { readonly repository: Repository; readonly ref: string };
  readonly draft: boolean;
}

/** Opens a pull request; the head's commits become reachable here, wherever they came from. */
export async function openPull({ world, repository, base, head, draft, ...words }: NewPull): Promise<Pull> {
  const sha = await head.repository.git.mustResolve(`refs/heads/${head.ref}`);
  const issue = newIssue(world, repository, words);
  await repository.git.take(head.repository.git, sha, `refs/pull/${issue.number}/head`);
  const pull: Pull = {
    id: world.nextId(),
    issue,
    base: { ref: base },
    head: { ref: head.ref, sha, repository: head.repository, owner: head.repository.owner },
    draft,
    mergedAt: null,
    reviews: [],
    reviewComments: [],
  };
  repository.pulls.set(issue.number, pull);
  return pull;
}

function headOf(request: ApiRequest): { readonly repository: Repository; readonly ref: string } {
  const [owner, branch] = String(request.body["head"]).includes(":")
    ? String(request.body["head"]).split(":", 2)
    : [undefined, String(request.body["head"])];
  const repository =
    owner === undefined
      ? request.repository
      : request.world.repositories.find((one) => one.owner.login === owner && one.parent === request.repository);
  if (owner === request.repository.owner.login) return { repository: request.repository, ref: branch ?? "" };
  if (repository === undefined) throw invalid("PullRequest", "head", "invalid");
  return { repository, ref: branch ?? "" };
}

function refuseLongBody(body: unknown): void {
  if (typeof body === "string" && [...body].length > LONGEST_BODY_IN_CODE_POINTS)
    throw invalid("PullRequest", "body", "custom", "body is too long (maximum is 65536 characters)");
}

export const pulls: Operations = {
  "pulls/get": {
    needs: reads,
    async answer(request) {
      return { status: 200, body: await pullObject(request.repository, pullOf(request), request.baseUrl) };
    },
  },
  "pulls/list": {
    needs: reads,
    async answer(request) {
      const { repository, query, baseUrl } = request;
      const state = query.get("state") ?? "open";
      const [head, base] = [query.get("head"), query.get("base")];
      const shown = [...repository.pulls.values()]
        .filter((pull) => state === "all" || pull.issue.state === state)
        .filter((pull) => head === null || `${pull.head.owner.login}:${pull.head.ref}` === head)
        .filter((pull) => base === null || pull.base.ref === base)
        .reverse();
      return page(request, await Promise.all(shown.map((pull) => simplePullObject(repository, pull, baseUrl))));
    },
  },
  "pulls/create": {
    needs: writes,
    async answer(request) {
      const { world, repository, body, actor, author, baseUrl } = request;
      refuseLongBody(body["body"]);
      const head = headOf(request);
      const base = String(body["base"]);
      if ((await repository.git.resolve(`refs/heads/${base}`)) === undefined) throw invalid("PullRequest", "base", "invalid");
      if ((await head.repository.git.resolve(`refs/heads/${head.ref}`)) === undefined) throw invalid("PullRequest", "head", "invalid");
      const open = [...repository.pulls.values()].filter((pull) => pull.issue.state === "open");
      if (open.some((pull) => pull.head.ref === head.ref && pull.head.repository === head.repository && pull.base.ref === base))
        throw new Refusal(422, "Validation Failed", [
          {
            resource: "PullRequest",
            code: "custom",
            message: `A pull request already exists for ${head.repository.owner.login}:${head.ref}.`,
          },
        ]);
      const ahead = await repository.git.commitsBetween(base, await head.repository.git.mustResolve(head.ref)).catch(() => ["from a fork"]);
      if (ahead.length === 0)
        throw new Refusal(422, "Validation Failed", [
          { resource: "PullRequest", code: "custom", message: `No commits between ${base} and ${head.ref}` },
        ]);
      const words = { title: String(body["title"] ?? ""), body: typeof body["body"] === "string" ? body["body"] : null };
      const pull = await openPull({ world, repository, ...words, author, app: actor.app, base, head, draft: body["draft"] === true });
      return { status: 201, body: await pullObject(repository, pull, baseUrl) };
    },
  },
  "pulls/update": {
    needs: writes,
    async answer(request) {
      const { world, repository, body, baseUrl } = request;
      const pull = pullOf(request);
      refuseLongBody(body["body"]);
      if (typeof body["title"] === "string") pull.issue.title = body["title"];
      if (typeof body["body"] === "string") pull.issue.body = body["body"];
      if (typeof body["base"] === "string") pull.base = { ref: body["base"] };
      if (body["state"] === "open" || body["state"] === "closed") {
        pull.issue.state = body["state"];
        pull.issue.closedAt = body["state"] === "closed" ? timestamp(world) : null;
      }
      pull.issue.updatedAt = timestamp(world);
      return { status: 200, body: await pullObject(repository, pull, baseUrl) };
    },
  },
  "pulls/list-files": {
    needs: reads,
    async answer(request) {
      const pull = pullOf(request);
      const files = (await pullFiles(request.repository, pull)).slice(0, MOST_FILES);
      return page(request, files, (shown) => shown.map((file) => fileDiffObject(request.repository, file, pull.head.sha, request.baseUrl)));
    },
  },
};
