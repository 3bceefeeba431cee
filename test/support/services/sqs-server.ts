/**
 * An SQS FIFO queue over HTTP, as far as Lambda and the SDK see it: one message of a group in flight at a time, the same deduplication id
 * taken once, a message that failed comes back, and after so many deliveries it is put aside.
 */
import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { SqsBatchResponse, SqsMessage } from "../../../src/adapters/queue/sqs-batch.ts";

interface StoredMessage {
  readonly id: string;
  readonly body: string;
  readonly group: string;
  received: number;
  /** Seconds that somebody asked to wait. */
  pause: number;
}

export interface SqsServer {
  /** For `AWS_ENDPOINT_URL_SQS`. */
  readonly endpoint: string;
  readonly queueUrl: string;
  readonly waiting: readonly StoredMessage[];
  /** The dead-letter queue. */
  readonly aside: readonly StoredMessage[];
  /** Refuses the next messages. */
  fails(times: number): void;
  /** What Lambda hands to the worker; at most ten. */
  receive(): { readonly Records: readonly SqsMessage[] };
  /** What Lambda does with the worker's answer. */
  settle(event: { readonly Records: readonly SqsMessage[] }, response: SqsBatchResponse): void;
  stop(): Promise<void>;
}

const BATCH = 10;

export async function startSqs(maxReceiveCount: number): Promise<SqsServer> {
  const waiting: StoredMessage[] = [];
  const aside: StoredMessage[] = [];
  const taken = new Map<string, string>();
  let failures = 0;

  function sendMessage({ MessageBody: body = "", MessageGroupId: group = "", MessageDeduplicationId: key = "" }: Record<string, string>) {
    const known = taken.get(key);
    const id = known ?? randomUUID();
    taken.set(key, id);
    if (known === undefined) waiting.push({ id, body, group, received: 0, pause: 0 });
    return { MessageId: id, MD5OfMessageBody: createHash("md5").update(body).digest("hex"), SequenceNumber: String(taken.size) };
  }

  function changeVisibility({ ReceiptHandle, VisibilityTimeout }: Record<string, string>) {
    for (const message of waiting) if (message.id === ReceiptHandle) message.pause = Number(VisibilityTimeout);
    return {};
  }

  const server = createServer(async (request, response) => {
    const input = JSON.parse(await textOf(request));
    const operation = String(request.headers["x-amz-target"]);
    const headers = { "content-type": "application/x-amz-json-1.0" };
    if (failures > 0) {
      failures -= 1;
      response.writeHead(400, headers).end(JSON.stringify({ __type: "com.amazonaws.sqs#AccessDenied", message: "not allowed" }));
      return;
    }
    const answer = operation === "AmazonSQS.SendMessage" ? sendMessage(input) : changeVisibility(input);
    response.writeHead(200, headers).end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    endpoint,
    queueUrl: `${endpoint}/123456789012/reviews.fifo`,
    waiting,
    aside,
    fails(times) {
      failures = times;
    },
    receive() {
      const batch = waiting.slice(0, BATCH);
      for (const message of batch) message.received += 1;
      return { Records: batch.map(lambdaRecord) };
    },
    settle({ Records }, { batchItemFailures }) {
      const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
      for (const { messageId } of Records) {
        const index = waiting.findIndex(({ id }) => id === messageId);
        const message = waiting[index];
        if (message === undefined) continue;
        if (!failed.has(messageId)) waiting.splice(index, 1);
        else if (message.received >= maxReceiveCount) aside.push(...waiting.splice(index, 1));
      }
    },
    stop: async () => void (await new Promise((resolve) => server.close(resolve))),
  };
}

/** Source: docs.aws.amazon.com "Using Lambda with Amazon SQS", example of a FIFO queue's message. */
function lambdaRecord({ id, body, group, received }: StoredMessage): SqsMessage {
  const record = {
    messageId: id,
    receiptHandle: id,
    body,
    attributes: {
      ApproximateReceiveCount: String(received),
      SentTimestamp: "1573251510774",
      SequenceNumber: "18849496460467696128",
      MessageGroupId: group,
      SenderId: "AIDAIO23YVJENQZJOL4VO",
      MessageDeduplicationId: "1",
      ApproximateFirstReceiveTimestamp: "1573251510774",
    },
    messageAttributes: {},
    md5OfBody: createHash("md5").update(body).digest("hex"),
    eventSource: "aws:sqs",
    eventSourceARN: "arn:aws:sqs:eu-central-1:123456789012:reviews.fifo",
    awsRegion: "eu-central-1",
  };
  return record;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text;
}
