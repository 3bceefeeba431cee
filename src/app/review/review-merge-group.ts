/**
 * Use case: a merge queue asks whether a group may be merged. A required check that does not answer stops the queue, so this always answers.
 * The group is another commit than those of its pull requests: what two of them break together is seen only here. There is no comment;
 * the pull requests have theirs.
 */
import type { Turn } from "../../ports/queue.ts";
import { isAppError } from "../errors.ts";
import type { AppPorts } from "../jobs/app-ports.ts";
import type { MergeGroupJob } from "../jobs/job.ts";
import { checkOutput, concludeCheck } from "./check-conclusion.ts";
import { judgeChange } from "./judge-change.ts";
import { openReviewCheck } from "./review-check.ts";

/** Throws a retryable `AppError` when another turn is worth it, and what failed when this was the last. */
export async function reviewMergeGroup(job: MergeGroupJob, turn: Turn, ports: AppPorts): Promise<void> {
  const { repository, head, base, ref, delivery } = job;
  const about = { delivery, repository: `${repository.owner}/${repository.name}`, ref, head };
  const host = ports.openCodeHost(job.installation);
  const check = openReviewCheck(host, job, job.rerunAsked ?? ports.clock.now());
  try {
    await check.begin();
    const change = { repository, repositoryUrl: null, pullRequest: null, base, head: { ref, commit: head } };
    const judged = await judgeChange(change, host, ports.openEngine());
    const conclusion = concludeCheck(judged.report, judged.configuration.check);
    await check.complete(conclusion, checkOutput(judged, ports.renderComment(judged.report, judged.configuration.comment.maxNodes)));
    ports.log.info("merge group reviewed", { ...about, verdict: judged.report.verdict, conclusion });
  } catch (error) {
    if (isAppError(error) && error.retryable && !turn.last) throw error;
    await check.giveUp(error).catch((second) => ports.log.error("the check run could not be ended", { ...about, error: String(second) }));
    ports.log.error("review given up", { ...about, error: error instanceof Error && !isAppError(error) ? error.stack : String(error) });
    if (isAppError(error) && error.retryable) throw error;
  }
}
