/**
 * Work that a webhook asks for, small enough for any queue: who and which, never what it looks like. What is true is read when the job
 * runs. A job crosses processes as JSON, so what comes back is checked.
 */
import type { RepositoryName } from "../ports/code-host.ts";

export type Job = ReviewJob | RerunJob;

interface AnyJob {
  /** Of the webhook: the same when it is delivered again. */
  readonly delivery: string;
  readonly installation: number;
  /** Stays when the repository is renamed or transferred. */
  readonly repositoryId: number;
  /** As it was called then. */
  readonly repository: RepositoryName;
  /** The commit that the webhook spoke of. */
  readonly head: string;
}

export interface ReviewJob extends AnyJob {
  readonly kind: "review";
  readonly pullRequest: number;
  /** When somebody asked for another run of what was reviewed already, in milliseconds since the epoch; null when nobody did. */
  readonly rerunAsked: number | null;
}

/** Somebody asked for the checks of a commit again. Of which pull requests is to be found out: for a fork GitHub does not say. */
export interface RerunJob extends AnyJob {
  readonly kind: "rerun";
  readonly asked: number;
}

/** Jobs of one group run one after another. */
export function groupOf(job: Job): string {
  return job.kind === "review" ? `${job.repositoryId}#${job.pullRequest}` : `${job.repositoryId}@${job.head}`;
}

/** Equal for the same job of the same delivery. */
export function jobId(job: Job): string {
  return `${job.delivery}/${groupOf(job)}`;
}

/** `undefined` for what is no job. */
export function parseJob(json: string): Job | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isJob(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isJob(value: unknown): value is Job {
  if (!isRecord(value) || !isRecord(value["repository"])) return false;
  const { kind, delivery, installation, repositoryId, repository, head, pullRequest, rerunAsked, asked } = value;
  const texts = [delivery, head, repository["owner"], repository["name"]].every((one) => typeof one === "string" && one !== "");
  if (!texts || !isCount(installation) || !isCount(repositoryId)) return false;
  return kind === "rerun" ? isCount(asked) : kind === "review" && isCount(pullRequest) && (rerunAsked === null || isCount(rerunAsked));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
