/**
 * Which work a webhook asks for. A payload is a hint from outside: only what names the work is taken from it, field by field, and
 * everything that it says about state is read again when the work is done.
 */
import type { Job } from "../../../app/job.ts";

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
export const WEBHOOK_EVENTS = ["pull_request", "check_suite", "check_run"] as const;

/** Turns of a pull request after which its review may be another. */
const REVIEWED_ACTIONS: ReadonlySet<unknown> = new Set(["opened", "synchronize", "reopened", "ready_for_review"]);

/** `now`: milliseconds since the epoch. */
export function jobOfWebhook({ event, delivery, payload }: Webhook, now: number): WebhookOutcome {
  const action = read(payload, "action");
  const wanted = event === "pull_request" ? asksForReview(payload, action) : isCheckEvent(event) && action === "rerequested";
  if (!wanted) return { kind: "ignored", reason: `nothing to do for ${event}.${String(action)}` };
  const [owner, name] = [read(payload, "repository", "owner", "login"), read(payload, "repository", "name")];
  const [repositoryId, installation] = [read(payload, "repository", "id"), read(payload, "installation", "id")];
  const head = read(payload, event, "head", "sha") ?? read(payload, event, "head_sha");
  if (typeof installation !== "number")
    return { kind: "ignored", reason: "the payload names no installation: is the webhook the App's own?" };
  if (typeof owner !== "string" || typeof name !== "string" || typeof repositoryId !== "number" || typeof head !== "string")
    return { kind: "ignored", reason: "the payload names no repository or no commit" };
  const about = { delivery, installation, repositoryId, repository: { owner, name }, head };
  if (event !== "pull_request") return { kind: "job", job: { kind: "rerun", ...about, asked: now } };
  const pullRequest = read(payload, "pull_request", "number");
  if (typeof pullRequest !== "number") return { kind: "ignored", reason: "the payload names no pull request" };
  return { kind: "job", job: { kind: "review", ...about, pullRequest, rerunAsked: null } };
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
