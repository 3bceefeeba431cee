/** What happens to a pull request: pushes, drafts, closing, re-runs, and what people see of it. */
import type { Files } from "../bare-repository.ts";
import { checkRunObject, checkSuiteObject, runsOfSuite } from "../objects/check.ts";
import { pullObject } from "../objects/pull-request.ts";
import { suiteFor } from "../resources/checks.ts";
import { payloadFor } from "../webhooks.ts";
import { type CheckRun, type GitHubEvent, type Json, type Pull, timestamp } from "../world.ts";
import { IssueStory } from "./issue.ts";
import type { RepositoryStory } from "./repository.ts";

/** A check run, as a person sees it. */
export interface ShownCheckRun {
  readonly name: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly title: string | null;
  readonly summary: string | null;
  readonly text: string | null;
  readonly annotations: readonly { readonly path: string; readonly line: number; readonly level: string; readonly message: string }[];
}

export interface ShownReviewComment {
  readonly author: string;
  readonly path: string;
  readonly line: number;
  readonly startLine: number | null;
  readonly body: string;
}

export function shownCheckRun(run: CheckRun): ShownCheckRun {
  const { name, status, conclusion, title, summary, text } = run;
  const annotations = run.annotations.map((one) => ({
    path: one.path,
    line: one.start_line,
    level: one.annotation_level,
    message: one.message,
  }));
  return { name, status, conclusion, title, summary, text, annotations };
}

export class PullRequestStory extends IssueStory {
  readonly pull: Pull;
  /** Where the head's branch lives: the repository itself or a fork. */
  readonly home: RepositoryStory;

  constructor(repository: RepositoryStory, pull: Pull, home: RepositoryStory) {
    super(repository, pull.issue);
    this.pull = pull;
    this.home = home;
  }

  /** The head's commit as it is now. */
  get head(): string {
    return this.pull.head.sha;
  }

  async base(): Promise<string> {
    return await this.repository.commitOf(this.pull.base.ref);
  }

  /** Another commit on the head's branch. */
  async push(files: Files, message = "Change more"): Promise<string> {
    return await this.#moveTo(await this.home.commit(this.pull.head.ref, files, message));
  }

  /** The branch is written anew from `parent`. */
  async forcePush(parent: string, files: Files): Promise<string> {
    return await this.#moveTo(await this.home.record.git.commit({ branch: this.pull.head.ref, parent, files, message: "Start over" }));
  }

  async #moveTo(sha: string): Promise<string> {
    await this.repository.record.git.take(this.home.record.git, sha, `refs/pull/${this.number}/head`);
    this.pull.head.sha = sha;
    this.issue.updatedAt = timestamp(this.repository.world);
    return sha;
  }

  close(): void {
    this.issue.state = "closed";
    this.issue.closedAt = timestamp(this.repository.world);
  }

  async merge(): Promise<void> {
    await this.repository.record.git.setRef(`refs/heads/${this.pull.base.ref}`, this.head);
    this.close();
    this.pull.mergedAt = this.issue.closedAt;
  }

  /** The contributor deletes the fork; the commits stay where they were fetched to. */
  deleteFork(): void {
    this.pull.head.repository = null;
    this.home.record.installed = false;
  }

  opened(): Promise<GitHubEvent> {
    return this.#event("opened");
  }

  /** `before`: the head that was pushed over. */
  synchronize(before = "0".repeat(40)): Promise<GitHubEvent> {
    return this.#event("synchronize", { before, after: this.head });
  }

  reopened(): Promise<GitHubEvent> {
    this.issue.state = "open";
    this.issue.closedAt = null;
    return this.#event("reopened");
  }

  readyForReview(): Promise<GitHubEvent> {
    this.pull.draft = false;
    return this.#event("ready_for_review");
  }

  convertedToDraft(): Promise<GitHubEvent> {
    this.pull.draft = true;
    return this.#event("converted_to_draft");
  }

  closed(): Promise<GitHubEvent> {
    return this.#event("closed");
  }

  async baseChanged(to: string): Promise<GitHubEvent> {
    const from = { ref: this.pull.base.ref, sha: await this.base() };
    this.pull.base = { ref: to };
    return await this.#event("edited", { changes: { base: { ref: { from: from.ref }, sha: { from: from.sha } } } });
  }

  /** "Re-run all checks". For a fork the payload names no pull request and no branch. */
  async rerun(): Promise<GitHubEvent> {
    const { record, world, baseUrl } = this.repository;
    const suite = suiteFor(world, record, this.head);
    const checkSuite = checkSuiteObject(world, suite, await record.git.commitObject(this.head), baseUrl);
    return this.#checkEvent("check_suite", "rerequested", { check_suite: checkSuite });
  }

  /** "Re-run" beside one check run; with `action`, one of its buttons. */
  rerunCheck(name: string, action?: string): GitHubEvent {
    const { record, baseUrl } = this.repository;
    const run = this.#runs().findLast((one) => one.name === name);
    if (run === undefined) throw new Error(`no check run ${name} on ${this.head}`);
    const changes = {
      check_run: checkRunObject(record, run, baseUrl),
      ...(action === undefined ? {} : { requested_action: { identifier: action } }),
    };
    return this.#checkEvent("check_run", action === undefined ? "rerequested" : "requested_action", changes);
  }

  #checkEvent(name: string, action: string, changes: Json): GitHubEvent {
    const { record, world, baseUrl } = this.repository;
    return { name, payload: payloadFor(world, name, action, { repository: record, sender: this.issue.author, baseUrl, changes }) };
  }

  /** Every run on the present head, oldest first. */
  checkRuns(): readonly ShownCheckRun[] {
    return this.#runs().map(shownCheckRun);
  }

  #runs(): readonly CheckRun[] {
    const { world, record } = this.repository;
    return runsOfSuite(world, suiteFor(world, record, this.head));
  }

  reviewComments(): readonly ShownReviewComment[] {
    return this.pull.reviewComments.map(({ author, path, line, startLine, body }) => ({
      author: author.login,
      path,
      line,
      startLine,
      body,
    }));
  }

  async #event(action: string, changes: Json = {}): Promise<GitHubEvent> {
    const { record, world, baseUrl } = this.repository;
    const pullRequest = await pullObject(record, this.pull, baseUrl);
    const all: Json = { number: this.number, pull_request: pullRequest, ...changes };
    return {
      name: "pull_request",
      payload: payloadFor(world, "pull_request", action, { repository: record, sender: this.issue.author, baseUrl, changes: all }),
    };
  }
}
