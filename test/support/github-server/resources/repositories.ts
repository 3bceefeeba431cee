/** The repository itself, its branches, commits, comparison, tarball and single files. */
import type { BareRepository } from "../bare-repository.ts";
import { simplePullObject } from "../objects/pull-request.ts";
import { commitSummary, fileDiffObject, fullRepositoryObject, repositoryUrl, webUrl } from "../objects/repository.ts";
import { type Answer, type ApiRequest, notFound, type Operations, page, Refusal } from "../routing.ts";
import type { Json, Repository } from "../world.ts";

const MOST_FILES_OF_A_COMPARISON = 300;
const MOST_COMMITS_UNPAGED = 250;
const LARGEST_FILE_IN_JSON = 1024 * 1024;

const reads = [["contents", "read"]] as const;

async function commitOf(git: BareRepository, ref: string): Promise<string> {
  const commit = await git.resolve(ref);
  if (commit === undefined) throw new Refusal(422, `No commit found for SHA: ${ref}`);
  return commit;
}

/** `owner:branch` names a branch of the fork that belongs to `owner`. */
async function comparedCommit(request: ApiRequest, ref: string): Promise<string> {
  const [owner, branch] = ref.includes(":") ? ref.split(":", 2) : [undefined, ref];
  const network = request.world.repositories.filter((one) => one === request.repository || one.parent === request.repository);
  const repository = owner === undefined ? request.repository : network.find((one) => one.owner.login === owner);
  const commit = await repository?.git.resolve(branch ?? "");
  if (repository === undefined || commit === undefined) throw notFound();
  if (repository !== request.repository) await request.repository.git.take(repository.git, commit, `refs/forks/${commit}`);
  return commit;
}

async function compare(request: ApiRequest): Promise<Answer> {
  const { repository, baseUrl, params } = request;
  const { git } = repository;
  const [base, head] = [await comparedCommit(request, params["base"] ?? ""), await comparedCommit(request, params["head"] ?? "")];
  const mergeBase = await git.mergeBase(base, head);
  if (mergeBase === undefined) throw new Refusal(404, `No common ancestor between ${params["base"]} and ${params["head"]}.`);
  const [ahead, behind] = await Promise.all([git.commitsBetween(base, head), git.commitsBetween(head, base)]);
  const current = Number(request.query.get("page") ?? 1);
  const size = Math.min(Number(request.query.get("per_page") ?? MOST_COMMITS_UNPAGED), MOST_COMMITS_UNPAGED);
  const shown = ahead.slice((current - 1) * size, current * size);
  const files = current === 1 ? (await git.diff(mergeBase, head)).slice(0, MOST_FILES_OF_A_COMPARISON) : [];
  const summary = async (sha: string) => commitSummary(repository, await git.commitObject(sha), baseUrl);
  const status = ahead.length === 0 ? (behind.length === 0 ? "identical" : "behind") : behind.length === 0 ? "ahead" : "diverged";
  const web = `${webUrl(repository)}/compare/${base}...${head}`;
  const body = {
    url: `${repositoryUrl(repository, baseUrl)}/compare/${base}...${head}`,
    html_url: web,
    permalink_url: web,
    diff_url: `${web}.diff`,
    patch_url: `${web}.patch`,
    base_commit: await summary(base),
    merge_base_commit: await summary(mergeBase),
    status,
    ahead_by: ahead.length,
    behind_by: behind.length,
    total_commits: ahead.length,
    commits: await Promise.all(shown.map(summary)),
    files: files.map((file) => fileDiffObject(repository, file, head, baseUrl)),
  };
  return { status: 200, body };
}

interface ContentEntry {
  readonly path: string;
  readonly sha: string;
  readonly size: number;
  readonly type: "file" | "dir" | "symlink" | "submodule";
}

function contentObject(repository: Repository, entry: ContentEntry, ref: string, baseUrl: string): Json {
  const path = encodeURI(entry.path);
  const url = `${repositoryUrl(repository, baseUrl)}/contents/${path}?ref=${ref}`;
  const git = `${repositoryUrl(repository, baseUrl)}/git/${entry.type === "dir" ? "trees" : "blobs"}/${entry.sha}`;
  const html = `${webUrl(repository)}/blob/${ref}/${path}`;
  return {
    name: entry.path.split("/").at(-1),
    path: entry.path,
    sha: entry.sha,
    size: entry.size,
    url,
    html_url: html,
    git_url: git,
    download_url: entry.type === "file" ? `${webUrl(repository)}/raw/${ref}/${path}` : null,
    type: entry.type,
    _links: { self: url, git, html },
  };
}

async function contents(request: ApiRequest): Promise<Answer> {
  const { repository, params, baseUrl, accept } = request;
  const path = (params["path"] ?? "").replace(/^\/+|\/+$/g, "");
  const ref = request.query.get("ref") ?? repository.defaultBranch;
  const commit = await repository.git.resolve(ref);
  if (commit === undefined) throw new Refusal(404, `No commit found for the ref ${ref}`);
  const entries = await repository.git.tree(commit, true);
  const entry = entries.find((one) => one.path === path);
  const kind = (mode: string, type: string): ContentEntry["type"] =>
    mode === "120000" ? "symlink" : type === "tree" ? "dir" : type === "commit" ? "submodule" : "file";
  if (path === "" || entry?.type === "tree") {
    const depth = path === "" ? 1 : path.split("/").length + 1;
    const children = entries.filter((one) => one.path.startsWith(path === "" ? "" : `${path}/`) && one.path.split("/").length === depth);
    const listed = children.slice(0, 1000).map(({ mode, type, ...child }) => ({ size: 0, ...child, type: kind(mode, type) }));
    return { status: 200, body: listed.map((child) => contentObject(repository, child, ref, baseUrl)) };
  }
  if (entry === undefined || entry.type !== "blob") throw notFound();
  const bytes = (await repository.git.objects([entry.sha])).get(entry.sha)?.bytes ?? Buffer.alloc(0);
  if (accept.includes("raw")) return { status: 200, bytes, headers: { "content-type": "application/vnd.github.raw+json; charset=utf-8" } };
  const large = bytes.length > LARGEST_FILE_IN_JSON;
  const object = contentObject(repository, { path, sha: entry.sha, size: bytes.length, type: "file" }, ref, baseUrl);
  return { status: 200, body: { ...object, content: large ? "" : bytes.toString("base64"), encoding: large ? "none" : "base64" } };
}

export const repositories: Operations = {
  "repos/get": {
    needs: [["metadata", "read"]],
    answer: ({ repository, baseUrl }) => ({ status: 200, body: fullRepositoryObject(repository, baseUrl) }),
  },
  "repos/get-branch": {
    needs: reads,
    async answer({ repository, params, baseUrl }) {
      const name = params["branch"] ?? "";
      const commit = await repository.git.resolve(`refs/heads/${name}`);
      if (commit === undefined) throw new Refusal(404, "Branch not found");
      const url = `${repositoryUrl(repository, baseUrl)}/branches/${name}`;
      return {
        status: 200,
        body: {
          name,
          commit: commitSummary(repository, await repository.git.commitObject(commit), baseUrl),
          _links: { self: url, html: `${webUrl(repository)}/tree/${name}` },
          protected: false,
          protection: { enabled: false, required_status_checks: { enforcement_level: "off", contexts: [], checks: [] } },
          protection_url: `${url}/protection`,
        },
      };
    },
  },
  "repos/list-branches": {
    needs: reads,
    async answer(request) {
      const { repository, baseUrl } = request;
      const heads = await repository.git.refs("refs/heads/");
      const branches = heads.map(({ ref, sha }) => ({
        name: ref.slice("refs/heads/".length),
        commit: { sha, url: `${repositoryUrl(repository, baseUrl)}/commits/${sha}` },
        protected: false,
      }));
      return page(request, branches);
    },
  },
  "repos/get-commit": {
    needs: reads,
    async answer({ repository, params, baseUrl, accept }) {
      const sha = await commitOf(repository.git, params["ref"] ?? "");
      if (accept.includes("sha"))
        return { status: 200, bytes: Buffer.from(sha), headers: { "content-type": "application/vnd.github.sha; charset=utf-8" } };
      const commit = await repository.git.commitObject(sha);
      const [parent] = commit.parents;
      const files = parent === undefined ? [] : await repository.git.diff(parent, sha);
      const additions = files.reduce((sum, file) => sum + file.additions, 0);
      const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
      const shown = files.slice(0, MOST_FILES_OF_A_COMPARISON).map((file) => fileDiffObject(repository, file, sha, baseUrl));
      const stats = { additions, deletions, total: additions + deletions };
      return { status: 200, body: { ...commitSummary(repository, commit, baseUrl), stats, files: shown } };
    },
  },
  "repos/compare-commits": { needs: reads, answer: compare },
  "repos/get-content": { needs: reads, answer: contents },
  "repos/download-tarball-archive": {
    needs: reads,
    async answer({ repository, params, baseUrl, world }) {
      const commit = await repository.git.resolve(params["ref"] ?? "");
      if (commit === undefined) throw notFound();
      const expires = world.now() + 300_000;
      const location = `${baseUrl.replace(/\/api\/v3$/, "")}/_codeload/${repository.id}/${commit}.tar.gz?expires=${expires}`;
      return { status: 302, headers: { location } };
    },
  },
  "repos/list-pull-requests-associated-with-commit": {
    needs: [
      ["pull_requests", "read"],
      ["contents", "read"],
    ],
    async answer(request) {
      const { repository, params, baseUrl } = request;
      const sha = params["commit_sha"] ?? "";
      const pulls = [...repository.pulls.values()];
      const mine = [];
      for (const pull of pulls) if (pull.head.sha === sha) mine.push(await simplePullObject(repository, pull, baseUrl));
      return page(request, mine);
    },
  },
};
