/** Pull requests, reviews and their comments, as GitHub's answers show them. What is computed (counts, merge state) is computed by git. */
import type { FileDiff } from "../file-diff.ts";
import type { Json, Pull, Repository, Review, ReviewComment } from "../world.ts";
import { accountObject } from "./account.ts";
import { association, labelsOf } from "./discussion.ts";
import { repositoryObject, repositoryUrl, webUrl } from "./repository.ts";

function pullUrl(repository: Repository, pull: Pull, baseUrl: string): string {
  return `${repositoryUrl(repository, baseUrl)}/pulls/${pull.issue.number}`;
}

/** Ids of the two ends: the base branch's tip as it is now, and the head as it was last pushed. */
async function pullCommits(repository: Repository, pull: Pull): Promise<{ readonly base: string; readonly mergeBase: string }> {
  const base = await repository.git.mustResolve(pull.base.ref);
  return { base, mergeBase: (await repository.git.mergeBase(base, pull.head.sha)) ?? base };
}

export async function pullFiles(repository: Repository, pull: Pull): Promise<readonly FileDiff[]> {
  const { mergeBase } = await pullCommits(repository, pull);
  return await repository.git.diff(mergeBase, pull.head.sha);
}

/** As lists show it. */
export async function simplePullObject(repository: Repository, pull: Pull, baseUrl: string): Promise<Json> {
  const { issue, head } = pull;
  const url = pullUrl(repository, pull, baseUrl);
  const issueUrl = `${repositoryUrl(repository, baseUrl)}/issues/${issue.number}`;
  const html = `${webUrl(repository)}/pull/${issue.number}`;
  const { base } = await pullCommits(repository, pull);
  const statuses = `${repositoryUrl(repository, baseUrl)}/statuses/${head.sha}`;
  const commentTemplate = `${repositoryUrl(repository, baseUrl)}/pulls/comments{/number}`;
  return {
    url,
    id: pull.id,
    node_id: `PR_${pull.id}`,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issueUrl,
    number: issue.number,
    state: issue.state,
    locked: false,
    title: issue.title,
    user: accountObject(issue.author, baseUrl),
    body: issue.body,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    merged_at: pull.mergedAt,
    merge_commit_sha: null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    labels: labelsOf(repository, issue, baseUrl),
    milestone: null,
    draft: pull.draft,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: commentTemplate,
    comments_url: `${issueUrl}/comments`,
    statuses_url: statuses,
    head: {
      label: `${head.owner.login}:${head.ref}`,
      ref: head.ref,
      sha: head.sha,
      user: accountObject(head.owner, baseUrl),
      repo: head.repository === null ? null : repositoryObject(head.repository, baseUrl),
    },
    base: {
      label: `${repository.owner.login}:${pull.base.ref}`,
      ref: pull.base.ref,
      sha: base,
      user: accountObject(repository.owner, baseUrl),
      repo: repositoryObject(repository, baseUrl),
    },
    _links: {
      self: { href: url },
      html: { href: html },
      issue: { href: issueUrl },
      comments: { href: `${issueUrl}/comments` },
      review_comments: { href: `${url}/comments` },
      review_comment: { href: commentTemplate },
      commits: { href: `${url}/commits` },
      statuses: { href: statuses },
    },
    author_association: association(repository, issue.author),
    auto_merge: null,
    active_lock_reason: null,
  };
}

/** As asked for by its number. */
export async function pullObject(repository: Repository, pull: Pull, baseUrl: string): Promise<Json> {
  const [simple, files, { base, mergeBase }] = await Promise.all([
    simplePullObject(repository, pull, baseUrl),
    pullFiles(repository, pull),
    pullCommits(repository, pull),
  ]);
  const commits = await repository.git.commitsBetween(mergeBase, pull.head.sha);
  return {
    ...simple,
    merged: pull.mergedAt !== null,
    // GitHub computes it in the background and says null until then.
    mergeable: null,
    rebaseable: null,
    mergeable_state: base === mergeBase ? "clean" : "unknown",
    merged_by: null,
    comments: pull.issue.comments.length,
    review_comments: pull.reviewComments.length,
    maintainer_can_modify: false,
    commits: commits.length,
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    changed_files: files.length,
  };
}

export function reviewObject(repository: Repository, pull: Pull, review: Review, baseUrl: string): Json {
  const url = pullUrl(repository, pull, baseUrl);
  const html = `${webUrl(repository)}/pull/${pull.issue.number}#pullrequestreview-${review.id}`;
  return {
    id: review.id,
    node_id: `PRR_${review.id}`,
    user: accountObject(review.author, baseUrl),
    body: review.body,
    state: review.state,
    html_url: html,
    pull_request_url: url,
    author_association: association(repository, review.author),
    _links: { html: { href: html }, pull_request: { href: url } },
    submitted_at: review.createdAt,
    commit_id: review.commit,
  };
}

export function reviewCommentObject(repository: Repository, pull: Pull, comment: ReviewComment, baseUrl: string): Json {
  const url = `${repositoryUrl(repository, baseUrl)}/pulls/comments/${comment.id}`;
  const html = `${webUrl(repository)}/pull/${pull.issue.number}#discussion_r${comment.id}`;
  return {
    url,
    pull_request_review_id: comment.review,
    id: comment.id,
    node_id: `PRRC_${comment.id}`,
    diff_hunk: comment.hunk,
    path: comment.path,
    commit_id: comment.commit,
    original_commit_id: comment.commit,
    user: accountObject(comment.author, baseUrl),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    html_url: html,
    pull_request_url: pullUrl(repository, pull, baseUrl),
    author_association: association(repository, comment.author),
    _links: { self: { href: url }, html: { href: html }, pull_request: { href: pullUrl(repository, pull, baseUrl) } },
    start_line: comment.startLine,
    original_start_line: comment.startLine,
    start_side: comment.startLine === null ? null : comment.side,
    line: comment.line,
    original_line: comment.line,
    side: comment.side,
    position: 1,
    original_position: 1,
    subject_type: "line",
  };
}
