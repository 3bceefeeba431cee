/**
 * Everything that GitHub remembers, in memory; file contents and history are in the repositories' bare git repositories.
 * Plain records, changed by `resources/` and `story/`; how they look in an answer is the business of `objects/`.
 */
import { generateKeyPairSync } from "node:crypto";
import type { BareRepository } from "./bare-repository.ts";

export type Json = Record<string, unknown>;
export type Role = "admin" | "maintain" | "write" | "triage" | "read" | "none";
export type Access = "read" | "write";
export type Permissions = Readonly<Record<string, Access>>;

export interface Account {
  readonly id: number;
  readonly login: string;
  readonly type: "User" | "Organization" | "Bot";
}

export interface App {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly owner: Account;
  /** The account that the App writes as: `dagsight[bot]`. */
  readonly bot: Account;
  readonly clientId: string;
  /** PEM, PKCS#1, as GitHub hands it out. */
  readonly privateKey: string;
  readonly publicKey: string;
  readonly webhookSecret: string;
}

export interface Installation {
  readonly id: number;
  readonly account: Account;
  permissions: Permissions;
  suspendedAt: string | null;
  removed: boolean;
}

export interface Repository {
  readonly id: number;
  owner: Account;
  name: string;
  /** Full names that still lead here. */
  readonly formerNames: Set<string>;
  readonly private: boolean;
  defaultBranch: string;
  readonly git: BareRepository;
  readonly parent: Repository | null;
  readonly roles: Map<string, Role>;
  readonly issues: Map<number, Issue>;
  readonly pulls: Map<number, Pull>;
  readonly labels: Map<string, Label>;
  readonly createdAt: string;
  /** False: the App is not installed on it, and it is a stranger's. */
  installed: boolean;
  /** The installation's stand-in for entries above which a tree is `truncated`; GitHub's own number is 100,000. */
  treeLimit: number;
}

export interface Label {
  readonly id: number;
  readonly name: string;
  readonly color: string;
  readonly description: string | null;
}

/** `app`: null for what a person wrote. */
interface Authored {
  readonly id: number;
  readonly author: Account;
  readonly app: App | null;
  readonly createdAt: string;
  updatedAt: string;
}

export interface Issue extends Authored {
  readonly number: number;
  title: string;
  body: string | null;
  state: "open" | "closed";
  closedAt: string | null;
  readonly labels: Set<string>;
  readonly comments: Comment[];
}

export interface Comment extends Authored {
  readonly issue: Issue;
  body: string;
  /** The classifier, as REST words it: `outdated`. */
  minimized: string | null;
  readonly reactions: { readonly id: number; readonly author: Account; readonly content: string; readonly createdAt: string }[];
}

export interface Pull {
  readonly id: number;
  readonly issue: Issue;
  base: { ref: string };
  /** `repository` becomes null when the fork is deleted. */
  head: { readonly ref: string; sha: string; repository: Repository | null; readonly owner: Account };
  draft: boolean;
  mergedAt: string | null;
  readonly reviews: Review[];
  readonly reviewComments: ReviewComment[];
}

export interface Review extends Authored {
  readonly body: string;
  readonly state: "COMMENTED" | "APPROVED" | "CHANGES_REQUESTED" | "PENDING";
  readonly commit: string;
}

export interface ReviewComment extends Authored {
  readonly review: number;
  readonly path: string;
  readonly commit: string;
  readonly body: string;
  readonly line: number;
  readonly startLine: number | null;
  readonly side: string;
  readonly hunk: string;
  /** Belongs to the thread that the comment starts. */
  resolved: boolean;
}

export interface CheckSuite {
  readonly id: number;
  readonly repository: Repository;
  readonly headSha: string;
  readonly headBranch: string | null;
  readonly createdAt: string;
}

export interface Annotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column: number | null;
  readonly end_column: number | null;
  readonly annotation_level: string;
  readonly title: string | null;
  readonly message: string;
  readonly raw_details: string | null;
}

export interface CheckRun {
  readonly id: number;
  readonly suite: CheckSuite;
  readonly app: App;
  name: string;
  externalId: string;
  detailsUrl: string | null;
  status: "queued" | "in_progress" | "completed";
  conclusion: string | null;
  startedAt: string;
  completedAt: string | null;
  title: string | null;
  summary: string | null;
  text: string | null;
  readonly annotations: Annotation[];
}

/** What a webhook says: `pull_request` and its payload. */
export interface GitHubEvent {
  readonly name: string;
  readonly payload: Json;
}

/** One sending of an event; sent again it is another delivery with the same `guid`. */
export interface Delivery {
  readonly id: number;
  readonly guid: string;
  readonly event: GitHubEvent;
  readonly redelivery: boolean;
  readonly deliveredAt: string;
  /** 0 when nobody answered. */
  readonly statusCode: number;
}

export interface World {
  readonly app: App;
  /** Another App, whose comments and checks are nobody's business. */
  readonly otherApp: App;
  readonly installation: Installation;
  readonly repositories: Repository[];
  readonly accounts: Map<string, Account>;
  readonly checkSuites: CheckSuite[];
  readonly checkRuns: CheckRun[];
  readonly deliveries: Delivery[];
  /** Sends a delivery again; set by whoever sends webhooks. */
  redeliver?: (delivery: Delivery) => Promise<unknown>;
  /** Milliseconds since the epoch, as GitHub's clock has it. */
  now(): number;
  nextId(): number;
}

const FIRST_ID = 1_000_001;

export function createWorld(now: () => number): World {
  let last = FIRST_ID - 1;
  const nextId = () => ++last;
  const accounts = new Map<string, Account>();
  const owner = { id: nextId(), login: "acme", type: "Organization" as const };
  accounts.set(owner.login, owner);
  const installation = { id: nextId(), account: owner, permissions: ALL_PERMISSIONS, suspendedAt: null, removed: false };
  const app = createApp("dagsight", owner, nextId);
  const otherApp = createApp("coverage-robot", owner, nextId);
  for (const one of [app, otherApp]) accounts.set(one.bot.login, one.bot);
  return { app, otherApp, installation, repositories: [], accounts, checkSuites: [], checkRuns: [], deliveries: [], now, nextId };
}

/** What the App asks for at most; a test takes away from it. */
const ALL_PERMISSIONS: Permissions = {
  checks: "write",
  contents: "write",
  issues: "write",
  merge_queues: "read",
  metadata: "read",
  pull_requests: "write",
};

export function timestamp(world: World): string {
  return new Date(world.now()).toISOString().replace(/\.\d+Z$/, "Z");
}

export function account(world: World, login: string, type: Account["type"] = "User"): Account {
  const known = world.accounts.get(login);
  if (known !== undefined) return known;
  const made = { id: world.nextId(), login, type };
  world.accounts.set(login, made);
  return made;
}

let keys: { readonly privateKey: string; readonly publicKey: string } | undefined;

/** One key for every App of a test process: making one takes longer than most tests. */
function keyPair() {
  keys ??= generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs1", format: "pem" },
  });
  return keys;
}

function createApp(slug: string, owner: Account, nextId: () => number): App {
  const id = nextId();
  const bot = { id: nextId(), login: `${slug}[bot]`, type: "Bot" as const };
  return { id, slug, name: slug, owner, bot, clientId: `Iv23${slug}`, ...keyPair(), webhookSecret: "the secret of the tests" };
}
