/**
 * Webhooks: GitHub's example payloads made to fit this world's state, signed, sent, remembered. Nothing is sent again by itself;
 * sending the same event twice, late, in another order or not at all is the test's wish.
 */
import { createHmac, randomUUID } from "node:crypto";
import { createRequire } from "node:module";
import { accountObject } from "./objects/account.ts";
import { repositoryObject } from "./objects/repository.ts";
import { type Account, type Delivery, type GitHubEvent, type Json, type Repository, timestamp, type World } from "./world.ts";

const ANSWER_WITHIN_MILLISECONDS = 10_000;

interface EventExamples {
  readonly name: string;
  readonly examples: readonly Json[];
}

let examples: readonly EventExamples[] | undefined;

/** Four megabytes, which most tests never ask for. */
function examplesOf(name: string): readonly Json[] {
  examples ??= createRequire(import.meta.url)("@octokit/webhooks-examples") as readonly EventExamples[];
  return examples.find((one) => one.name === name)?.examples ?? [];
}

export interface SendOptions {
  /** Another secret than the App's: a forgery. */
  readonly secret?: string;
  /** GitHub tried and nobody was there: remembered as failed. */
  readonly lost?: boolean;
  readonly guid?: string;
}

/** An example of the event with our own objects in place of its own; `changes` are laid over the top level. */
export function payloadFor(world: World, name: string, action: string | null, subject: Subject): Json {
  const known = examplesOf(name);
  const example = known.find((one) => action === null || one["action"] === action) ?? known[0] ?? {};
  const { repository, baseUrl } = subject;
  const sender = accountObject(subject.sender, baseUrl);
  const changed = Object.entries(subject.changes).map(([key, value]) => [key, laidOver(example[key], value)] as const);
  return {
    ...example,
    ...(action === null ? {} : { action }),
    repository: laidOver(example["repository"], repositoryObject(repository, baseUrl)),
    sender,
    organization: { login: repository.owner.login, id: repository.owner.id },
    installation: { id: world.installation.id, node_id: `I_${world.installation.id}` },
    ...Object.fromEntries(changed),
  };
}

export interface Subject {
  readonly repository: Repository;
  readonly sender: Account;
  readonly baseUrl: string;
  readonly changes: Json;
}

/** The example's object keeps what ours does not say. */
function laidOver(example: unknown, value: unknown): unknown {
  const objects = isRecord(example) && isRecord(value);
  return objects ? { ...example, ...value } : value;
}

function isRecord(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export class Webhooks {
  readonly #world: World;
  #target: string | undefined;

  constructor(world: World) {
    this.#world = world;
    world.redeliver = (delivery) => this.redeliver(delivery);
  }

  /** `http://127.0.0.1:3000/api/github/webhooks`. */
  connect(target: string): void {
    this.#target = target;
  }

  async send(event: GitHubEvent, options: SendOptions = {}): Promise<Delivery> {
    return await this.#deliver(event, { guid: options.guid ?? randomUUID(), redelivery: false, options });
  }

  async redeliver(delivery: Delivery): Promise<Delivery> {
    return await this.#deliver(delivery.event, { guid: delivery.guid, redelivery: true, options: {} });
  }

  async #deliver(event: GitHubEvent, { guid, redelivery, options }: Attempt): Promise<Delivery> {
    const statusCode = options.lost === true ? 0 : await this.#post(event, guid, options.secret ?? this.#world.app.webhookSecret);
    const delivery = { id: this.#world.nextId(), guid, event, redelivery, deliveredAt: timestamp(this.#world), statusCode };
    this.#world.deliveries.push(delivery);
    return delivery;
  }

  async #post(event: GitHubEvent, guid: string, secret: string): Promise<number> {
    if (this.#target === undefined) throw new Error("nobody is connected: github.connect(url) first");
    const body = JSON.stringify(event.payload);
    const sign = (algorithm: string) => `${algorithm}=${createHmac(algorithm, secret).update(body).digest("hex")}`;
    const headers = {
      "content-type": "application/json",
      "user-agent": "GitHub-Hookshot/0000000",
      "x-github-delivery": guid,
      "x-github-event": event.name,
      "x-github-hook-installation-target-id": String(this.#world.app.id),
      "x-github-hook-installation-target-type": "integration",
      "x-hub-signature": sign("sha1"),
      "x-hub-signature-256": sign("sha256"),
    };
    try {
      const signal = AbortSignal.timeout(ANSWER_WITHIN_MILLISECONDS);
      const response = await fetch(this.#target, { method: "POST", headers, body, signal });
      await response.arrayBuffer();
      return response.status;
    } catch {
      return 0;
    }
  }
}

interface Attempt {
  readonly guid: string;
  readonly redelivery: boolean;
  readonly options: SendOptions;
}
