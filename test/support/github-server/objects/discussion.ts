/** Issues, labels, comments and reactions, as GitHub's answers show them. */
import type { Account, Comment, Issue, Json, Label, Repository } from "../world.ts";
import { accountObject, appObject } from "./account.ts";
import { fullName, repositoryUrl, webUrl } from "./repository.ts";

/** The owner's people are members; nobody else is anything, and a bot never is. */
export function association(repository: Repository, author: Account): string {
  if (author.type === "Bot") return "NONE";
  const role = repository.roles.get(author.login) ?? "none";
  if (author.login === repository.owner.login) return "OWNER";
  return role === "none" ? "CONTRIBUTOR" : "MEMBER";
}

export function labelObject(repository: Repository, label: Label, baseUrl: string): Json {
  return {
    id: label.id,
    node_id: `LA_${label.id}`,
    url: `${repositoryUrl(repository, baseUrl)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: label.color,
    default: false,
    description: label.description,
  };
}

export function labelsOf(repository: Repository, issue: Issue, baseUrl: string): readonly Json[] {
  return [...issue.labels].flatMap((name) => {
    const label = repository.labels.get(name.toLowerCase());
    return label === undefined ? [] : [labelObject(repository, label, baseUrl)];
  });
}

export function issueObject(repository: Repository, issue: Issue, baseUrl: string): Json {
  const url = `${repositoryUrl(repository, baseUrl)}/issues/${issue.number}`;
  const pull = repository.pulls.get(issue.number);
  const kind = pull === undefined ? "issues" : "pull";
  const html = `${webUrl(repository)}/${kind}/${issue.number}`;
  return {
    url,
    repository_url: repositoryUrl(repository, baseUrl),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: html,
    id: issue.id,
    node_id: `I_${issue.id}`,
    number: issue.number,
    title: issue.title,
    user: accountObject(issue.author, baseUrl),
    labels: labelsOf(repository, issue, baseUrl),
    state: issue.state,
    state_reason: issue.state === "closed" ? "completed" : null,
    locked: false,
    assignee: null,
    assignees: [],
    milestone: null,
    comments: issue.comments.length,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    author_association: association(repository, issue.author),
    body: issue.body,
    performed_via_github_app: issue.app === null ? null : appObject(issue.app, baseUrl),
    ...(pull === undefined
      ? {}
      : {
          draft: pull.draft,
          pull_request: {
            url: `${repositoryUrl(repository, baseUrl)}/pulls/${issue.number}`,
            html_url: html,
            diff_url: `${html}.diff`,
            patch_url: `${html}.patch`,
            merged_at: pull.mergedAt,
          },
        }),
  };
}

export function commentObject(repository: Repository, comment: Comment, baseUrl: string): Json {
  const kind = repository.pulls.has(comment.issue.number) ? "pull" : "issues";
  return {
    url: `${repositoryUrl(repository, baseUrl)}/issues/comments/${comment.id}`,
    html_url: `https://github.example.com/${fullName(repository)}/${kind}/${comment.issue.number}#issuecomment-${comment.id}`,
    issue_url: `${repositoryUrl(repository, baseUrl)}/issues/${comment.issue.number}`,
    id: comment.id,
    node_id: `IC_${comment.id}`,
    user: accountObject(comment.author, baseUrl),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: association(repository, comment.author),
    body: comment.body,
    performed_via_github_app: comment.app === null ? null : appObject(comment.app, baseUrl),
    ...(comment.minimized === null ? {} : { minimized: { reason: comment.minimized } }),
  };
}

export function reactionObject(reaction: Comment["reactions"][number], baseUrl: string): Json {
  return {
    id: reaction.id,
    node_id: `REA_${reaction.id}`,
    user: accountObject(reaction.author, baseUrl),
    content: reaction.content,
    created_at: reaction.createdAt,
  };
}
