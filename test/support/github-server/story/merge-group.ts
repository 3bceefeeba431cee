/** A group in a merge queue: a commit that GitHub makes on a branch of its own, and what it asks about it. */
import { checkRunObject, checkSuiteObject } from "../objects/check.ts";
import { suiteFor } from "../resources/checks.ts";
import { payloadFor } from "../webhooks.ts";
import { account, type GitHubEvent, type Json } from "../world.ts";
import type { ShownCheckRun } from "./pull-request.ts";
import type { RepositoryStory } from "./repository.ts";

export interface QueuedCommits {
  /** `gh-readonly-queue/main/pr-7-1a2b…`. */
  readonly branch: string;
  readonly base: { readonly ref: string; readonly commit: string };
  readonly head: string;
}

export class MergeGroupStory {
  readonly #repository: RepositoryStory;
  readonly #commits: QueuedCommits;

  constructor(repository: RepositoryStory, commits: QueuedCommits) {
    this.#repository = repository;
    this.#commits = commits;
  }

  checkRuns(): readonly ShownCheckRun[] {
    return this.#repository.checkRuns(this.#commits.head);
  }

  checksRequested(): GitHubEvent {
    return this.#event("merge_group", "checks_requested", { merge_group: this.#group() });
  }

  /** The queue gave the group up. */
  destroyed(): GitHubEvent {
    return this.#event("merge_group", "destroyed", { reason: "dequeued", merge_group: this.#group() });
  }

  async rerun(): Promise<GitHubEvent> {
    return this.#event("check_suite", "rerequested", { check_suite: await this.#suite() });
  }

  /** "Re-run" beside the check run. A webhook tells the whole suite of a check run, the API only its id. */
  async rerunCheck(): Promise<GitHubEvent> {
    const { record, world, baseUrl } = this.#repository;
    const run = world.checkRuns.findLast(({ suite }) => suite.repository === record && suite.headSha === this.#commits.head);
    if (run === undefined) throw new Error(`no check run on ${this.#commits.head}`);
    const checkRun = { ...checkRunObject(record, run, baseUrl), check_suite: await this.#suite() };
    return this.#event("check_run", "rerequested", { check_run: checkRun });
  }

  async #suite(): Promise<Json> {
    const { record, world, baseUrl } = this.#repository;
    const { head } = this.#commits;
    return checkSuiteObject(world, suiteFor(world, record, head), await record.git.commitObject(head), baseUrl);
  }

  #group(): Json {
    const { branch, base, head } = this.#commits;
    return { head_sha: head, head_ref: `refs/heads/${branch}`, base_sha: base.commit, base_ref: `refs/heads/${base.ref}` };
  }

  #event(name: string, action: string, changes: Json): GitHubEvent {
    const { record, world, baseUrl } = this.#repository;
    const subject = { repository: record, sender: account(world, "github-merge-queue"), baseUrl, changes };
    return { name, payload: payloadFor(world, name, action, subject) };
  }
}
