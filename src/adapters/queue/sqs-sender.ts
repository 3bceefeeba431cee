/** The sending end of an SQS FIFO queue: order within a group is the queue's, and within five minutes the same job is taken once. */
import { SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { JobSender } from "../../ports/queue.ts";

export interface SqsQueue<Job> {
  readonly client: SQSClient;
  readonly url: string;
  /** Equal for the same job. */
  idOf(job: Job): string;
}

/** SQS takes letters, digits and punctuation, at most 128; other characters would refuse the message. */
const FORBIDDEN = /[^\w!"#$%&'()*+,\-./:;<=>?@[\\\]^`{|}~]/g;
const LONGEST_ID = 128;

export function createSqsSender<Job>({ client, url, idOf }: SqsQueue<Job>): JobSender<Job> {
  return {
    async send(job, group) {
      await client.send(
        new SendMessageCommand({
          QueueUrl: url,
          MessageBody: JSON.stringify(job),
          MessageGroupId: identifier(group),
          MessageDeduplicationId: identifier(idOf(job)),
        }),
      );
    },
  };
}

function identifier(text: string): string {
  return text.replace(FORBIDDEN, "-").slice(0, LONGEST_ID);
}
