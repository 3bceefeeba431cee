/** What people do in an issue or under a pull request: they comment, and something is shown. */
import { commentObject, issueObject } from "../objects/discussion.ts";
import { payloadFor } from "../webhooks.ts";
import { type App, account, type Comment, type GitHubEvent, type Issue, type Json, timestamp } from "../world.ts";
import type { RepositoryStory } from "./repository.ts";

/** A comment, as a person sees it. */
export interface ShownComment {
  readonly id: number;
  readonly author: string;
  readonly body: string;
  readonly minimized: string | null;
}

export class IssueStory {
  readonly repository: RepositoryStory;
  readonly issue: Issue;

  constructor(repository: RepositoryStory, issue: Issue) {
    this.repository = repository;
    this.issue = issue;
  }

  get number(): number {
    return this.issue.number;
  }

  comments(): readonly ShownComment[] {
    return this.issue.comments.map(({ id, author, body, minimized }) => ({ id, author: author.login, body, minimized }));
  }

  /** Somebody writes; with `app`, that App does. */
  comment(login: string, body: string, app: App | null = null): Comment {
    const { world } = this.repository;
    const now = timestamp(world);
    const author = app?.bot ?? account(world, login);
    const id = world.nextId();
    const comment: Comment = { id, issue: this.issue, author, app, body, createdAt: now, updatedAt: now, minimized: null, reactions: [] };
    this.issue.comments.push(comment);
    return comment;
  }

  /** The event of a comment that was written. */
  commented(comment: Comment): GitHubEvent {
    const { record, world, baseUrl } = this.repository;
    const changes: Json = { issue: issueObject(record, this.issue, baseUrl), comment: commentObject(record, comment, baseUrl) };
    return {
      name: "issue_comment",
      payload: payloadFor(world, "issue_comment", "created", { repository: record, sender: comment.author, baseUrl, changes }),
    };
  }

  /** `issues.opened`, `issues.edited`, … */
  event(action: string): GitHubEvent {
    const { record, world, baseUrl } = this.repository;
    const changes: Json = { issue: issueObject(record, this.issue, baseUrl) };
    return {
      name: "issues",
      payload: payloadFor(world, "issues", action, { repository: record, sender: this.issue.author, baseUrl, changes }),
    };
  }
}
