/** Which use case a job is for. */
import type { Turn } from "../ports/queue.ts";
import type { AppPorts } from "./app-ports.ts";
import type { Job } from "./job.ts";
import { rerunChecks } from "./rerun-checks.ts";
import { reviewPullRequest } from "./review-pull-request.ts";

/** Throws what is worth another turn, and what ended the last one. */
export async function runJob(job: Job, turn: Turn, ports: AppPorts): Promise<void> {
  return job.kind === "review" ? await reviewPullRequest(job, turn, ports) : await rerunChecks(job, turn, ports);
}
