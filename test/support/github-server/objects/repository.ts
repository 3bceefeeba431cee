/** A repository and its commits, as GitHub's answers show them. Most of it is addresses. */
import type { CommitObject } from "../bare-repository.ts";
import type { FileDiff } from "../file-diff.ts";
import type { Json, Repository } from "../world.ts";
import { accountObject } from "./account.ts";

export function fullName(repository: Repository): string {
  return `${repository.owner.login}/${repository.name}`;
}

export function repositoryUrl(repository: Repository, baseUrl: string): string {
  return `${baseUrl}/repos/${fullName(repository)}`;
}

export function webUrl(repository: Repository): string {
  return `https://github.example.com/${fullName(repository)}`;
}

const ADDRESSES: Readonly<Record<string, string>> = {
  forks_url: "/forks",
  keys_url: "/keys{/key_id}",
  collaborators_url: "/collaborators{/collaborator}",
  teams_url: "/teams",
  hooks_url: "/hooks",
  issue_events_url: "/issues/events{/number}",
  events_url: "/events",
  assignees_url: "/assignees{/user}",
  branches_url: "/branches{/branch}",
  tags_url: "/tags",
  blobs_url: "/git/blobs{/sha}",
  git_tags_url: "/git/tags{/sha}",
  git_refs_url: "/git/refs{/sha}",
  trees_url: "/git/trees{/sha}",
  statuses_url: "/statuses/{sha}",
  languages_url: "/languages",
  stargazers_url: "/stargazers",
  contributors_url: "/contributors",
  subscribers_url: "/subscribers",
  subscription_url: "/subscription",
  commits_url: "/commits{/sha}",
  git_commits_url: "/git/commits{/sha}",
  comments_url: "/comments{/number}",
  issue_comment_url: "/issues/comments{/number}",
  contents_url: "/contents/{+path}",
  compare_url: "/compare/{base}...{head}",
  merges_url: "/merges",
  archive_url: "/{archive_format}{/ref}",
  downloads_url: "/downloads",
  issues_url: "/issues{/number}",
  pulls_url: "/pulls{/number}",
  milestones_url: "/milestones{/number}",
  notifications_url: "/notifications{?since,all,participating}",
  labels_url: "/labels{/name}",
  releases_url: "/releases{/id}",
  deployments_url: "/deployments",
};

export function repositoryObject(repository: Repository, baseUrl: string): Json {
  const url = repositoryUrl(repository, baseUrl);
  const html = webUrl(repository);
  const openIssues = [...repository.issues.values()].filter((issue) => issue.state === "open").length;
  return {
    id: repository.id,
    node_id: `R_${repository.id}`,
    name: repository.name,
    full_name: fullName(repository),
    private: repository.private,
    owner: accountObject(repository.owner, baseUrl),
    html_url: html,
    description: null,
    fork: repository.parent !== null,
    url,
    ...Object.fromEntries(Object.entries(ADDRESSES).map(([name, path]) => [name, url + path])),
    created_at: repository.createdAt,
    updated_at: repository.createdAt,
    pushed_at: repository.createdAt,
    git_url: `git:${html.slice("https:".length)}.git`,
    ssh_url: `git@github.example.com:${fullName(repository)}.git`,
    clone_url: `${html}.git`,
    svn_url: html,
    homepage: null,
    size: 1,
    stargazers_count: 0,
    watchers_count: 0,
    language: "Python",
    has_issues: true,
    has_projects: true,
    has_downloads: true,
    has_wiki: true,
    has_pages: false,
    has_discussions: false,
    forks_count: 0,
    mirror_url: null,
    archived: false,
    disabled: false,
    open_issues_count: openIssues,
    license: null,
    allow_forking: true,
    is_template: false,
    web_commit_signoff_required: false,
    topics: [],
    visibility: repository.private ? "private" : "public",
    forks: 0,
    open_issues: openIssues,
    watchers: 0,
    default_branch: repository.defaultBranch,
  };
}

export function fullRepositoryObject(repository: Repository, baseUrl: string): Json {
  const parent = repository.parent === null ? {} : { parent: repositoryObject(repository.parent, baseUrl) };
  return { ...repositoryObject(repository, baseUrl), network_count: 0, subscribers_count: 0, ...parent };
}

const UNSIGNED = { verified: false, reason: "unsigned", signature: null, payload: null, verified_at: null };

/** `GET /commits/{ref}`: with the people and addresses. */
export function commitSummary(repository: Repository, commit: CommitObject, baseUrl: string): Json {
  const url = repositoryUrl(repository, baseUrl);
  return {
    sha: commit.sha,
    node_id: `C_${commit.sha}`,
    commit: {
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      tree: { sha: commit.tree, url: `${url}/git/trees/${commit.tree}` },
      url: `${url}/git/commits/${commit.sha}`,
      comment_count: 0,
      verification: UNSIGNED,
    },
    url: `${url}/commits/${commit.sha}`,
    html_url: `${webUrl(repository)}/commit/${commit.sha}`,
    comments_url: `${url}/commits/${commit.sha}/comments`,
    author: null,
    committer: null,
    parents: parents(repository, commit, baseUrl),
  };
}

/** `GET /git/commits/{sha}`: the bare git object. */
export function gitCommitObject(repository: Repository, commit: CommitObject, baseUrl: string): Json {
  const url = repositoryUrl(repository, baseUrl);
  return {
    sha: commit.sha,
    node_id: `C_${commit.sha}`,
    url: `${url}/git/commits/${commit.sha}`,
    html_url: `${webUrl(repository)}/commit/${commit.sha}`,
    author: commit.author,
    committer: commit.committer,
    tree: { sha: commit.tree, url: `${url}/git/trees/${commit.tree}` },
    message: commit.message,
    parents: parents(repository, commit, baseUrl),
    verification: UNSIGNED,
  };
}

function parents(repository: Repository, commit: CommitObject, baseUrl: string): readonly Json[] {
  return commit.parents.map((sha) => ({
    sha,
    url: `${repositoryUrl(repository, baseUrl)}/commits/${sha}`,
    html_url: `${webUrl(repository)}/commit/${sha}`,
  }));
}

const LARGEST_PATCH = 500 * 1024;

/** One changed file; above 500 KB GitHub leaves its patch out. */
export function fileDiffObject(repository: Repository, file: FileDiff, head: string, baseUrl: string): Json {
  const path = encodeURI(file.path);
  const shown = file.patch !== undefined && file.patch.length <= LARGEST_PATCH;
  return {
    sha: file.sha,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${webUrl(repository)}/blob/${head}/${path}`,
    raw_url: `${webUrl(repository)}/raw/${head}/${path}`,
    contents_url: `${repositoryUrl(repository, baseUrl)}/contents/${path}?ref=${head}`,
    ...(shown ? { patch: file.patch } : {}),
    ...(file.previousPath === null ? {} : { previous_filename: file.previousPath }),
  };
}
