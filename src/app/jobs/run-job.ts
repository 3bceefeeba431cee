/** Which use case a job is for. */
import type { Turn } from "../../ports/queue.ts";
import { rerunChecks } from "../review/rerun-checks.ts";
import { reviewMergeGroup } from "../review/review-merge-group.ts";
import { reviewPullRequest } from "../review/review-pull-request.ts";
import type { AppPorts } from "./app-ports.ts";
import type { Job } from "./job.ts";

/** Throws what is worth another turn, and what ended the last one. */
export async function runJob(job: Job, turn: Turn, ports: AppPorts): Promise<void> {
  switch (job.kind) {
    case "review":
      return await reviewPullRequest(job, turn, ports);
    case "merge-group":
      return await reviewMergeGroup(job, turn, ports);
    case "rerun":
      return await rerunChecks(job, turn, ports);
  }
}
