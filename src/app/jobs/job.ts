/**
 * Work that a webhook asks for, small enough for any queue: who and which, never what it looks like. What is true is read when the job
 * runs. A job crosses processes as JSON, so what comes back is checked.
 */
import type { RepositoryName } from "../../ports/code-host.ts";

export type Job = ReviewJob | MergeGroupJob | RerunJob;

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

/** A merge queue is about to merge `head`, which GitHub made of the base and the pull requests in front: the check has to say yes or no. */
export interface MergeGroupJob extends AnyJob {
  readonly kind: "merge-group";
  /** `gh-readonly-queue/main/pr-7-1a2b…`. */
  readonly ref: string;
  /** Where the group will be merged: `main`, and its tip as the group has it. */
  readonly base: { readonly ref: string; readonly commit: string };
  /** As in {@link ReviewJob.rerunAsked}. */
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
  const { kind, delivery, installation, repositoryId, repository, head } = value;
  const texts = [delivery, head, repository["owner"], repository["name"]].every(isText);
  if (!texts || !isCount(installation) || !isCount(repositoryId)) return false;
  switch (kind) {
    case "rerun":
      return isCount(value["asked"]);
    case "review":
      return isCount(value["pullRequest"]) && isTimeOrNull(value["rerunAsked"]);
    case "merge-group":
      return (
        isRecord(value["base"]) &&
        isText(value["base"]["ref"]) &&
        isText(value["base"]["commit"]) &&
        isText(value["ref"]) &&
        isTimeOrNull(value["rerunAsked"])
      );
    default:
      return false;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}

function isTimeOrNull(value: unknown): boolean {
  return value === null || isCount(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
