/**
 * The working end of an SQS FIFO queue, as Lambda calls it: a batch of messages in, the ones to be delivered again out. Within a group
 * the first that failed takes those behind it along, or they would overtake it; groups do not wait for each other.
 */

import { ChangeMessageVisibilityCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { isAppError, waitAsked } from "../../app/errors.ts";
import { groupBy } from "../../base/group-by.ts";
import type { Log } from "../../ports/log.ts";
import type { Worker } from "../../ports/queue.ts";

/** What of Lambda's event is used. Source: docs.aws.amazon.com "Using Lambda with Amazon SQS". */
export interface SqsMessage {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  readonly attributes: { readonly ApproximateReceiveCount: string; readonly MessageGroupId?: string };
}

export interface SqsBatchResponse {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

export interface SqsBatchOptions<Job> {
  readonly client: SQSClient;
  readonly url: string;
  /** Deliveries after which the queue puts a message aside. */
  readonly attempts: number;
  /** `undefined` for what is no job: it is logged and not delivered again. */
  parse(body: string): Job | undefined;
  readonly worker: Worker<Job>;
  readonly log: Log;
}

/** SQS keeps nothing hidden for longer than twelve hours. */
const LONGEST_PAUSE = 43_200;

export async function workSqsBatch<Job>(messages: readonly SqsMessage[], options: SqsBatchOptions<Job>): Promise<SqsBatchResponse> {
  const groups = groupBy(messages, ({ attributes, messageId }) => attributes.MessageGroupId ?? messageId);
  const failed = await Promise.all([...groups.values()].map((group) => workGroup(group, options)));
  return { batchItemFailures: failed.flat().map(({ messageId }) => ({ itemIdentifier: messageId })) };
}

/** The messages to be delivered again. */
async function workGroup<Job>(group: readonly SqsMessage[], options: SqsBatchOptions<Job>): Promise<readonly SqsMessage[]> {
  for (const [index, message] of group.entries()) {
    if (!(await workMessage(message, options))) return group.slice(index);
  }
  return [];
}

/** False when it is to be delivered again. */
async function workMessage<Job>(message: SqsMessage, options: SqsBatchOptions<Job>): Promise<boolean> {
  const { attempts, log, parse, worker } = options;
  const about = { messageId: message.messageId, group: message.attributes.MessageGroupId };
  const job = parse(message.body);
  if (job === undefined) {
    log.error("message dropped: it is no job", about);
    return true;
  }
  const attempt = Number(message.attributes.ApproximateReceiveCount);
  try {
    await worker(job, { attempt, last: attempt >= attempts });
    return true;
  } catch (error) {
    const again = isAppError(error) && error.retryable;
    log[again ? "warn" : "error"]("job failed", { ...about, attempt, error: String(error) });
    if (again) await pause(message, Math.ceil(waitAsked(error) / 1000), options);
    return !again;
  }
}

/** Otherwise the message comes back when its visibility runs out. */
async function pause<Job>({ receiptHandle }: SqsMessage, seconds: number, { client, url, log }: SqsBatchOptions<Job>): Promise<void> {
  if (seconds === 0) return;
  const command = { QueueUrl: url, ReceiptHandle: receiptHandle, VisibilityTimeout: Math.min(seconds, LONGEST_PAUSE) };
  try {
    await client.send(new ChangeMessageVisibilityCommand(command));
  } catch (error) {
    // It comes back too early then, and waits again.
    log.warn("the message's pause could not be set", { error: String(error) });
  }
}
