/** Reading pull requests, permissions and single files: GitHub's answers as the port's own nouns. */
import type { ChangedFile, ChangedFiles, Permission, PullRequest, PullRequestReference, RepositoryName } from "../../ports/code-host.ts";
import { attempt, hasCode } from "./connection/failure.ts";
import type { GitHubSession } from "./connection/session.ts";
import { findOwnCheckRuns } from "./publication/check-run.ts";

/** GitHub lists no more. */
const MOST_FILES = 3000;

export async function readPullRequest({ client, clock }: GitHubSession, at: PullRequestReference): Promise<PullRequest> {
  const { data } = await attempt("pulls/get", clock.now, () =>
    client.rest.pulls.get({ owner: at.repository.owner, repo: at.repository.name, pull_number: at.number }),
  );
  const { base } = data;
  // Null for a deleted fork, which octokit's types deny.
  const headRepository = data.head.repo as typeof data.head.repo | null;
  const repository = { owner: base.repo.owner.login, name: base.repo.name };
  return {
    repository,
    number: data.number,
    title: data.title,
    url: data.html_url,
    repositoryUrl: base.repo.html_url,
    defaultBranch: base.repo.default_branch,
    state: data.merged_at !== null ? "merged" : data.state,
    draft: data.draft === true,
    author: { login: data.user?.login ?? "ghost", bot: data.user?.type === "Bot" },
    labels: data.labels.map(({ name }) => name),
    base: { ref: base.ref, commit: base.sha },
    head: {
      ref: data.head.ref,
      commit: data.head.sha,
      repository: headRepository === null ? null : { owner: headRepository.owner.login, name: headRepository.name },
    },
    fork: headRepository === null || headRepository.id !== base.repo.id,
  };
}

const STATUSES: Readonly<Record<string, ChangedFile["status"]>> = {
  added: "added",
  copied: "added",
  removed: "removed",
  modified: "modified",
  changed: "modified",
  renamed: "renamed",
};

export async function listChangedFiles(session: GitHubSession, at: PullRequestReference): Promise<ChangedFiles> {
  const listed = await listPullFiles(session, at);
  const files = listed.flatMap(({ filename, status, previous_filename }): readonly ChangedFile[] => {
    const known = STATUSES[status];
    const previousPath = status === "renamed" ? (previous_filename ?? null) : null;
    return known === undefined ? [] : [{ path: filename, status: known, previousPath }];
  });
  return { files, complete: listed.length < MOST_FILES };
}

export async function listPullFiles({ client, clock }: GitHubSession, at: PullRequestReference) {
  const { owner, name: repo } = at.repository;
  return await attempt("pulls/list-files", clock.now, () =>
    client.paginate(client.rest.pulls.listFiles, { owner, repo, pull_number: at.number, per_page: 100 }),
  );
}

export async function findPullRequests(session: GitHubSession, repository: RepositoryName, commit: string): Promise<readonly number[]> {
  const runs = await findOwnCheckRuns(session, repository, commit);
  const reviewed = runs.flatMap(({ marker }) => marker.pullRequest ?? []);
  if (reviewed.length > 0) return ascending(reviewed);
  const { owner, name: repo } = repository;
  const { client, clock } = session;
  const pulls = await attempt("repos/list-pull-requests-associated-with-commit", clock.now, () =>
    client.paginate(client.rest.repos.listPullRequestsAssociatedWithCommit, { owner, repo, commit_sha: commit, per_page: 100 }),
  );
  // Also those that merely contain the commit somewhere, which it is not the head of.
  return ascending(pulls.filter(({ state, head }) => state === "open" && head.sha === commit).map(({ number }) => number));
}

function ascending(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((one, other) => one - other);
}

export async function readPermission({ client, clock }: GitHubSession, repository: RepositoryName, login: string): Promise<Permission> {
  const { owner, name: repo } = repository;
  try {
    const { data } = await attempt("repos/get-collaborator-permission-level", clock.now, () =>
      client.rest.repos.getCollaboratorPermissionLevel({ owner, repo, username: login }),
    );
    const { permission } = data;
    return permission === "admin" || permission === "write" || permission === "read" ? permission : "none";
  } catch (error) {
    if (hasCode(error, "code-host-not-found")) return "none";
    throw error;
  }
}

export interface FileReference {
  readonly ref: string | null;
  readonly path: string;
}

export async function readFile(
  session: GitHubSession,
  repository: RepositoryName,
  { ref, path }: FileReference,
): Promise<Uint8Array | "absent"> {
  const { owner, name: repo } = repository;
  const { client, clock } = session;
  try {
    const { data } = await attempt("repos/get-content", clock.now, () =>
      client.rest.repos.getContent({ owner, repo, path, ...(ref === null ? {} : { ref }) }),
    );
    if (Array.isArray(data) || data.type !== "file" || !("content" in data)) return "absent";
    if (data.encoding === "base64") return Buffer.from(data.content, "base64");
    // Above 1 MB the answer has no content.
    const blob = await attempt("git/get-blob", clock.now, () => client.rest.git.getBlob({ owner, repo, file_sha: data.sha }));
    return Buffer.from(blob.data.content, "base64");
  } catch (error) {
    if (hasCode(error, "code-host-not-found")) return "absent";
    throw error;
  }
}
