import { createHmac, randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createLambda, type Lambda } from "../../../src/entrypoints/lambda/create-lambda.ts";
import { startGitHub, type TestGitHub } from "../../support/github-server/start-github.ts";
import type { PullRequestStory } from "../../support/github-server/story/pull-request.ts";
import type { GitHubEvent } from "../../support/github-server/world.ts";
import { appEnvironment, EAGER_CLOCK } from "../../support/services/app-stage.ts";
import { createRecordingLog, type RecordingLog } from "../../support/services/recording-log.ts";
import { type SqsServer, startSqs } from "../../support/services/sqs-server.ts";
import { ADD_REFUNDS, FIX_README, SHOP } from "../app/shop.ts";

const MAX_RECEIVE_COUNT = 3;
const REVIEWED = [{ name: "dagsight", status: "completed", conclusion: "success", title: "1 asset added, nothing breaks" }];

describe("the App on Lambda", () => {
  let github: TestGitHub;
  let sqs: SqsServer;
  let pr: PullRequestStory;
  let log: RecordingLog;
  let env: Record<string, string>;
  let ingress: Lambda["ingress"];
  let worker: Lambda["worker"];

  beforeEach(async () => {
    github = await startGitHub();
    sqs = await startSqs(MAX_RECEIVE_COUNT);
    const aws = { AWS_ENDPOINT_URL_SQS: sqs.endpoint, AWS_REGION: "eu-central-1", AWS_ACCESS_KEY_ID: "id", AWS_SECRET_ACCESS_KEY: "key" };
    for (const [name, value] of Object.entries(aws)) vi.stubEnv(name, value);
    log = createRecordingLog();
    env = { ...appEnvironment(github), QUEUE_URL: sqs.queueUrl, MAX_RECEIVE_COUNT: String(MAX_RECEIVE_COUNT) };
    ({ ingress, worker } = createLambda({ env, clock: EAGER_CLOCK, log }));
    const shop = await github.repository("acme/shop").withFiles(SHOP);
    pr = await shop.pullRequest({ from: "refunds", files: ADD_REFUNDS });
  });

  afterEach(async () => {
    vi.unstubAllEnvs();
    await sqs.stop();
    await github.stop();
  });

  /** Lambda's event source mapping: a batch to the worker, and what it answers back to the queue. */
  const deliverBatch = async () => {
    const batch = sqs.receive();
    const response = await worker(batch);
    sqs.settle(batch, response);
    return response.batchItemFailures.length;
  };

  it("takes a webhook with 202 and a small job, and reviews when the queue delivers it", async () => {
    const response = await ingress(httpApiEvent(github, await pr.opened()));

    expect(response).toMatchObject({ statusCode: 202 });
    expect(pr.checkRuns()).toEqual([]);
    expect(sqs.waiting).toMatchObject([{ group: `${pr.repository.record.id}#${pr.number}` }]);
    expect(sqs.waiting[0]?.body.length).toBeLessThan(500);
    expect(JSON.parse(sqs.waiting[0]?.body ?? "")).toMatchObject({ kind: "review", pullRequest: pr.number, head: pr.head });

    expect(await deliverBatch()).toBe(0);
    expect(sqs.waiting).toEqual([]);
    expect(pr.checkRuns()).toMatchObject(REVIEWED);
    expect(pr.comments()).toHaveLength(1);
  });

  it("verifies the very bytes that GitHub signed, in base64 or as text", async () => {
    const event = await pr.opened();
    const base64 = httpApiEvent(github, event, { base64: true });

    expect((await ingress(base64)).statusCode).toBe(202);
    expect((await ingress({ ...base64, isBase64Encoded: false })).statusCode).toBe(401);
    expect((await ingress(httpApiEvent(github, event, { secret: "guessed" }))).statusCode).toBe(401);
    const signed = httpApiEvent(github, event);
    expect((await ingress({ ...signed, body: `${signed.body} ` })).statusCode).toBe(401);
    expect((await ingress({ ...signed, headers: {} })).statusCode).toBe(401);
    expect((await ingress({ headers: {} })).statusCode).toBe(401);
    expect(sqs.waiting).toHaveLength(1);
  });

  it("refuses to work without a webhook secret", async () => {
    const event = httpApiEvent(github, await pr.opened(), { secret: "development" });
    for (const secret of ["", "development"]) {
      env["WEBHOOK_SECRET"] = secret;
      await expect(ingress(event)).rejects.toThrow(/WEBHOOK_SECRET is not set/);
    }
    expect(sqs.waiting).toEqual([]);
  });

  it("answers what asks for nothing without a message", async () => {
    pr.close();
    expect(await ingress(httpApiEvent(github, await pr.closed()))).toMatchObject({ statusCode: 202 });
    const text = { ...httpApiEvent(github, await pr.closed()), body: "opened" };
    const signature = `sha256=${createHmac("sha256", github.app.webhookSecret).update("opened").digest("hex")}`;
    expect((await ingress({ ...text, headers: { ...text.headers, "x-hub-signature-256": signature } })).statusCode).toBe(400);
    expect(sqs.waiting).toEqual([]);
  });

  it("queues a delivery that is repeated within minutes once", async () => {
    const event = httpApiEvent(github, await pr.opened());
    await ingress(event);
    await ingress(event);

    expect(sqs.waiting).toHaveLength(1);
  });

  it("fails a webhook whose job the queue does not take, so that GitHub shows it as failed", async () => {
    sqs.fails(1);

    await expect(ingress(httpApiEvent(github, await pr.opened()))).rejects.toThrow("not allowed");
  });

  it("gives back what failed for a passing reason and what stands behind it, and nothing of another group", async () => {
    const other = await pr.repository.pullRequest({ from: "readme", files: FIX_README });
    for (const one of [pr, other]) for (const event of [one.opened(), one.reopened()]) await ingress(httpApiEvent(github, await event));
    github.fails({ kind: "primary-rate-limit", resetInSeconds: 900 }, { operation: "checks/create" });
    const batch = sqs.receive();

    const response = await worker(batch);
    sqs.settle(batch, response);

    // Both groups were at work: which of them GitHub refused is the log's to tell.
    const failed = log.lines.filter(({ message }) => message === "job failed").map(({ fields }) => fields["group"]);
    const held = batch.Records.filter(({ attributes }) => attributes.MessageGroupId === failed[0]);
    expect(failed).toHaveLength(1);
    expect(response.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(held.map(({ messageId }) => messageId));
    expect(sqs.waiting.map(({ pause }) => pause > 800)).toEqual([true, false]);
    while (sqs.waiting.length > 0) await deliverBatch();
    expect(pr.checkRuns()).toMatchObject(REVIEWED);
    expect(pr.comments()).toHaveLength(1);
    expect(other.checkRuns()).toMatchObject([{ status: "completed" }]);
  });

  it("ends the check run in the last delivery, and leaves the message to the dead-letter queue", async () => {
    await ingress(httpApiEvent(github, await pr.opened()));
    github.fails({ kind: "primary-rate-limit", resetInSeconds: 900 }, { operation: "repos/compare-commits", times: 99 });

    for (let delivery = 1; delivery < MAX_RECEIVE_COUNT; delivery += 1) {
      expect(await deliverBatch()).toBe(1);
      expect(pr.checkRuns()).toMatchObject([{ status: "in_progress" }]);
    }
    expect(await deliverBatch()).toBe(1);

    expect(pr.checkRuns()).toMatchObject([{ status: "completed", conclusion: "neutral", title: "Could not be reviewed" }]);
    expect(sqs.waiting).toEqual([]);
    expect(sqs.aside).toHaveLength(1);
  });

  it("drops a message that is no job, and goes on with the rest", async () => {
    await ingress(httpApiEvent(github, await pr.opened()));
    const { Records } = sqs.receive();
    const [record] = Records;
    const odd = ["no json", "{}", '{"kind":"review"}', "null"].map((body, index) => ({ ...record!, messageId: `odd-${index}`, body }));

    expect(await worker({ Records: [...odd, ...Records] })).toEqual({ batchItemFailures: [] });
    expect(pr.checkRuns()).toMatchObject(REVIEWED);
  });

  it("re-runs through the queue: one message finds the pull requests, one each reviews them", async () => {
    await ingress(httpApiEvent(github, await pr.opened()));
    await deliverBatch();

    await ingress(httpApiEvent(github, await pr.rerun()));
    await deliverBatch();
    expect(sqs.waiting).toMatchObject([{ group: `${pr.repository.record.id}#${pr.number}` }]);
    await deliverBatch();

    expect(pr.checkRuns()).toMatchObject([...REVIEWED, ...REVIEWED]);
  });
});

interface Sending {
  readonly secret?: string;
  readonly base64?: boolean;
}

/** Source: docs.aws.amazon.com "Working with AWS Lambda proxy integrations for HTTP APIs", payload format version 2.0. */
function httpApiEvent({ app }: TestGitHub, { name, payload }: GitHubEvent, { secret = app.webhookSecret, base64 = false }: Sending = {}) {
  const text = JSON.stringify(payload);
  return {
    version: "2.0",
    routeKey: "POST /api/github/webhooks",
    rawPath: "/api/github/webhooks",
    rawQueryString: "",
    headers: {
      accept: "*/*",
      "content-type": "application/json",
      "user-agent": "GitHub-Hookshot/0000000",
      "x-github-delivery": randomUUID(),
      "x-github-event": name,
      "x-hub-signature-256": `sha256=${createHmac("sha256", secret).update(text).digest("hex")}`,
    },
    requestContext: { http: { method: "POST", path: "/api/github/webhooks", protocol: "HTTP/1.1" }, stage: "$default" },
    body: base64 ? Buffer.from(text).toString("base64") : text,
    isBase64Encoded: base64,
  };
}
