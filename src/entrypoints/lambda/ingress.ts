/** A webhook as API Gateway hands it over: verified over its very bytes, turned into a job, and answered when the job is in the queue. */
import { jobOfWebhook } from "../../adapters/github/webhook/job-of-webhook.ts";
import { isSignedBy } from "../../adapters/github/webhook/signature.ts";
import { groupOf, type Job } from "../../app/jobs/job.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Log } from "../../ports/log.ts";
import type { JobSender } from "../../ports/queue.ts";

/** What of an HTTP API's event (payload format 2.0) is used; its header names are in lower case. */
export interface HttpApiEvent {
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
}

export interface HttpApiResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Reception {
  readonly webhookSecret: string;
  readonly jobs: JobSender<Job>;
  readonly clock: Clock;
  readonly log: Log;
}

/** Throws when the queue does not take the job: GitHub then shows the delivery as failed, and it can be sent again. */
export async function receiveWebhook(event: HttpApiEvent, { webhookSecret, jobs, clock, log }: Reception): Promise<HttpApiResponse> {
  const headers = event.headers ?? {};
  const bytes = Buffer.from(event.body ?? "", event.isBase64Encoded === true ? "base64" : "utf8");
  const delivery = headers["x-github-delivery"] ?? "";
  if (!isSignedBy(webhookSecret, bytes, headers["x-hub-signature-256"])) {
    log.warn("webhook refused: its signature is not by our secret", { delivery });
    return answer(401, "signature does not match");
  }
  const payload = parseJson(bytes);
  const name = headers["x-github-event"];
  if (payload === undefined || name === undefined || delivery === "") return answer(400, "not a webhook of GitHub with a JSON body");
  const outcome = jobOfWebhook({ event: name, delivery, payload }, clock.now());
  if (outcome.kind === "ignored") {
    log.info("webhook ignored", { delivery, reason: outcome.reason });
    return answer(202, outcome.reason);
  }
  await jobs.send(outcome.job, groupOf(outcome.job));
  log.info("webhook taken", { delivery, event: name, group: groupOf(outcome.job) });
  return answer(202, "taken");
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

function answer(statusCode: number, message: string): HttpApiResponse {
  return { statusCode, headers: { "content-type": "application/json" }, body: JSON.stringify({ message }) };
}
