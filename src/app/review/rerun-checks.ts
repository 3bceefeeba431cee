/**
 * Use case: somebody pressed "Re-run" on a commit. Which pull requests it was reviewed for is on our own check runs, because for a fork
 * GitHub names none. Each gets a job of its own, in its own order. GitHub has put the commit's checks back to "queued": a commit that
 * belongs to none gets its answer, too.
 */
import type { Turn } from "../../ports/queue.ts";
import { isAppError } from "../errors.ts";
import type { AppPorts } from "../jobs/app-ports.ts";
import { groupOf, type RerunJob, type ReviewJob } from "../jobs/job.ts";
import { CHECK_NAME } from "./review-check.ts";

/** Throws a retryable `AppError` when another turn is worth it, and what failed when this was the last. */
export async function rerunChecks(job: RerunJob, turn: Turn, ports: AppPorts): Promise<void> {
  const { delivery, installation, repositoryId, repository, head, asked } = job;
  const about = { delivery, repository: `${repository.owner}/${repository.name}`, head };
  const host = ports.openCodeHost(installation);
  try {
    const pullRequests = await host.findPullRequests(repository, head);
    for (const pullRequest of pullRequests) {
      const review: ReviewJob = { kind: "review", delivery, installation, repositoryId, repository, head, pullRequest, rerunAsked: asked };
      await ports.jobs.send(review, groupOf(review));
    }
    ports.log.info("re-run asked for", { ...about, pullRequests });
    if (pullRequests.length > 0) return;
    await host.ensureCheckRun(repository, {
      name: CHECK_NAME,
      head,
      pullRequest: null,
      sequence: asked,
      state: { kind: "completed", conclusion: "skipped", output: NOTHING_TO_REVIEW },
    });
  } catch (error) {
    if (isAppError(error) && error.retryable && !turn.last) throw error;
    ports.log.error("re-run given up", { ...about, error: error instanceof Error && !isAppError(error) ? error.stack : String(error) });
    if (isAppError(error) && error.retryable) throw error;
  }
}

const NOTHING_TO_REVIEW = {
  title: "Nothing to review",
  summary: "No open pull request has this commit as its head.",
  annotations: [],
} as const;
