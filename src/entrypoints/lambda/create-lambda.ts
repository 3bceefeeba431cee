/** The two functions of the App on Lambda, and what they share for as long as their container lives. */
import { SQSClient } from "@aws-sdk/client-sqs";
import { type SqsBatchResponse, type SqsMessage, workSqsBatch } from "../../adapters/queue/sqs-batch.ts";
import { createSqsSender } from "../../adapters/queue/sqs-sender.ts";
import { type Job, jobId, parseJob } from "../../app/jobs/job.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Log } from "../../ports/log.ts";
import type { Worker } from "../../ports/queue.ts";
import { type Environment, readSettings, readWebhookSecret, SettingsError } from "../app/settings.ts";
import { type HttpApiEvent, type HttpApiResponse, receiveWebhook } from "./ingress.ts";

export interface Lambda {
  /** Behind an HTTP API. */
  ingress(event: HttpApiEvent): Promise<HttpApiResponse>;
  /** Behind an SQS FIFO queue that takes partial batch failures. */
  worker(event: { readonly Records: readonly SqsMessage[] }): Promise<SqsBatchResponse>;
}

export interface LambdaParts {
  readonly env: Environment;
  readonly clock: Clock;
  readonly log: Log;
}

export function createLambda({ env, clock, log }: LambdaParts): Lambda {
  // Region and credentials are the container's own: the SDK finds them.
  const client = new SQSClient({});
  let starting: Promise<Worker<Job>> | undefined;

  const queue = () => {
    const url = env["QUEUE_URL"];
    if (!url) throw new SettingsError("QUEUE_URL is not set.");
    return { client, url, idOf: jobId };
  };

  async function start(): Promise<Worker<Job>> {
    // The ingress is up in no time because it never loads what reads Python.
    const { createJobWorker } = await import("../app/compose.ts");
    return await createJobWorker(readSettings(env), { jobs: createSqsSender(queue()), clock, log });
  }

  return {
    async ingress(event) {
      const jobs = createSqsSender(queue());
      return await receiveWebhook(event, { webhookSecret: readWebhookSecret(env), jobs, clock, log });
    },
    async worker({ Records }) {
      starting ??= start().catch((error) => {
        // Tried again with the next batch.
        starting = undefined;
        throw error;
      });
      const attempts = Number(env["MAX_RECEIVE_COUNT"]) || Number.POSITIVE_INFINITY;
      return await workSqsBatch(Records, { ...queue(), attempts, parse: parseJob, worker: await starting, log });
    },
  };
}
