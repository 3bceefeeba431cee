/** What people do in a repository: commit, branch, fork, open pull requests and issues, rename it, take the App off it. */
import { join } from "node:path";
import { BareRepository, type Files } from "../bare-repository.ts";
import { commitSummary, fullName } from "../objects/repository.ts";
import { newIssue, putLabels } from "../resources/issues.ts";
import { openPull } from "../resources/pulls.ts";
import { payloadFor } from "../webhooks.ts";
import { account, type GitHubEvent, type Repository, type Role, timestamp, type World } from "../world.ts";
import { IssueStory } from "./issue.ts";
import { MergeGroupStory } from "./merge-group.ts";
import { PullRequestStory, type ShownCheckRun, shownCheckRun } from "./pull-request.ts";

const TREE_LIMIT = 100_000;

export interface RepositoryOptions {
  /** True when left out. */
  readonly private?: boolean;
}

export interface PullRequestOptions {
  /** The head's branch; made from the base branch when it does not exist. */
  readonly from: string;
  readonly files: Files;
  /** The default branch when left out. */
  readonly into?: string;
  readonly title?: string;
  readonly body?: string;
  readonly author?: string;
  readonly draft?: boolean;
  /** The fork that holds the branch. */
  readonly fork?: RepositoryStory;
}

export interface IssueOptions {
  readonly title: string;
  readonly body?: string;
  readonly author?: string;
  readonly labels?: readonly string[];
}

/** Where a story happens: the world, a folder for git, and GitHub's address. */
export interface Stage {
  readonly world: World;
  readonly folder: string;
  readonly baseUrl: string;
}

export async function createRepository(stage: Stage, name: string, options: RepositoryOptions): Promise<RepositoryStory> {
  const { world, folder } = stage;
  const [owner = "", short = ""] = name.split("/");
  const id = world.nextId();
  const git = await BareRepository.create(join(folder, `${id}.git`));
  const record: Repository = {
    id,
    owner: account(world, owner, "Organization"),
    name: short,
    formerNames: new Set(),
    private: options.private ?? true,
    defaultBranch: "main",
    git,
    parent: null,
    roles: new Map(),
    issues: new Map(),
    pulls: new Map(),
    labels: new Map(),
    createdAt: timestamp(world),
    installed: true,
    treeLimit: TREE_LIMIT,
  };
  world.repositories.push(record);
  return new RepositoryStory(stage, record);
}

export class RepositoryStory {
  readonly record: Repository;
  readonly #stage: Stage;

  constructor(stage: Stage, record: Repository) {
    this.#stage = stage;
    this.record = record;
  }

  get world(): World {
    return this.#stage.world;
  }

  get baseUrl(): string {
    return this.#stage.baseUrl;
  }

  get owner(): string {
    return this.record.owner.login;
  }

  get name(): string {
    return this.record.name;
  }

  async commitOf(ref: string): Promise<string> {
    return await this.record.git.mustResolve(ref);
  }

  /** A commit on a branch, which starts at the default branch when it is new. Other files stay as they are. */
  async commit(branch: string, files: Files, message = "Change"): Promise<string> {
    const { git, defaultBranch } = this.record;
    const parent = (await git.resolve(`refs/heads/${branch}`)) ?? (await git.resolve(`refs/heads/${defaultBranch}`)) ?? null;
    return await git.commit({ branch, parent, files, message });
  }

  /** A copy in another account, where the App is not installed. */
  async fork(owner: string): Promise<RepositoryStory> {
    const { world, folder } = this.#stage;
    const id = world.nextId();
    const record: Repository = {
      ...this.record,
      id,
      owner: account(world, owner),
      formerNames: new Set(),
      git: await this.record.git.cloneTo(join(folder, `${id}.git`)),
      parent: this.record,
      roles: new Map([[owner, "admin"]]),
      issues: new Map(),
      pulls: new Map(),
      labels: new Map(),
      createdAt: timestamp(world),
      installed: false,
    };
    world.repositories.push(record);
    return new RepositoryStory(this.#stage, record);
  }

  async pullRequest(options: PullRequestOptions): Promise<PullRequestStory> {
    const {
      from,
      files,
      into = this.record.defaultBranch,
      title = "Change the shop",
      body = null,
      author = "grace",
      draft = false,
    } = options;
    const home = options.fork ?? this;
    if (Object.keys(files).length > 0 || (await home.record.git.resolve(`refs/heads/${from}`)) === undefined)
      await home.commit(from, files);
    const { world, record } = this;
    const head = { repository: home.record, ref: from };
    const pull = await openPull({
      world,
      repository: record,
      title,
      body,
      author: account(world, author),
      app: null,
      base: into,
      head,
      draft,
    });
    return new PullRequestStory(this, pull, home);
  }

  /** The commit that a merge queue makes of the default branch and some changes, on a branch of the queue. */
  async mergeGroup(files: Files): Promise<MergeGroupStory> {
    const { git, defaultBranch: ref } = this.record;
    const base = await git.mustResolve(`refs/heads/${ref}`);
    const branch = `gh-readonly-queue/${ref}/pr-${this.world.nextId()}-${base}`;
    const head = await git.commit({ branch, parent: base, files, message: "Merge a group" });
    this.world.checkSuites.push({
      id: this.world.nextId(),
      repository: this.record,
      headSha: head,
      headBranch: branch,
      createdAt: timestamp(this.world),
    });
    return new MergeGroupStory(this, { branch, base: { ref, commit: base }, head });
  }

  issue({ title, body, author = "grace", labels = [] }: IssueOptions): IssueStory {
    const { world, record } = this;
    const issue = newIssue(world, record, { title, body: body ?? null, author: account(world, author), app: null });
    putLabels(world, record, issue, labels);
    return new IssueStory(this, issue);
  }

  /** The pull requests that are open, whoever opened them. */
  pullRequests(): readonly PullRequestStory[] {
    return [...this.record.pulls.values()]
      .filter((pull) => pull.issue.state === "open")
      .map((pull) => new PullRequestStory(this, pull, this));
  }

  checkRuns(commit: string): readonly ShownCheckRun[] {
    return this.world.checkRuns.filter((run) => run.suite.repository === this.record && run.suite.headSha === commit).map(shownCheckRun);
  }

  /** A person's role here. */
  give(login: string, role: Role): void {
    account(this.world, login);
    this.record.roles.set(login, role);
  }

  rename(name: string): void {
    this.record.formerNames.add(fullName(this.record).toLowerCase());
    this.record.name = name;
  }

  transfer(owner: string): void {
    this.record.formerNames.add(fullName(this.record).toLowerCase());
    this.record.owner = account(this.world, owner, "Organization");
  }

  /** Recursive trees come back `truncated` after so many entries. */
  truncateTreesAt(entries: number): void {
    this.record.treeLimit = entries;
  }

  uninstall(): void {
    this.record.installed = false;
  }

  remove(): void {
    this.world.repositories.splice(this.world.repositories.indexOf(this.record), 1);
  }

  /** The event of a push to a branch, as it is now. */
  async pushed(branch: string, before: string): Promise<GitHubEvent> {
    const after = await this.commitOf(branch);
    const head = commitSummary(this.record, await this.record.git.commitObject(after), this.baseUrl);
    const changes = { ref: `refs/heads/${branch}`, before, after, commits: [], head_commit: { ...head, id: after } };
    const subject = { repository: this.record, sender: account(this.world, "grace"), baseUrl: this.baseUrl, changes };
    return { name: "push", payload: payloadFor(this.world, "push", null, subject) };
  }
}
