/**
 * Which work a webhook asks for. A payload is a hint from outside: only what names the work is taken from it, field by field, and
 * everything that it says about state is read again when the work is done.
 */
import type { Job, MergeGroupJob, RerunJob } from "../../../app/jobs/job.ts";

export interface Webhook {
  /** `x-github-event`: `pull_request`. */
  readonly event: string;
  /** `x-github-delivery`. */
  readonly delivery: string;
  readonly payload: unknown;
}

/** `reason`: for the log, why nothing is done. */
export type WebhookOutcome = { readonly kind: "job"; readonly job: Job } | { readonly kind: "ignored"; readonly reason: string };

/** The events that may lead to work: what a server has to listen to, and what `app.yml` subscribes. */
export const WEBHOOK_EVENTS = ["pull_request", "merge_group", "check_suite", "check_run"] as const;

/** Turns of a pull request after which its review may be another. */
const REVIEWED_ACTIONS: ReadonlySet<unknown> = new Set(["opened", "synchronize", "reopened", "ready_for_review"]);

/** `now`: milliseconds since the epoch. */
export function jobOfWebhook({ event, delivery, payload }: Webhook, now: number): WebhookOutcome {
  const action = read(payload, "action");
  if (!isWanted(event, action, payload)) return { kind: "ignored", reason: `nothing to do for ${event}.${String(action)}` };
  const [owner, name] = [read(payload, "repository", "owner", "login"), read(payload, "repository", "name")];
  const [repositoryId, installation] = [read(payload, "repository", "id"), read(payload, "installation", "id")];
  const head = read(payload, event, "head", "sha") ?? read(payload, event, "head_sha");
  if (typeof installation !== "number")
    return { kind: "ignored", reason: "the payload names no installation: is the webhook the App's own?" };
  if (typeof owner !== "string" || typeof name !== "string" || typeof repositoryId !== "number" || typeof head !== "string")
    return { kind: "ignored", reason: "the payload names no repository or no commit" };
  const about = { delivery, installation, repositoryId, repository: { owner, name }, head };
  if (event === "merge_group") return groupJob(about, read(payload, event));
  if (event !== "pull_request") return { kind: "job", job: rerunJob(about, branchOf(payload, event), now) };
  const pullRequest = read(payload, "pull_request", "number");
  if (typeof pullRequest !== "number") return { kind: "ignored", reason: "the payload names no pull request" };
  return { kind: "job", job: { kind: "review", ...about, pullRequest, rerunAsked: null } };
}

type About = Omit<RerunJob, "kind" | "asked">;

function groupJob(about: About, group: unknown): WebhookOutcome {
  const [ref, baseRef, commit] = [read(group, "head_ref"), read(group, "base_ref"), read(group, "base_sha")];
  if (typeof ref !== "string" || typeof baseRef !== "string" || typeof commit !== "string")
    return { kind: "ignored", reason: "the payload names no base of the merge group" };
  return { kind: "job", job: { kind: "merge-group", ...about, ref: short(ref), base: { ref: short(baseRef), commit }, rerunAsked: null } };
}

/** `gh-readonly-queue/main/pr-7-1a2b…`: the branch that GitHub makes for a merge group ends with the commit of its base. */
const QUEUE_BRANCH = /^gh-readonly-queue\/(.+)\/pr-\d+-([0-9a-f]{40})$/;

/** No pull request has a merge group's commit as its head; all that is needed stands in its branch. */
function rerunJob(about: About, branch: unknown, asked: number): MergeGroupJob | RerunJob {
  const [ref, base, commit] = QUEUE_BRANCH.exec(typeof branch === "string" ? branch : "") ?? [];
  if (ref === undefined || base === undefined || commit === undefined) return { kind: "rerun", ...about, asked };
  return { kind: "merge-group", ...about, ref, base: { ref: base, commit }, rerunAsked: asked };
}

function branchOf(payload: unknown, event: string): unknown {
  return event === "check_run" ? read(payload, "check_run", "check_suite", "head_branch") : read(payload, event, "head_branch");
}

function short(ref: string): string {
  return ref.replace(/^refs\/heads\//, "");
}

function isWanted(event: string, action: unknown, payload: unknown): boolean {
  if (event === "pull_request") return asksForReview(payload, action);
  if (event === "merge_group") return action === "checks_requested";
  return isCheckEvent(event) && action === "rerequested";
}

/** A new base is another comparison; a new title is none. */
function asksForReview(payload: unknown, action: unknown): boolean {
  return REVIEWED_ACTIONS.has(action) || (action === "edited" && read(payload, "changes", "base") !== undefined);
}

function isCheckEvent(event: string): boolean {
  return event === "check_suite" || event === "check_run";
}

function read(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (held, name) => (typeof held === "object" && held !== null ? (held as Record<string, unknown>)[name] : undefined),
    value,
  );
}
