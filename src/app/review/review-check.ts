/** The life of one review's check run: it begins at once, and ends whatever happens. Only this says what is in it when there is no review. */
import type { CheckConclusion, CheckOutput, CheckRunState, CodeHost, RepositoryName } from "../../ports/code-host.ts";
import { isAppError } from "../errors.ts";
import type { MergeGroupJob, ReviewJob } from "../jobs/job.ts";

/** Branch protection names it: never to be changed. */
export const CHECK_NAME = "dagsight";

export interface ReviewCheck {
  /** The repository has another name by now. */
  moveTo(repository: RepositoryName): void;
  begin(): Promise<void>;
  complete(conclusion: CheckConclusion, output: CheckOutput): Promise<void>;
  /** There is no use in a review any more: `superseded by 1a2b3c4`. What is completed stays. */
  cancel(reason: string): Promise<void>;
  /** Says why there is no review; what is completed stays. Neutral: a defect of ours or of the world is no verdict on the change. */
  giveUp(error: unknown): Promise<void>;
}

/** `sequence`: see the code host's `CheckRun`. */
export function openReviewCheck(host: CodeHost, job: ReviewJob | MergeGroupJob, sequence: number): ReviewCheck {
  let { repository } = job;
  const ensure = async (state: CheckRunState) =>
    await host.ensureCheckRun(repository, {
      name: CHECK_NAME,
      head: job.head,
      pullRequest: job.kind === "review" ? job.pullRequest : null,
      sequence,
      state,
      restart: job.rerunAsked !== null,
    });
  const complete = async (conclusion: CheckConclusion, output: CheckOutput) =>
    void (await ensure({ kind: "completed", conclusion, output }));
  /** A verdict that stands is worth more than the news that it could not be had again. */
  const endWithout = async (conclusion: CheckConclusion, title: string, summary: string) => {
    const { kind } = await ensure({ kind: "in-progress" });
    if (kind !== "already-completed") await complete(conclusion, { title, summary, annotations: [] });
  };
  return {
    moveTo(present) {
      repository = present;
    },
    begin: async () => void (await ensure({ kind: "in-progress" })),
    complete,
    cancel: (reason) => endWithout("cancelled", "Not reviewed", `${sentence(reason)}.`),
    giveUp: (error) => endWithout("neutral", "Could not be reviewed", explain(error)),
  };
}

function explain(error: unknown): string {
  if (!isAppError(error)) return `Dagsight failed while reviewing this: a defect of ours, which its log describes.\n\n${AGAIN}`;
  return `${error.message}\n\n${AGAIN}`;
}

const AGAIN = "Nothing is said about the change. **Re-run** tries again, and so does the next push.";

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
