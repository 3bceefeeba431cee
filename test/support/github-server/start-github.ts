/**
 * A GitHub for tests: real HTTP, real git repositories, GitHub's own limits and refusals, and stories to tell with it.
 *
 * @example
 * const github = await startGitHub();
 * const shop = await github.repository("acme/shop").withFiles({ "shop/assets.py": ORDERS });
 * const pr = await shop.pullRequest({ from: "add-revenue", files: { "shop/revenue.py": REVENUE } });
 * await github.deliver(pr.opened());
 * expect(pr.comments()).toEqual([…]);
 * await github.stop();          // throws when anything was against GitHub's API description
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Files } from "./bare-repository.ts";
import type { Fault, FaultRule } from "./faults.ts";
import { accountObject, installationObject } from "./objects/account.ts";
import { type Exchange, GitHubServer } from "./server.ts";
import { createRepository, type RepositoryOptions, type RepositoryStory } from "./story/repository.ts";
import { type SendOptions, Webhooks } from "./webhooks.ts";
import { type Access, type App, createWorld, type Delivery, type GitHubEvent, timestamp, type World } from "./world.ts";

export type EventLike = GitHubEvent | Promise<GitHubEvent>;

export async function startGitHub(): Promise<TestGitHub> {
  const passed = { milliseconds: 0 };
  const world = createWorld(() => Date.now() + passed.milliseconds);
  const server = new GitHubServer(world);
  const [folder] = await Promise.all([mkdtemp(join(tmpdir(), "test-github-")), server.start()]);
  return new TestGitHub({ world, server, folder, passed });
}

interface Parts {
  readonly world: World;
  readonly server: GitHubServer;
  readonly folder: string;
  readonly passed: { milliseconds: number };
}

export class TestGitHub {
  readonly world: World;
  readonly #parts: Parts;
  readonly #webhooks: Webhooks;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.world = parts.world;
    this.#webhooks = new Webhooks(parts.world);
  }

  /** Base URL of the REST API: `http://127.0.0.1:4321`. */
  get url(): string {
    return this.#parts.server.origin;
  }

  /** The same as a GitHub Enterprise Server has it: `http://127.0.0.1:4321/api/v3`. */
  get enterpriseUrl(): string {
    return `${this.url}/api/v3`;
  }

  /** The App's credentials. */
  get app(): App {
    return this.world.app;
  }

  get installationId(): number {
    return this.world.installation.id;
  }

  repository(name: string, options: RepositoryOptions = {}): { withFiles(files: Files): Promise<RepositoryStory> } {
    const stage = { world: this.world, folder: this.#parts.folder, baseUrl: this.url };
    return {
      async withFiles(files) {
        const repository = await createRepository(stage, name, options);
        await repository.commit("main", files, "Start");
        return repository;
      },
    };
  }

  /** Sends webhooks to this address from now on. */
  connect(webhookUrl: string): void {
    this.#webhooks.connect(webhookUrl);
  }

  async deliver(event: EventLike, options?: SendOptions): Promise<Delivery> {
    return await this.#webhooks.send(await event, options);
  }

  /** At once: in which order they arrive is nobody's promise. */
  async deliverTogether(events: readonly EventLike[]): Promise<readonly Delivery[]> {
    const ready = await Promise.all(events);
    return await Promise.all(ready.map((event) => this.#webhooks.send(event)));
  }

  async redeliver(delivery: Delivery): Promise<Delivery> {
    return await this.#webhooks.redeliver(delivery);
  }

  /** The next fitting request goes wrong. */
  fails(fault: Fault, rule?: FaultRule): void {
    this.#parts.server.faults.add(fault, rule);
  }

  recovers(): void {
    this.#parts.server.faults.clear();
  }

  /** What was asked so far; with a name or a prefix that ends in a slash, only that: `issues/`. */
  requests(operation?: string): readonly Exchange[] {
    const { exchanges } = this.#parts.server;
    return exchanges.filter(
      (one) => operation === undefined || one.operation === operation || (operation.endsWith("/") && one.operation.startsWith(operation)),
    );
  }

  forgetRequests(): void {
    this.#parts.server.exchanges.length = 0;
  }

  /** GitHub's clock goes on. */
  passes(milliseconds: number): void {
    this.#parts.passed.milliseconds += milliseconds;
  }

  revoke(permission: string): void {
    const { [permission]: _, ...left } = this.world.installation.permissions;
    this.world.installation.permissions = left;
  }

  grant(permission: string, access: Access): void {
    this.world.installation.permissions = { ...this.world.installation.permissions, [permission]: access };
  }

  suspend(): GitHubEvent {
    this.world.installation.suspendedAt = timestamp(this.world);
    return this.#installationEvent("suspend");
  }

  unsuspend(): GitHubEvent {
    this.world.installation.suspendedAt = null;
    return this.#installationEvent("unsuspend");
  }

  uninstall(): GitHubEvent {
    this.world.installation.removed = true;
    return this.#installationEvent("deleted");
  }

  #installationEvent(action: string): GitHubEvent {
    const { world, url } = this;
    const installation = installationObject(world, world.installation, url);
    return {
      name: "installation",
      payload: { action, installation, repositories: [], sender: accountObject(world.installation.account, url) },
    };
  }

  /** Hands out what was against GitHub's description and forgets it: for tests that are about it. */
  takeViolations(): readonly string[] {
    return this.#parts.server.api.violations.splice(0);
  }

  /** Throws when a request or an answer was against GitHub's description and no test took it. */
  async stop(): Promise<void> {
    await this.#parts.server.stop();
    await rm(this.#parts.folder, { recursive: true, force: true });
    const violations = this.takeViolations();
    if (violations.length > 0) throw new Error(`against GitHub's API description:\n${violations.join("\n")}`);
  }
}
