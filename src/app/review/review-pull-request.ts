/**
 * Use case: the review of a pull request, said in one check run and one comment. The order is the promise: the check run first, as it is
 * what merging waits for; and whatever happens in between, it ends. Running it again changes nothing that is right already.
 */
import type { CodeHost, CommentOutcome, PullRequest } from "../../ports/code-host.ts";
import type { Turn } from "../../ports/queue.ts";
import type { Verdict } from "../../types/review-report.ts";
import { isAppError } from "../errors.ts";
import type { AppPorts } from "../jobs/app-ports.ts";
import type { ReviewJob } from "../jobs/job.ts";
import { checkOutput, concludeCheck } from "./check-conclusion.ts";
import { changeOf, type JudgedChange, judgeChange } from "./judge-change.ts";
import { openReviewCheck } from "./review-check.ts";

const REPLICATION_LAG = 2000;

/** Throws a retryable `AppError` when another turn is worth it, and what failed when this was the last. */
export async function reviewPullRequest(job: ReviewJob, turn: Turn, ports: AppPorts): Promise<void> {
  const { repository, head, delivery } = job;
  const about = { delivery, pullRequest: `${repository.owner}/${repository.name}#${job.pullRequest}`, head };
  const host = ports.openCodeHost(job.installation);
  const sequence = job.rerunAsked ?? ports.clock.now();
  const check = openReviewCheck(host, job, sequence);
  try {
    const pull = await readSettled(host, job, ports);
    check.moveTo(pull.repository);
    const outdated = reasonToStop(pull, job);
    if (outdated !== undefined) {
      if (turn.attempt > 1 || job.rerunAsked !== null) await check.cancel(outdated);
      return ports.log.info("review dropped", { ...about, reason: outdated });
    }
    await check.begin();
    const judged = await judgeChange(changeOf(pull), host, ports.openEngine());
    const comment = ports.renderComment(judged.report, judged.configuration.comment.maxNodes);
    // Minutes may have passed: a newer commit has a job of its own, and an old verdict helps nobody.
    const moved = reasonToStop(await host.readPullRequest(pull), job);
    if (moved !== undefined) {
      await check.cancel(moved);
      return ports.log.info("review dropped", { ...about, reason: moved });
    }
    const conclusion = concludeCheck(judged.report, judged.configuration.check);
    await check.complete(conclusion, checkOutput(judged, comment));
    const outcome = await sayInComment(host, pull, { judged, body: comment.body, sequence });
    ports.log.info("pull request reviewed", { ...about, verdict: judged.report.verdict, conclusion, comment: outcome.kind });
  } catch (error) {
    if (isAppError(error) && error.retryable && !turn.last) throw error;
    await check.giveUp(error).catch((second) => ports.log.error("the check run could not be ended", { ...about, error: String(second) }));
    ports.log.error("review given up", { ...about, error: error instanceof Error && !isAppError(error) ? error.stack : String(error) });
    if (isAppError(error) && error.retryable) throw error;
  }
}

/** GitHub's answers may lag behind its webhooks: a push that nobody knows of yet is asked for twice before it counts as pushed over. */
async function readSettled(
  host: CodeHost,
  { repository, pullRequest: number, head }: ReviewJob,
  { clock }: AppPorts,
): Promise<PullRequest> {
  const pull = await host.readPullRequest({ repository, number });
  if (pull.head.commit === head) return pull;
  await clock.sleep(REPLICATION_LAG);
  return await host.readPullRequest({ repository, number });
}

/** In words; `undefined` while the job is about the pull request as it is. A re-run may be asked for what is closed. */
function reasonToStop({ head, state }: PullRequest, job: ReviewJob): string | undefined {
  if (head.commit !== job.head) return `superseded by ${head.commit.slice(0, 7)}`;
  return state !== "open" && job.rerunAsked === null ? `the pull request is ${state}` : undefined;
}

interface Saying {
  readonly judged: JudgedChange;
  readonly body: string;
  readonly sequence: number;
}

/** How bad news are, for who wants to be told again when they get worse. */
const WEIGHTS: Readonly<Record<Verdict, number>> = { "nothing-of-dagster": 0, "no-change": 0, changed: 1, findings: 2, breaking: 3 };

/** Nothing to say is not said, unless something else was said before. */
async function sayInComment(host: CodeHost, pull: PullRequest, { judged, body, sequence }: Saying): Promise<CommentOutcome> {
  const { report, configuration } = judged;
  if (configuration.comment.behaviour === "off") return { kind: "skipped" };
  const silent = report.verdict === "no-change" || report.verdict === "nothing-of-dagster";
  const whenMissing = silent ? "skip" : "create";
  const { behaviour: whenChanged } = configuration.comment;
  const weight = WEIGHTS[report.verdict];
  return await host.ensureComment(pull, { topic: "review", body, head: pull.head.commit, sequence, whenMissing, whenChanged, weight });
}
